import Diagnostics
import Values

/// One line of a question set: the question, and what a right reply is.
struct EvalQuestion {
  /// What the question wants.
  enum Kind: String, CaseIterable {
    case answer, clarify, refuse, write, smalltalk
  }

  /// What the rows must be, without a query.
  struct Expectation {
    var rows: Int?
    var atLeast: Int?
    /// Values that must stand in one row each.
    var contains: [[Value]] = []
  }

  let id: String
  /// File name of the database.
  let database: String
  let asOf: CalendarDay
  let language: String
  let question: String
  let kind: Kind
  /// Reference queries, any of which will do.
  let queries: [String]
  /// Other kinds of reply that are accepted.
  let alsoRight: Set<String>
  let mode: RowMatcher.Mode
  let expectation: Expectation?
  /// The same on a French and an English question that must get the same answer.
  let pair: String?
  let capability: Int?
  let difficulty: String?

  /// Reads a line; nil when a member that must be there is not, or is none of what it can be.
  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let database = json["db"]?.text,
      let asOf = json["as_of"]?.text.flatMap({ CalendarDay(iso: $0) }),
      let language = json["lang"]?.text, let question = json["question"]?.text,
      let kind = json["kind"]?.text.flatMap({ Kind(rawValue: $0) })
    else { return nil }
    self.id = id
    self.database = database
    self.asOf = asOf
    self.language = language
    self.question = question
    self.kind = kind
    queries = ["sql", "sql_alt"].flatMap { Self.texts(json[$0]) }
    alsoRight = Set(Self.texts(json["also_ok"]))
    mode = json["match"]?.text == "flat" ? .flat : json["ordered"]?.isTrue == true ? .ordered : .set
    expectation = json["expect"].flatMap(Self.expectation)
    pair = json["pair"]?.text
    capability = json["capability"]?.integer
    difficulty = json["difficulty"]?.text
  }

  /// One text, or a list of them.
  private static func texts(_ json: JSON?) -> [String] {
    (json?.items ?? json.map { [$0] } ?? []).compactMap(\.text).filter { !$0.isEmpty }
  }

  private static func expectation(_ json: JSON) -> Expectation? {
    guard case .object = json else { return nil }
    let rows = (json["contains"]?.items ?? []).map { ($0.items ?? []).compactMap(value) }
    return Expectation(
      rows: json["rows"]?.integer,
      atLeast: (json["min_rows"] ?? json["rows_min"])?.integer,
      contains: rows
    )
  }

  private static func value(_ json: JSON) -> Value? {
    switch json {
    case .null: .null
    case .integer(let number): .integer(number)
    case .number(let number): .real(number)
    case .string(let text): .text(text)
    case .bool, .array, .object: nil
    }
  }
}
