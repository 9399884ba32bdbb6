import Diagnostics
import Glibc

/// Making sure of room on the disk before something writes that would not notice its end.
enum FileRoom {
  /// Takes so many bytes for a file that is there and empty, and gives them back to its disk.
  ///
  /// - Parameters:
  ///   - count: bytes.
  ///   - file: the file.
  ///   - path: what failures call it.
  /// - Throws: "export.not-writable" when there is no such room.
  static func reserve(_ count: Int, in file: String, as path: String) throws(Failure) {
    let descriptor = open(file, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritableExport(path, error: errno) }
    defer { close(descriptor) }
    let error = posix_fallocate(descriptor, 0, count)
    guard error == 0 else { throw .unwritableExport(path, error: error) }
    guard ftruncate(descriptor, 0) == 0 else { throw .unwritableExport(path, error: errno) }
  }
}
