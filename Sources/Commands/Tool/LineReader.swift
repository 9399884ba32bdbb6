import Glibc

/// Reads standard input line by line, through a buffer of its own.
struct LineReader {
  private var pending: [UInt8] = []
  private var isAtEnd = false

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
      fill()
    }
  }

  private mutating func fill() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { return }
    if count <= 0 {
      isAtEnd = true
    } else {
      pending += buffer[..<count]
    }
  }
}
