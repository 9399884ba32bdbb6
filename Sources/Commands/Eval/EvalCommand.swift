import Assistant
import Diagnostics
import Presentation
import SQLiteStore
import Values

extension Command {
  /// `optiflow eval`: how many answers are right.
  static let eval = Command(
    name: "eval",
    summary: "runs a question set and prints how many answers are right",
    examples: [
      "optiflow eval questions.jsonl --db-dir databases",
      "optiflow eval questions.jsonl --db-dir databases --verbose --lang en",
      "optiflow eval dates.jsonl --json        a file of date phrases",
    ],
    usage: "eval FILE [options]",
    notes: [
      "A line is a question {id, db, as_of, lang, question, kind, sql …} or a date phrase {text, as_of,",
      "start, end}. Reference queries run read-only on a connection of their own.",
    ],
    options: [
      Option(
        "db-dir",
        value: "FOLDER",
        "folder of the databases the questions name, . if not said"
      ),
      Option("json", nil, "everything as one JSON object, as --format json"),
    ],
    operand: .file,
    run: { settings throws(Failure) in try EvalCommand(settings: settings).run() }
  )
}

/// Asks a question set in this process and scores the answers.
struct EvalCommand {
  let settings: Settings

  /// 0, whatever the score; a failure when file or database cannot be read.
  func run() throws(Failure) -> Int32 {
    guard let path = settings.operands.first, settings.operands.count == 1 else {
      throw Self.noFile
    }
    let isJSON = settings.has("json") || settings.isJSON
    switch try EvalFile.read(path) {
    case .phrases(let phrases):
      let score = DateScore(phrases)
      settings.console.print(
        isJSON ? score.json.rendered : score.text(isVerbose: settings.isVerbose)
      )
    case .questions(let questions):
      let clock = ContinuousClock()
      let start = clock.now
      let summary = EvalSummary(results: try ask(questions))
      let (whole, part) = (clock.now - start).components
      let seconds = Double(whole) + Double(part) / 1e18
      settings.console.print(
        isJSON
          ? summary.json(seconds: seconds).rendered
          : EvalText(
            summary: summary,
            seconds: seconds,
            tongue: settings.interface,
            isVerbose: settings.isVerbose
          ).rendered
      )
    }
    return 0
  }

  /// A session for each database and day, in the order they first come.
  private func ask(_ questions: [EvalQuestion]) throws(Failure) -> [EvalResult] {
    let knowledge = try Knowledge.load(Home.find(settings.home))
    let folder = SideFolder(override: settings.cache, environment: settings.environment.variables)
    let bar = ProgressBar(settings)
    var sessions: [String: Session] = [:]
    var results: [EvalResult] = []
    for question in questions {
      let key = question.database + "\u{0}" + question.asOf.iso
      let session: Session
      if let known = sessions[key] {
        session = known
      } else {
        session = try self.session(question, knowledge, folder)
        sessions[key] = session
      }
      results.append(try session.result(question))
      bar.show(Double(results.count) / Double(questions.count), question.id)
      if Interruption.cancellation.isCancelled { throw Self.interrupted }
    }
    bar.clear()
    return results
  }

  private func session(
    _ question: EvalQuestion,
    _ knowledge: Knowledge,
    _ folder: SideFolder
  ) throws(Failure) -> Session {
    let path = (settings["db-dir"] ?? ".") + "/" + question.database
    let database = try Database.open(
      path,
      knowledge: knowledge,
      folder: folder,
      asOf: question.asOf
    )
    return Session(
      assistant: database.assistant(knowledge, cancellation: Interruption.cancellation),
      scorer: EvalScorer(connection: try Connection.readOnly(path: path))
    )
  }

  /// A database on one day.
  private struct Session {
    let assistant: Assistant
    let scorer: EvalScorer

    /// Asks as `ask --format json` would, blanks made single.
    func result(_ question: EvalQuestion) throws(Failure) -> EvalResult {
      let text = question.question.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let answer = Interruption.whileQuerying { assistant.ask(text) }
      return try scorer.score(question, AnswerJSON.object(answer, model: assistant.model))
    }
  }

  private static let noFile = Failure(
    .usage,
    code: "usage.no-file",
    french: "Il faut un fichier de questions, et un seul.",
    english: "One file of questions is needed.",
    frenchHint: "Exemple : optiflow eval questions.jsonl --db-dir bases",
    englishHint: "Example: optiflow eval questions.jsonl --db-dir databases"
  )

  private static let interrupted = Failure(
    .interrupted,
    code: "eval.interrupted",
    french: "Évaluation interrompue.",
    english: "Evaluation interrupted."
  )
}
