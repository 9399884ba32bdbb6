import Glibc

/// Reads and writes whole files, each in one buffer.
package enum VectorFile {
  /// All bytes of a file; throws `system` with the system's error number.
  package static func read(_ path: String) throws(VectorIndexError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let part = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]
        )
        let taken = Glibc.read(descriptor, part.baseAddress, part.count)
        if taken < 0, errno == EINTR { continue }
        failure = taken < 0 ? errno : 0
        guard taken > 0 else { return }
        count += taken
      }
    }
    guard failure == 0 else { throw .system(failure) }
    return bytes
  }

  /// Puts a file in place at once: a reader sees the old one or the new one, never a half.
  package static func write(_ bytes: [UInt8], to path: String) throws(VectorIndexError) {
    let draft = path + ".new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(errno) }
    var failure = send(bytes, to: descriptor)
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(draft, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(draft)
      throw .system(failure)
    }
  }

  /// Writes everything; the system's error number, or 0.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let part = UnsafeRawBufferPointer(rebasing: buffer[sent...])
        let taken = Glibc.write(descriptor, part.baseAddress, part.count)
        if taken < 0, errno == EINTR { continue }
        guard taken > 0 else { return taken < 0 ? errno : EIO }
        sent += taken
      }
      return 0
    }
  }
}
