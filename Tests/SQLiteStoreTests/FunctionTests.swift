import FolderSupport
import Testing
import Values

@testable import SQLiteStore

@Suite("SQL functions of ours")
struct FunctionTests {
  let folder = TemporaryFolder()

  private func value(_ sql: String, _ parameters: [Value] = []) throws -> Value? {
    let connection = try Connection.open(sideFile: folder.file("side.db"))
    return try connection.query(sql, parameters: parameters).rows.first?.first
  }

  @Test(
    "fold is that of the lexer",
    arguments: [
      (Value.text("Crème BRÛLÉE"), Value.text("creme brulee")), (.text("L’Œuf"), .text("l'oeuf")),
      (.text(""), .text("")), (.null, .null), (.integer(12), .text("12")),
    ]
  )
  func fold(input: Value, output: Value) throws {
    #expect(try value("SELECT fold(?)", [input]) == output)
  }

  @Test(
    "median: middle value, mean of two, numbers only",
    arguments: [
      ("(3), (1), (2)", Value.real(2)), ("(4), (1), (2), (3)", .real(2.5)),
      ("(1), (NULL), ('x'), ('3')", .real(2)), ("(NULL)", .null), ("('x')", .null),
      ("(7)", .real(7)),
    ]
  )
  func median(rows: String, expected: Value) throws {
    #expect(try value("SELECT median(column1) FROM (VALUES \(rows))") == expected)
  }

  @Test(
    "stddev is that of the sample, even on large means",
    arguments: [
      ("(2), (4), (4), (4), (5), (5), (7), (9)", 2.138_089_935_299_395),
      ("(1000000001), (1000000002), (1000000003)", 1), ("(5), (5)", 0),
    ]
  )
  func deviation(rows: String, expected: Double) throws {
    let number = try value("SELECT stddev(column1) FROM (VALUES \(rows))")?.number
    #expect(abs((number ?? .nan) - expected) < 1e-12)
  }

  @Test("stddev of fewer than two numbers and aggregates over no row are NULL")
  func undefined() throws {
    #expect(try value("SELECT stddev(1)") == .null)
    #expect(try value("SELECT stddev(1) WHERE 0") == .null)
    #expect(try value("SELECT median(1) WHERE 0") == .null)
  }

  @Test(
    "square_sums adds the squares of each thing's sum",
    arguments: [
      ("(1, 'a'), (2, 'a'), (4, 'b')", Value.real(25)), ("(3, 1), (4, '1')", .real(49)),
      ("(3, NULL), (NULL, 'a'), ('x', 'a')", .null),
    ]
  )
  func squareSums(rows: String, expected: Value) throws {
    #expect(try value("SELECT square_sums(column1, column2) FROM (VALUES \(rows))") == expected)
  }

  @Test("aggregates keep groups apart")
  func groups() throws {
    let connection = try Connection.open(sideFile: folder.file("side.db"))
    let result = try connection.query(
      "SELECT column1 % 2, median(column1) FROM (VALUES (1), (2), (3), (4), (5), (8)) "
        + "GROUP BY 1 ORDER BY 1"
    )
    #expect(result.rows == [[.integer(0), .real(4)], [.integer(1), .real(3)]])
  }
}
