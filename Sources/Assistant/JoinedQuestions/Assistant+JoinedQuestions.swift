import Interpretation
import Planning
import SemanticModel

/// Several questions in one sentence, of which no single reading tells all.
extension Assistant {
  /// What to do with an utterance: one verdict, or one for each question that is joined in it.
  func verdicts(on utterance: Utterance) -> [(utterance: Utterance, verdict: Verdict)] {
    let whole = Judge(assistant: self, utterance: utterance).verdict()
    let joined = JoinedQuestions(utterance)
    guard joined.parts.count > 1, whole.mayBeSeveral else { return [(utterance, whole)] }
    let parts = sharingTime(
      joined.parts.map { ($0, Judge(assistant: self, utterance: $0).verdict()) }
    )
    let verdicts = parts.map(\.1)
    if joined.isPartOfFirst, let asked = asking(first: parts[0], of: utterance) {
      return [(utterance, asked)]
    }
    let queries = verdicts.compactMap(\.standingAlone)
    guard queries.count == parts.count || joined.areWhole && verdicts.allSatisfy(\.isSettled),
      joined.isPartOfFirst
        || areLost(verdicts.filter { $0.standingAlone != nil }, joined, in: whole)
    else { return [(utterance, whole)] }
    if queries.count == parts.count, let query = Query.beside(queries),
      let plan = try? planner.plan(query)
    {
      var verdict = Verdict(.answer(query, plan))
      verdict.confidence = verdicts.map(\.confidence).min() ?? 0
      verdict.assumptions = verdicts.flatMap(\.assumptions)
      return [(utterance, verdict)]
    }
    return parts
  }

  /// What is counted is asked back once, for the part of it as well.
  private func asking(
    first: (utterance: Utterance, verdict: Verdict),
    of whole: Utterance
  ) -> Verdict? {
    guard case .ask = first.verdict.decision,
      let range = whole.text.firstRange(of: first.utterance.text)
    else { return nil }
    var verdict = first.verdict
    for place in verdict.choices.indices {
      verdict.choices[place].question = whole.text.replacingCharacters(
        in: range,
        with: verdict.choices[place].question
      )
    }
    return verdict
  }

  /// Whether the reading of the whole leaves out one of the questions.
  ///
  /// Without a question word for each (« RFM et prévision du CA »), only where it leaves out an analysis
  /// and the sides are of the same rows: « churn et panier moyen des Champions » is one question.
  private func areLost(_ parts: [Verdict], _ joined: JoinedQuestions, in whole: Verdict) -> Bool {
    let told: Query? = if case .answer(let query, _) = whole.decision { query } else { nil }
    let lost = parts.filter { part in
      guard let told, let query = part.standingAlone, told.tells(query) else { return true }
      // A stock of today is not that of a month which is said of another figure.
      return told.period != nil && part.assumptions.contains(.levelNow)
    }
    guard !joined.areWhole else { return !lost.isEmpty }
    let queries = parts.compactMap(\.standingAlone)
    return lost.contains { $0.standingAlone?.analysis != nil }
      && queries.allSatisfy {
        $0.filters == queries[0].filters && $0.filters == (told ?? $0).filters
      }
  }

  /// "which products sold most and which customers bought most in 2025?": the only time said is that of the figures without one.
  private func sharingTime(
    _ parts: [(utterance: Utterance, verdict: Verdict)]
  ) -> [(utterance: Utterance, verdict: Verdict)] {
    let said = parts.filter { !$0.utterance.times.isEmpty }
    let times = Set(said.compactMap { $0.verdict.standingAlone?.period })
    guard times.count == 1, let time = times.first else { return parts }
    return parts.map { utterance, verdict in
      guard var query = verdict.standingAlone, query.analysis == nil,
        let place = verdict.assumptions.firstIndex(of: .allHistory)
      else { return (utterance, verdict) }
      query.period = time
      guard let plan = try? planner.plan(query) else { return (utterance, verdict) }
      var shared = verdict
      shared.decision = .answer(query, plan)
      shared.assumptions.remove(at: place)
      return (utterance, shared)
    }
  }

  /// The answers to joined questions: the first, with the others behind it.
  func carryOut(_ parts: [(utterance: Utterance, verdict: Verdict)], _ utterance: Utterance)
    -> Answer
  {
    var answers = parts.map { carryOut($0.verdict, $0.utterance) }
    var answer = answers.removeFirst()
    answer.question = utterance.text
    answer.further = answers
    return answer
  }
}

extension Verdict {
  /// Less sure readings are no reason to take a sentence apart.
  private static let sureness = 0.5

  /// Whether the sentence may hold more than what was decided: a figure was found, or why there is none.
  fileprivate var mayBeSeveral: Bool {
    switch decision {
    case .answer, .ask: true
    case .refuse(.unreachable), .refuse(.analysisUnavailable), .refuse(.unknownWords): true
    case .refuse, .talk, .tables, .currency: false
    }
  }

  /// Whether it is clear what the question comes to, be it that it must be asked back or has no data.
  var isSettled: Bool {
    switch decision {
    case .ask(.ambiguousMeaning), .ask(.ambiguousName): true
    case .refuse(.missingData), .refuse(.unreachable), .refuse(.missingTerms),
      .refuse(.beyondHorizon):
      true
    case .answer: standingAlone != nil
    case .ask, .refuse, .talk, .tables, .currency: false
    }
  }

  /// The query of a question that is clear by itself; a bare name of things is none.
  fileprivate var standingAlone: Query? {
    guard case .answer(let query, _) = decision, confidence >= Self.sureness, namesSubject,
      !(query.measures.isEmpty && query.filters.isEmpty && query.analysis == nil)
    else { return nil }
    return query
  }
}
