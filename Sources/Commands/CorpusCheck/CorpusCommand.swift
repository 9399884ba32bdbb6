import Corpus
import Diagnostics
import Interpretation
import SQLiteStore
import Values

extension Command {
  /// `optiflow corpus check|list`: the corpus for those who edit it.
  static let corpus = Command(
    name: "corpus",
    summary: "checks or lists corpus/",
    examples: [
      "optiflow corpus check",
      "optiflow corpus check --db optiflow.db    also: are the declared keys unique in the data?",
      "optiflow corpus list metric",
      "optiflow corpus list --format json",
    ],
    usage: "corpus check | list [dataset|dimension|metric|segment|analysis] [options]",
    notes: ["Exit codes: 0 no problem, 2 problems (each on a line: file:line:column)."],
    operand: .words(["check", "list"]),
    run: { settings throws(Failure) in try CorpusCommand(settings: settings).run() }
  )
}

/// Checks or lists the corpus folder.
struct CorpusCommand {
  let settings: Settings

  private var tongue: Tongue { settings.interface }

  /// 0, or 2 when there are problems.
  func run() throws(Failure) -> Int32 {
    switch try settings.subcommand(of: .corpus) {
    case "check": return try check()
    default: return try list()
    }
  }

  // MARK: - Check

  private func check() throws(Failure) -> Int32 {
    let home = try Home.find(settings.home)
    let (corpus, problems) = CorpusReader.read(folder: home.corpus, markers: Marker.names)
    guard let corpus else {
      report(problems.map { ($0.code, $0.place.text, $0.text(in: tongue)) })
      return Failure.Kind.usage.rawValue
    }
    var keys: [KeyProblem] = []
    if settings.has("db") {
      let connection = try Connection.readOnly(path: settings.database)
      keys = try KeyCheck(model: corpus.model, connection: connection).problems()
    }
    report(keys.map { ("data.duplicate-key", $0.place, $0.text(in: tongue)) })
    return keys.isEmpty ? 0 : Failure.Kind.usage.rawValue
  }

  private func report(_ problems: [(code: String, place: String, text: String)]) {
    if settings.isJSON {
      let objects = problems.map { problem in
        JSON.object([
          ("code", .string(problem.code)), ("place", .string(problem.place)),
          ("message", .string(problem.text)),
        ])
      }
      settings.console.print(JSON.array(objects).rendered)
      return
    }
    for problem in problems { settings.console.print(problem.text) }
    let count = problems.count
    settings.console.say(
      count == 0
        ? tongue.pick("Aucun problème.", "No problem.")
        : tongue.pick(
          count == 1 ? "1 problème." : "\(count) problèmes.",
          count == 1 ? "1 problem." : "\(count) problems."
        )
    )
  }

  // MARK: - List

  private func list() throws(Failure) -> Int32 {
    let listing = CorpusListing(try Knowledge.load(Home.find(settings.home)).corpus, tongue: tongue)
    var entries = listing.entries
    if settings.operands.count > 1 {
      let kinds = listing.kinds
      guard let kind = kinds.first(where: { $0 == settings.operands[1] }) else {
        throw Settings.unknownOperand(settings.operands[1], among: kinds)
      }
      entries = entries.filter { $0.kind == kind }
    }
    if settings.isJSON {
      settings.console.print(JSON.array(entries.map(\.json)).rendered)
    } else {
      let rows = entries.map {
        [$0.kind, $0.name, $0.label, $0.synonyms.prefix(4).joined(separator: ", ")]
      }
      settings.console.print(Columns.lines(rows).joined(separator: "\n"))
    }
    return 0
  }
}
