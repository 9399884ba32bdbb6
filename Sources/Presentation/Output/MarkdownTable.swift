/// A result as a Markdown table (GitHub flavour), pipes and line breaks in cells escaped.
struct MarkdownTable: Sendable {
  let table: CellTable

  /// The lines, without a final newline.
  var rendered: String {
    let rule = table.isNumeric.map { $0 ? "---:" : "---" }
    return ([row(table.headers), row(rule)] + table.cells.map { row($0.map(\.text)) }).joined(
      separator: "\n"
    )
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map(Self.escaped).joined(separator: " | ") + " |"
  }

  /// Text without what Markdown or HTML would take for its own.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|": result += "\\|"
      case "\\": result += "\\\\"
      case "\n", "\r\n", "\r": result += "<br>"
      case "<": result += "&lt;"
      default: result.append(character)
      }
    }
    return result
  }
}
