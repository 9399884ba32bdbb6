import Diagnostics

/// The optiflow program on one database, with a side folder of its own.
struct MeasuredTool {
  let program: String
  let database: String
  /// Where inputs and outputs are put.
  let scratch: String
  /// The side folder: warm after the first run.
  let cache: String

  /// A question for single starts, answered by one pass over the sales.
  static let singleQuestion = "CA par catégorie en 2025"

  /// Asks one question in a process of its own; milliseconds from start to end.
  func ask(_ question: String) throws(Failure) -> Double {
    let arguments = ["ask", "--db", database, "--cache", cache, "--format", "json", question]
    let outcome = try Child(program: program, arguments: arguments).run(output: scratch + "/answer")
    guard outcome.status == 0 else { throw Self.failed(program, outcome.status) }
    return outcome.milliseconds
  }

  /// Asks many questions in one process; one JSON line for each.
  func ask(_ questions: [String]) throws(Failure) -> [String] {
    let input = scratch + "/questions"
    let output = scratch + "/answers"
    try TextFile.write(questions, to: input)
    let arguments = ["ask", "--db", database, "--cache", cache, "--format", "jsonl", "-"]
    let outcome = try Child(program: program, arguments: arguments).run(
      input: input,
      output: output
    )
    // A refusal among the answers sets the exit code too; only no answers at all is a fault.
    let lines = try TextFile.lines(output)
    guard lines.count == questions.count else { throw Self.failed(program, outcome.status) }
    return lines
  }

  /// The program did not do what is measured.
  static func failed(_ program: String, _ status: Int32) -> Failure {
    Failure(
      .environment,
      code: "benchmarks.failed",
      french: "\(program) s'est terminé avec le code \(status).",
      english: "\(program) ended with code \(status).",
      frenchHint: "Lancez-le à la main pour voir pourquoi.",
      englishHint: "Run it by hand to see why."
    )
  }
}
