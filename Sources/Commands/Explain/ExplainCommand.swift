import Assistant
import Corpus
import Diagnostics
import Glibc
import Interpretation
import Language
import Planning
import SQLiteStore
import Terminal
import Values

extension Command {
  /// `optiflow explain`: how a text is read.
  static let explain = Command(
    name: "explain",
    summary: "shows how a text is read: words, readings, the query, the SQL",
    examples: [
      #"optiflow explain "CA des 5 premiers clients en mars 2025""#,
      #"optiflow explain --db optiflow.db --verbose "marge par fournisseur vs l'an dernier""#,
      #"optiflow explain --as-of 2025-03-14 --format json "les 3 derniers mois""#,
      #"cat phrases.txt | optiflow explain --format jsonl -"#,
    ],
    usage: "explain [options] \"text\"    (\"-\": one text a line from standard input)",
    notes: [
      "Without a database, names of the data are not recognised and no SQL is shown; today is --as-of,",
      "else the day of the computer.",
    ],
    operand: .text,
    run: { settings throws(Failure) in try ExplainCommand(settings).run() }
  )
}

/// Prints how texts are read, with a database where there is one.
struct ExplainCommand {
  let settings: Settings

  init(_ settings: Settings) {
    self.settings = settings
  }

  /// 0, or what is wrong with corpus or database.
  func run() throws(Failure) -> Int32 {
    guard let first = settings.operands.first else { throw Self.noText }
    let reader = try Reader(settings)
    guard first == "-" else {
      settings.console.print(render(reader.explain(settings.operands.joined(separator: " "))))
      return 0
    }
    var lines = PlainLineSource(reading: settings.console.input)
    while let line = lines.next() {
      guard settings.console.print(render(reader.explain(line))) else { break }
    }
    return 0
  }

  private func render(_ explanation: Explanation) -> String {
    if settings.isJSON { return explanation.json.rendered }
    return ExplanationText(
      explanation: explanation,
      tongue: settings.interface,
      detailed: settings.isVerbose ? .max : 1
    ).rendered
  }

  private static let noText = Failure(
    .usage,
    code: "usage.nothing-to-explain",
    french: "Il n'y a pas de texte à expliquer.",
    english: "There is no text to explain.",
    frenchHint: "Exemple : optiflow explain \"CA par région en 2025\"",
    englishHint: "Example: optiflow explain \"revenue by region in 2025\""
  )

  /// What reads the texts.
  private struct Reader {
    let interpreter: Interpreter
    let planner: QueryPlanner?
    let clock: Clock
    let tongue: Tongue?

    /// With the database named, or the one lying here; else with the corpus alone.
    init(_ settings: Settings) throws(Failure) {
      tongue = settings.tongue
      if settings.has("db") || access(settings.database, F_OK) == 0 {
        let assistant = try Session(settings).assistant
        interpreter = assistant.interpreter
        planner = assistant.planner
        clock = Clock(now: assistant.context.facts.now)
      } else {
        let knowledge = try Knowledge.load(Home.find(settings.home))
        interpreter = Interpreter(
          model: knowledge.corpus.model,
          lexicon: knowledge.lexicon,
          catalog: .empty
        )
        planner = nil
        clock = Clock(now: settings.asOf ?? .today)
      }
    }

    func explain(_ text: String) -> Explanation {
      Explanation(
        Utterance(PlainText.of(text), clock: clock, tongue: tongue),
        interpreter: interpreter,
        planner: planner
      )
    }
  }
}
