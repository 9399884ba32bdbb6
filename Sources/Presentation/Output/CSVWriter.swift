package import Assistant
package import SemanticModel
import Values

/// A result as comma-separated values (RFC 4180): machine names, plain numbers, ISO dates, every row.
///
/// Texts are exact. Those that a spreadsheet would take for a formula are quoted, and nothing is put before them.
package struct CSVWriter: Sendable {
  let answer: Answer
  let voice: Voice

  package init(_ answer: Answer, model: SemanticModel) {
    self.answer = answer
    voice = Voice(answer, model: model)
  }

  /// The header and the rows, each ended by CR LF; nothing when there are no columns.
  package var rendered: String {
    if answer.columns.isEmpty { return "" }
    let data = MachineTable(answer, voice)
    var output = Self.record(data.columns.map { .text($0.name) })
    for row in data.rows { output += Self.record(row) }
    return output
  }

  private static func record(_ values: [Value]) -> String {
    values.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer, .real: JSON(value).rendered
    case .text(let text): quoted(text)
    }
  }

  private static func quoted(_ text: String) -> String {
    let bytes = text.utf8
    let isPlain =
      !bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      && bytes.first.map { !"=+-@\t ".utf8.contains($0) } ?? false && bytes.last != 0x20
    if isPlain { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
