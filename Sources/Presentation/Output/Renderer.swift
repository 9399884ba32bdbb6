package import Assistant
import Planning
package import SemanticModel
import Values

/// An answer in one of the output formats.
package enum Renderer {
  /// What the answer is written as.
  package enum Format: String, CaseIterable, Sendable {
    case text, table, json, jsonl, csv, markdown

    /// Whether an answer with a table has its sentences too.
    package var hasWords: Bool { self != .csv && self != .table }
  }

  /// The output, without a final newline except for CSV, whose records carry their own.
  ///
  /// Answers without a table are words in `table` and `markdown`, and nothing in `csv`.
  package static func render(
    _ answer: Answer,
    model: SemanticModel,
    format: Format,
    options: Options = Options()
  ) -> String {
    switch format {
    case .json, .jsonl: return AnswerJSON.object(answer, model: model).rendered
    case .csv: return CSVWriter(answer, model: model).rendered
    case .text: return text(answer, model, options)
    case .table, .markdown: break
    }
    let voice = Voice(answer, model: model)
    let words = Wording(answer, model: model).text
    guard answer.status == .answered, !answer.rows.isEmpty, !answer.columns.isEmpty else {
      return words
    }
    let table = CellTable(answer, voice)
    if format == .markdown { return words + "\n\n" + MarkdownTable(table: table).rendered }
    return TextTable(table: table, width: options.width, color: options.color).rendered
  }
}
