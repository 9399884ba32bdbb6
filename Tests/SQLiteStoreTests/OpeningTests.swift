import FolderSupport
import CSQLite
import Diagnostics
import Glibc
import Testing
import Values

@testable import SQLiteStore

@Suite("Opening what may not be a database")
struct OpeningTests {
  let folder = TemporaryFolder()

  private func problem(opening path: String) -> Failure? {
    do throws(Failure) {
      let connection = try Connection.readOnly(path: path)
      // Damage further inside shows when it is read.
      _ = try connection.query("SELECT count(*), max(name) FROM products")
      return nil
    } catch {
      return error
    }
  }

  @Test("a missing file offers the nearest name and the demonstration")
  func missing() throws {
    _ = try makeProducts(in: folder, name: "optiflow.db")
    let failure = try #require(problem(opening: folder.file("optiflw.db")))
    #expect(failure.code == "db.missing")
    #expect(failure.kind == .database)
    #expect(failure.frenchHint.contains("Vouliez-vous \(folder.file("optiflow.db"))"))
    #expect(failure.englishHint.contains("Did you mean \(folder.file("optiflow.db"))?"))
    #expect(failure.englishHint.contains("optiflow demo"))
    #expect(problem(opening: "/nowhere/at/all.db")?.code == "db.missing")
    #expect(problem(opening: "")?.code == "db.missing")
  }

  @Test("a folder, an empty file, a text and a device are told apart")
  func notDatabases() throws {
    let empty = folder.write([], as: "empty.db")
    let text = folder.write(Array("id;name\n1;chaise\n".utf8), as: "products.csv")
    #expect(problem(opening: folder.path)?.code == "db.is-a-folder")
    #expect(problem(opening: empty)?.code == "db.empty")
    #expect(problem(opening: text)?.code == "db.not-a-database")
    #expect(problem(opening: "/dev/null")?.code == "db.not-a-database")
    #expect(problem(opening: text + "/x.db")?.code == "db.missing")
  }

  @Test("a file cut short or overwritten is called damaged")
  func damaged() throws {
    let whole = try makeProducts(in: folder)
    let bytes = folder.bytes(filePart(of: whole))
    let short = folder.write(Array(bytes.prefix(bytes.count - 100)), as: "short.db")
    let header = folder.write(Array(bytes.prefix(100)), as: "header.db")
    var noise = bytes
    for index in 4_096..<bytes.count { noise[index] = 0x5A }
    let noisy = folder.write(noise, as: "noise.db")
    #expect(problem(opening: short)?.code == "db.corrupt")
    #expect(problem(opening: noisy)?.code == "db.corrupt")
    let code = try #require(problem(opening: header)?.code)
    #expect(["db.corrupt", "db.not-a-database"].contains(code))
  }

  @Test("a file locked by another program is waited for, then named")
  func locked() throws {
    let path = try makeProducts(in: folder)
    let other = try Handle.writable(path: path)
    try other.execute("BEGIN EXCLUSIVE")
    #expect(problem(opening: path)?.code == "db.locked")
    try other.execute("COMMIT")
    #expect(problem(opening: path) == nil)
  }

  @Test("a file without read permission says so")
  func permission() throws {
    let path = try makeProducts(in: folder)
    chmod(path, 0)
    #expect(withoutPrivileges { problem(opening: path)?.code } == "db.permission")
    chmod(path, 0o644)
    chmod(folder.path, 0)
    defer { chmod(folder.path, 0o755) }
    #expect(withoutPrivileges { problem(opening: path)?.code } == "db.permission")
  }

  @Test("a database whose writer died in a transaction asks for its recovery, untouched")
  func hotJournal() throws {
    let path = try makeProducts(in: folder)
    let writer = try Handle.writable(path: path)
    try writer.execute("PRAGMA cache_size=1; PRAGMA synchronous=OFF; BEGIN IMMEDIATE")
    try writer.execute(
      "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
        + "INSERT INTO products SELECT i, 'x', 1 FROM n; UPDATE products SET name = 'y'"
    )
    let copy = folder.write(folder.bytes("shop.db"), as: "dead.db")
    folder.write(folder.bytes("shop.db-journal"), as: "dead.db-journal")
    try writer.execute("ROLLBACK")
    let before = folder.contents
    #expect(problem(opening: copy)?.code == "db.needs-recovery")
    #expect(folder.contents == before)
  }

  @Test(
    "odd characters in a path mean nothing special",
    arguments: ["a b?c#d%41é.db", "mode=rw&x.db"]
  )
  func oddPaths(name: String) throws {
    let path = try makeProducts(in: folder, name: name)
    #expect(problem(opening: path) == nil)
    #expect(namesInFolder(folder.path) == [name])
  }

  @Test("a file put in place of another by renaming is noticed")
  func replaced() throws {
    let path = try makeProducts(in: folder)
    let connection = try Connection.readOnly(path: path)
    _ = try connection.query("SELECT count(*) FROM products")
    let writer = try Connection.create(path: path, replacing: true)
    try writer.execute("CREATE TABLE products (id INTEGER)")
    try writer.finish()
    #expect(try connection.query("SELECT count(*) FROM products").rows == [[.integer(0)]])
    unlink(path)
    #expect(failureCode { _ = try connection.query("SELECT 1") } == "db.missing")
  }
}
