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
  /// Wall milliseconds from the start of the process to its end.
  static func measure(_ tool: MeasuredTool, starts: Int) throws(Failure) -> JSON {
    var times: [Double] = []
    for _ in 0..<starts { times.append(try tool.ask(MeasuredTool.singleQuestion)) }
    let sample = Sample(times)
    Report.say("one question in a fresh process, ms: \(sample.summary)")
    return sample.json
  }
}
