import Planning
import SemanticModel

/// What to do with a question.
struct Verdict {
  enum Decision {
    case answer(Query, Plan)
    case ask(Answer.Reason)
    case refuse(Answer.Reason)
    case talk(Answer.Talk)
    case tables
    case currency
  }

  var decision: Decision
  var choices: [Answer.Choice] = []
  var unexplained: [String] = []
  var assumptions: [Answer.Assumption] = []
  /// Whether the words say surely what is asked about.
  var namesSubject = true
  /// 0…1.
  var confidence = 1.0

  init(_ decision: Decision) {
    self.decision = decision
  }
}
