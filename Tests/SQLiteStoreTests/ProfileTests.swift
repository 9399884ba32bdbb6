import FolderSupport
import Glibc
import Testing
import Values

@testable import SQLiteStore

@Suite("Schema and profile")
struct ProfileTests {
  let folder = TemporaryFolder()

  static let expectations: [ColumnExpectation] = [
    ColumnExpectation(table: "sales_history", column: "product_id", kind: .key),
    ColumnExpectation(table: "sales_history", column: "order_date", kind: .date),
    ColumnExpectation(table: "sales_history", column: "quantity", kind: .number),
    ColumnExpectation(table: "sales_history", column: "customer_id", kind: .key),
    ColumnExpectation(table: "sales_history", column: "is_promotion", kind: .number),
    ColumnExpectation(table: "returns", column: "return_date", kind: .date),
    ColumnExpectation(table: "warehouses", column: "name", kind: .text),
  ]

  /// Sales as old installations have them, with another case in its names.
  private func makeDirty() throws -> Connection {
    let path = folder.file("dirty.db")
    let writer = try Connection.create(path: path)
    try writer.execute(
      """
      CREATE TABLE Sales_History (product_id, Order_Date DATE, quantity TEXT, customer_id INTEGER);
      CREATE TABLE returns (id INTEGER PRIMARY KEY, return_date TEXT);
      CREATE VIEW cheap AS SELECT quantity AS q, 1 AS one FROM Sales_History;
      CREATE VIEW broken AS SELECT * FROM gone;
      INSERT INTO Sales_History VALUES
        (1, '2024-02-29', '29.5', NULL), (1, '2024-03-05 14:02:11', '-3', NULL),
        (2, '2023-02-29', 'beaucoup', NULL), (2, '05/03/2024', '', NULL),
        (NULL, 20240305, NULL, NULL), (3, NULL, ' 7 ', NULL), (3, '2024-03-05x', '1e3', NULL),
        (3, '2025-01-01T08:00:00Z', x'31', NULL), (3, '0000-00-00', '12 kg', NULL),
        (3, '2022-12-31', '1 2', NULL);
      """
    )
    try writer.finish()
    return try Connection.readOnly(path: path)
  }

  @Test("the schema lists tables and views, and leaves out what cannot be used")
  func schema() throws {
    let schema = try SchemaReader.read(try makeDirty())
    #expect(schema.tables.map(\.name) == ["Sales_History", "cheap", "returns"])
    let sales = try #require(schema.table(named: "sales_history"))
    #expect(sales.columns.map(\.declaredType) == ["", "DATE", "TEXT", "INTEGER"])
    #expect(sales.columns.map(\.affinity) == [.blob, .numeric, .text, .integer])
    #expect(schema.table(named: "cheap")?.columns.map(\.name) == ["q", "one"])
    #expect(sales.rowCount == nil)
  }

  @Test("texts among numbers, bad dates and NULL columns are counted")
  func dirty() throws {
    let connection = try makeDirty()
    let schema = try SchemaReader.read(connection)
    let profile = try ProfileReader.read(
      connection,
      schema: schema,
      expecting: Self.expectations
    )
    #expect(profile.tables.map(\.name) == ["sales_history", "returns"])
    let sales = try #require(profile.table(named: "sales_history"))
    #expect(sales.rowCount == 10)
    let date = try #require(sales.column(named: "order_date"))
    #expect(date.presentCount == 9)
    #expect(date.unfitCount == 5)
    #expect(date.firstDay?.iso == "2022-12-31")
    #expect(date.lastDay?.iso == "2025-01-01")
    let quantity = try #require(sales.column(named: "quantity"))
    #expect(quantity.presentCount == 9)
    // 'beaucoup', '', '12 kg', '1 2' and the blob.
    #expect(quantity.unfitCount == 5)
    #expect(sales.column(named: "product_id")?.presentCount == 9)
    #expect(profile.offers("quantity", of: "sales_history"))
    #expect(!profile.offers("customer_id", of: "sales_history"))
    #expect(!profile.offers("is_promotion", of: "sales_history"))
    #expect(profile.offers("return_date", of: "returns"), "an empty table has its columns")
    #expect(!profile.offers("name", of: "warehouses"))

    let filled = schema.filled(from: profile)
    #expect(filled.table(named: "sales_history")?.rowCount == 10)
    #expect(
      filled.table(named: "sales_history")?.columns.map(\.isAllNull) == [false, false, false, true]
    )
  }

  @Test("the rule for dates is the one written in plain SQL")
  func dateRule() throws {
    let connection = try makeDirty()
    let sql = """
      SELECT count(*) FROM sales_history WHERE order_date IS NOT NULL AND NOT coalesce( \
      substr(order_date, 11, 1) IN ('', ' ', 'T') AND \
      date(substr(order_date, 1, 10), '+0 days') = substr(order_date, 1, 10), 0)
      """
    #expect(try connection.query(sql).rows == [[.integer(5)]])
  }

  @Test("a profile survives being stored, and nonsense is not one")
  func storedForm() throws {
    let connection = try makeDirty()
    let profile = try ProfileReader.read(
      connection,
      schema: try SchemaReader.read(connection),
      expecting: Self.expectations
    )
    #expect(DatabaseProfile(serialized: profile.serialized) == profile)
    #expect(DatabaseProfile(serialized: "column\tx\tdate\t1\t1\t\t\t0\n") == nil)
    #expect(DatabaseProfile(serialized: "table\tx\tmany\n") == nil)
  }

  @Test("a kept profile is used until the database or the expectations change")
  func kept() throws {
    let connection = try makeDirty()
    let schema = try SchemaReader.read(connection)
    let side = SideFolder(override: folder.file("cache"), environment: [:])
    func profile(_ expectations: [ColumnExpectation]) throws -> DatabaseProfile {
      try ProfileReader.read(connection, schema: schema, expecting: expectations, keptIn: side)
    }
    let first = try profile(Self.expectations)
    let fingerprint = try connection.fingerprint()
    let bytes = try #require(side.read("profile", version: 2, of: fingerprint))
    let text = String(decoding: bytes, as: UTF8.self)
    let altered = text.replacing("sales_history\t10", with: "sales_history\t77")
    side.write(Array(altered.utf8), as: "profile", version: 2, of: fingerprint)
    #expect(try profile(Self.expectations).table(named: "sales_history")?.rowCount == 77)
    #expect(try profile([Self.expectations[0]]).table(named: "sales_history")?.rowCount == 10)
    #expect(try profile(Self.expectations) == first)

    let writer = try Handle.writable(path: connection.path)
    try writer.execute("DELETE FROM sales_history")
    #expect(try connection.fingerprint() != fingerprint)
    #expect(try profile(Self.expectations).table(named: "sales_history")?.rowCount == 0)
  }
}
