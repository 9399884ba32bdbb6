import Diagnostics

/// What `--help` prints.
enum Help {
  /// The tool's own help; an error for anything else without a command.
  static func answer(_ arguments: [String]) throws(Failure) -> Int32 {
    if arguments.isEmpty || arguments.contains("-h") || arguments.contains("--help") {
      Console.print(tool)
      return 0
    }
    if arguments == ["--version"] {
      Console.print("optiflow \(version)")
      return 0
    }
    throw Failure(
      .usage, code: "usage.no-command",
      french: "Il faut une commande avant les options.", english: "A command must come before the options.",
      frenchHint: "Exemple : optiflow ask --db optiflow.db \"CA du mois dernier\"",
      englishHint: "Example: optiflow ask --db optiflow.db \"revenue last month\"")
  }

  static let version = "0.1.0"

  /// Common options, one a line.
  static let commonOptions: String = list(Option.common)

  static func list(_ options: [Option]) -> String {
    let rows = options.map { option -> (String, String) in
      let letter = option.letter.map { "-\($0), " } ?? "    "
      return ("  \(letter)--\(option.name)" + (option.value.map { " \($0)" } ?? ""), option.description)
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }.joined(separator: "\n")
  }

  static let tool = """
    Examples:
      optiflow ask --db optiflow.db "quels produits risquent la rupture cette semaine ?"
      optiflow ask --db optiflow.db "gross margin by supplier, 2024 vs 2023"
      optiflow demo optiflow.db        a demonstration database to try it on

    Commands:
      ask        answers one question ("-": one a line from standard input)
      explain    shows how a text is read: words, readings, the query, the SQL
      doctor     what a database offers and lacks, dirty rows
      demo       writes a demonstration database
      index      builds, checks or searches the index made from corpus/
      corpus     checks or lists corpus/
      eval       runs a question set and prints how many answers are right

    "optiflow COMMAND --help" shows a command's own examples.

    Options of every command:
    \(commonOptions)
    """

  static let ask = """
    Examples:
      optiflow ask --db optiflow.db "CA par région en 2025"
      optiflow ask --db optiflow.db --format csv "top 10 customers by revenue" > top.csv
      printf 'stock total\\ntaux de retour en mars\\n' | optiflow ask --db optiflow.db --format jsonl -

    Usage: optiflow ask [options] "question"    ("-": one question a line from standard input)
    Exit codes: 0 answered, 2 usage, 3 refused, 4 asked back, 5 no data, 6 database, 130 interrupted.

    Options:
    \(commonOptions)
    """
}
