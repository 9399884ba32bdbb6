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
    case .json, .jsonl: AnswerJSON.object(answer, model: model).rendered
    // A file of records holds one table.
    case .csv: CSVWriter(answer, model: model).rendered
    case .text, .table, .markdown:
      joined(answer, isMarkdown: format == .markdown) { words($0, model, format, options) }
    }
  }

  /// An answer and those to further questions of the same sentence, each of these under its question.
  static func joined(
    _ answer: Answer,
    isMarkdown: Bool,
    _ written: (Answer) -> String
  ) -> String {
    let further = answer.further.map { answer in
      let question = isMarkdown ? MarkdownTable.escaped(answer.question) : answer.question
      return "▸ " + question + "\n\n" + written(answer)
    }
    return ([written(answer)] + further).joined(separator: "\n\n")
  }

  private static func words(
    _ answer: Answer,
    _ model: SemanticModel,
    _ format: Format,
    _ options: Options
  ) -> String {
    if format == .text { return text(answer, model, options) }
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
