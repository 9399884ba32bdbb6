/// What `--help` prints: examples first.
enum Help {
  /// Version of the program.
  static let version = "0.1.0"

  /// What to try first.
  static let examples = [
    "optiflow demo optiflow.db        a demonstration database to try everything on",
    #"optiflow ask --db optiflow.db "quels produits sont en rupture ?""#,
    #"optiflow ask --db optiflow.db "gross margin by supplier, 2025 vs 2024""#,
  ]

  /// The tool's own help.
  static var tool: String {
    let width = Command.all.map(\.name.count).max() ?? 0
    let commands = Command.all.map { "  " + padded($0.name, to: width + 2) + $0.summary }
    return """
      Examples:
      \(indented(examples))

      Usage: optiflow COMMAND [options] …

      Commands:
      \(commands.joined(separator: "\n"))

      "optiflow COMMAND --help" shows a command's own examples; "optiflow --version" the version.

      Options of every command:
      \(list(Option.common))
      """
  }

  /// A command's help.
  static func page(_ command: Command) -> String {
    var blocks = ["Examples:\n" + indented(command.examples), "Usage: optiflow \(command.usage)"]
    blocks[1] += command.notes.map { "\n" + $0 }.joined()
    if !command.options.isEmpty {
      blocks.append("Options of \(command.name):\n" + list(command.options))
    }
    blocks.append("Options of every command:\n" + list(Option.common))
    return blocks.joined(separator: "\n\n")
  }

  private static func indented(_ lines: [String]) -> String {
    lines.map { "  " + $0 }.joined(separator: "\n")
  }

  private static func list(_ options: [Option]) -> String {
    let rows = options.map { option -> (String, String) in
      let letter = option.letter.map { "-\($0), " } ?? "    "
      let value = option.value.map { " \($0)" } ?? ""
      return ("  \(letter)--\(option.name)" + value, option.description)
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { padded($0.0, to: width + 2) + $0.1 }.joined(separator: "\n")
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
