import CSQLite
import Diagnostics

/// The only owner of an `sqlite3_backup`: copies one database into another, some pages at a time.
///
/// Between two steps it holds no lock on the source. When another program wrote to it meanwhile, the
/// next step begins the copy anew (https://www.sqlite.org/backup.html).
final class OnlineBackup {
  private let pointer: OpaquePointer
  // "If the destination database connection is closed while a backup operation is still in progress …"
  // it would stay open: both handles live at least as long as this.
  private let source: Handle
  private let target: Handle
  private var snapshot: Statement?

  /// Begins a copy of all of the source in place of all that the target holds.
  ///
  /// - Throws: what SQLite has against it.
  init(of source: Handle, into target: Handle) throws(Failure) {
    let begun = sqlite3_backup_init(target.pointer, "main", source.pointer, "main")
    guard let begun else { throw target.failure(sqlite3_extended_errcode(target.pointer)) }
    pointer = begun
    self.source = source
    self.target = target
  }

  deinit {
    // Its result repeats the error that `step` gave; the target keeps it as its last error.
    sqlite3_backup_finish(pointer)
  }

  /// Whether the source stays as it is for us until the end.
  var isPinned: Bool { snapshot != nil }

  /// Begins to read the source and does not end before this does, so that no step begins anew.
  ///
  /// - Throws: "db.locked" when a writer does not let go of it in time.
  func pin() throws(Failure) {
    let statement = try source.prepare("SELECT count(*) FROM sqlite_schema")
    let code = statement.step()
    guard code == SQLITE_ROW else { throw source.failure(code) }
    snapshot = statement
  }

  /// Pages of the source, as of the last step.
  var pageCount: Int { Int(sqlite3_backup_pagecount(pointer)) }

  /// Pages still to be copied, as of the last step.
  var remaining: Int { Int(sqlite3_backup_remaining(pointer)) }

  /// Copies some more pages.
  ///
  /// - Returns: SQLITE_OK when more are left, SQLITE_DONE, or an error code; after SQLITE_BUSY and
  ///   SQLITE_LOCKED the step may be tried again.
  func step(pages: Int32) -> Int32 {
    sqlite3_backup_step(pointer, pages)
  }
}
