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
  /// Whether the heading is set in bold, and cells in the colour of what they mean.
  let color: Bool

  /// The lines, without a final newline.
  var rendered: String {
    let widths = columnWidths
    let heading = Ink.bold.on(line(table.headers.map { TableCell($0) }, widths), color: color)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: " ")
    return ([heading, rule] + table.cells.map { line($0, widths) }).joined(separator: "\n")
  }

  private func line(_ cells: [TableCell], _ widths: [Int]) -> String {
    var line = cells.indices.map { cell(cells[$0], at: $0, widths[$0]) }.joined(separator: " ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func cell(_ cell: TableCell, at index: Int, _ width: Int) -> String {
    let text = DisplayWidth.truncated(Self.oneLine(cell.marked), to: width)
    // Escape sequences take no place, so the space is that of the bare text.
    let space = DisplayWidth.space(after: text, to: width)
    let shown = cell.tone?.ink.on(text, color: color) ?? text
    return table.isNumeric[index] ? space + shown : shown + space
  }

  /// Whether every cell has its full width.
  var fits: Bool { Self.total(naturalWidths) <= width }

  private static func total(_ widths: [Int]) -> Int { widths.reduce(widths.count - 1, +) }

  private var naturalWidths: [Int] {
    table.headers.indices.map { index in
      table.cells.reduce(DisplayWidth.of(table.headers[index])) {
        max($0, DisplayWidth.of($1[index].marked))
      }
    }
  }

  /// Natural widths; when they do not fit, text columns give way, the widest first.
  private var columnWidths: [Int] {
    var widths = naturalWidths
    let smallest = 8
    while Self.total(widths) > width {
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
