import Glibc

/// A block of bytes that never changes: allocated by a build, or a file mapped read-only.
///
/// Sendable because nothing writes to it once the initialiser has returned.
final class FlatBytes: @unchecked Sendable {
  /// The whole block.
  let bytes: UnsafeRawBufferPointer
  /// The whole file, when it is mapped.
  private let mapping: UnsafeMutableRawBufferPointer?

  /// A block of zeros that `fill` writes, once.
  init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: count,
      alignment: IndexHeader.alignment
    )
    block.initializeMemory(as: UInt8.self, repeating: 0)
    fill(block)
    bytes = UnsafeRawBufferPointer(block)
    mapping = nil
  }

  /// A file mapped whole.
  convenience init(mapping path: String) throws(ValueIndexError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(code: errno) }
    defer { close(descriptor) }
    try self.init(mapping: descriptor, from: 0)
  }

  /// An open file mapped from an offset to its end.
  init(mapping descriptor: Int32, from offset: Int) throws(ValueIndexError) {
    precondition(offset % IndexHeader.alignment == 0, "an index must be aligned")
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(code: errno) }
    let count = Int(status.st_size)
    guard count >= offset + IndexHeader.size else { throw .notAnIndex }
    // The checksum reads every page at once, so they are asked for together.
    let address = mmap(nil, count, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw .unreadable(code: errno) }
    let whole = UnsafeMutableRawBufferPointer(start: address, count: count)
    mapping = whole
    bytes = UnsafeRawBufferPointer(rebasing: whole[offset...])
  }

  deinit {
    if let mapping {
      munmap(mapping.baseAddress, mapping.count)
    } else {
      bytes.deallocate()
    }
  }
}
