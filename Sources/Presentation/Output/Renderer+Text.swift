package import Assistant
import Planning
package import SemanticModel
import Values

extension Renderer {
  /// The full receipt alone, a line for each fact; with the SQL and the times when `verbose`.
  package static func receipt(
    _ answer: Answer,
    model: SemanticModel,
    options: Options = Options()
  ) -> String {
    dimmed(ReceiptText(answer, model: model).lines(verbose: options.verbose), options)
  }

  /// Words, table, picture, receipt, each set apart by an empty line.
  static func text(_ answer: Answer, _ model: SemanticModel, _ options: Options) -> String {
    let wording = Wording(answer, model: model)
    var blocks = [([wording.text] + wording.unsaidAssumptions).joined(separator: "\n")]
    if answer.status == .answered, let query = answer.query, needsTable(answer) {
      let view = ResultView(answer, query: query, voice: wording.voice)
      blocks.append(table(answer, view, options))
      if !options.quiet,
        let picture = TextPicture(view: view, width: options.width, color: options.color)
          .besideTable
      {
        blocks.append(picture)
      }
    }
    if !options.quiet { blocks.append(basis(answer, model, options)) }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// As much of the receipt as is wanted.
  private static func basis(
    _ answer: Answer,
    _ model: SemanticModel,
    _ options: Options
  ) -> String {
    switch options.receipt {
    case .none: ""
    case .brief: dimmed(ReceiptText(answer, model: model).brief, options)
    case .full: receipt(answer, model: model, options: options)
    }
  }

  private static func dimmed(_ lines: [String], _ options: Options) -> String {
    lines.map { Ink.dim.on($0, color: options.color) }.joined(separator: "\n")
  }

  /// Whether the rows hold more than the sentences: several of them, or several figures of a group.
  static func needsTable(_ answer: Answer) -> Bool {
    let keys = answer.columns.count { if case .key = $0.role { true } else { false } }
    return answer.rows.count > 1
      || (answer.rows.count == 1 && keys > 0 && answer.columns.count > keys + 1)
  }

  private static func table(_ answer: Answer, _ view: ResultView, _ options: Options) -> String {
    if !answer.isTruncated, let cross = CrossTable(view: view).table(options) {
      return cross.rendered
    }
    let rows = ShownRows(total: answer.rows.count, limit: options.rowLimit)
    let cells = CellTable(answer, view.voice, limit: rows.shown)
    let table = TextTable(table: cells, width: options.width, color: options.color).rendered
    let note = rows.note(view.voice, on: options.surface, isTruncated: answer.isTruncated)
    return [table, note].compactMap(\.self).joined(separator: "\n")
  }
}
