import FolderSupport
import CSQLite
import Diagnostics
import Testing
import Values

@testable import SQLiteStore

@Suite("Read-only by construction")
struct ReadOnlyTests {
  let folder = TemporaryFolder()

  static let forbidden = [
    "INSERT INTO products VALUES (3, 'x', 1)",
    "DELETE FROM products RETURNING id",
    "UPDATE products SET name = 'x'",
    "WITH n AS (SELECT 9 AS i) INSERT INTO products SELECT i, 'x', 1 FROM n",
    "REPLACE INTO products VALUES (1, 'x', 1)",
    "CREATE TABLE t (a)",
    "CREATE TEMP TABLE t (a)",
    "CREATE VIEW v AS SELECT 1",
    "DROP TABLE products",
    "ALTER TABLE products ADD COLUMN x",
    "PRAGMA query_only=OFF",
    "PRAGMA table_info(products)",
    "SELECT * FROM pragma_table_info('products')",
    "ATTACH 'other.db' AS other",
    "DETACH main",
    "BEGIN",
    "SAVEPOINT s",
    "VACUUM",
    "VACUUM INTO 'copy.db'",
    "REINDEX",
    "ANALYZE",
    "SELECT load_extension('x.so')",
    "SELECT random()",
    "SELECT CURRENT_TIMESTAMP",
    "SELECT 1; SELECT 2",
    "SELECT 1; DELETE FROM products",
    "SELECT 1;;; PRAGMA query_only=OFF",
    "SELECT 1\0; DELETE FROM products",
    "",
    " -- nothing",
  ]

  @Test("all but one single SELECT is refused and nothing changes", arguments: forbidden)
  func refused(sql: String) throws {
    let path = try makeProducts(in: folder)
    let before = folder.contents
    let connection = try Connection.readOnly(path: path)
    #expect(failureCode { _ = try connection.query(sql) } == "db.refused")
    #expect(folder.contents == before)
    #expect(try connection.query("SELECT count(*) FROM products").rows == [[.integer(2)]])
    _ = path
  }

  static let allowed = [
    "SELECT 1", "SELECT 1;", "SELECT 1 ; -- done\n /* really */ ;", "VALUES (1)",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1) SELECT i FROM n",
    "SELECT count(*) FROM (SELECT rank() OVER (ORDER BY name) FROM products) LIMIT 1",
    "SELECT max(1) FROM sqlite_master",
  ]

  @Test("what reads is allowed", arguments: allowed)
  func permitted(sql: String) throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    #expect(try connection.query(sql).rows.count == 1)
  }

  @Test("each of the four guards holds with the three others taken away")
  func guardsHoldAlone() throws {
    let path = try makeProducts(in: folder)
    let write = "INSERT INTO products VALUES (3, 'x', 1)"

    let flag = try Handle(address: path, path: path, flags: SQLITE_OPEN_READONLY)
    #expect(throws: Failure.self) { try flag.execute(write) }

    let pragma = try Handle.writable(path: path)
    try pragma.execute("PRAGMA query_only=ON")
    #expect(throws: Failure.self) { try pragma.execute(write) }

    let authorizer = try Handle.writable(path: path)
    authorizer.restrictToReading()
    #expect(failureCode { try authorizer.execute(write) } == "db.refused")

    let statement = try Handle.writable(path: path)
    #expect(failureCode { _ = try statement.select(write) } == "db.refused")

    #expect(try statement.select("SELECT count(*) FROM products").rows == [[.integer(2)]])
  }

  @Test("the functions of ours work inside views of the database")
  func viewsMayUseOurFunctions() throws {
    let path = folder.file("views.db")
    let writer = try Connection.create(path: path)
    try writer.execute("CREATE TABLE t (n); INSERT INTO t VALUES ('ÉTÉ')")
    try writer.execute("CREATE VIEW v AS SELECT fold(n) AS f FROM t")
    try writer.finish()
    let connection = try Connection.readOnly(path: path)
    #expect(try connection.query("SELECT f FROM v").rows == [[.text("ete")]])
  }
}
