import Glibc

/// Tells whether a file changed since: which file it is, its size, its last write.
package struct FileMark: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64
  /// Bytes.
  package let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// That of a path, links followed; nil where there is no file.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// The same as numbers.
  package var numbers: [Int64] {
    [Int64(bitPattern: device), Int64(bitPattern: inode), size, Int64(seconds), Int64(nanoseconds)]
  }
}
