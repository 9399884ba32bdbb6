/// One option of a command: `--db FILE`.
struct Option: Hashable, Sendable {
  let name: String
  /// One letter, without the dash; nil for long only.
  let letter: Character?
  /// What the value is called in the help; nil for a switch.
  let value: String?
  let description: String

  init(_ name: String, _ letter: Character? = nil, value: String? = nil, _ description: String) {
    self.name = name
    self.letter = letter
    self.value = value
    self.description = description
  }

  /// The options of every command.
  static let common: [Option] = [
    Option("db", "d", value: "FILE", "the database (OPTIFLOW_DB, else ./optiflow.db)"),
    Option("cache", value: "PATH", "folder or side file for what is computed (OPTIFLOW_CACHE)"),
    Option("home", value: "FOLDER", "folder that holds corpus/ and index/ (OPTIFLOW_HOME)"),
    Option("as-of", value: "DATE", "the day taken for today, YYYY-MM-DD (OPTIFLOW_AS_OF)"),
    Option("lang", "l", value: "fr|en|auto", "language of answers and messages (OPTIFLOW_LANG)"),
    Option(
      "format",
      "f",
      value: "FORMAT",
      "text, table, json, jsonl, csv or markdown (OPTIFLOW_FORMAT)"
    ),
    Option("no-llm", nil, "never use a language model (none is needed)"),
    Option("color", value: "WHEN", "auto, always or never (OPTIFLOW_COLOR, NO_COLOR)"),
    Option("quiet", "q", "the answer only, without picture, receipt and progress"),
    Option("verbose", "v", "the SQL and times too"),
    Option("help", "h", "this help"),
  ]
}
