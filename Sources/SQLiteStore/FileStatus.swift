import Glibc

/// What the file system says of a path, without opening it.
///
/// Opening would be unsafe beside a live connection: closing any descriptor of a file drops the
/// process's POSIX locks on it.
struct FileStatus: Equatable, Sendable {
  /// The file system it lies in.
  var device: UInt64
  /// Which file of it this is, whatever it is called.
  var inode: UInt64
  /// Bytes.
  var size: Int64
  /// Last change of content, in nanoseconds since 1970.
  ///
  /// The time of the last change of state would say no more of the content, and SQLite run by root
  /// moves it by setting the owner of a `-wal` it opens.
  var modified: Int64
  /// Whether it is a folder.
  var isFolder: Bool
  /// Whether it is a plain file: no folder, device or pipe.
  var isRegular: Bool
  /// User who owns it.
  var owner: UInt32
  /// Who may read and write it: the nine bits of `chmod`.
  var permissions: mode_t

  /// The status of a path, symbolic links followed; nil when there is none, `errno` says why.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The status of an open descriptor.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    owner = status.st_uid
    permissions = status.st_mode & 0o777
  }

  /// Whether this is the same file, whatever was written to it since.
  func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// The absolute path without symbolic links; nil when it leads nowhere, `errno` says why.
func canonicalPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The folder part of a path: "/a/b.db" → "/a", "b.db" → ".".
func folderPart(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path: "/a/b.db" → "b.db".
func filePart(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}

/// Names in a folder, sorted; empty when it cannot be listed.
func namesInFolder(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}
