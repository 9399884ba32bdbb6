package import Assistant
import Planning
package import SemanticModel
import Values

extension Renderer {
  /// An answer as a message in Markdown, for chat clients: the words, then the first rows where they hold more than the words.
  package static func message(_ answer: Answer, model: SemanticModel) -> String {
    joined(answer, isMarkdown: true) { single($0, model) }
  }

  private static func single(_ answer: Answer, _ model: SemanticModel) -> String {
    let wording = Wording(answer, model: model)
    // Numbered choices are a list in Markdown only behind an empty line.
    let choices = answer.choices.enumerated().map { "\($0 + 1). \($1.label)" }
    let words = ([wording.sentences.joined(separator: " ")] + wording.unsaidAssumptions)
      .joined(separator: "\n\n")
    var blocks = [words, choices.joined(separator: "\n")]
    if answer.status == .answered, !answer.columns.isEmpty, needsTable(answer) {
      let rows = ShownRows(total: answer.rows.count, limit: Options().rowLimit)
      let cells = CellTable(answer, wording.voice, limit: rows.shown)
      blocks.append(MarkdownTable(table: cells).rendered)
      blocks.append(
        rows.note(wording.voice, on: .message, isTruncated: answer.isTruncated) ?? ""
      )
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
