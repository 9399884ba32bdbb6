import Diagnostics
import Values

/// The times that answers carry: understanding, and the query with what is made of it.
enum QuestionTimes {
  /// Asks all questions so many times in one process and reads the times of each answer.
  static func measure(
    _ tool: MeasuredTool,
    questions: [String],
    rounds: Int
  ) throws(Failure) -> [(String, JSON)] {
    // The first round fills the caches of the system and of SQLite.
    let asked = Array(repeating: questions, count: rounds + 1).flatMap { $0 }
    let lines = try tool.ask(asked).dropFirst(questions.count)
    let answered = lines.filter { $0.contains("\"status\":\"answered\"") }
    let understanding = Sample(lines.compactMap { number("understand", in: $0) })
    let query = Sample(answered.compactMap { number("query", in: $0) })
    Report.say(
      "\(questions.count) questions, \(answered.count / rounds) answered, \(rounds) rounds"
    )
    Report.say("understanding, ms: \(understanding.summary)")
    Report.say("query, ms: \(query.summary)")
    return [
      ("questions", .integer(Int64(questions.count))),
      ("answered", .integer(Int64(answered.count / rounds))),
      ("understanding_ms", understanding.json),
      ("query_ms", query.json),
    ]
  }

  /// The number behind a name in the answer's `timings_ms`, which stands last in the line.
  private static func number(_ name: String, in line: String) -> Double? {
    guard let times = line.ranges(of: "\"timings_ms\":").last,
      let label = line[times.upperBound...].firstRange(of: "\"\(name)\":")
    else { return nil }
    return Double(line[label.upperBound...].prefix { $0 != "," && $0 != "}" })
  }
}
