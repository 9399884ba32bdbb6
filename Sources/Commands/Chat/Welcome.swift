import Assistant
import Corpus
import Planning
import Presentation
import SQLiteStore
import SemanticModel
import Values

/// The first screen: whose data, until when, and questions worth asking on this very database.
struct Welcome {
  let assistant: Assistant
  /// Whose data these are, or the name of the file.
  let owner: String
  /// Questions to choose from, the most telling first.
  let openers: [LocalizedText]
  let tongue: Tongue
  /// How long to look for questions.
  var patience = Self.patience
  /// What stops looking for them.
  var cancellation = Cancellation()

  /// How long to look for questions, and for the answer of one: a slow database must not keep the prompt waiting.
  static let patience = Duration.seconds(2)

  /// How many questions are shown.
  private static let questionCount = 3

  /// The first screen of a session; a Ctrl-C meanwhile only leaves its questions out.
  ///
  /// - Parameters:
  ///   - session: what was opened.
  ///   - path: where the database is.
  ///   - tongue: the language of the screen.
  /// - Returns: a few lines.
  static func text(_ session: Session, path: String, tongue: Tongue) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let cancellation = Interruption.cancellation
    let welcome = Welcome(
      assistant: session.database.assistant(
        session.knowledge,
        cancellation: cancellation,
        deadline: Self.patience
      ),
      owner: session.database.owner ?? file,
      openers: session.knowledge.corpus.openers,
      tongue: tongue,
      cancellation: cancellation
    )
    defer { cancellation.reset() }
    return Interruption.whileQuerying { welcome.text }
  }

  /// A few lines.
  var text: String {
    let examples = questions
    let head = ["Optiflow — \(PlainText.of(owner))", days]
    let ask = examples.isEmpty ? [] : [tongue.pick("Par exemple\u{202F}:", "For example:")]
    let help = tongue.pick(
      "/aide pour l'aide, Ctrl-D pour quitter.",
      "/help for help, Ctrl-D to leave."
    )
    return (head + ask + examples.map { "  " + $0 } + [help]).joined(separator: "\n")
  }

  /// Until when the sales go, and what day is taken for today.
  private var days: String {
    let facts = assistant.context.facts
    let format = DateFormat(tongue)
    let today = format.day(facts.now)
    guard let sales = facts.ranges[.init("sales_history", "order_date")] else {
      return tongue.pick(
        "Aucune vente datée\u{202F}; « aujourd'hui » est le \(today).",
        "No dated sales; \"today\" is \(today)."
      )
    }
    let last = format.day(sales.upperBound)
    return tongue.pick(
      "Ventes jusqu'au \(last)\u{202F}; « aujourd'hui » est le \(today).",
      "Sales until \(last); \"today\" is \(today)."
    )
  }

  /// The first openers that have something to tell, as far as patience goes.
  private var questions: [String] {
    let end = ContinuousClock.now + patience
    var found: [String] = []
    for opener in openers where found.count < Self.questionCount {
      if cancellation.isCancelled || ContinuousClock.now >= end { break }
      let question = opener[tongue]
      if Self.tells(assistant.ask(question, tongue: tongue)) { found.append(question) }
    }
    return found
  }

  /// Whether an answer has rows that were picked, or figures that are not all zero or unknown.
  private static func tells(_ answer: Answer) -> Bool {
    guard let query = answer.query, answer.hasTable, !answer.rows.isEmpty else { return false }
    if !query.keys.isEmpty, isSelective(query) { return true }
    let figures = answer.columns.indices.filter { column in
      if case .key = answer.columns[column].role { false } else { true }
    }
    if figures.isEmpty { return true }
    return answer.rows.contains { row in
      figures.contains { column in row[column].number.map { $0 != 0 } ?? !row[column].isNull }
    }
  }

  /// Whether things had to meet a condition: what is out of stock is worth telling although its stock is 0.
  private static func isSelective(_ query: Query) -> Bool {
    !query.conditions.isEmpty
      || query.filters.contains { if case .segment = $0 { true } else { false } }
  }
}
