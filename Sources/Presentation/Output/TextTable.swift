import Values

/// A table for a terminal: columns aligned by display width, numbers to the right.
///
/// ```
/// Catégorie   Chiffre d'affaires
/// ─────────── ──────────────────
/// Technology      271 730,81 $US
/// ```
struct TextTable: Sendable {
  let table: CellTable
  /// Columns of the terminal.
  let width: Int
  /// Whether the heading is set in bold.
  let color: Bool

  /// The lines, without a final newline.
  var rendered: String {
    let widths = columnWidths
    let heading = line(table.headers, widths)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: " ")
    let first = color ? "\u{1B}[1m\(heading)\u{1B}[0m" : heading
    return ([first, rule] + table.cells.map { line($0, widths) }).joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var parts: [String] = []
    for (index, cell) in cells.enumerated() {
      let text = DisplayWidth.truncated(Self.oneLine(cell), to: widths[index])
      parts.append(DisplayWidth.padded(text, to: widths[index], right: table.isNumeric[index]))
    }
    var line = parts.joined(separator: " ")
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Natural widths; when they do not fit, text columns give way, the widest first.
  private var columnWidths: [Int] {
    var widths = table.headers.indices.map { index in
      table.cells.reduce(DisplayWidth.of(table.headers[index])) {
        max($0, DisplayWidth.of($1[index]))
      }
    }
    let smallest = 8
    while widths.reduce(widths.count - 1, +) > width {
      let texts = widths.indices.filter { !table.isNumeric[$0] && widths[$0] > smallest }
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  /// Line breaks and tabs in data would break the grid; control characters could steer the terminal.
  private static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return text
    }
    return String(
      text.map { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } ? $0 : " " }
    )
  }
}
