import Assistant
import Diagnostics
import SemanticModel
import Values

/// What the user thought of answers, a JSON line each, to learn from: without the figures themselves.
struct FeedbackLog: Sendable {
  private let folder: StateFolder

  init(_ environment: Environment) {
    folder = StateFolder(environment)
  }

  /// Notes a verdict on an answer: whether it was right, and the user's own words, empty for none.
  func note(isGood: Bool, _ answer: Answer, remark: String) throws(Failure) {
    try folder.append(
      .object([
        ("at", .string(CalendarDay.today.iso)), ("verdict", .string(isGood ? "good" : "bad")),
        ("id", .string(answer.id)), ("question", .string(answer.question)),
        ("language", .string(answer.language.rawValue)),
        ("query", answer.query.map { .string($0.description) } ?? .null),
        ("remark", remark.isEmpty ? .null : .string(remark)),
      ]),
      to: "feedback.jsonl"
    )
  }
}
