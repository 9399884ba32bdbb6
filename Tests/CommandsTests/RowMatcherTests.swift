import Testing
import Values

@testable import Commands

struct RowMatcherTests {
  /// Reference rows, rows of an answer, how they are compared, and why they differ (nil: they match).
  struct Case: CustomTestStringConvertible {
    let gold: String
    let rows: String
    let mode: RowMatcher.Mode
    let reason: String?
    var testDescription: String { "\(gold) \(rows) \(mode)" }
  }

  static let cases: [Case] = [
    Case(gold: #"[["a",1],["b",2]]"#, rows: #"[["b",2],["a",1]]"#, mode: .set, reason: nil),
    Case(gold: #"[["a",1],["b",2]]"#, rows: #"[["b",2,9],["x","a",1]]"#, mode: .set, reason: nil),
    Case(
      gold: #"[["a",1]]"#,
      rows: #"[["a",1],["b",2]]"#,
      mode: .set,
      reason: "2 rows, 1 expected"
    ),
    Case(
      gold: #"[["a",1],["a",2]]"#,
      rows: #"[["a",1],["a",1]]"#,
      mode: .set,
      reason: #"no row for ["a",2]"#
    ),
    Case(
      gold: #"[["a",1],["a",1]]"#,
      rows: #"[["a",1],["b",1]]"#,
      mode: .set,
      reason: "rows do not pair off"
    ),
    Case(
      gold: #"[["a",5,5]]"#,
      rows: #"[["a",5,6]]"#,
      mode: .set,
      reason: #"no row for ["a",5,5]"#
    ),
    Case(gold: #"[["2018-11",3]]"#, rows: #"[["novembre 2018",3]]"#, mode: .set, reason: nil),
    Case(gold: #"[["lundi",3]]"#, rows: #"[[1,3]]"#, mode: .set, reason: nil),
    Case(gold: #"[["12.5"]]"#, rows: #"[[12.5]]"#, mode: .set, reason: nil),
    Case(gold: #"[[12.5]]"#, rows: #"[[0.125]]"#, mode: .set, reason: nil),
    Case(gold: "[]", rows: "[]", mode: .set, reason: nil),
    Case(gold: #"[["a"],["b"]]"#, rows: #"[["a"],["b"],["c"]]"#, mode: .ordered, reason: nil),
    Case(
      gold: #"[["a"],["b"]]"#,
      rows: #"[["b"],["a"]]"#,
      mode: .ordered,
      reason: #"row 1 differs: expected ["a"]"#
    ),
    Case(
      gold: #"[["a"],["b"]]"#,
      rows: #"[["a"]]"#,
      mode: .ordered,
      reason: "1 rows, at least 2 expected"
    ),
    Case(gold: #"[[1,2,3]]"#, rows: #"[["x",1],["y",2],["z",3]]"#, mode: .flat, reason: nil),
    Case(
      gold: #"[[1,2,3]]"#,
      rows: #"[["x",1],["y",2]]"#,
      mode: .flat,
      reason: "value 3 not found"
    ),
    Case(gold: #"[[1,1]]"#, rows: #"[["x",1]]"#, mode: .flat, reason: "values not all found"),
    Case(
      gold: "[[1]]",
      rows: "[[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1]]",
      mode: .flat,
      reason: "13 rows, at most 12 expected"
    ),
  ]

  @Test("rows are compared as their question wants", arguments: cases)
  func mismatch(_ test: Case) throws {
    #expect(try matcher(test.rows).mismatch(with: try values(test.gold), test.mode) == test.reason)
  }

  @Test(
    "an expectation is checked part by part",
    arguments: [
      (#"{"rows":2}"#, String?.none), (#"{"rows":3}"#, "2 rows, 3 expected"),
      (#"{"min_rows":2}"#, nil), (#"{"rows_min":3}"#, "2 rows, at least 3 expected"),
      (#"{"contains":[["b",2],["a"]]}"#, nil),
      (#"{"contains":[["a",2]]}"#, #"no row with ["a",2]"#),
    ]
  )
  func expectations(json: String, reason: String?) throws {
    let line = """
      {"id":"1","db":"a.db","as_of":"2024-01-01","lang":"en","question":"q","kind":"answer","expect":\(json)}
      """
    let question = try #require(EvalQuestion(try JSONReader.read(line)))
    let expectation = try #require(question.expectation)
    #expect(EvalScorer.mismatch(try matcher(#"[["a",1],["b",2]]"#), expectation) == reason)
  }

  private func matcher(_ rows: String) throws -> RowMatcher {
    RowMatcher(rows: (try JSONReader.read(rows).items ?? []).map { $0.items ?? [] })
  }

  private func values(_ rows: String) throws -> [[Value]] {
    (try JSONReader.read(rows).items ?? []).map { row in
      (row.items ?? []).map { cell in
        switch cell {
        case .integer(let number): .integer(number)
        case .number(let number): .real(number)
        case .string(let text): .text(text)
        default: .null
        }
      }
    }
  }
}
