import CSQLite
import Diagnostics
import Values

/// A handle on the user's database that changes neither the file nor its folder.
///
/// A database in rollback mode, or one in WAL mode that another program has open, is read under
/// SQLite's own locks. A WAL database at rest is different: SQLite would create `-wal` and `-shm` files
/// beside it, or fail where the folder is read-only. Such a file is read without locks and without a
/// file of ours, and every reading is checked afterwards: if the file or its companions changed
/// meanwhile, or the path leads to another file, it is opened anew and read again.
struct DatabaseReader {
  /// How the file is held.
  enum Mode: String {
    /// SQLite's locks; also with a live `-wal` and `-shm` of another program.
    case locked
    /// A file at rest with nothing pending: `immutable=1`.
    case still
    /// A file at rest with changes pending in its `-wal`: the log's index is kept in memory
    /// (exclusive mode over the lock-free VFS), as nobody has a `-shm` open.
    case stillWithLog
  }

  /// The open database, guarded.
  let handle: Handle
  /// How it is held.
  let mode: Mode
  private let path: String
  private let stamp: Stamp

  /// Opens a database for reading.
  ///
  /// - Parameter path: canonical path of the file.
  /// - Throws: a failure for each thing that can be wrong with the file.
  init(path: String) throws(Failure) {
    let stamp = Stamp(path: path)
    guard let file = stamp.file else { throw .missingDatabase(at: path) }
    if file.isFolder { throw .folderInsteadOfDatabase(at: path) }
    if !file.isRegular { throw .notADatabase(at: path) }
    if file.size == 0 { throw .emptyDatabase(at: path) }
    // Opening reads nothing yet and takes no lock; the header tells which mode is right.
    let probe = try Self.open(path, mode: .still)
    let header = probe.fileBytes(count: 100)
    guard header.starts(with: "SQLite format 3\0".utf8) else { throw .notADatabase(at: path) }
    // Bytes 18 and 19, the write and read versions, are 2 for WAL.
    let isWAL = header[18] == 2 && header[19] == 2
    let wanted = isWAL ? stamp.restingMode : .locked
    let opened = try Self.openGuarded(path, mode: wanted, fallback: isWAL ? stamp : nil)
    // While nobody writes, that is: no log, and nothing changed since the header was read.
    if !stamp.hasPendingLog, Self.isShort(file.size, for: header), Stamp(path: path) == stamp {
      throw .corruptDatabase(at: path, detail: "file too short")
    }
    self.path = path
    self.stamp = stamp
    handle = opened.handle
    mode = opened.mode
  }

  /// Whether what was read so far is what the path holds.
  var isCurrent: Bool {
    let now = Stamp(path: path)
    guard mode == .locked else { return now == stamp }
    // Locks guard the content; only a file put in its place by renaming goes unnoticed.
    guard let before = stamp.file, let file = now.file else { return false }
    return before.isSameFile(as: file)
  }

  /// Whether the file has fewer bytes than its header promises.
  ///
  /// SQLite notices whole missing pages only; it reads the missing part of the last one as zeros.
  /// Page size in bytes 16–17 (1 is 65,536); page count in 28–31, valid when the change counter in
  /// 24–27 equals that in 92–95 (https://www.sqlite.org/fileformat.html#the_database_header).
  private static func isShort(_ size: Int64, for header: [UInt8]) -> Bool {
    func number(_ range: Range<Int>) -> Int64 {
      header[range].reduce(0) { $0 << 8 | Int64($1) }
    }
    guard number(24..<28) == number(92..<96) else { return false }
    let pageSize = number(16..<18) == 1 ? 65_536 : number(16..<18)
    return size < pageSize * number(28..<32)
  }

  private static func openGuarded(
    _ path: String,
    mode: Mode,
    fallback: Stamp?
  ) throws(Failure) -> (handle: Handle, mode: Mode) {
    do throws(Failure) {
      let handle = try open(path, mode: mode)
      try guardReading(handle)
      // The first real reading: wrong keys, missing pages and locks show here, not in a question.
      _ = try handle.select("SELECT count(*) FROM sqlite_schema")
      return (handle, mode)
    } catch {
      // The companions exist but cannot be used (a read-only folder, another user's `-shm`).
      let mayFallBack = ["db.permission", "db.needs-recovery", "db.read-error", "db.missing"]
      guard mode == .locked, let fallback, mayFallBack.contains(error.code) else { throw error }
      let next: Mode = fallback.hasPendingLog ? .stillWithLog : .still
      return try openGuarded(path, mode: next, fallback: nil)
    }
  }

  private static func open(_ path: String, mode: Mode) throws(Failure) -> Handle {
    let options =
      switch mode {
      case .locked: "mode=ro"
      case .still: "mode=ro&immutable=1"
      case .stillWithLog: "mode=ro&vfs=unix-none"
      }
    let handle = try Handle(
      address: "file:\(escaped(path))?\(options)",
      path: path,
      flags: SQLITE_OPEN_READONLY
    )
    // Even a reader would else copy the log into the database when it is the last to close.
    _ = optiflow_sqlite3_db_config_flag(handle.pointer, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    if mode == .stillWithLog { try handle.execute("PRAGMA locking_mode=EXCLUSIVE") }
    return handle
  }

  /// The guards beside the read-only flag: `query_only`, limits, authorizer.
  private static func guardReading(_ handle: Handle) throws(Failure) {
    try handle.execute("PRAGMA query_only=ON; PRAGMA cache_size=-16384")
    let limits: [(Int32, Int32)] = [
      (SQLITE_LIMIT_ATTACHED, 1), (SQLITE_LIMIT_LENGTH, 64 << 20),
      (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
      (SQLITE_LIMIT_TRIGGER_DEPTH, 1), (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (limit, value) in limits {
      sqlite3_limit(handle.pointer, limit, value)
    }
    handle.restrictToReading()
  }

  /// Puts a side file of ours beside the database, for reading as well.
  ///
  /// Its tables are then named like the database's own, which come first where both have one.
  func attach(_ sideFile: String) throws(Failure) {
    try handle.whileAttaching { (handle) throws(Failure) in
      let address = "file:\(Self.escaped(sideFile))?mode=ro"
      try handle.run(try handle.prepare("ATTACH ? AS computed"), [.text(address)])
    }
  }

  /// A path inside a URI: `%`, `?` and `#` mean something else there.
  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { result, character in
      switch character {
      case "%": result += "%25"
      case "?": result += "%3f"
      case "#": result += "%23"
      default: result.append(character)
      }
    }
  }
}

/// What the file system shows of a database and its companions at one moment.
private struct Stamp: Equatable {
  var file: FileStatus?
  var log: FileStatus?
  var hasSharedMemory: Bool

  init(path: String) {
    file = FileStatus(path: path)
    log = FileStatus(path: path + "-wal")
    hasSharedMemory = FileStatus(path: path + "-shm") != nil
  }

  /// Whether changes wait in the log.
  var hasPendingLog: Bool { (log?.size ?? 0) > 0 }

  /// How a WAL database in this state is read without leaving traces.
  ///
  /// Both companions exist while any program has the database open.
  var restingMode: DatabaseReader.Mode {
    if log != nil, hasSharedMemory { return .locked }
    return hasPendingLog ? .stillWithLog : .still
  }
}
