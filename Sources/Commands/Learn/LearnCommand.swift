import Assistant
import Diagnostics
import Interpretation
import Language
import Lessons
import Planning
import Presentation
import Terminal
import Values

extension Command {
  /// `optiflow learn`: what the user teaches, from the command line.
  static let learn = Command(
    name: "learn",
    summary: "teaches events, exceptional days and handled alerts; lists and undoes lessons",
    examples: [
      "optiflow learn list --db optiflow.db",
      "optiflow learn event \"Black Friday\" 2026-11-27 1.7 --yes",
      "optiflow learn day 2026-03-28 --why \"football match\" --category Mobilier",
      "optiflow learn anomaly 2026-03-03 validated --product 12",
      "optiflow learn alert \"chaise pliante\"",
      "optiflow learn undo",
      "optiflow learn export > lessons.jsonl",
    ],
    usage: "learn list|event|day|anomaly|alert|undo|export [...] [options]",
    notes: [
      "event NAME DAY MULTIPLIER; day DAY; anomaly DAY validated|ignored; alert PRODUCT; undo [NUMBER].",
      "Days are YYYY-MM-DD. What would be noted is told first; a yes, or --yes, notes it in the side file and",
      "in the file beside it, never in the database. Without either nothing is noted, and the exit code is 4.",
    ],
    options: [
      Option("until", value: "DAY", "the last day, where there are several"),
      Option("product", value: "NAME-OR-ID", "for this product only"),
      Option("category", value: "NAME", "for this category only"),
      Option("why", value: "TEXT", "the reason, in your own words"),
      Option("yes", "y", "note it without asking"),
    ],
    operand: .words(LearnCommand.words),
    run: { settings throws(Failure) in try LearnCommand(settings: settings).run() }
  )
}

/// Reads a lesson from the command line, tells it, and notes it once agreed to.
struct LearnCommand {
  static let words = ["list", "event", "day", "anomaly", "alert", "undo", "export"]

  let settings: Settings

  private var tongue: Tongue { settings.interface }

  /// 0; 2 for what makes no lesson, 3 for one that makes no sense, 4 when it waits for a yes or lacks something.
  func run() throws(Failure) -> Int32 {
    let word = try settings.subcommand(of: .learn)
    let session = try Session(settings)
    switch word {
    case "list": return try list(session)
    case "export":
      for lesson in try TaughtLessons(session.database).lessons() {
        settings.console.print(LessonRecord.json(of: lesson).rendered)
      }
      return ExitCode.answered.rawValue
    case "undo": return try settle(.undo(try number), session)
    default:
      let draft = try LearnDraft(settings, session.database).draft(word)
      return try settle(.teach(draft), session)
    }
  }

  private func list(_ session: Session) throws(Failure) -> Int32 {
    let lessons = try TaughtLessons(session.database).lessons()
    settings.console.print(
      settings.isJSON
        ? JSON.array(lessons.map { LessonRecord.json(of: $0) }).rendered
        : LessonWording(tongue).list(lessons)
    )
    return ExitCode.answered.rawValue
  }

  /// The number of the lesson to undo; nil for the last one.
  private var number: Int? {
    get throws(Failure) {
      guard settings.operands.count > 1 else { return nil }
      guard let number = Int(settings.operands[1]), number > 0 else {
        throw LearnDraft.badOperand(settings.operands[1], "1, 2, 3 …")
      }
      return number
    }
  }

  /// Tells what would be noted, and notes it where that is agreed to.
  private func settle(_ wish: LessonWish, _ session: Session) throws(Failure) -> Int32 {
    let utterance = read(settings.operands.joined(separator: " "), session)
    let isAsking = settings.console.isTerminal && !settings.has("yes") && !settings.isJSON
    var answer = session.assistant.answer(wish, to: utterance, isWaiting: isAsking)
    guard case .lesson(.proposed(let proposal, _)) = answer.talk else {
      return show(answer, session)
    }
    if isAsking {
      settings.console.print(rendered(answer, session))
      var lines = PlainLineSource(reading: settings.console.input)
      let said = read(lines.next() ?? "", session)
      guard session.assistant.interpreter.consent(said) == true else {
        settings.console.print(tongue.pick("Rien n'a été noté.", "Nothing was noted."))
        return ExitCode.askedBack.rawValue
      }
    } else if !settings.has("yes") {
      return show(answer, session)
    }
    answer = session.assistant.carryOut(proposal, for: utterance)
    return show(answer, session)
  }

  private func read(_ text: String, _ session: Session) -> Utterance {
    let now = session.assistant.context.facts.now
    return Utterance(PlainText.of(text), clock: Clock(now: now), tongue: tongue)
  }

  private func show(_ answer: Answer, _ session: Session) -> Int32 {
    settings.console.print(rendered(answer, session))
    return AskCommand.exitCode(answer).rawValue
  }

  private func rendered(_ answer: Answer, _ session: Session) -> String {
    Renderer.render(
      answer,
      model: session.assistant.model,
      format: settings.format,
      options: settings.rendering
    )
  }
}
