import Diagnostics
import Glibc

/// Writing bytes into a file that is there.
enum TextFile {
  /// Writes all bytes; `path` is what failures call the file.
  static func write(_ bytes: [UInt8], to file: String, as path: String) throws(Failure) {
    let descriptor = open(file, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritableExport(path, error: errno) }
    let error = bytes.withUnsafeBytes { fill(descriptor, with: $0) }
    let isClosed = close(descriptor) == 0
    guard error == 0, isClosed else {
      throw .unwritableExport(path, error: error == 0 ? errno : error)
    }
  }

  /// Writes a buffer; gives the system's error, 0 when there was none.
  private static func fill(_ descriptor: Int32, with buffer: UnsafeRawBufferPointer) -> Int32 {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return errno }
      done += count
    }
    return 0
  }
}
