import DemoData
import Diagnostics
import Glibc
import Values

/// Which measurements to make, on what.
struct BenchmarkPlan {
  /// The program measured: `optiflow` beside this one.
  private let program: String
  private var options: [String: String] = [:]

  static let help = """
    Measures Optiflow; JSON on standard output, lines for people on standard error.

    Usage: benchmarks [--db FILE | --scale 0.1] [--questions FILE] [--rounds 5] [--starts 20]
                      [--names 1000000] [--products 1000] [--lines 1000000] [--index]
           benchmarks forecast SERIES.csv …, see benchmarks forecast --help

      --db         the database to ask; a demonstration one is written when not said
      --scale      size of that demonstration database, 0 to 1, 1 when not said
      --questions  a file with one question a line, in place of the built-in ones
      --rounds     times all questions are asked; a first round is not counted
      --starts     cold starts of the program
      --names      most names in the lookup measurement
      --products   products in the measurement of forecasting
      --lines      sale lines in the measurement of analyses, 0 for none
      --index      measures the building of index/ too, which takes a while
    """

  /// Reads `--name value` pairs.
  init(_ arguments: [String]) throws(Failure) {
    program = Self.folder + "/optiflow"
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let name = String(argument.drop { $0 == "-" })
      guard argument.hasPrefix("-"), Self.names.contains(name) else { throw Self.unknown(argument) }
      options[name] = ["index", "help", "h"].contains(name) ? "" : rest.popFirst()
    }
  }

  /// Whether only the help is wanted.
  var asksForHelp: Bool { options["help"] != nil || options["h"] != nil }

  /// Makes every measurement asked for, in order.
  func measure(in folder: borrowing ScratchFolder) throws(Failure) -> [(String, JSON)] {
    let database = try self.database(in: folder)
    let tool = MeasuredTool(
      program: program,
      database: database,
      scratch: folder.path,
      cache: folder.path + "/cache"
    )
    let questions =
      if let file = options["questions"] { try TextFile.lines(file) } else { Questions.all }
    var results: [(String, JSON)] = []
    results.append(("first_start_ms", try FirstStart.measure(tool)))
    results.append(("cold_start_ms", try ColdStart.measure(tool, starts: number("starts", 20))))
    results += try QuestionTimes.measure(tool, questions: questions, rounds: number("rounds", 5))
    results.append(("names", NameLookup.measure(upTo: number("names", 1_000_000))))
    let forecasts =
      try ForecastTimes.measure(database: database, products: number("products", 1_000))
    results.append(("forecasts", forecasts))
    let lines = options["lines"].flatMap(Int.init) ?? 1_000_000
    if lines > 0 {
      let times = try AnalysisTimes.measure(tool, lines: lines, rounds: number("rounds", 5))
      results.append(("analyses", times))
    }
    if options["index"] != nil { results.append(("index", try IndexBuild.measure(tool))) }
    return results
  }

  private func database(in folder: borrowing ScratchFolder) throws(Failure) -> String {
    if let database = options["db"] { return database }
    let path = folder.path + "/demo.db"
    let scale = options["scale"].flatMap(Double.init) ?? 1
    Report.say("writing the demonstration database, scale \(scale)")
    try DemoDatabase.write(to: path, scale: min(1, max(0.01, scale)))
    return path
  }

  private func number(_ name: String, _ standard: Int) -> Int {
    options[name].flatMap(Int.init).map { max(1, $0) } ?? standard
  }

  private static let names: Set<String> = [
    "db", "scale", "questions", "rounds", "starts", "names", "products", "lines", "index", "help",
    "h",
  ]

  /// The folder of this program.
  private static var folder: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "." }
    defer { free(path) }
    let text = String(cString: path)
    return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
  }

  static func unknown(_ argument: String) -> Failure {
    Failure(
      .usage,
      code: "benchmarks.unknown-option",
      french: "L'option \(argument) n'existe pas.",
      english: "There is no option \(argument).",
      frenchHint: "benchmarks --help les liste.",
      englishHint: "benchmarks --help lists them."
    )
  }
}
