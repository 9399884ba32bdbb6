import Values

/// The measures of a run.
struct EvalSummary {
  let results: [EvalResult]

  /// How many results have an outcome.
  func count(_ outcome: EvalResult.Outcome) -> Int { results.count { $0.outcome == outcome } }

  private var answerable: [EvalResult] { results.filter { $0.question.kind == .answer } }
  private var held: [EvalResult] {
    results.filter { ["clarification", "refused"].contains($0.status) }
  }
  private var toHold: [EvalResult] { results.filter { Self.isToHold($0.question.kind) } }

  /// Whether such questions should be asked back or refused.
  private static func isToHold(_ kind: EvalQuestion.Kind) -> Bool {
    kind == .clarify || kind == .refuse || kind == .write
  }

  private static func share(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  /// Correct ÷ questions that have an answer.
  var executionAccuracy: Double? {
    Self.share(answerable.count { $0.outcome == .correct }, answerable.count)
  }
  /// Answered wrongly ÷ questions that have an answer.
  var silentWrongRate: Double? {
    Self.share(answerable.count { $0.outcome == .wrong }, answerable.count)
  }
  /// Of what was asked back or refused, the share that should be.
  var abstentionPrecision: Double? {
    Self.share(held.count { Self.isToHold($0.question.kind) }, held.count)
  }
  /// Of clarify, refuse and write, the share asked back or refused.
  var abstentionRecall: Double? {
    let kept = toHold.count { ["clarification", "refused"].contains($0.status) }
    return Self.share(kept, toHold.count)
  }
  /// Wrong or overconfident ÷ all.
  var confidentlyWrongRate: Double? {
    Self.share(count(.wrong) + count(.overconfident), results.count)
  }
  var overallAccuracy: Double? { Self.share(count(.correct), results.count) }
  var errorRate: Double? { Self.share(count(.error), results.count) }
  /// Of all replies, the share in the question's language.
  var languageRight: Double? {
    let replied = results.filter { $0.status != "error" }
    return Self.share(replied.count(where: \.isLanguageRight), replied.count)
  }

  /// French/English pairs: all of them, right in both, right in one only.
  var pairs: (all: Int, both: Int, one: Int) {
    var byName: [String: [String: Bool]] = [:]
    for result in results {
      guard let pair = result.question.pair else { continue }
      byName[pair, default: [:]][result.question.language] = result.outcome == .correct
    }
    let full = byName.values.filter { $0.count == 2 }
    return (
      full.count, full.count { $0.values.allSatisfy { $0 } },
      full.count { Set($0.values).count == 2 }
    )
  }
}
