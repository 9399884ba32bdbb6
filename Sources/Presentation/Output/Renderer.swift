package import Assistant
import Planning
package import SemanticModel
import Values

/// An answer in one of the output formats.
package enum Renderer {
  /// What the answer is written as.
  package enum Format: String, CaseIterable, Sendable {
    case text, table, json, jsonl, csv, markdown
  }

  /// How text is laid out; ignored by the formats for programs.
  package struct Options: Hashable, Sendable {
    /// Columns of the terminal.
    package var width = 100
    /// Whether escape sequences for bold and colour are written.
    package var color = false
    /// Adds SQL, parameters and times.
    package var verbose = false
    /// Leaves out picture and receipt.
    package var quiet = false

    package init() {}
  }

  /// Rows of a table shown in text.
  static let textRows = 40

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

  /// Words, table, picture, receipt, each set apart by an empty line.
  private static func text(
    _ answer: Answer,
    _ model: SemanticModel,
    _ options: Options
  ) -> String {
    let wording = Wording(answer, model: model)
    var blocks = [([wording.text] + wording.unsaidAssumptions).joined(separator: "\n")]
    let voice = wording.voice
    if answer.status == .answered, let query = answer.query, needsTable(answer) {
      blocks.append(table(answer, voice, options))
      let view = ResultView(answer, query: query, voice: voice)
      if !options.quiet,
        let picture = TextPicture(view: view, width: options.width, color: options.color).rendered
      {
        blocks.append(picture)
      }
    }
    if !options.quiet {
      let lines = ReceiptText(answer, model: model).lines(verbose: options.verbose)
      blocks.append(
        lines.map { options.color ? "\u{1B}[2m\($0)\u{1B}[0m" : $0 }.joined(separator: "\n")
      )
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Whether the rows hold more than the sentences: several of them, or several figures of a group.
  private static func needsTable(_ answer: Answer) -> Bool {
    let keys = answer.columns.count { if case .key = $0.role { true } else { false } }
    return answer.rows.count > 1
      || (answer.rows.count == 1 && keys > 0 && answer.columns.count > keys + 1)
  }

  private static func table(_ answer: Answer, _ voice: Voice, _ options: Options) -> String {
    let cells = CellTable(answer, voice, limit: textRows)
    let table = TextTable(table: cells, width: options.width, color: options.color).rendered
    guard cells.rowCount > textRows else { return table }
    let all = voice.numbers.count(Double(cells.rowCount)) + (answer.isTruncated ? "+" : "")
    let rest = voice.pick(
      "\(textRows) lignes sur \(all)\u{202F}; tout voir\u{202F}: --format csv",
      "\(textRows) of \(all) rows; see them all: --format csv"
    )
    return table + "\n" + rest
  }
}
