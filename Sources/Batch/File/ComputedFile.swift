package import Diagnostics
import Glibc
package import SQLiteStore
import Values

/// The side file of one user database, open for writing: what the nightly run computed, in tables of its own.
///
/// A SQLite file in WAL mode, readable by its user only. A damaged one is put aside and begun anew: all in it is
/// computed, but for the user's lessons, which are read back from the file beside it.
package struct ComputedFile: Sendable {
  /// The open file, its tables up to date.
  package let connection: Connection
  /// Where it is.
  package let path: String
  /// Where a damaged file was put; nil when there was none.
  package let setAsidePath: String?

  /// Opens the file, made when missing, and brings its tables up to date.
  ///
  /// Whoever writes holds a `ComputedLock` of the same path.
  ///
  /// - Parameters:
  ///   - path: where it is; its folder must exist.
  ///   - database: the user's database, which it must not be.
  /// - Returns: the open file.
  /// - Throws: "batch.own-database", "batch.foreign-file", "batch.newer-file", "db.not-writable", "db.locked".
  package static func open(_ path: String, for database: Connection) throws(Failure) -> ComputedFile
  {
    try refuse(path, ifSameAs: database.path)
    var setAside: String?
    switch try state(of: path) {
    case .usable: break
    case .damaged: setAside = try putAside(path)
    }
    let connection = try Connection.open(sideFile: path)
    try migrate(connection, at: path)
    return ComputedFile(connection: connection, path: path, setAsidePath: setAside)
  }

  private enum State {
    case usable
    case damaged
  }

  /// What is at the path, looked at without writing.
  private static func state(of path: String) throws(Failure) -> State {
    do throws(Failure) {
      let reader = try Connection.readOnly(path: path)
      let tables = try reader.query("SELECT name FROM sqlite_schema WHERE type = 'table'").rows
        .compactMap { $0.first?.text }
      if tables.isEmpty { return .usable }
      guard tables.contains("optiflow_meta") else { throw Failure.foreignFile(at: path) }
      let version = try version(reader)
      if version > ComputedSchema.version { throw Failure.newerFile(at: path, version: version) }
      return try reader.check().isEmpty ? .usable : .damaged
    } catch {
      switch error.code {
      case "db.missing", "db.empty": return .usable
      case "db.not-a-database", "db.corrupt": return .damaged
      default: throw error
      }
    }
  }

  private static func version(_ connection: Connection) throws(Failure) -> Int {
    let rows = try connection.query(
      "SELECT value FROM optiflow_meta WHERE key = 'schema_version'"
    ).rows
    return rows.first?.first?.text.flatMap(Int.init) ?? 0
  }

  /// Renames a damaged file, with what SQLite keeps beside it, to a name with the time.
  private static func putAside(_ path: String) throws(Failure) -> String {
    let target = "\(path).damaged-\(LocalTime.stamp)"
    guard rename(path, target) == 0 else { throw .notPutAside(path, error: errno) }
    for companion in ["-wal", "-shm", "-journal"] where access(path + companion, F_OK) == 0 {
      guard rename(path + companion, target + companion) == 0 else {
        throw .notPutAside(path + companion, error: errno)
      }
    }
    return target
  }

  /// Refuses the user's database as its own side file.
  static func refuse(_ path: String, ifSameAs database: String) throws(Failure) {
    var (ours, theirs) = (stat(), stat())
    guard stat(path, &ours) == 0, stat(database, &theirs) == 0 else { return }
    if ours.st_dev == theirs.st_dev, ours.st_ino == theirs.st_ino { throw .ownDatabase(at: path) }
  }

  /// Makes the changes a file lacks, all of them or none; a new table of lessons is filled from the file beside it.
  private static func migrate(_ connection: Connection, at path: String) throws(Failure) {
    try connection.execute(
      "CREATE TABLE IF NOT EXISTS optiflow_meta(key TEXT PRIMARY KEY, value TEXT)"
    )
    let version = try version(connection)
    guard version < ComputedSchema.version else { return }
    let missing = ComputedSchema.migrations.dropFirst(version)
    try connection.transaction { () throws(Failure) in
      for migration in missing { try connection.execute(migration.script) }
      if missing.contains(where: { $0.name == LessonTable.migration }) {
        try LessonExport(of: path).readBack(into: LessonTable(connection))
      }
      try connection.setMeta("schema_version", String(ComputedSchema.version))
    }
  }
}

extension Connection {
  /// Sets an entry of `optiflow_meta`.
  func setMeta(_ key: String, _ value: String) throws(Failure) {
    try execute(
      "INSERT OR REPLACE INTO optiflow_meta(key, value) VALUES (?, ?)",
      parameters: [.text(key), .text(value)]
    )
  }
}
