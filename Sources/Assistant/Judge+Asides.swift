import Interpretation

/// Words around a question that are no part of it: why somebody asks, what he means to do with the answer.
extension Judge {
  /// What to do with the question behind what is said before it.
  func verdictBehindSetting() -> Verdict {
    guard let set = assistant.interpreter.behindSetting(utterance) else {
      return verdictWithoutTalk()
    }
    let told = Judge(assistant: assistant, utterance: set.question).verdictWithoutTalk()
    if set.isSure, told.isSettled { return told }
    let plain = verdictWithoutTalk()
    if case .refuse = plain.decision, told.isSettled { return told }
    return plain
  }

  /// What to do with a question of which some clauses may only talk; the answer names them.
  private func verdictWithoutTalk() -> Verdict {
    let plain = plainVerdict()
    guard case .refuse(.unknownWords(let words)) = plain.decision,
      let kernel = assistant.interpreter.kernel(of: utterance, without: words)
    else { return plain }
    var verdict = Judge(assistant: assistant, utterance: kernel.question).plainVerdict()
    guard case .answer = verdict.decision, verdict.isSettled else { return plain }
    verdict.assumptions.append(.leftAside(kernel.aside))
    return verdict
  }
}
