package import Assistant
import Planning
import Rewording
package import SemanticModel
import Values

/// The template sentences of an answer: always there, complete without a language model.
///
/// At most four sentences, in the language of the answer only. A list of numbered choices follows a question.
package struct Wording: Sendable {
  let answer: Answer
  let voice: Voice

  package init(_ answer: Answer, model: SemanticModel) {
    self.answer = answer
    voice = Voice(answer, model: model)
  }

  /// The sentences, and the numbered choices of a clarification a line each.
  package var text: String {
    let text = sentences.joined(separator: isToldInLines ? "\n" : " ")
    if answer.choices.isEmpty { return text }
    let lines = answer.choices.enumerated().map { "\($0 + 1). \($1.label)" }
    return ([text] + lines).joined(separator: "\n")
  }

  /// Whether the sentences stand a line each: a list of facts, and no text.
  var isToldInLines: Bool {
    guard answer.status == .answered, let call = answer.query?.analysis else { return false }
    return voice.model.analyses[call.name]?.isToldInLines == true
  }

  /// The sentences without the choices: those of a model where it reworded the answer.
  package var sentences: [String] {
    answer.rewording.map { [$0.text] } ?? templates
  }

  /// The sentences that are there without any model.
  package var templates: [String] {
    if let talk = answer.talk { return TalkWording(answer, voice).sentences(talk) }
    switch answer.status {
    case .answered: return tables.map { [$0] } ?? result
    case .clarification, .refused, .error: return ReasonWording(answer, voice).sentences
    }
  }

  /// What the database holds, where that is asked: each table with its rows.
  private var tables: String? {
    guard answer.query == nil, answer.columns.map(\.name) == ["table", "rows"] else { return nil }
    let parts = answer.rows.map { row in
      (row[0].text ?? "") + " (" + voice.numbers.count(row[1].number ?? 0) + ")"
    }
    let names = parts.joined(separator: ", ")
    let count = voice.numbers.count(Double(parts.count))
    return voice.pick(
      "La base contient \(count) tables (lignes)\u{202F}: \(names).",
      "The database holds \(count) tables (rows): \(names)."
    )
  }

  /// What was taken for granted, a sentence each.
  package var assumptions: [String] {
    answer.assumptions.map { AssumptionWording(voice).sentence($0) } + carried
  }

  /// The assumptions that the sentences do not already say.
  var unsaidAssumptions: [String] {
    answer.assumptions
      .filter { $0 != .allHistory && $0 != .levelNow && !isUnapplied($0) }
      .map { AssumptionWording(voice).sentence($0) } + carried
  }

  /// What of the question has no effect: no receipt's matter, but part of the answer.
  private var unapplied: [String] {
    answer.assumptions.filter(isUnapplied).map { AssumptionWording(voice).sentence($0) }
  }

  private func isUnapplied(_ assumption: Answer.Assumption) -> Bool {
    if case .notApplied = assumption { true } else { false }
  }

  /// What a follow-up kept of the question before.
  private var carried: [String] {
    answer.carried.flatMap { CarriedWording(voice).sentence($0) }.map { [$0] } ?? []
  }

  /// The figures on the way to the one told, with the formula that puts them together: « Calcul : … (stock : 100 ; colis : 25). »
  private func steps(of query: Query) -> [String] {
    guard !answer.steps.isEmpty, let measure = query.measures.first,
      let formula = voice.model.metrics[measure.metric]?.description[voice.tongue]
    else { return [] }
    var parts = answer.steps.compactMap { step in
      voice.model.metrics[step.metric].map { metric in
        metric.noun.singular[voice.tongue] + voice.pick("\u{202F}: ", ": ")
          + voice.figure(step.value, metric.unit)
      }
    }
    if let margin = measure.margin {
      parts.append(voice.pick("marge\u{202F}: ", "margin: ") + voice.threshold(margin, .percent))
    }
    let formulaWithoutPoint = formula.hasSuffix(".") ? String(formula.dropLast()) : formula
    return [
      voice.pick("Calcul", "How") + voice.colon + " " + formulaWithoutPoint + " ("
        + parts.joined(separator: voice.pick("\u{202F}; ", "; ")) + ")."
    ]
  }

  private var result: [String] {
    guard let query = answer.query else { return ReasonWording(answer, voice).sentences }
    if query.analysis != nil {
      return FindingSentences(answer.findings, query, voice).sentences + unapplied
    }
    let view = ResultView(answer, query: query, voice: voice)
    if let sentences = TellingSentences(view)?.sentences { return sentences }
    return shaped(view, query) + UnfinishedPeriod(view).sentences
  }

  /// The sentences of the shape that a result has.
  private func shaped(_ view: ResultView, _ query: Query) -> [String] {
    let figures = FigureSentences(view)
    let groups = GroupSentences(view)
    return switch AnswerShape(view) {
    case .empty: figures.empty
    case .figures: figures.figures + steps(of: query)
    case .comparison: ChangeSentences(view).comparison
    case .statistics: StatisticSentences(view).sentences
    case .superlative: groups.superlative
    case .ranking: groups.ranking
    case .rankingWithin: groups.rankingWithin
    case .series: groups.series
    case .changes: ChangeSentences(view).changes
    case .list: groups.list(isTruncated: answer.isTruncated)
    case .breakdown: groups.breakdown
    }
  }
}
