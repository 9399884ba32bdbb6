import Assistant
import Corpus
import Diagnostics
import Interpretation
import Language
import Values
import VectorIndex

extension Command {
  /// `optiflow index build|check|search`: the index made from corpus/.
  static let index = Command(
    name: "index",
    summary: "builds, checks or searches the index made from corpus/",
    examples: [
      "optiflow index build                  writes index/ anew, in less than a minute",
      "optiflow index check                  does index/ belong to this corpus?",
      "optiflow index search \"gains par boutique\"",
    ],
    usage: "index build | check | search \"text\" [options]",
    notes: ["Exit codes: 0 done or up to date, 2 stale, or the corpus has problems."],
    options: [Option("count", "n", value: "N", "labels that search prints, 10 if not said")],
    operand: .words(["build", "check", "search"]),
    run: { settings throws(Failure) in try IndexCommand(settings: settings).run() }
  )
}

/// Builds, checks and searches index/.
struct IndexCommand {
  let settings: Settings

  private var tongue: Tongue { settings.interface }

  /// 0, or 2 when the index is stale or the corpus has problems.
  func run() throws(Failure) -> Int32 {
    let name = try settings.subcommand(of: .index)
    let home = try Home.find(settings.home)
    switch name {
    case "build": return try build(home)
    case "check": return try check(home)
    default: return try search(home)
    }
  }

  /// The corpus as its files say; its problems are printed when it has some.
  private func corpus(_ home: Home) -> Corpus? {
    let (corpus, problems) = CorpusReader.read(folder: home.corpus, markers: Marker.names)
    if corpus == nil { for problem in problems { settings.console.say(problem.text(in: tongue)) } }
    return corpus
  }

  private func build(_ home: Home) throws(Failure) -> Int32 {
    guard let corpus = corpus(home) else { return Failure.Kind.usage.rawValue }
    let bar = ProgressBar(settings)
    bar.show(0, tongue.pick("lecture du corpus", "reading the corpus"))
    let clock = ContinuousClock()
    let start = clock.now
    let files = IndexFiles(corpus) { bar.show($0, tongue.pick("apprentissage", "training")) }
    bar.clear()
    try files.write(to: home)
    if settings.isJSON {
      settings.console.print(files.manifest.json.rendered)
    } else {
      let seconds = (clock.now - start).components.seconds
      let manifest = files.manifest
      settings.console.print(
        tongue.pick(
          "\(home.index) : \(manifest.prototypes) textes, \(manifest.labels) objets, "
            + "\(manifest.examples) exemples appris en \(seconds) s.",
          "\(home.index): \(manifest.prototypes) texts, \(manifest.labels) objects, "
            + "\(manifest.examples) examples learned in \(seconds) s."
        )
      )
    }
    return 0
  }

  private func check(_ home: Home) throws(Failure) -> Int32 {
    guard let corpus = corpus(home) else { return Failure.Kind.usage.rawValue }
    let state = IndexState(home: home, corpus: corpus.hash)
    if state == .current {
      settings.console.print(state.text(in: tongue))
      return 0
    }
    throw Self.unusable(state)
  }

  private func search(_ home: Home) throws(Failure) -> Int32 {
    let text = settings.operands.dropFirst().joined(separator: " ")
    guard !text.isEmpty else { throw Self.noText }
    let count = try self.count
    guard let intuition = try Knowledge.load(home).intuition.content else {
      throw Self.unusable(IndexState(home: home, corpus: corpus(home)?.hash ?? 0))
    }
    let clock = Clock(now: settings.asOf ?? .today)
    let utterance = Utterance(text, clock: clock, tongue: settings.tongue)
    let matches = intuition.nearest(to: utterance, count: count)
    if settings.isJSON {
      let objects = matches.map { match in
        JSON.object([
          ("label", .string(match.label)), ("score", .number(Self.rounded(match.score))),
        ])
      }
      settings.console.print(JSON.array(objects).rendered)
    } else {
      let rows = matches.map { [String(Self.rounded($0.score)), $0.label] }
      settings.console.print(Columns.lines(rows, right: [0]).joined(separator: "\n"))
    }
    return 0
  }

  private var count: Int {
    get throws(Failure) {
      guard let text = settings["count"] else { return 10 }
      guard let number = Int(text), (1...1000).contains(number) else {
        throw Settings.badValue("count", text, "1 … 1000")
      }
      return number
    }
  }

  private static func rounded(_ score: Float) -> Double { (Double(score) * 1000).rounded() / 1000 }

  private static func unusable(_ state: IndexState) -> Failure {
    Failure(
      .usage,
      code: "index.stale",
      french: state.text(in: .french),
      english: state.text(in: .english),
      frenchHint: "Reconstruisez-le : optiflow index build",
      englishHint: "Build it again: optiflow index build"
    )
  }

  private static let noText = Failure(
    .usage,
    code: "usage.nothing-to-search",
    french: "Il n'y a pas de texte à chercher.",
    english: "There is no text to search for.",
    frenchHint: "Exemple : optiflow index search \"gains par boutique\"",
    englishHint: "Example: optiflow index search \"gains by shop\""
  )
}
