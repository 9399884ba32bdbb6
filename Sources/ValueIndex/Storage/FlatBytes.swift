import Glibc

/// A block of bytes that never changes: allocated by a build, or a file mapped read-only.
///
/// Sendable because nothing writes to it once the initialiser has returned.
final class FlatBytes: @unchecked Sendable {
  /// The whole block.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// A block of zeros that `fill` writes, once.
  init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: count,
      alignment: IndexHeader.alignment
    )
    block.initializeMemory(as: UInt8.self, repeating: 0)
    fill(block)
    bytes = UnsafeRawBufferPointer(block)
    isMapped = false
  }

  /// A file mapped whole.
  init(mapping path: String) throws(ValueIndexError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(code: errno) }
    let count = Int(status.st_size)
    guard count >= IndexHeader.size else { throw .notAnIndex }
    // The checksum reads every page at once, so they are asked for together.
    let address = mmap(nil, count, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw .unreadable(code: errno) }
    bytes = UnsafeRawBufferPointer(start: address, count: count)
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
