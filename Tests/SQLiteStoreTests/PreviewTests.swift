import FolderSupport
import Diagnostics
import Testing
import Values

@testable import SQLiteStore

@Suite("The first rows of a table")
struct PreviewTests {
  let folder = TemporaryFolder()

  private func problem(
    _ connection: Connection,
    of table: String,
    columns: [String] = []
  ) -> Failure? {
    do throws(Failure) {
      _ = try connection.preview(of: table, columns: columns, limit: 1)
      return nil
    } catch {
      return error
    }
  }

  @Test("all columns or those named, in that order, in either case, up to the limit")
  func rows() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let all = try connection.preview(of: "PRODUCTS", limit: 5)
    #expect(all.columns == ["id", "name", "unit_price"])
    #expect(all.rows.count == 2)
    #expect(!all.isTruncated)
    let some = try connection.preview(of: "products", columns: ["Name", "id"], limit: 1)
    let expected = QueryResult(
      columns: ["name", "id"],
      rows: [[.text("Crème brûlée"), .integer(1)]],
      isTruncated: true
    )
    #expect(some == expected)
  }

  @Test("a long text comes whole")
  func longText() throws {
    let writer = try Connection.open(sideFile: folder.file("side.db"))
    let text = Value.text(String(repeating: "é", count: 200))
    try writer.execute("CREATE TABLE t (a)")
    try writer.prepareInsert(into: "t", columns: ["a"]).insert(values: [text])
    #expect(try writer.preview(of: "t", limit: 1).rows == [[text]])
  }

  @Test("names that are words of SQL or hold quotes are names; views count as tables")
  func oddNames() throws {
    let writer = try Connection.open(sideFile: folder.file("side.db"))
    try writer.execute(
      """
      CREATE TABLE "a ""b" ("current_date", "select", "c""d"); CREATE VIEW "group" AS SELECT 7 AS n;
      INSERT INTO "a ""b" VALUES (1, 2, 3);
      """
    )
    let result = try writer.preview(of: "a \"b", limit: 1)
    #expect(result.columns == ["current_date", "select", "c\"d"])
    #expect(result.rows == [[.integer(1), .integer(2), .integer(3)]])
    #expect(try writer.preview(of: "group", limit: 1).rows == [[.integer(7)]])
  }

  @Test("a table that is not there offers the nearest name, else the names there are")
  func unknownTable() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let near = try #require(problem(connection, of: "prodcts"))
    #expect(near.code == "db.unknown-table")
    #expect(near.kind == .usage)
    #expect(near.englishHint == "Did you mean products?")
    #expect(near.frenchHint == "Vouliez-vous products\u{202F}?")
    #expect(problem(connection, of: "customers")?.englishHint == "There are: products.")
  }

  @Test(
    "only names of the schema reach SQL",
    arguments: ["products; DROP TABLE products", "products\" --", "sqlite_master", ""]
  )
  func foreignNames(name: String) throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    #expect(problem(connection, of: name)?.code == "db.unknown-table")
    #expect(problem(connection, of: "products", columns: [name])?.code == "db.unknown-column")
  }

  @Test("a column that is not there offers the nearest name")
  func unknownColumn() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let failure = try #require(problem(connection, of: "products", columns: ["id", "nam"]))
    #expect(failure.english == "The table products has no column nam.")
    #expect(failure.englishHint == "Did you mean name?")
  }
}
