import CSQLite
import Diagnostics
import Glibc

/// Copies a database that other programs may be writing to; the copy is the state of one moment.
///
/// It is polite first: writers may write between two steps, and each time they do the copy begins anew.
/// When that happened too often it keeps them out until it is done (in WAL mode nobody is kept out: the
/// copy then goes on with the state of that moment).
struct DatabaseCopier {
  /// The database to copy.
  let source: Handle
  /// Is told the part that is done, 0 to 1; it falls when the copy begins anew.
  var progress: ((Double) -> Void)?
  /// A switch that stops the copy.
  var cancellation: Cancellation?
  /// How many times running a lock that outlasts the two seconds of the handle is waited for again.
  var patience = 4
  /// Pages between two looks at the switch: 4 MB of the usual size.
  var pagesAtOnce: Int32 = 1_024

  /// How many times the copy may begin anew before writers are kept out.
  private static let politeness = 3

  /// Makes a file hold what the source holds.
  ///
  /// - Parameters:
  ///   - temporary: a file of our own; what is in it is lost.
  ///   - path: what the file is to be called, for messages.
  /// - Throws: "db.locked", "db.interrupted", "db.not-writable" (a full disk) and what can befall the
  ///   source.
  func copy(into temporary: String, for path: String) throws(Failure) {
    // An attempt before this one may have left another database, of another page size.
    guard truncate(temporary, 0) == 0 else { throw .unwritable(path, error: errno) }
    let target = try Handle.unpublished(path: temporary)
    let code = try copyPages(into: target)
    if code != SQLITE_DONE { throw failure(code, of: target, for: path) }
  }

  /// Steps to the end or to the first error that does not pass; gives its code.
  private func copyPages(into target: Handle) throws(Failure) -> Int32 {
    let backup = try OnlineBackup(of: source, into: target)
    var restarts = 0
    var waits = 0
    var left = Int.max
    while true {
      if cancellation?.isCancelled == true { throw .cancelled }
      if restarts == Self.politeness, !backup.isPinned { try backup.pin() }
      let code = backup.step(pages: pagesAtOnce)
      switch code & 0xFF {
      case SQLITE_OK, SQLITE_DONE:
        if backup.remaining >= left { restarts += 1 }
        left = backup.remaining
        waits = 0
        progress?(1 - Double(left) / Double(max(backup.pageCount, 1)))
        if code == SQLITE_DONE { return code }
      case SQLITE_BUSY where waits < patience, SQLITE_LOCKED where waits < patience:
        waits += 1
      default:
        return code
      }
    }
  }

  /// The failure for the code of a step; errors of writing are those of the target.
  private func failure(_ code: Int32, of target: Handle, for path: String) -> Failure {
    switch code & 0xFF {
    case SQLITE_FULL: return .unwritable(path, error: ENOSPC)
    // SQLITE_IOERR_WRITE, _FSYNC and _TRUNCATE, macros that Swift does not see.
    case SQLITE_IOERR where [3, 4, 6].contains(code >> 8):
      return .unwritable(path, error: sqlite3_system_errno(target.pointer))
    default: return .sqlite(target.pointer, code: code, path: source.path)
    }
  }
}
