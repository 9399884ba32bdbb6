import FolderSupport
import CSQLite
import Testing
import Values

@testable import SQLiteStore

@Suite("Checking a database")
struct CheckTests {
  let folder = TemporaryFolder()

  /// What the check of a database made by a script says.
  private func findings(_ script: String) throws -> [String] {
    let writer = try Connection.create(path: folder.file("made.db"))
    try writer.execute(script)
    try writer.finish()
    return try Connection.readOnly(path: folder.file("made.db")).check()
  }

  @Test("a sound database has nothing to tell, and is not touched")
  func sound() throws {
    let path = try makeProducts(in: folder)
    let before = folder.contents
    #expect(try Connection.readOnly(path: path).check() == [])
    #expect(folder.contents == before)
  }

  @Test("constraints with functions, views and odd names do not stand in the way")
  func constraints() throws {
    let script = """
      CREATE TABLE "a ""b" (n TEXT CHECK (length(n) < 9), m AS (upper(n)));
      CREATE VIEW v AS SELECT n FROM "a ""b"; CREATE VIEW broken AS SELECT x FROM gone;
      CREATE INDEX i ON "a ""b" (lower(n)) WHERE n > '';
      INSERT INTO "a ""b" VALUES ('x');
      """
    #expect(try findings(script) == [])
  }

  @Test("rows without a value they must have are told, twenty at most")
  func brokenRows() throws {
    let path = folder.write([], as: "broken.db")
    let writer = try Handle.writable(path: path)
    _ = optiflow_sqlite3_db_config_flag(writer.pointer, SQLITE_DBCONFIG_DEFENSIVE, 0)
    try writer.execute(
      """
      CREATE TABLE t (a);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
      INSERT INTO t SELECT NULL FROM n;
      PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a NOT NULL)';
      """
    )
    let findings = try Connection.readOnly(path: path).check()
    #expect(findings.count == 20)
    #expect(Set(findings) == ["NULL value in t.a"])
  }

  @Test("damaged pages are told one by one, without SQLite's heading")
  func damagedPages() throws {
    let path = try makeProducts(in: folder)
    var bytes = folder.bytes(filePart(of: path))
    // The index on the names is the last page of this small file.
    for index in (bytes.count - 4_096)..<bytes.count { bytes[index] = 0x5A }
    let damaged = folder.write(bytes, as: "damaged.db")
    let findings = try Connection.readOnly(path: damaged).check()
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { !$0.hasPrefix("***") && !$0.contains("\n") })
  }

  @Test("broken references are counted by table; a key that cannot work is told")
  func references() throws {
    let script = """
      CREATE TABLE products (id INTEGER PRIMARY KEY, code TEXT);
      CREATE TABLE sales (product_id REFERENCES products);
      CREATE TABLE "odd name" (product_id REFERENCES products(id), n REFERENCES gone(id));
      CREATE TABLE wrong (code REFERENCES products(code));
      INSERT INTO products VALUES (1, 'a'); INSERT INTO wrong VALUES ('a');
      INSERT INTO sales VALUES (1), (2), (3), (NULL); INSERT INTO "odd name" VALUES (1, 5);
      """
    #expect(
      try findings(script) == [
        "odd name: references to missing rows: 1",
        "sales: references to missing rows: 2",
        "wrong: foreign key mismatch - \"wrong\" referencing \"products\"",
      ]
    )
  }

  @Test(
    "questions may not run a check, before one, after one or through what it left prepared",
    arguments: [
      "PRAGMA quick_check(20)", "PRAGMA foreign_key_check(\"products\")", "PRAGMA quick_check",
      "PRAGMA table_info(products)", "SELECT * FROM pragma_quick_check",
    ]
  )
  func guardStays(sql: String) throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    #expect(failureCode { _ = try connection.query(sql) } == "db.refused")
    _ = try connection.check()
    #expect(failureCode { _ = try connection.query(sql) } == "db.refused")
  }

  @Test("during a check only that one PRAGMA is let through")
  func onlyTheCheck() throws {
    let reader = try DatabaseReader(path: try makeProducts(in: folder))
    var codes: [String?] = []
    try reader.handle.run(.quick, "1", deadline: nil, cancellation: nil) { _ in
      for sql in ["PRAGMA foreign_key_check", "PRAGMA query_only=OFF", "DELETE FROM products"] {
        codes.append(failureCode { _ = try reader.handle.prepare(sql) })
      }
    }
    #expect(codes == ["db.refused", "db.refused", "db.refused"])
  }

  @Test("a deadline and a switch stop a check, and the connection goes on")
  func stopping() throws {
    let path = folder.file("rows.db")
    let writer = try Connection.create(path: path)
    try writer.execute(
      "CREATE TABLE t (a INTEGER PRIMARY KEY); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
        + "SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO t SELECT i FROM n"
    )
    try writer.finish()
    let connection = try Connection.readOnly(path: path)
    let late = failureCode { _ = try connection.check(deadline: .zero) }
    #expect(late == "db.check-too-slow")
    let cancellation = Cancellation()
    cancellation.cancel()
    let stopped = failureCode { _ = try connection.check(cancellation: cancellation) }
    #expect(stopped == "db.interrupted")
    #expect(try connection.check() == [])
  }

  @Test("a WAL database is checked with what is in its log")
  func logged() throws {
    let writer = try makeLoggedDatabase(in: folder)
    try writer.execute("CREATE TABLE t (p REFERENCES products); INSERT INTO t VALUES (1), (9)")
    let findings = try Connection.readOnly(path: folder.file("shop.db")).check()
    #expect(findings == ["t: references to missing rows: 1"])
  }
}
