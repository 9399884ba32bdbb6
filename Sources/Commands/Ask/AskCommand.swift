import Assistant
import Diagnostics
import Presentation
import Values

extension Command {
  /// `optiflow ask`: one question, or one a line from standard input.
  static let ask = Command(
    name: "ask",
    help: Help.ask,
    options: [],
    run: { settings throws(Failure) in try AskCommand(settings).run() })
}

/// Answers questions on a database and prints them in the format asked for.
struct AskCommand {
  let settings: Settings

  init(_ settings: Settings) {
    self.settings = settings
  }

  func run() throws(Failure) -> Int32 {
    guard let question = settings.operands.first else { throw Self.noQuestion }
    let assistant = try Session(settings).assistant
    if question == "-" { return answerLines(assistant) }
    let text = settings.operands.joined(separator: " ")
    let answer = assistant.ask(text, tongue: settings.tongue)
    Console.print(render(answer, assistant))
    return Self.exitCode(answer)
  }

  /// One answer for each line, in order, whatever happens to the others.
  private func answerLines(_ assistant: Assistant) -> Int32 {
    var code: Int32 = 0
    var lines = LineReader()
    while let line = lines.next() {
      let answer = assistant.ask(line, tongue: settings.tongue)
      Console.print(render(answer, assistant))
      if code == 0 { code = Self.exitCode(answer) }
    }
    return code
  }

  private func render(_ answer: Answer, _ assistant: Assistant) -> String {
    Renderer.render(
      answer, model: assistant.model, format: settings.format, options: settings.rendering)
  }

  static func exitCode(_ answer: Answer) -> Int32 {
    switch answer.status {
    case .refused: return 3
    case .clarification: return 4
    case .error:
      if case .failure(let code, _, _) = answer.reason {
        if code == "db.interrupted" { return 130 }
        if code.hasPrefix("db.") { return 6 }
      }
      return 1
    case .answered:
      let isEmpty = answer.talk == nil && answer.rows.allSatisfy { row in row.allSatisfy(\.isNull) }
      return isEmpty ? 5 : 0
    }
  }

  private static let noQuestion = Failure(
    .usage, code: "usage.no-question",
    french: "Aucune question n'a été posée.",
    english: "No question was asked.",
    frenchHint: "Exemple : optiflow ask --db optiflow.db \"quels produits sont en rupture ?\"",
    englishHint: "Example: optiflow ask --db optiflow.db \"which products are out of stock?\"")
}
