import Testing
import Values

@testable import SQL
import SQLiteStore

@Suite("Fragments keep values out of the text")
struct SQLFragmentTests {
  @Test(
    "Every value becomes a question mark and a parameter, in order",
    arguments: [
      Value.null, .integer(7), .real(-0.5), .text(""), .text("O'Reilly"), .text("\"x\" ? -- ;"),
      .text("x'; DROP TABLE products;--"),
    ]
  )
  func bindings(value: Value) {
    let fragment: SQLFragment = "a = \(value) AND b = \(.value(value))"
    let (sql, parameters) = fragment.prepared
    #expect(sql == "a = ? AND b = ?")
    #expect(parameters == [value, value])
  }

  @Test("A fragment in a fragment keeps its values in the order of the text")
  func nesting() {
    let inner: SQLFragment = "y > \(.integer(2))"
    let outer: SQLFragment = "x = \(.text("one")) AND (\(inner)) OR z = \(.text("three"))"
    #expect(outer.prepared.sql == "x = ? AND (y > ?) OR z = ?")
    #expect(outer.prepared.parameters == [.text("one"), .integer(2), .text("three")])
  }

  @Test(
    "Names are bare where SQLite reads them as names, else quoted",
    arguments: [
      ("products", "products"), ("order_date", "order_date"), ("_x1", "_x1"),
      ("order", "\"order\""),
      ("group", "\"group\""), ("1x", "\"1x\""), ("Prix unitaire", "\"Prix unitaire\""),
      ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""), ("été", "\"été\""), ("", "\"\""),
      ("x;--", "\"x;--\""), ("a.b", "\"a.b\""), ("Name", "\"Name\""),
    ]
  )
  func names(name: String, quoted: String) {
    #expect(SQLFragment.identifier(name).prepared.sql == quoted)
    #expect(SQLFragment.column("t", name).prepared.sql == "t." + quoted)
    #expect(SQLFragment.identifier(name).prepared.parameters.isEmpty)
  }

  /// The words that SQLite never reads as a bare name (https://www.sqlite.org/lang_keywords.html).
  static let keywords = """
    add all alter and as autoincrement between case check collate commit constraint create default deferrable \
    delete distinct drop else escape except exists foreign from group having in index insert intersect into is \
    isnull join limit not notnull null on or order primary references returning select set table then to \
    transaction union unique update using values when where
    """.split(separator: " ").map(String.init)

  @Test("A column called like a keyword can be read", arguments: keywords)
  func reserved(word: String) throws {
    let file = try TemporaryFile()
    let writer = try Connection.create(path: file.path)
    try writer.execute("CREATE TABLE things (\"\(word)\" INTEGER); INSERT INTO things VALUES (5)")
    try writer.finish()
    var select = Select()
    select.columns = [(.column("things", word), word)]
    select.from = "things"
    let sql = select.fragment.prepared.sql
    let reader = try Connection.readOnly(path: file.path)
    let all = try reader.query("SELECT * FROM things")
    let found = try? reader.query(sql)
    #expect(found == all)
  }

  @Test("Constants are written so that division is real")
  func constants() {
    #expect(SQLFragment.constant(42).prepared.sql == "42")
    #expect(SQLFragment.constant(-1).prepared.sql == "-1")
    #expect(SQLFragment.constant(real: 100).prepared.sql == "100.0")
  }

  @Test(
    "Joining puts the separator between, not around",
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b", "c"], "a, b, c"),
    ] as [([SQLFragment], String)]
  )
  func joining(parts: [SQLFragment], text: String) {
    #expect(parts.joined(", ").prepared.sql == text)
  }
}
