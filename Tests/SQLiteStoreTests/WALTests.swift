import FolderSupport
import Diagnostics
import Glibc
import Testing
import Values

@testable import SQLiteStore

@Suite("Databases in WAL mode")
struct WALTests {
  let folder = TemporaryFolder()
  let count = "SELECT count(*) FROM products"

  /// What a copy of the live files to another folder holds; only the files named.
  private func copyAtRest(_ endings: [String]) throws -> TemporaryFolder {
    let rest = TemporaryFolder()
    let writer = try makeLoggedDatabase(in: folder)
    for ending in endings {
      rest.write(folder.bytes("shop.db" + ending), as: "shop.db" + ending)
    }
    _ = writer
    return rest
  }

  @Test("a database that was closed properly is read without a trace")
  func closedProperly() throws {
    _ = try makeLoggedDatabase(in: folder)
    #expect(namesInFolder(folder.path) == ["shop.db"])
    let before = folder.contents
    do {
      let connection = try Connection.readOnly(path: folder.file("shop.db"))
      #expect(try connection.query(count).rows == [[.integer(2)]])
      #expect(folder.contents == before)
    }
    #expect(folder.contents == before)
  }

  @Test("a log without its index is read, and stays as it is")
  func pendingLog() throws {
    let rest = try copyAtRest(["", "-wal"])
    let before = rest.contents
    #expect(before["shop.db-wal"]?.isEmpty == false)
    do {
      let connection = try Connection.readOnly(path: rest.file("shop.db"))
      #expect(try connection.query(count).rows == [[.integer(2)]])
    }
    #expect(rest.contents == before)
  }

  @Test("a lone file of a WAL database is read as far as it goes")
  func loneFile() throws {
    let rest = try copyAtRest([""])
    let before = rest.contents
    do {
      let connection = try Connection.readOnly(path: rest.file("shop.db"))
      #expect(try connection.query(count).rows == [[.integer(0)]])
    }
    #expect(rest.contents == before)
  }

  @Test("what a dead program left is read; database and log stay as they are")
  func leftovers() throws {
    let rest = try copyAtRest(["", "-wal", "-shm"])
    let before = rest.contents
    do {
      let connection = try Connection.readOnly(path: rest.file("shop.db"))
      #expect(try connection.query(count).rows == [[.integer(2)]])
    }
    #expect(rest.contents["shop.db"] == before["shop.db"])
    #expect(rest.contents["shop.db-wal"] == before["shop.db-wal"])
    #expect(rest.contents.keys == before.keys)
  }

  @Test(
    "a read-only folder does not matter",
    arguments: [["", "-wal"], [""], ["", "-wal", "-shm"]]
  )
  func readOnlyFolder(endings: [String]) throws {
    let rest = try copyAtRest(endings)
    let before = rest.contents
    for name in before.keys { chmod(rest.file(name), 0o444) }
    chmod(rest.path, 0o555)
    defer { chmod(rest.path, 0o755) }
    let rows = try withoutPrivileges {
      try Connection.readOnly(path: rest.file("shop.db")).query(count).rows
    }
    #expect(rows == [[.integer(endings.count > 1 ? 2 : 0)]])
    #expect(rest.contents == before)
  }

  @Test("rows written while we are connected are seen, before and after a checkpoint")
  func liveWriter() throws {
    let writer = try makeLoggedDatabase(in: folder)
    let connection = try Connection.readOnly(path: folder.file("shop.db"))
    #expect(try connection.query(count).rows == [[.integer(2)]])
    try writer.execute("INSERT INTO products VALUES (3, 'lampe')")
    #expect(try connection.query(count).rows == [[.integer(3)]])
    try writer.execute("PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO products VALUES (4, 'lit')")
    #expect(try connection.query(count).rows == [[.integer(4)]])
  }

  @Test("a writer that comes later is noticed by a lock-free reader, and so is its going")
  func laterWriter() throws {
    _ = try makeLoggedDatabase(in: folder)
    let connection = try Connection.readOnly(path: folder.file("shop.db"))
    #expect(try connection.query(count).rows == [[.integer(2)]])
    do {
      let writer = try Connection.open(sideFile: folder.file("shop.db"))
      try writer.execute("INSERT INTO products VALUES (3, 'lampe')")
      #expect(try connection.query(count).rows == [[.integer(3)]])
      try writer.execute("DELETE FROM products WHERE id < 3")
    }
    #expect(try connection.query(count).rows == [[.integer(1)]])
  }

  @Test("a lock-free reader reads again what changed under it")
  func changedMeanwhile() throws {
    _ = try makeLoggedDatabase(in: folder)
    let path = folder.file("shop.db")
    let connection = try Connection.readOnly(path: path)
    var runs = 0
    let rows = try connection.withHandle { (handle) throws(Failure) in
      runs += 1
      let result = try handle.select(count)
      if runs == 1 {
        let writer = try Connection.open(sideFile: path)
        try writer.execute("INSERT INTO products VALUES (3, 'lampe')")
      }
      return result.rows
    }
    #expect(runs == 2)
    #expect(rows == [[.integer(3)]])
  }
}
