import Planning
import SemanticModel
import Values

extension ResultView {
  /// A cell of a table: its words, with the arrow of a change and the tone of what has a meaning.
  func tableCell(_ row: [Value], _ column: Int) -> TableCell {
    let text = text(row, column)
    switch columns[column].role {
    case .change(let index):
      guard let change = row[column].number, change != 0 else { return TableCell(text) }
      return TableCell(
        text,
        direction: change > 0 ? .up : .down,
        tone: Tone(change: change, better: better(index))
      )
    case .key(.dimension(let name)), .detail(.dimension(let name)):
      let meaning = voice.model.dimensions[name]?.meanings[voice.storedText(row[column])]
      return TableCell(text, tone: meaning.map(Tone.init))
    case .key, .detail, .measure, .lower, .upper, .previous, .difference, .share, .rollup,
      .computed:
      return TableCell(text)
    }
  }

  private func better(_ measure: Int) -> Metric.Better {
    guard query.measures.indices.contains(measure) else { return .neutral }
    return voice.model.metrics[query.measures[measure].metric]?.better ?? .neutral
  }
}
