import Diagnostics
import SQLiteStore
import Values

/// What became of one question.
struct EvalResult {
  /// The reply against what was wanted.
  enum Outcome: String, CaseIterable {
    case correct
    /// Answered, not matching: the silent error.
    case wrong
    /// Asked back or refused where an answer was expected, or one instead of the other.
    case abstained
    /// Answered where it should ask or refuse.
    case overconfident
    case error
  }

  let question: EvalQuestion
  let outcome: Outcome
  let reason: String
  /// The answer as `ask --format json` prints it.
  let reply: JSON
  /// Rows of the first reference query, when it was run.
  let goldRows: [[Value]]

  var status: String { reply["status"]?.text ?? "error" }

  /// Whether the answer is in the language of the question.
  var isLanguageRight: Bool {
    reply["language"]?.text.map { $0.prefix(2).lowercased() == question.language } ?? true
  }
}

/// Scores replies against question sets; reference queries run on a connection of their own.
struct EvalScorer {
  let connection: Connection

  /// The result of one reply.
  func score(_ question: EvalQuestion, _ reply: JSON) throws(Failure) -> EvalResult {
    var gold: [[Value]] = []
    let (outcome, reason) = try judge(question, reply, &gold)
    return EvalResult(
      question: question,
      outcome: outcome,
      reason: reason,
      reply: reply,
      goldRows: gold
    )
  }

  private func judge(
    _ question: EvalQuestion,
    _ reply: JSON,
    _ gold: inout [[Value]]
  ) throws(Failure) -> (EvalResult.Outcome, String) {
    let status = reply["status"]?.text ?? ""
    guard let reached = Self.kinds[status] else { return (.error, reply["answer"]?.text ?? status) }
    if reached != question.kind, question.alsoRight.contains(reached.rawValue) {
      return (.correct, "also accepted: \(status)")
    }
    switch question.kind {
    case .answer:
      guard reached == .answer else { return (.abstained, status) }
      let reason = try mismatch(question, reply, &gold)
      return reason.map { (.wrong, $0) } ?? (.correct, "")
    case .smalltalk:
      let hasQuery = reply["sql"]?.text.map { !$0.isEmpty } ?? false
      return hasQuery ? (.overconfident, "a query for small talk") : (.correct, "")
    case .clarify, .refuse, .write:
      if reached == .answer {
        return (.overconfident, "answered, \(question.kind.rawValue) expected")
      }
      if question.kind == .write || question.kind == reached { return (.correct, "") }
      return (.abstained, "\(status), \(question.kind.rawValue) expected")
    }
  }

  private static let kinds: [String: EvalQuestion.Kind] = [
    "answered": .answer, "clarification": .clarify, "refused": .refuse,
  ]

  /// Why the rows are not right; nil when they are.
  private func mismatch(
    _ question: EvalQuestion,
    _ reply: JSON,
    _ gold: inout [[Value]]
  ) throws(Failure) -> String? {
    let rows = (reply["rows"]?.items ?? []).map { $0.items ?? [] }
    let matcher = RowMatcher(rows: rows)
    var firstReason: String?
    for (index, sql) in question.queries.enumerated() {
      let expected = try connection.query(sql, deadline: .seconds(60), limit: 1_000_000).rows
      if index == 0 { gold = expected }
      guard let reason = matcher.mismatch(with: expected, question.mode) else {
        firstReason = nil
        break
      }
      if index == 0 { firstReason = reason }
    }
    if let firstReason { return firstReason }
    return question.expectation.flatMap { Self.mismatch(matcher, $0) }
  }

  /// Why the rows are not as expected; nil when they are.
  static func mismatch(_ matcher: RowMatcher, _ expectation: EvalQuestion.Expectation) -> String? {
    let count = matcher.cells.count
    if let rows = expectation.rows, count != rows { return "\(count) rows, \(rows) expected" }
    if let least = expectation.atLeast, count < least {
      return "\(count) rows, at least \(least) expected"
    }
    for wanted in expectation.contains
    where !matcher.cells.contains(where: { RowMatcher.matches(wanted, $0) }) {
      return "no row with \(JSON.array(wanted.map { JSON($0) }).rendered)"
    }
    return nil
  }
}
