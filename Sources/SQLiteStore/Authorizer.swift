import CSQLite

/// What a read-only connection may do at all, decided by SQLite while it prepares a statement.
///
/// Allowed: SELECT, reading columns of the database's own tables, recursive CTEs and functions.
/// Everything else (INSERT, PRAGMA, ATTACH, BEGIN, CREATE …) is denied by not being named, but for the
/// checks that we run ourselves, while we run them.
final class Authorizer {
  /// A PRAGMA that looks the database over and changes nothing.
  enum Check: String {
    /// Whether pages, indexes and rows are sound.
    case quick = "quick_check"
    /// Which rows refer to a row that is not there.
    case foreignKeys = "foreign_key_check"
  }

  /// The one check that may be prepared now; nil while questions are.
  var running: Check?

  /// Whether a side file of ours is being attached: the only time that ATTACH is permitted.
  var isAttaching = false

  /// Whether something was denied since this was last set to false.
  ///
  /// SQLite reports a denied function or table-valued pragma as an ordinary error.
  var hasDenied = false

  /// Functions that reach outside the database or give another answer every time.
  private static let deniedFunctions: Set<String> = [
    "changes", "current_date", "current_time", "current_timestamp", "edit", "fts3_tokenizer",
    "last_insert_rowid", "load_extension", "random", "randomblob", "readfile", "sqlite_log",
    "total_changes", "writefile",
  ]

  /// The internal tables that may be read; the rest of `sqlite_…` and `pragma_…` may not.
  private static let readableInternals: Set<String> = [
    "sqlite_master", "sqlite_schema", "sqlite_sequence",
  ]

  /// Installs the rules; they hold until the connection is closed, which must not outlive this.
  func install(in database: OpaquePointer) {
    sqlite3_set_authorizer(
      database,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let authorizer = Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue()
        if authorizer.permits(action, first, second) { return SQLITE_OK }
        authorizer.hasDenied = true
        return SQLITE_DENY
      },
      Unmanaged.passUnretained(self).toOpaque()
    )
  }

  /// Whether an action is permitted; the arguments are those of `sqlite3_set_authorizer`.
  private func permits(
    _ action: Int32,
    _ first: UnsafePointer<CChar>?,
    _ second: UnsafePointer<CChar>?
  ) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE:
      return true
    case SQLITE_READ:
      guard let first else { return true }
      let table = String(cString: first).lowercased()
      let isInternal = table.hasPrefix("sqlite_") || table.hasPrefix("pragma_")
      return !isInternal || Self.readableInternals.contains(table)
    case SQLITE_FUNCTION:
      guard let second else { return false }
      return !Self.deniedFunctions.contains(String(cString: second).lowercased())
    case SQLITE_ATTACH:
      return isAttaching
    case SQLITE_PRAGMA:
      guard let first, let running else { return false }
      return String(cString: first) == running.rawValue
    default:
      return false
    }
  }
}
