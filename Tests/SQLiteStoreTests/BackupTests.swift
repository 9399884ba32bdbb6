import FolderSupport
import CSQLite
import Diagnostics
import Glibc
import Testing
import Values

@testable import SQLiteStore

@Suite("Copying a database")
struct BackupTests {
  let folder = TemporaryFolder()
  let count = "SELECT count(*) FROM products"

  private func rows(of name: String) throws -> [[Value]] {
    try Connection.readOnly(path: folder.file(name)).query(count).rows
  }

  @Test("the copy holds what the database holds; the database is not touched")
  func whole() throws {
    let path = try makeProducts(in: folder)
    let before = folder.contents
    let connection = try Connection.readOnly(path: path)
    var parts: [Double] = []
    let size = try connection.backup(to: folder.file("copy.db")) { parts.append($0) }
    #expect(namesInFolder(folder.path) == ["copy.db", "shop.db"])
    #expect(folder.contents["shop.db"] == before["shop.db"])
    #expect(Int(size) == folder.bytes("copy.db").count)
    #expect(parts == [1])
    let all = "SELECT * FROM products ORDER BY id"
    let copied = try Connection.readOnly(path: folder.file("copy.db")).query(all)
    #expect(try copied == connection.query(all))
  }

  @Test("progress rises to one, step by step")
  func progress() throws {
    let reader = try DatabaseReader(path: try makeProducts(in: folder))
    let target = try newFile(beside: folder.file("copy.db"), permissions: 0o600)
    var parts: [Double] = []
    var copier = DatabaseCopier(source: reader.handle) { parts.append($0) }
    copier.pagesAtOnce = 1
    try copier.copy(into: target, for: "copy.db")
    #expect(parts.count >= 3)
    #expect(parts == parts.sorted())
    #expect(parts.last == 1)
  }

  @Test("a file that exists is replaced only on request, through a link as well")
  func existing() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    folder.write([1, 2, 3], as: "old.db")
    symlink(folder.file("old.db"), folder.file("link.db"))
    #expect(failureCode { _ = try connection.backup(to: folder.file("old.db")) } == "db.exists")
    #expect(folder.bytes("old.db") == [1, 2, 3])
    _ = try connection.backup(to: folder.file("link.db"), replacing: true)
    #expect(try rows(of: "old.db") == [[.integer(2)]])
    #expect(namesInFolder(folder.path) == ["link.db", "old.db", "shop.db"])
  }

  @Test("the database itself and its companions are refused under any name")
  func itself() throws {
    let path = try makeProducts(in: folder)
    symlink(path, folder.file("symbolic.db"))
    link(path, folder.file("hard.db"))
    let before = folder.contents
    let connection = try Connection.readOnly(path: folder.file("symbolic.db"))
    let names = [
      "shop.db", "symbolic.db", "hard.db", "../\(filePart(of: folder.path))/shop.db",
      "shop.db-wal", "shop.db-shm", "shop.db-journal",
    ]
    for name in names {
      let code = failureCode {
        _ = try connection.backup(to: folder.file(name), replacing: true)
      }
      #expect(code == "db.copy-onto-itself", "\(name)")
    }
    #expect(folder.contents == before)
  }

  @Test("a folder, a missing folder, a device and a database in use are refused")
  func badDestinations() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    func code(_ path: String) -> String? {
      failureCode { _ = try connection.backup(to: path, replacing: true) }
    }
    #expect(code(folder.path) == "db.is-a-folder")
    #expect(code(folder.file("no/such/copy.db")) == "db.not-writable")
    #expect(code("/dev/null") == "db.exists")
    let other = try makeLoggedDatabase(in: folder, name: "other.db")
    #expect(code(folder.file("other.db")) == "db.in-use")
    #expect(try other.query(count).rows == [[.integer(2)]])
    folder.write([1], as: "late.db-wal")
    #expect(code(folder.file("late.db")) == "db.in-use")
    #expect(namesInFolder(folder.path).allSatisfy { !$0.contains(".tmp-") })
  }

  @Test("a folder that is not ours to write is named, and a read-only database is copied")
  func permissions() throws {
    let path = try makeProducts(in: folder)
    chmod(path, 0o444)
    let closed = TemporaryFolder()
    chmod(closed.path, 0o555)
    defer { chmod(closed.path, 0o755) }
    let connection = try Connection.readOnly(path: path)
    let code = withoutPrivileges {
      failureCode { _ = try connection.backup(to: closed.file("copy.db")) }
    }
    #expect(code == "db.not-writable")
    _ = try connection.backup(to: folder.file("copy.db"))
    #expect(FileStatus(path: folder.file("copy.db"))?.permissions == 0o644)
    #expect(try rows(of: "copy.db") == [[.integer(2)]])
  }

  @Test("a private database has a private copy")
  func privacy() throws {
    let path = try makeProducts(in: folder)
    chmod(path, 0o600)
    _ = try Connection.readOnly(path: path).backup(to: folder.file("copy.db"))
    #expect(FileStatus(path: folder.file("copy.db"))?.permissions == 0o600)
  }

  @Test("a WAL database is copied with its log: in use, left behind and at rest")
  func logged() throws {
    let writer = try makeLoggedDatabase(in: folder)
    let connection = try Connection.readOnly(path: folder.file("shop.db"))
    _ = try connection.backup(to: folder.file("copy.db"))
    #expect(try rows(of: "copy.db") == [[.integer(2)]])
    let rest = TemporaryFolder()
    for name in ["shop.db", "shop.db-wal"] { rest.write(folder.bytes(name), as: name) }
    let before = rest.contents
    let left = try Connection.readOnly(path: rest.file("shop.db"))
    _ = try left.backup(to: folder.file("left.db"))
    #expect(try rows(of: "left.db") == [[.integer(2)]])
    #expect(rest.contents == before)
    _ = try Connection.readOnly(path: folder.file("copy.db")).backup(to: folder.file("again.db"))
    #expect(try rows(of: "again.db") == [[.integer(2)]])
    let names = ["again.db", "copy.db", "left.db", "shop.db", "shop.db-shm", "shop.db-wal"]
    #expect(namesInFolder(folder.path) == names)
    _ = writer
  }

  @Test(
    "a writer in the middle of a transaction: the copy has what was committed",
    arguments: [true, false]
  )
  func openTransaction(isWAL: Bool) throws {
    let path = isWAL ? folder.file("shop.db") : try makeProducts(in: folder)
    let held = isWAL ? try makeLoggedDatabase(in: folder) : nil
    let writer = try Handle.writable(path: path)
    try writer.execute("BEGIN IMMEDIATE; DELETE FROM products")
    _ = try Connection.readOnly(path: path).backup(to: folder.file("copy.db"))
    #expect(try rows(of: "copy.db") == [[.integer(2)]])
    try writer.execute("COMMIT")
    #expect(try rows(of: "shop.db") == [[.integer(0)]])
    _ = held
  }

  @Test("a writer that writes all the time: the copy is of one moment", arguments: [true, false])
  func busyWriter(isWAL: Bool) throws {
    let path = folder.file("pairs.db")
    try makePairs(at: path, isWAL: isWAL)
    let writer = try Handle.writable(path: path)
    // A log is there from its first writing on: what is read under locks is meant here.
    try writer.execute("PRAGMA busy_timeout=0; UPDATE heads SET n = 0")
    let reader = try DatabaseReader(path: path)
    let target = try newFile(beside: folder.file("copy.db"), permissions: 0o600)
    var steps = 0
    var refusals = 0
    var copier = DatabaseCopier(source: reader.handle) { _ in
      steps += 1
      // Both in one transaction: a copy made of two moments has them apart.
      let code = failureCode {
        try writer.execute("BEGIN; UPDATE heads SET n = n + 1; UPDATE tails SET n = n + 1; COMMIT")
      }
      if code != nil { refusals += 1; try? writer.execute("ROLLBACK") }
    }
    copier.pagesAtOnce = 8
    try copier.copy(into: target, for: "copy.db")
    let copy = try Connection.readOnly(path: target)
    let apart = "SELECT count(*) FROM heads JOIN tails USING (id) WHERE heads.n <> tails.n"
    #expect(try copy.query(apart).rows == [[.integer(0)]])
    #expect(try copy.check() == [])
    #expect(steps > 6)
    // Kept out at the end, and only where a reader is in a writer's way.
    #expect((refusals > 0) == !isWAL)
  }

  private func makePairs(at path: String, isWAL: Bool) throws {
    let writer = try Handle.writable(path: folder.write([], as: filePart(of: path)))
    try writer.execute(
      "PRAGMA journal_mode=\(isWAL ? "WAL" : "DELETE"); PRAGMA synchronous=OFF; CREATE TABLE heads "
        + "(id INTEGER PRIMARY KEY, n, t); CREATE TABLE tails (id INTEGER PRIMARY KEY, n, t); "
        + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
        + "INSERT INTO heads SELECT i, 0, hex(zeroblob(200)) FROM n; "
        + "INSERT INTO tails SELECT * FROM heads"
    )
  }

  @Test("a lock is waited for again, then named")
  func locked() throws {
    let path = try makeProducts(in: folder)
    let reader = try DatabaseReader(path: path)
    sqlite3_busy_timeout(reader.handle.pointer, 1)
    let target = try newFile(beside: folder.file("copy.db"), permissions: 0o600)
    let writer = try Handle.writable(path: path)
    try writer.execute("BEGIN EXCLUSIVE")
    let copier = DatabaseCopier(source: reader.handle)
    #expect(failureCode { try copier.copy(into: target, for: "copy.db") } == "db.locked")
    try writer.execute("COMMIT")
    try copier.copy(into: target, for: "copy.db")
  }

  @Test("a switch stops the copy and leaves nothing")
  func cancellation() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let cancellation = Cancellation()
    let code = failureCode {
      _ = try connection.backup(
        to: folder.file("copy.db"),
        progress: { _ in cancellation.cancel() },
        cancellation: cancellation
      )
    }
    #expect(code == "db.interrupted")
    #expect(namesInFolder(folder.path) == ["shop.db"])
  }

  @Test("a damaged database has no copy")
  func damaged() throws {
    _ = try makeProducts(in: folder)
    var bytes = folder.bytes("shop.db")
    for index in (bytes.count - 4_096)..<bytes.count { bytes[index] = 0x5A }
    let connection = try Connection.readOnly(path: folder.write(bytes, as: "bad.db"))
    let code = failureCode { _ = try connection.backup(to: folder.file("copy.db")) }
    #expect(code == "db.unsound-copy")
    #expect(namesInFolder(folder.path) == ["bad.db", "shop.db"])
  }

  @Test("a lock-free reading is copied again when the file changed under it")
  func changedMeanwhile() throws {
    _ = try makeLoggedDatabase(in: folder)
    let path = folder.file("shop.db")
    var runs = 0
    _ = try Connection.readOnly(path: path).backup(to: folder.file("copy.db")) { _ in
      runs += 1
      guard runs == 1 else { return }
      let writer = try? Connection.open(sideFile: path)
      try? writer?.execute("INSERT INTO products VALUES (3, 'lampe')")
    }
    #expect(runs == 2)
    #expect(try rows(of: "copy.db") == [[.integer(3)]])
  }

  @Test("a disk without room is named, and nothing is left")
  func fullDisk() async {
    // In a process of its own: a limit on the size of files, which is what can be had without a disk.
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let path = folder.file("shop.db")
      let writer = try Connection.create(path: path)
      try writer.execute("CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(1000000))")
      try writer.finish()
      let connection = try Connection.readOnly(path: path)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let code = failureCode { _ = try connection.backup(to: folder.file("copy.db")) }
      precondition(code == "db.not-writable", code ?? "no failure")
      precondition(namesInFolder(folder.path) == ["shop.db"])
    }
  }
}
