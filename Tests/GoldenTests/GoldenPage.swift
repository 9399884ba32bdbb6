import Assistant
import Planning
import SemanticModel
import Values

/// One reviewable page: questions, what they were understood as, the SQL, its values, and the first rows.
enum GoldenPage {
  private static let rowsShown = 6

  static func text(_ french: Answer, _ english: Answer) -> String {
    var lines = ["fr: \(french.question)", "en: \(english.question)", ""]
    lines += body(french)
    let isSame = french.sql == english.sql && french.parameters == english.parameters
    if !isSame || french.status != english.status {
      lines += ["", "== in English ==", ""] + body(english)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func body(_ answer: Answer) -> [String] {
    var lines = ["status: \(answer.status.rawValue)"]
    if let reason = answer.reason { lines.append("reason: \(reason)") }
    if !answer.choices.isEmpty {
      lines.append("choices: " + answer.choices.map(\.question).joined(separator: " | "))
    }
    guard let sql = answer.sql else { return lines }
    lines += ["query: \(answer.query?.description ?? "–")", "", "sql:", sql, "", "parameters:"]
    lines += answer.parameters.enumerated().map { "  \($0.offset + 1). \(cell($0.element))" }
    lines += [
      "", "rows: \(answer.rows.count)", "  " + answer.columns.map(\.name).joined(separator: " | "),
    ]
    lines += answer.rows.prefix(rowsShown).map { "  " + $0.map(cell).joined(separator: " | ") }
    return lines
  }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .null: "–"
    case .integer(let number): "\(number)"
    // Sums of the same numbers may differ in their last digits with the order SQLite adds them in.
    case .real(let number): "\((number * 1e6).rounded() / 1e6)"
    case .text(let text): "'\(text)'"
    }
  }
}
