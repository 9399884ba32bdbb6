package import Diagnostics
import Glibc
import Synchronization
package import Values

/// A connection with a database file: the user's for reading, or one of our own for writing.
///
/// Sendable without exception: all that is not lives in the mutex, and one call holds it at a time, so a
/// connection may be shared by tasks (their queries then queue up; open several to run several).
package final class Connection: Sendable {
  /// What the connection is for.
  private enum Access: Sendable {
    case reading
    /// Written beside `destination` and put in its place by `finish()`.
    case creating(destination: String, isReplacing: Bool)
    case sideFile
  }

  /// What the mutex guards; one of the two, neither after `finish()`.
  private struct State {
    var reader: DatabaseReader?
    var writer: Handle?
    /// The side file whose tables are read beside the database's own.
    var sideFile: String?
  }

  /// The file, as an absolute path without symbolic links.
  package let path: String
  private let access: Access
  private let state: Mutex<State>

  private init(path: String, access: Access, state: sending State) {
    self.path = path
    self.access = access
    self.state = Mutex(state)
  }

  deinit {
    guard case .creating = access else { return }
    let isUnfinished = state.withLock { state in
      defer { state.writer = nil }
      return state.writer != nil
    }
    if isUnfinished { unlink(path) }
  }
}

// MARK: - Reading

extension Connection {
  /// Opens the user's database; neither the file nor its folder will be changed.
  ///
  /// - Throws: "db.missing", "db.is-a-folder", "db.empty", "db.not-a-database", "db.corrupt",
  ///   "db.locked" (after two seconds), "db.permission", "db.needs-recovery", "db.read-error".
  package static func readOnly(path: String) throws(Failure) -> Connection {
    guard let canonical = canonicalPath(path) else {
      throw errno == EACCES ? .unreadable(path) : .missingDatabase(at: path)
    }
    return Connection(
      path: canonical,
      access: .reading,
      state: State(reader: try DatabaseReader(path: canonical))
    )
  }

  /// Runs one SELECT.
  ///
  /// - Parameters:
  ///   - sql: exactly one statement that reads.
  ///   - parameters: one value for each `?`; another number is a bug and traps.
  ///   - deadline: how long it may run, counted from when the connection is free.
  ///   - limit: rows to return at most; beyond, the result says that it is truncated.
  ///   - cancellation: a switch to stop it from elsewhere.
  /// - Returns: names of the columns, and rows.
  /// - Throws: "db.refused", "db.too-slow", "db.interrupted", "db.query-failed", "db.changing" and
  ///   what can befall the file.
  package func query(
    _ sql: String,
    parameters: [Value] = [],
    deadline: Duration = .seconds(30),
    limit: Int = 10_000,
    cancellation: Cancellation? = nil
  ) throws(Failure) -> QueryResult {
    try withHandle { (handle) throws(Failure) in
      try handle.select(
        sql,
        parameters,
        limit: limit,
        deadline: ContinuousClock.now + deadline,
        cancellation: cancellation
      )
    }
  }

  /// Reads the tables of a side file of ours beside the database's own from now on.
  ///
  /// - Parameter sideFile: its path; the file must exist.
  /// - Throws: what can befall a file that is opened.
  package func attach(sideFile: String) throws(Failure) {
    try state.withLock { (state) throws(Failure) in
      guard state.sideFile == nil else { return }
      try state.reader?.attach(sideFile)
      state.sideFile = sideFile
    }
  }

  /// Frees the pages that it keeps of the file; they are read again when they are wanted.
  package func dropPages() {
    state.withLock { state in
      state.reader?.handle.dropPages()
      state.writer?.dropPages()
    }
  }

  /// Reads through the open handle, anew when the file changed meanwhile.
  ///
  /// The handle must not leave the closure.
  func withHandle<Result: Sendable>(
    _ body: (Handle) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { (state) throws(Failure) -> Result in
      if let writer = state.writer { return try body(writer) }
      for _ in 0..<3 {
        let reader = try currentReader(&state)
        do throws(Failure) {
          let result = try body(reader.handle)
          if reader.mode == .locked || reader.isCurrent { return result }
        } catch {
          // A file that changed under a lock-free reading can look damaged.
          if reader.mode == .locked || reader.isCurrent { throw error }
        }
      }
      throw .changingDatabase(at: path)
    }
  }

  private func currentReader(_ state: inout State) throws(Failure) -> DatabaseReader {
    if let reader = state.reader, reader.isCurrent { return reader }
    guard case .reading = access else { preconditionFailure("the connection was finished") }
    state.reader = nil
    let reader = try DatabaseReader(path: path)
    if let sideFile = state.sideFile { try reader.attach(sideFile) }
    state.reader = reader
    return reader
  }
}

// MARK: - Writing

extension Connection {
  /// Begins a new database file, which appears at its path only with `finish()`.
  ///
  /// Until then it is written beside, without journal or syncing, and a connection that is dropped
  /// unfinished leaves nothing.
  ///
  /// - Throws: "db.exists" unless replacing; "db.is-a-folder"; "db.not-writable".
  package static func create(path: String, replacing: Bool = false) throws(Failure) -> Connection {
    let destination = try destination(path, replacing: replacing)
    let temporary = try newFile(beside: destination, permissions: 0o644)
    let handle = try Handle.unpublished(path: temporary)
    return Connection(
      path: temporary,
      access: .creating(destination: destination, isReplacing: replacing),
      state: State(writer: handle)
    )
  }

  /// Opens a side file of our own, made when missing: WAL, readable by its user only.
  ///
  /// - Throws: "db.not-writable", "db.not-a-database", "db.corrupt", "db.locked".
  package static func open(sideFile path: String) throws(Failure) -> Connection {
    // SQLite gives its `-wal` and `-shm` the permissions of the file, so these are set first.
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path, error: errno) }
    Glibc.close(descriptor)
    let canonical = canonicalPath(path) ?? path
    let handle = try Handle.writable(path: canonical)
    try handle.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")
    return Connection(path: canonical, access: .sideFile, state: State(writer: handle))
  }

  /// Runs a script of our own SQL: any number of statements, without parameters.
  package func execute(_ script: String) throws(Failure) {
    try withWriter { (writer) throws(Failure) in try writer.execute(script) }
  }

  /// Runs one writing statement with parameters.
  package func execute(_ sql: String, parameters: [Value]) throws(Failure) {
    try withWriter { (writer) throws(Failure) in
      try writer.run(try writer.prepare(sql), parameters)
    }
  }

  /// Prepares an INSERT for many rows.
  ///
  /// - Parameters:
  ///   - table: a table that exists.
  ///   - columns: the columns to fill, in the order of the values to come.
  ///   - isReplacing: whether a row with the same key is overwritten (INSERT OR REPLACE).
  /// - Returns: the insertion, ready for any number of rows.
  /// - Throws: "db.query-failed" when the table or a column is not there.
  package func prepareInsert(
    into table: String,
    columns: [String],
    replacing isReplacing: Bool = false
  ) throws(Failure) -> Insertion {
    let names = columns.map(quoted(identifier:)).joined(separator: ", ")
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let verb = isReplacing ? "INSERT OR REPLACE" : "INSERT"
    let sql = "\(verb) INTO \(quoted(identifier: table)) (\(names)) VALUES (\(marks))"
    let number = try withWriter { (writer) throws(Failure) in try writer.addInsertion(sql) }
    return Insertion(connection: self, number: number)
  }

  /// Runs a body inside one transaction: all of it or nothing.
  ///
  /// The body calls this connection's own methods. One task at a time: what other tasks write to the
  /// same connection meanwhile becomes part of the transaction.
  package func transaction<Result>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try execute("BEGIN IMMEDIATE")
    do throws(Failure) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // The first error counts; some errors have ended the transaction already.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// Closes a connection made by `create` and puts the file at its path, all at once.
  ///
  /// - Throws: "db.exists" or "db.in-use" when the path was taken meanwhile; "db.not-writable".
  package func finish() throws(Failure) {
    guard case .creating(let destination, let isReplacing) = access else {
      preconditionFailure("only a created database is finished")
    }
    state.withLock { $0.writer = nil }
    do throws(Failure) {
      try publish(path, as: destination, replacing: isReplacing)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Inserts a row with a prepared insertion.
  fileprivate func insert(_ values: [Value], with number: Int) throws(Failure) {
    try withWriter { (writer) throws(Failure) in try writer.insert(values, with: number) }
  }

  private func withWriter<Result: Sendable>(
    _ body: (Handle) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { (state) throws(Failure) -> Result in
      guard let writer = state.writer else {
        preconditionFailure("the connection is read-only or finished")
      }
      return try body(writer)
    }
  }
}

/// A prepared INSERT, for many rows.
package struct Insertion: Sendable {
  fileprivate let connection: Connection
  fileprivate let number: Int

  /// Adds one row; as many values as columns were named, another number is a bug and traps.
  package func insert(values: [Value]) throws(Failure) {
    try connection.insert(values, with: number)
  }
}
