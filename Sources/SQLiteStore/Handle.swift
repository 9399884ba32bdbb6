import CSQLite
import Diagnostics
import Values

/// The only owner of an open `sqlite3`: opens, prepares, runs, closes.
///
/// Not Sendable on purpose: it lives inside the mutex of a `Connection`, which is what makes SQLite's
/// multi-thread mode right ("no single database connection … is used simultaneously in two or more
/// threads", https://www.sqlite.org/threadsafe.html).
final class Handle {
  /// The C handle, for the files of this target only.
  let pointer: OpaquePointer
  /// The file it reads or writes, for messages.
  let path: String
  private let watch = Watch()
  private var authorizer: Authorizer?
  private var prepared: [String: Statement] = [:]
  private var insertions: [Statement] = []

  /// Statements kept ready for the next question; beyond that all are dropped and prepared anew.
  private static let preparedLimit = 64

  /// Milliseconds to wait for another program's lock.
  private static let busyTimeout: Int32 = 2_000

  /// Opens a file or a `file:` URI.
  ///
  /// - Parameters:
  ///   - address: what SQLite is given.
  ///   - path: the same file as people write it.
  ///   - flags: SQLITE_OPEN_… flags.
  /// - Throws: what SQLite or the operating system has against it.
  init(address: String, path: String, flags: Int32) throws(Failure) {
    var opened: OpaquePointer?
    let all = flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(address, &opened, all, nil)
    guard let opened else {
      preconditionFailure("out of memory while opening a database")
    }
    guard code == SQLITE_OK else {
      let failure = Failure.sqlite(opened, code: code, path: path)
      sqlite3_close_v2(opened)
      throw failure
    }
    pointer = opened
    self.path = path
    sqlite3_busy_timeout(opened, Self.busyTimeout)
    _ = optiflow_sqlite3_db_config_flag(opened, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = optiflow_sqlite3_db_config_flag(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    SQLFunctions.register(in: opened)
    // Unretained: the handler is called only while this object runs a statement of its own.
    let context = Unmanaged.passUnretained(watch).toOpaque()
    sqlite3_progress_handler(
      opened,
      Watch.stepsBetweenLooks,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue().mustStop ? 1 : 0
      },
      context
    )
  }

  deinit {
    // Statements first: "sqlite3_close_v2 … if the connection still has outstanding prepared
    // statements … becomes an unusable zombie", and would keep its locks.
    prepared.removeAll()
    insertions.removeAll()
    sqlite3_close_v2(pointer)
  }

  /// Denies from now on all that does not read.
  func restrictToReading() {
    let authorizer = Authorizer()
    authorizer.install(in: pointer)
    self.authorizer = authorizer
  }

  /// Runs a body in which a file may be attached.
  func whileAttaching(_ body: (Handle) throws(Failure) -> Void) throws(Failure) {
    authorizer?.isAttaching = true
    defer { authorizer?.isAttaching = false }
    try body(self)
  }

  /// Frees the pages that it keeps of its files.
  func dropPages() { sqlite3_db_release_memory(pointer) }

  /// What SQLite says of the last error.
  var message: String { String(cString: sqlite3_errmsg(pointer)) }

  /// The error SQLite holds for a result code, as a failure.
  func failure(_ code: Int32) -> Failure {
    Failure.sqlite(
      pointer,
      code: code,
      path: path,
      isCancelled: watch.cancellation?.isCancelled ?? false
    )
  }

  /// Prepares exactly one statement.
  ///
  /// - Throws: "db.refused" when the text holds several statements or none, or what the authorizer
  ///   forbids; "db.query-failed" when SQLite does not understand it.
  func prepare(_ sql: String) throws(Failure) -> Statement {
    var text = sql
    var code = SQLITE_OK
    var first: OpaquePointer?
    var hasMore = false
    authorizer?.hasDenied = false
    text.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      guard let start else { return }
      var tail: UnsafePointer<CChar>?
      code = sqlite3_prepare_v2(pointer, start, Int32(clamping: bytes.count), &first, &tail)
      guard code == SQLITE_OK, let tail else { return }
      // Comments and blanks prepare to nothing; anything else is a second statement. The rest is
      // prepared, never run. A NUL byte ends SQL early, so text after one is refused as well.
      let rest = bytes.count - (tail - start)
      var second: OpaquePointer?
      let restCode = sqlite3_prepare_v2(pointer, tail, Int32(clamping: rest), &second, nil)
      hasMore = second != nil || restCode != SQLITE_OK || bytes.contains(0)
      sqlite3_finalize(second)
    }
    guard code == SQLITE_OK else {
      let isDenied = authorizer?.hasDenied ?? false
      throw isDenied
        ? .refusedStatement(detail: message) : failure(code)
    }
    guard let first else { throw .refusedStatement(detail: "empty") }
    let statement = Statement(owning: first)
    guard !hasMore else { throw .refusedStatement(detail: "more than one statement") }
    return statement
  }

  /// Runs a query that must not write.
  ///
  /// - Parameters:
  ///   - sql: one SELECT.
  ///   - parameters: one value for each `?`.
  ///   - limit: rows to return at most.
  ///   - deadline: when to give up.
  ///   - cancellation: a switch that stops it.
  /// - Returns: names of the columns, and rows.
  /// - Throws: "db.refused", "db.too-slow", "db.interrupted", "db.locked" and the like.
  func select(
    _ sql: String,
    _ parameters: [Value] = [],
    limit: Int = .max,
    deadline: ContinuousClock.Instant? = nil,
    cancellation: Cancellation? = nil
  ) throws(Failure) -> QueryResult {
    let statement = try cachedStatement(sql)
    var result = QueryResult(columns: [], rows: [])
    try visit(statement, parameters, deadline: deadline, cancellation: cancellation) {
      if result.columns.isEmpty { result.columns = statement.columnNames }
      result.isTruncated = result.rows.count == limit
      guard !result.isTruncated else { return false }
      result.rows.append(statement.row(columns: result.columns.count))
      return true
    }
    if result.columns.isEmpty { result.columns = statement.columnNames }
    return result
  }

  /// Runs a check of ours, which the guard denies to questions.
  ///
  /// - Parameters:
  ///   - check: the PRAGMA.
  ///   - argument: what stands between its parentheses, quoted when it is a name.
  ///   - deadline: when to give up.
  ///   - cancellation: a switch that stops it.
  ///   - body: is given each row.
  /// - Throws: as `select` does.
  func run(
    _ check: Authorizer.Check,
    _ argument: String,
    deadline: ContinuousClock.Instant?,
    cancellation: Cancellation?,
    _ body: ([Value]) -> Void
  ) throws(Failure) {
    authorizer?.running = check
    defer { authorizer?.running = nil }
    // Not kept: a question of the same text would find it there and pass by the authorizer.
    let statement = try prepare("PRAGMA \(check.rawValue)(\(argument))")
    try visit(statement, [], deadline: deadline, cancellation: cancellation) {
      body(statement.row(columns: statement.columnCount))
      return true
    }
  }

  /// Runs a statement that must not write until its end, or until the body says false at a row.
  private func visit(
    _ statement: Statement,
    _ parameters: [Value],
    deadline: ContinuousClock.Instant?,
    cancellation: Cancellation?,
    _ body: () -> Bool
  ) throws(Failure) {
    guard statement.isReadOnly else { throw .refusedStatement(detail: "not read-only") }
    watch.deadline = deadline
    watch.cancellation = cancellation
    defer {
      statement.reset()
      watch.deadline = nil
      watch.cancellation = nil
    }
    let bound = statement.bind(parameters)
    guard bound == SQLITE_OK else { throw failure(bound) }
    while true {
      let code = statement.step()
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code) }
      if !body() { return }
    }
  }

  private func cachedStatement(_ sql: String) throws(Failure) -> Statement {
    if let known = prepared[sql] { return known }
    let statement = try prepare(sql)
    if prepared.count >= Self.preparedLimit { prepared.removeAll() }
    prepared[sql] = statement
    return statement
  }

  /// Runs a script of our own: any number of statements, no parameters, rows thrown away.
  func execute(_ script: String) throws(Failure) {
    let code = sqlite3_exec(pointer, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// Runs one writing statement with parameters.
  func run(_ statement: Statement, _ values: [Value]) throws(Failure) {
    defer { statement.reset() }
    var code = statement.bind(values)
    guard code == SQLITE_OK else { throw failure(code) }
    repeat { code = statement.step() } while code == SQLITE_ROW
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Keeps a prepared insertion and returns its number.
  func addInsertion(_ sql: String) throws(Failure) -> Int {
    insertions.append(try prepare(sql))
    return insertions.count - 1
  }

  /// Runs the insertion of that number.
  func insert(_ values: [Value], with number: Int) throws(Failure) {
    try run(insertions[number], values)
  }

  /// The first bytes of the database file; fewer than asked when the file is shorter.
  func fileBytes(count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let code = bytes.withUnsafeMutableBytes { buffer in
      optiflow_sqlite3_read_file(pointer, buffer.baseAddress, Int32(count), 0)
    }
    // A short read fills the rest with zeros, which no header check accepts.
    let isShort = code & 0xFF == SQLITE_IOERR && code >> 8 == 2
    return code == SQLITE_OK || isShort ? bytes : []
  }
}
