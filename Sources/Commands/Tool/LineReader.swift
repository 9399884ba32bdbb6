/// Cuts a stream of bytes into lines, through a buffer of its own.
struct LineReader {
  private let source: @Sendable () -> [UInt8]
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// - Parameter source: gives the next bytes; none at the end.
  init(_ source: @escaping @Sendable () -> [UInt8]) {
    self.source = source
  }

  /// The next line without its end; bytes that are not UTF-8 become replacement characters.
  mutating func next() -> String? {
    var searched = 0
    while true {
      if let end = pending[searched...].firstIndex(of: 0x0A) {
        let line = pending[..<end]
        defer { pending.removeSubrange(...end) }
        return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      }
      searched = pending.count
      if isAtEnd {
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return String(decoding: pending, as: UTF8.self)
      }
      let bytes = source()
      isAtEnd = bytes.isEmpty
      pending += bytes
    }
  }
}
