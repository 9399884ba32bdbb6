import Diagnostics
import Glibc

/// A place where a file may be written.
struct ExportTarget: Sendable {
  /// As it was named.
  let path: String
  let format: ExportFormat
  /// Whether a file that is there is replaced.
  let isReplacing: Bool

  /// Looks at a path before anything is written.
  ///
  /// - Parameters:
  ///   - path: where the file is to be.
  ///   - replacing: whether a file that is there may be replaced.
  ///   - database: the path of the database, which never may.
  /// - Throws: why it may not be written there.
  init(_ path: String, replacing: Bool, database: String?) throws(Failure) {
    let found = FileIdentity(path: path)
    if found?.isFolder == true { throw .folderInsteadOfFile(path) }
    self.path = path
    format = try ExportFormat(path: path)
    isReplacing = replacing
    guard let found else {
      try Self.checkFolder(of: path)
      return
    }
    if let database, FileIdentity(path: database)?.isSameFile(as: found) == true {
      throw .databaseInsteadOfFile(path)
    }
    guard found.isRegular else { throw .deviceInsteadOfFile(path) }
    guard replacing else { throw .existingExport(at: path) }
  }

  private static func checkFolder(of path: String) throws(Failure) {
    let folder = FilePath(path).folder
    guard FileIdentity(path: folder) == nil else { return }
    throw errno == ENOENT ? .missingFolder(folder) : .unwritableExport(path, error: errno)
  }

  /// Has a new file written beside the path, then gives it its name in one step.
  ///
  /// Whatever goes wrong before leaves what was there as it was.
  func publish(_ write: (_ temporary: String) throws(Failure) -> Void) throws(Failure) {
    let destination = Self.resolved(path)
    let temporary = try newFile(beside: destination)
    do throws(Failure) {
      try write(temporary)
      try synchronize(temporary)
      try rename(temporary, to: destination)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Where a symbolic link leads, so that the link stays one.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// An empty file with the permissions of the file it replaces, else those the user's mask leaves.
  private func newFile(beside destination: String) throws(Failure) -> String {
    var temporary = ""
    var descriptor: Int32 = -1
    // Names may be taken: by another writer, or by one that was killed.
    for number in 0..<100 {
      // Not made of the file's name: that would be longer than names may be, for some.
      temporary = "\(FilePath(destination).folder)/.optiflow-\(getpid())-\(number).tmp"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    guard descriptor >= 0 else { throw .unwritableExport(path, error: errno) }
    if let old = FileIdentity(path: destination) { fchmod(descriptor, old.permissions) }
    close(descriptor)
    return temporary
  }

  private func synchronize(_ temporary: String) throws(Failure) {
    let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritableExport(path, error: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .unwritableExport(path, error: errno) }
  }

  private func rename(_ temporary: String, to destination: String) throws(Failure) {
    if !isReplacing {
      // link, unlike rename, never replaces.
      if link(temporary, destination) == 0 {
        unlink(temporary)
        return
      }
      if errno == EEXIST { throw .existingExport(at: path) }
      // File systems of sticks and shares have no second names: there, rename is all there is.
      guard errno == EPERM || errno == EOPNOTSUPP else {
        throw .unwritableExport(path, error: errno)
      }
    }
    guard Glibc.rename(temporary, destination) == 0 else {
      throw .unwritableExport(path, error: errno)
    }
  }
}
