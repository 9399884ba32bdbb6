package import Assistant
package import Rewording
package import SemanticModel
import Values

/// Has a model word answers, where one is configured; the template stands wherever it does not.
package struct AnswerReworder: Sendable {
  package let reworder: Reworder

  package init(_ reworder: Reworder) {
    self.reworder = reworder
  }

  /// What may be reworded of an answer; nil for what has no figures.
  package func draft(_ answer: Answer, model: SemanticModel) -> Draft? {
    reworder.words[answer.language].flatMap { words in
      AnswerFacts(answer, model: model)?.draft(words: words)
    }
  }

  /// The answer, with a model's words where it has some that may stand, and the time that took.
  ///
  /// - Parameters:
  ///   - answer: as it was computed.
  ///   - model: the nouns.
  ///   - isCancelled: asked again and again; whether nobody wants other words any more.
  /// - Returns: the answer with `rewording` set, or as it was.
  package func reworded(
    _ answer: Answer,
    model: SemanticModel,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> Answer {
    guard let draft = draft(answer, model: model) else { return answer }
    let start = ContinuousClock.now
    let outcome = reworder.reword(draft, isCancelled: isCancelled)
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    let milliseconds = Double(seconds) * 1000 + Double(attoseconds) / 1e15
    var answer = answer
    answer.timings.phrase += milliseconds
    answer.timings.total += milliseconds
    if case .reworded(let rewording) = outcome { answer.rewording = rewording }
    return answer
  }
}
