import FolderSupport
import Testing
import Values

@testable import SQLiteStore

@Suite("Queries")
struct QueryTests {
  let folder = TemporaryFolder()

  @Test("values come back as they were written, parameters included")
  func roundTrip() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let all = try connection.query("SELECT id, name, unit_price FROM products ORDER BY id")
    #expect(all.columns == ["id", "name", "unit_price"])
    #expect(
      all.rows == [
        [.integer(1), .text("Crème brûlée"), .real(4.5)], [.integer(2), .text(""), .null],
      ]
    )
    let values: [Value] = [.null, .integer(.min), .real(0.1), .text("d'été \"x\""), .text("")]
    let echo = try connection.query("SELECT ?, ?, ?, ?, ?", parameters: values)
    #expect(echo.rows == [values])
  }

  @Test("columns are named even when there is no row")
  func emptyResult() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let result = try connection.query("SELECT id FROM products WHERE id = ?", parameters: [.null])
    #expect(result == QueryResult(columns: ["id"], rows: []))
  }

  @Test(
    "a result is cut at the limit and says so, and only then",
    arguments: [(2, false), (1, true)]
  )
  func limit(rows: Int, isTruncated: Bool) throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let result = try connection.query("SELECT id FROM products", limit: rows)
    #expect(result.rows.count == rows)
    #expect(result.isTruncated == isTruncated)
  }

  @Test("a statement is reusable after an interrupted run and after other values")
  func reuse() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let sql = "SELECT name FROM products WHERE id >= ? ORDER BY id"
    #expect(try connection.query(sql, parameters: [.integer(1)], limit: 1).isTruncated)
    #expect(try connection.query(sql, parameters: [.integer(2)]).rows == [[.text("")]])
    for number in 0..<100 {
      let result = try connection.query("SELECT \(number)")
      #expect(result.rows == [[.integer(Int64(number))]])
    }
  }

  @Test("an unknown column is a failure with SQLite's reason, not a crash")
  func unknownColumn() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    #expect(
      failureCode { _ = try connection.query("SELECT colour FROM products") } == "db.query-failed"
    )
  }

  /// Counts to 10¹², hours of work.
  static let runaway = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) \
    SELECT max(i) FROM n
    """

  @Test("a deadline stops a runaway query, and the connection goes on")
  func deadline() throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let code = failureCode {
      _ = try connection.query(Self.runaway, deadline: .milliseconds(30))
    }
    #expect(code == "db.too-slow")
    #expect(try connection.query("SELECT 1").rows == [[.integer(1)]])
  }

  @Test("a cancellation stops a query from another task")
  func cancellation() async throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let cancellation = Cancellation()
    async let code = Self.codeOfRunaway(connection, cancellation)
    try await Task.sleep(for: .milliseconds(30))
    cancellation.cancel()
    #expect(await code == "db.interrupted")
  }

  private static func codeOfRunaway(
    _ connection: Connection,
    _ cancellation: Cancellation
  ) async -> String? {
    failureCode {
      _ = try connection.query(runaway, deadline: .seconds(60), cancellation: cancellation)
    }
  }

  @Test("one connection serves several tasks")
  func sharing() async throws {
    let connection = try Connection.readOnly(path: try makeProducts(in: folder))
    let sum = await withTaskGroup(of: Int64.self) { group in
      for number in 1...40 {
        group.addTask {
          let result = try? connection.query("SELECT ?", parameters: [.integer(Int64(number))])
          guard case .integer(let value)? = result?.rows.first?.first else { return 0 }
          return value
        }
      }
      return await group.reduce(0, +)
    }
    #expect(sum == 820)
  }
}
