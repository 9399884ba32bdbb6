import Glibc

/// What the file system says of a path, symbolic links followed.
struct FileIdentity: Hashable, Sendable {
  private let device: dev_t
  private let inode: ino_t
  /// Whether it is a folder.
  let isFolder: Bool
  /// Whether it is a plain file: no folder, device or pipe.
  let isRegular: Bool
  /// Who may do what with it.
  let permissions: mode_t

  /// Nil where nothing is; `errno` says why.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    inode = status.st_ino
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    permissions = status.st_mode & 0o777
  }

  /// Whether both are one file, whatever it is called.
  func isSameFile(as other: FileIdentity) -> Bool {
    device == other.device && inode == other.inode
  }
}
