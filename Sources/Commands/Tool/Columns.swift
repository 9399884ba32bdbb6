/// Lines of cells set in columns, for lists that people read.
enum Columns {
  /// The lines, each cell but the last padded to its column; numbers stand to the right.
  static func lines(_ rows: [[String]], right: Set<Int> = [], indent: Int = 0) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { line += "  " }
        line +=
          right.contains(column) ? padding + cell : cell + (column + 1 < row.count ? padding : "")
      }
      return line
    }
  }
}
