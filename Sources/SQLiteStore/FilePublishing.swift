import CSQLite
import Diagnostics
import Glibc
import Synchronization

/// Numbers temporary files, so that two writers of one process never share a name.
private let temporaryNumber = Atomic<Int>(0)

/// Where a new database is really to be: absolute, links followed.
///
/// - Throws: "db.is-a-folder"; "db.exists" unless replacing, and for what is no plain file;
///   "db.not-writable" when the folder is missing.
func destination(_ path: String, replacing: Bool) throws(Failure) -> String {
  let target = canonicalPath(path) ?? path
  if let status = FileStatus(path: target) {
    if status.isFolder { throw .folderInsteadOfDatabase(at: path) }
    if !replacing || !status.isRegular { throw .existingFile(at: path) }
  }
  guard let folder = canonicalPath(folderPart(of: target)) else {
    throw .unwritable(path, error: errno)
  }
  return (folder == "/" ? "" : folder) + "/" + filePart(of: target)
}

/// Makes a new empty file in the folder of another, under a name of its own.
///
/// - Returns: its path.
/// - Throws: "db.not-writable".
func newFile(beside path: String, permissions: mode_t) throws(Failure) -> String {
  let number = temporaryNumber.add(1, ordering: .relaxed).newValue
  let temporary = "\(path).tmp-\(getpid())-\(number)"
  let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
  let descriptor = open(temporary, flags, permissions)
  guard descriptor >= 0 else { throw .unwritable(path, error: errno) }
  close(descriptor)
  return temporary
}

/// Refuses a path at which a journal or log waits: it would be replayed into the file put there.
///
/// - Throws: "db.in-use".
func refuseJournal(of path: String) throws(Failure) {
  for companion in ["-wal", "-journal"] where (FileStatus(path: path + companion)?.size ?? 0) > 0 {
    throw .openElsewhere(path)
  }
}

/// Gives a finished database file its final name in one step.
///
/// - Throws: "db.exists" when something has that name and must stay; "db.in-use" when the database of
///   that name has a journal; "db.not-writable".
func publish(_ temporary: String, as path: String, replacing: Bool) throws(Failure) {
  let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .unwritable(path, error: errno) }
  let syncError = fsync(descriptor) == 0 ? 0 : errno
  close(descriptor)
  guard syncError == 0 else { throw .unwritable(path, error: syncError) }
  try refuseJournal(of: path)
  if replacing {
    guard rename(temporary, path) == 0 else { throw .unwritable(path, error: errno) }
  } else {
    // link, unlike rename, never replaces.
    guard link(temporary, path) == 0 else {
      throw errno == EEXIST ? .existingFile(at: path) : .unwritable(path, error: errno)
    }
    unlink(temporary)
  }
}

extension Handle {
  /// Opens a file that exists for writing.
  static func writable(path: String) throws(Failure) -> Handle {
    try Handle(address: path, path: path, flags: SQLITE_OPEN_READWRITE)
  }

  /// Opens a new file that nobody else knows of yet, for writing without journal or syncing.
  static func unpublished(path: String) throws(Failure) -> Handle {
    let handle = try writable(path: path)
    try handle.execute(
      "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; "
        + "PRAGMA cache_size=-65536"
    )
    return handle
  }
}
