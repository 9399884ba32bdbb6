import Presentation

/// One option of a command: `--db FILE`.
struct Option: Hashable, Sendable {
  let name: String
  /// One letter, without the dash; nil for long only.
  let letter: Character?
  /// What the value is called in the help; nil for a switch.
  let value: String?
  /// All the values there are, where the set is closed.
  let values: [String]
  let description: String

  init(
    _ name: String,
    _ letter: Character? = nil,
    value: String? = nil,
    values: [String] = [],
    _ description: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.values = values
    self.description = description
  }

  /// What its value may be; the name in the help says what is a path.
  var argument: Argument {
    guard values.isEmpty else { return .words(values) }
    return switch value {
    case nil: .nothing
    case "FILE", "PATH": .file
    case "FOLDER": .folder
    default: .text
    }
  }

  /// How it is written: `-d` and `--db`, or the long form alone.
  var forms: [String] { (letter.map { ["-\($0)"] } ?? []) + ["--\(name)"] }

  /// The variable that gives its value, for a common option that has one.
  var variable: String {
    "OPTIFLOW_" + name.uppercased().split(separator: "-").joined(separator: "_")
  }

  /// The language of answers and messages.
  static let lang = Option(
    "lang",
    "l",
    value: "fr|en|auto",
    values: ["fr", "en", "auto"],
    "language of answers and messages (OPTIFLOW_LANG)"
  )
  /// The form of answers.
  static let format = Option(
    "format",
    "f",
    value: "FORMAT",
    values: Renderer.Format.allCases.map(\.rawValue),
    "text, table, json, jsonl, csv or markdown (OPTIFLOW_FORMAT)"
  )
  /// When answers are coloured.
  static let color = Option(
    "color",
    value: "WHEN",
    values: ["auto", "always", "never"],
    "auto, always or never (OPTIFLOW_COLOR, NO_COLOR)"
  )

  /// Goes on with the last conversation about the database.
  static let continues = Option(
    "continue",
    "c",
    "goes on from the last conversation about this database"
  )

  /// The options whose value may stand in a variable: common ones and those of the model that have one.
  static let withVariable = (common + model).filter { $0.value != nil }

  /// The options of every command.
  static let common: [Option] = [
    Option("db", "d", value: "FILE", "the database (OPTIFLOW_DB, else ./optiflow.db)"),
    Option("cache", value: "PATH", "folder or side file for what is computed (OPTIFLOW_CACHE)"),
    Option("home", value: "FOLDER", "folder that holds corpus/ and index/ (OPTIFLOW_HOME)"),
    Option("as-of", value: "DATE", "the day taken for today, YYYY-MM-DD (OPTIFLOW_AS_OF)"),
    lang,
    format,
    Option("no-llm", nil, "never use a language model (none is needed)"),
    color,
    Option("quiet", "q", "the answer only, without picture, receipt and progress"),
    Option("verbose", "v", "the SQL and times too"),
    Option("help", "h", "this help"),
  ]
}
