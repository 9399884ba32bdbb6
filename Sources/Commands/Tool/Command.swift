import Diagnostics

/// One command of the tool.
struct Command: Sendable {
  let name: String
  /// One line for the list of commands.
  let summary: String
  /// Command lines, each with what it is for; the help starts with them.
  let examples: [String]
  /// How it is called, without options.
  let usage: String
  /// What else there is to know, a line each.
  var notes: [String] = []
  /// Options of its own, beside the common ones.
  var options: [Option] = []
  /// What stands behind its name.
  var operand: Argument = .nothing
  let run: @Sendable (Settings) throws(Failure) -> Int32

  /// Every command, in the order the help lists them.
  static let all: [Command] = [
    .ask, .chat, .serve, .explain, .forecast, .batch, .learn, .doctor, .demo, .index, .corpus,
    .eval,
    .completion,
    .man,
  ]

  /// The command of a name; with the nearest one where there is none.
  static func named(_ name: String) throws(Failure) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    let near = nearest(to: name, among: all.map(\.name))
    throw Failure(
      .usage,
      code: "usage.unknown-command",
      french: "Il n'y a pas de commande « \(name) ».",
      english: "There is no command \"\(name)\".",
      frenchHint: near.map { "Vouliez-vous dire « optiflow \($0) » ?" }
        ?? "optiflow --help liste les commandes.",
      englishHint: near.map { "Did you mean \"optiflow \($0)\"?" }
        ?? "optiflow --help lists the commands."
    )
  }
}
