import Assistant
import Planning
import SemanticModel
import Values

/// A result as localised cells: headings, cells, and which columns are numbers.
struct CellTable: Sendable {
  let headers: [String]
  let cells: [[TableCell]]
  let isNumeric: [Bool]

  /// The first rows of an answer; all of them without a limit.
  init(_ answer: Answer, _ voice: Voice, limit: Int? = nil) {
    let query = answer.query ?? Query()
    let view = ResultView(answer, query: query, voice: voice)
    headers = ColumnLabels(voice).labels(answer.columns, query)
    isNumeric = answer.columns.map { column in
      if let key = column.role.shownKey { return Self.isNumber(key, voice) }
      return column.unit != .text && column.unit != .date
    }
    cells = answer.rows.prefix(limit ?? answer.rows.count).map { row in
      answer.columns.indices.map { view.tableCell(row, $0) }
    }
  }

  init(headers: [String], cells: [[TableCell]], isNumeric: [Bool]) {
    self.headers = headers
    self.cells = cells
    self.isNumeric = isNumeric
  }

  private static func isNumber(_ key: Key, _ voice: Voice) -> Bool {
    guard case .dimension(let name) = key else { return false }
    return voice.model.dimensions[name]?.type == .number
  }
}
