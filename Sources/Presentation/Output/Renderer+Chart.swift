package import Assistant
package import SemanticModel
import Values

extension Renderer {
  /// A chart of an answer with its title, as `kind` or as suits the result; nil when nothing can be drawn that way.
  ///
  /// Whatever can be drawn is, also where text would leave the picture out: two groups, or the first 40 of many.
  package static func chart(
    _ answer: Answer,
    model: SemanticModel,
    kind: TextPicture.Kind? = nil,
    options: Options = Options()
  ) -> String? {
    guard answer.status == .answered, let query = answer.query else { return nil }
    let view = ResultView(answer, query: query, voice: Voice(answer, model: model))
    let picture = TextPicture(view: view, width: options.width, color: options.color)
    return picture.drawn(as: kind).map {
      Ink.bold.on(title(view), color: options.color) + "\n" + $0
    }
  }

  /// What an answer tells, in a few words: « chiffre d'affaires par région en 2025 ».
  package static func title(_ answer: Answer, model: SemanticModel) -> String {
    answer.query.map { QueryPhrase($0, Voice(answer, model: model)).text } ?? answer.question
  }

  /// What was asked; of several figures, the one that is drawn.
  private static func title(_ view: ResultView) -> String {
    let words = QueryPhrase(view.query, view.voice).text.capitalisedFirst
    guard view.query.measures.count > 1, let column = view.mainColumn else { return words }
    let label = ColumnLabels(view.voice).labels(view.columns, view.query)[column]
    return words + view.voice.colon + " " + label.lowercasedFirst
  }
}
