package import Assistant
import Planning
package import SemanticModel
package import Values

/// A result for a spreadsheet: numbers and days stay what they are, all other cells read as in answers.
package struct SheetTable: Sendable {
  package let tongue: Tongue
  /// What was asked: « Marge brute par région en 2025 ».
  package let title: String
  package let columns: [SheetColumn]
  package let rows: [[SheetCell]]

  /// The table of an answer; nil when it has none.
  package init?(_ answer: Answer, model: SemanticModel) {
    guard answer.hasTable, let query = answer.query else { return nil }
    let voice = Voice(answer, model: model)
    let view = ResultView(answer, query: query, voice: voice)
    let texts = CellTable(answer, voice)
    tongue = voice.tongue
    title = QueryPhrase(query, voice).text.capitalisedFirst
    let columns = answer.columns.indices.map { index in
      SheetColumn(
        header: texts.headers[index],
        style: SheetStyle(answer.columns[index], isWhole: view.isWhole(index), voice),
        isSigned: view.isSigned(index),
        width: (texts.cells.map { $0[index].text } + [texts.headers[index]])
          .reduce(0) { max($0, DisplayWidth.of($1)) }
      )
    }
    self.columns = columns
    rows = answer.rows.indices.map { row in
      columns.indices.map { index in
        view.cell(
          answer.rows[row][index],
          index,
          columns[index].style,
          texts.cells[row][index].text
        )
      }
    }
  }
}

extension ResultView {
  /// Whether no number of a column has decimals.
  fileprivate func isWhole(_ column: Int) -> Bool {
    rows.allSatisfy { row in row[column].number.map { $0 == $0.rounded() } ?? true }
  }

  /// Whether answers write a plus before the positive numbers of a column.
  fileprivate func isSigned(_ column: Int) -> Bool {
    switch columns[column].role {
    case .difference, .change: true
    case .computed(let name): voice.column(name, of: query)?.isSigned ?? false
    case .key, .detail, .measure, .lower, .upper, .share, .previous, .rollup: false
    }
  }

  /// A cell of a style; the text an answer would show where the value does not fit it.
  fileprivate func cell(
    _ value: Value,
    _ column: Int,
    _ style: SheetStyle,
    _ text: String
  ) -> SheetCell {
    if let cell = typed(value, column, style) { return cell }
    if columns[column].role.shownKey != nil { return .text(text) }
    return value.isNull ? .empty : .text(text)
  }

  private func typed(_ value: Value, _ column: Int, _ style: SheetStyle) -> SheetCell? {
    switch style {
    case .text: nil
    case .day: value.text.flatMap { CalendarDay(iso: $0) }.map(SheetCell.day)
    case .month: value.text.flatMap { CalendarDay(iso: $0 + "-01") }.map(SheetCell.day)
    case .year: (value.number ?? value.text.flatMap { Double($0) }).flatMap(Self.number)
    case .number, .percent, .days, .currency:
      hasWord(value, column) ? nil : value.withoutNoise.number.flatMap(Self.number)
    }
  }

  /// A number that a spreadsheet holds exactly: finite, and of 15 digits at most before the point.
  private static func number(_ number: Double) -> SheetCell? {
    abs(number) < 1e15 ? .number(number) : nil
  }

  /// Whether the corpus has a word for this value, which says more than the number.
  private func hasWord(_ value: Value, _ column: Int) -> Bool {
    if case .computed(let name) = columns[column].role {
      // Figures of several units in one column: each says its own.
      return voice.column(name, of: query)?.followsFigure == true
    }
    guard let name = columns[column].role.shownKey?.dimension,
      let words = voice.model.dimensions[name]?.valueWords, case .integer(let number) = value
    else { return false }
    return words.contains { $0.value == String(number) }
  }
}
