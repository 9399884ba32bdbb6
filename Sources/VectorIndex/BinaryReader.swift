/// Takes arrays of numbers off a run of bytes, each by one copy and one check of the length.
struct BinaryReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next `count` numbers; throws `truncated` when fewer are left.
  mutating func read<Element: BitwiseCopyable>(
    _ count: Int,
    of type: Element.Type
  ) throws(VectorIndexError) -> [Element] {
    let stride = MemoryLayout<Element>.stride
    let (size, overflow) = count.multipliedReportingOverflow(by: stride)
    guard count >= 0, !overflow, size <= bytes.count - offset else { throw .truncated }
    let start = offset
    offset += size
    return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(buffer)
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[start..<(start + size)]))
      }
      initialized = count
    }
  }

  /// Throws `trailingBytes` unless everything was read.
  func finish() throws(VectorIndexError) {
    guard offset == bytes.count else { throw .trailingBytes }
  }
}
