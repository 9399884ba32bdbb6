import Diagnostics
import Values

/// The first question on a database never seen: profile and names are made and kept.
enum FirstStart {
  /// Milliseconds of that one start.
  static func measure(_ tool: MeasuredTool) throws(Failure) -> JSON {
    let milliseconds = try tool.ask(MeasuredTool.singleQuestion)
    Report.say("first start on this database: \(Report.fixed(milliseconds, 0)) ms")
    return .number(milliseconds.rounded())
  }
}

/// One question in a fresh process, again and again, with a warm side folder.
enum ColdStart {
  /// A question whose rows are few, so that starting is what is measured; and one that reads a third of
  /// all sales, joins and groups them, so that SQLite is.
  static let questions = [
    ("month", "CA de décembre 2025"), ("year_by_category", MeasuredTool.singleQuestion),
  ]

  /// Wall milliseconds from the start of the process to its end, for each question.
  static func measure(_ tool: MeasuredTool, starts: Int) throws(Failure) -> JSON {
    var results: [(String, JSON)] = []
    for (name, question) in questions {
      var times: [Double] = []
      for _ in 0..<starts { times.append(try tool.ask(question)) }
      let sample = Sample(times)
      Report.say("« \(question) » in a fresh process, ms: \(sample.summary)")
      results.append((name, sample.json))
    }
    return .object(results)
  }
}
