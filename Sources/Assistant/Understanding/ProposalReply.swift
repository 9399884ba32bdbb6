import Interpretation
import Values

/// What is said to a proposal: only a plain yes to it carries it out.
enum ProposalReply {
  case accepted(question: String)
  case declined

  /// Reads a turn behind a proposal; nil where it is something of its own.
  init?(_ text: String, to asked: Answer, _ utterance: Utterance, _ interpreter: Interpreter) {
    guard case .proposed = asked.reason, let first = asked.choices.first else { return nil }
    let said = Fold.fold(text).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    if Self.isNone(text) || said == "2" || said == "aucune" || said == "none" {
      self = .declined
    } else if said == "1" || Fold.fold(text) == Fold.fold(first.question) {
      self = .accepted(question: first.question)
    } else if let isAgreed = interpreter.consent(utterance) {
      self = isAgreed ? .accepted(question: first.question) : .declined
    } else {
      return nil
    }
  }

  /// The choice that none of those offered is meant.
  static func none(in tongue: Tongue) -> Answer.Choice {
    let text = tongue == .french ? "aucune de celles-ci" : "none of these"
    return Answer.Choice(label: text, question: text)
  }

  /// Whether a text is that choice.
  static func isNone(_ text: String) -> Bool {
    Tongue.allCases.contains { Fold.fold(none(in: $0).label) == Fold.fold(text) }
  }
}
