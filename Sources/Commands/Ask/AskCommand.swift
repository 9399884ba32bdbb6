import Assistant
import Diagnostics
import Presentation
import SQLiteStore
import SemanticModel
import Values

extension Command {
  /// `optiflow ask`: one question, or one a line from standard input.
  static let ask = Command(
    name: "ask",
    summary: "answers one question (\"-\": one a line from standard input)",
    examples: [
      #"optiflow ask --db optiflow.db "CA par région en 2025""#,
      #"optiflow ask --db optiflow.db --format csv "top 10 customers by revenue" > top.csv"#,
      #"printf 'stock total\ntaux de retour en mars\n' | optiflow ask --db optiflow.db -f jsonl -"#,
    ],
    usage: "ask [options] \"question\"    (\"-\": one question a line from standard input)",
    notes: [
      "Exit codes: \(ExitCode.list).",
      "With \"-\", the first that is not 0.",
    ],
    operand: .text,
    run: { settings throws(Failure) in try AskCommand(settings).run() }
  )
}

/// Answers questions on a database and prints them in the format asked for.
struct AskCommand {
  let settings: Settings

  init(_ settings: Settings) {
    self.settings = settings
  }

  /// The exit code of the answer; of the first answer that has none, with several.
  func run() throws(Failure) -> Int32 {
    guard let first = settings.operands.first else { throw Self.noQuestion }
    let question = first == "-" ? nil : settings.operands.joined(separator: " ")
    let assistant: Assistant
    do throws(Failure) {
      assistant = try Session(settings).assistant
    } catch {
      guard settings.isJSON else { throw error }
      return failed(question, error)
    }
    guard let question else { return answerLines(assistant) }
    let answer = ask(question, assistant)
    settings.console.print(render(answer, assistant.model))
    return Self.exitCode(answer).rawValue
  }

  private func ask(_ question: String, _ assistant: Assistant) -> Answer {
    Interruption.whileQuerying { assistant.ask(PlainText.of(question), tongue: settings.tongue) }
  }

  /// One answer for each line, in order, whatever happens to the others.
  private func answerLines(_ assistant: Assistant) -> Int32 {
    var code: Int32 = 0
    var lines = LineReader(settings.console.input)
    while let line = lines.next() {
      let answer = ask(line, assistant)
      guard settings.console.print(render(answer, assistant.model)) else { break }
      if code == 0 { code = Self.exitCode(answer).rawValue }
      if Interruption.cancellation.isCancelled { return ExitCode.interrupted.rawValue }
    }
    return code
  }

  private func render(_ answer: Answer, _ model: SemanticModel) -> String {
    Renderer.render(answer, model: model, format: settings.format, options: settings.rendering)
  }

  /// The same object as an answer's for each question, when nothing can be asked at all.
  private func failed(_ question: String?, _ failure: Failure) -> Int32 {
    let model = SemanticModel(datasets: [], dimensions: [], metrics: [], segments: [], analyses: [])
    var lines = LineReader(settings.console.input)
    var isOpen = true
    while isOpen, let text = question ?? lines.next() {
      let answer = Answer(PlainText.of(text), failure, tongue: settings.tongue)
      isOpen = settings.console.print(render(answer, model)) && question == nil
    }
    settings.console.report(failure, in: settings.interface)
    return failure.kind.rawValue
  }

  /// The exit code that says what kind of answer it is.
  static func exitCode(_ answer: Answer) -> ExitCode {
    switch answer.status {
    case .refused: return .refused
    case .clarification: return .askedBack
    case .error:
      if case .failure(let code, _, _) = answer.reason {
        if code == "db.interrupted" { return .interrupted }
        if code.hasPrefix("db.") { return .database }
      }
      return .fault
    case .answered:
      let isEmpty = answer.talk == nil && answer.rows.allSatisfy { row in row.allSatisfy(\.isNull) }
      return isEmpty ? .noData : .answered
    }
  }

  private static let noQuestion = Failure(
    .usage,
    code: "usage.no-question",
    french: "Aucune question n'a été posée.",
    english: "No question was asked.",
    frenchHint: "Exemple : optiflow ask --db optiflow.db \"quels produits sont en rupture ?\"",
    englishHint: "Example: optiflow ask --db optiflow.db \"which products are out of stock?\""
  )
}
