import Assistant
import Diagnostics
import Export
import Presentation
import SQLiteStore
import SemanticModel
import Terminal
import Values

extension Command {
  /// `optiflow ask`: one question, or one a line from standard input.
  static let ask = Command(
    name: "ask",
    summary: "answers one question (\"-\": one a line from standard input)",
    examples: [
      #"optiflow ask --db optiflow.db "CA par région en 2025""#,
      #"optiflow ask --db optiflow.db --format csv "top 10 customers by revenue" > top.csv"#,
      #"optiflow ask --db optiflow.db -o top.xlsx "top 10 customers by revenue""#,
      #"optiflow ask -c "and last year?""#,
      #"printf 'stock total\ntaux de retour en mars\n' | optiflow ask --db optiflow.db -f jsonl -"#,
    ],
    usage: "ask [options] \"question\"    (\"-\": one question a line from standard input)",
    notes: [
      "Exit codes: \(ExitCode.list).",
      "With \"-\", the first that is not 0.",
    ],
    options: [
      Option("output", "o", value: "FILE", "write the table to FILE: .csv, .json, .md or .xlsx"),
      Option("force", nil, "overwrite FILE if it exists"),
      .continues,
    ] + Option.model,
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
    if let path = settings["output"] { try check(path, question) }
    let uses = try ModelSettings(settings).uses()
    let session: Session
    do throws(Failure) {
      session = try Session(settings, help: uses.understanding)
    } catch {
      guard settings.isJSON else { throw error }
      return failed(question, error)
    }
    let assistant = session.assistant
    let reworder = uses.reworder
    guard let question else { return answerLines(assistant, reworder) }
    let answer = worded(try converse(question, session), assistant.model, reworder)
    guard let path = settings["output"], answer.hasTable else {
      settings.console.print(render(answer, assistant.model))
      return try withoutFile(answer)
    }
    try write(answer, assistant.model, to: path)
    return Self.exitCode(answer).rawValue
  }

  /// The answer as the first turn of a conversation, or the next one of the last with `--continue`.
  private func converse(_ question: String, _ session: Session) throws(Failure) -> Answer {
    let last = LastConversation(settings, session.database)
    var conversation = Conversation(session.assistant, isWaiting: false)
    if settings.has("continue") { try last.resume(&conversation) }
    let answer = Interruption.whileQuerying {
      conversation.ask(PlainText.of(question), tongue: settings.tongue)
    }
    last.keep(conversation)
    return answer
  }

  /// The answer in a model's words, where one is asked and the format has any.
  private func worded(
    _ answer: Answer,
    _ model: SemanticModel,
    _ reworder: AnswerReworder?
  ) -> Answer {
    guard let reworder, settings.format.hasWords, !Interruption.cancellation.isCancelled else {
      return answer
    }
    return Interruption.whileQuerying {
      reworder.reworded(answer, model: model) { Interruption.cancellation.isCancelled }
    }
  }

  private func ask(_ question: String, _ assistant: Assistant) -> Answer {
    Interruption.whileQuerying { assistant.ask(PlainText.of(question), tongue: settings.tongue) }
  }

  /// One answer for each line, in order, whatever happens to the others.
  private func answerLines(_ assistant: Assistant, _ reworder: AnswerReworder?) -> Int32 {
    var code: Int32 = 0
    var lines = PlainLineSource(reading: settings.console.input)
    while let line = lines.next() {
      let answer = worded(ask(line, assistant), assistant.model, reworder)
      guard settings.console.print(render(answer, assistant.model)) else { break }
      if code == 0 { code = Self.exitCode(answer).rawValue }
      if Interruption.cancellation.isCancelled { return ExitCode.interrupted.rawValue }
    }
    return code
  }

  // MARK: - To a file

  /// Says what is wrong with the file before the database is opened.
  private func check(_ path: String, _ question: String?) throws(Failure) {
    guard question != nil else { throw Self.severalAnswers }
    let force = settings.has("force")
    try ExportFile.check(path, replacing: force, database: settings.database)
  }

  private func write(_ answer: Answer, _ model: SemanticModel, to path: String) throws(Failure) {
    let count = try ExportFile.write(
      answer,
      to: path,
      model: model,
      replacing: settings.has("force"),
      database: settings.database
    )
    guard !settings.isQuiet else { return }
    settings.console.print(written(count, of: answer, to: path))
  }

  /// « Réponse écrite : top.xlsx (10 lignes) »; says so when there are more rows than were written.
  private func written(_ count: Int, of answer: Answer, to path: String) -> String {
    let tongue = settings.interface
    let number = NumberFormat(tongue).count(Double(count))
    let isCut = answer.isTruncated || count < answer.rows.count
    let first = isCut ? tongue.pick("les premières\u{202F}: ", "the first ") : ""
    let noun =
      tongue == .french
      ? (count < 2 ? "ligne" : "lignes") : (count == 1 ? "row" : "rows")
    return tongue.pick("Réponse écrite\u{202F}: ", "Answer written: ")
      + "\(path) (\(first)\(number) \(noun))"
  }

  /// The exit code of an answer that was printed; tells that no file was written where one was asked for.
  private func withoutFile(_ answer: Answer) throws(Failure) -> Int32 {
    let code = Self.exitCode(answer)
    guard settings.has("output") else { return code.rawValue }
    guard code.rawValue != 0 else { throw .noTable }
    settings.console.report(.noTable, in: settings.interface)
    return code.rawValue
  }

  private static let severalAnswers = Failure(
    .usage,
    code: "usage.several-answers",
    french: "--output écrit une seule réponse, et « - » en demande une par ligne.",
    english: "--output writes one answer, and \"-\" asks for one a line.",
    frenchHint:
      "Posez une question à la fois, ou redirigez\u{202F}: --format jsonl - > reponses.jsonl",
    englishHint: "Ask one question at a time, or redirect: --format jsonl - > answers.jsonl"
  )

  // MARK: - Printing

  private func render(_ answer: Answer, _ model: SemanticModel) -> String {
    Renderer.render(answer, model: model, format: settings.format, options: settings.rendering)
  }

  /// The same object as an answer's for each question, when nothing can be asked at all.
  private func failed(_ question: String?, _ failure: Failure) -> Int32 {
    let model = SemanticModel(datasets: [], dimensions: [], metrics: [], segments: [], analyses: [])
    var lines = PlainLineSource(reading: settings.console.input)
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
        if code.hasSuffix(".interrupted") { return .interrupted }
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
