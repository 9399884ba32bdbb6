import FolderSupport
import Diagnostics
import Glibc
import Testing
import Values

@testable import SQLiteStore

@Suite("Writing files of our own")
struct WritingTests {
  let folder = TemporaryFolder()

  @Test("a new database appears only when it is finished, alone")
  func appearsWhenFinished() throws {
    let path = folder.file("new.db")
    let writer = try Connection.create(path: path)
    try writer.execute("CREATE TABLE t (a)")
    #expect(FileStatus(path: path) == nil)
    try writer.finish()
    #expect(namesInFolder(folder.path) == ["new.db"])
  }

  @Test("a writer that is dropped leaves nothing")
  func dropped() throws {
    do {
      let writer = try Connection.create(path: folder.file("new.db"))
      try writer.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    }
    #expect(namesInFolder(folder.path).isEmpty)
  }

  @Test("a file that exists is replaced only on request")
  func existing() throws {
    let path = try makeProducts(in: folder)
    #expect(failureCode { _ = try Connection.create(path: path) } == "db.exists")
    let writer = try Connection.create(path: path, replacing: true)
    try writer.execute("CREATE TABLE other (a)")
    try writer.finish()
    let names = try SchemaReader.read(try Connection.readOnly(path: path)).tables.map(\.name)
    #expect(names == ["other"])
  }

  @Test("a file that appears meanwhile is not overwritten")
  func taken() throws {
    let path = folder.file("new.db")
    let writer = try Connection.create(path: path)
    folder.write([1, 2, 3], as: "new.db")
    #expect(failureCode { try writer.finish() } == "db.exists")
    #expect(folder.contents == ["new.db": [1, 2, 3]])
  }

  @Test("a database with a log is not replaced: the log would be read into the new one")
  func replacingLogged() throws {
    let other = try makeLoggedDatabase(in: folder)
    let writer = try Connection.create(path: folder.file("shop.db"), replacing: true)
    #expect(failureCode { try writer.finish() } == "db.in-use")
    #expect(try other.query("SELECT count(*) FROM products").rows == [[.integer(2)]])
  }

  @Test("a folder that is missing or not ours to write is named")
  func unwritable() throws {
    let missing = folder.file("no/such/new.db")
    #expect(failureCode { _ = try Connection.create(path: missing) } == "db.not-writable")
    #expect(failureCode { _ = try Connection.open(sideFile: missing) } == "db.not-writable")
    #expect(failureCode { _ = try Connection.create(path: folder.path) } == "db.is-a-folder")
  }

  @Test("a transaction that fails leaves no row")
  func rollback() throws {
    let writer = try Connection.open(sideFile: folder.file("side.db"))
    try writer.execute("CREATE TABLE t (a INTEGER PRIMARY KEY)")
    let insertion = try writer.prepareInsert(into: "t", columns: ["a"])
    #expect(throws: Failure.self) {
      try writer.transaction { () throws(Failure) in
        try insertion.insert(values: [.integer(1)])
        try insertion.insert(values: [.integer(1)])
      }
    }
    #expect(try writer.query("SELECT count(*) FROM t").rows == [[.integer(0)]])
    let replacing = try writer.prepareInsert(into: "t", columns: ["a"], replacing: true)
    try replacing.insert(values: [.integer(1)])
    try replacing.insert(values: [.integer(1)])
    try writer.execute("UPDATE t SET a = ?", parameters: [.integer(7)])
    #expect(try writer.query("SELECT a FROM t").rows == [[.integer(7)]])
  }

  @Test("a side file belongs to its user alone and is found again")
  func sideFile() throws {
    let path = folder.file("side.db")
    do {
      let writer = try Connection.open(sideFile: path)
      try writer.execute("CREATE TABLE t (a); INSERT INTO t VALUES ('é')")
      var status = stat()
      stat(path + "-wal", &status)
      #expect(status.st_mode & 0o777 == 0o600)
    }
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    let again = try Connection.open(sideFile: path)
    #expect(try again.query("SELECT a FROM t").rows == [[.text("é")]])
  }

  @Test("identifiers may hold quotes and blanks")
  func oddNames() throws {
    let writer = try Connection.open(sideFile: folder.file("side.db"))
    try writer.execute("CREATE TABLE \"a \"\"b\" (\"c d\")")
    try writer.prepareInsert(into: "a \"b", columns: ["c d"]).insert(values: [.integer(1)])
    #expect(try writer.query("SELECT * FROM \"a \"\"b\"").columns == ["c d"])
  }
}
