package import Values

extension Renderer {
  /// Most characters of a cell of a grid.
  private static let longestCell = 60

  /// Rows as they are stored, under the names of their columns: no answer, but a look at a table.
  package static func grid(
    _ columns: [String],
    _ rows: [[Value]],
    options: Options = Options()
  ) -> String {
    let cells = rows.map { row in row.map { TableCell(text($0)) } }
    let isNumeric = columns.indices.map { index in
      rows.contains { $0[index].number != nil }
        && rows.allSatisfy { $0[index].number != nil || $0[index].isNull }
    }
    let table = CellTable(headers: columns, cells: cells, isNumeric: isNumeric)
    return TextTable(table: table, width: options.width, color: options.color).rendered
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: return ""
    case .text(let text): return DisplayWidth.truncated(text, to: longestCell)
    default: return JSON(value).rendered
    }
  }
}
