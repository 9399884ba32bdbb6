import Diagnostics

extension Settings {
  /// The first operand, which must be one of the command's words.
  func subcommand(of command: Command) throws(Failure) -> String {
    guard case .words(let names) = command.operand else {
      preconditionFailure("\(command.name) has no subcommands")
    }
    guard let name = operands.first else {
      let list = names.joined(separator: ", ")
      throw Failure(
        .usage,
        code: "usage.no-subcommand",
        french: "Il faut dire quoi faire.",
        english: "What to do is missing.",
        frenchHint: "Au choix : \(list).",
        englishHint: "One of: \(list)."
      )
    }
    guard names.contains(name) else { throw Self.unknownOperand(name, among: names) }
    return name
  }

  /// A word that is none of those possible at its place.
  static func unknownOperand(_ word: String, among names: [String]) -> Failure {
    let near = nearest(to: word, among: names)
    let list = names.joined(separator: ", ")
    return Failure(
      .usage,
      code: "usage.unknown-operand",
      french: "« \(word) » n'est pas possible ici.",
      english: "\"\(word)\" is not possible here.",
      frenchHint: near.map { "Vouliez-vous dire « \($0) » ?" } ?? "Au choix : \(list).",
      englishHint: near.map { "Did you mean \"\($0)\"?" } ?? "One of: \(list)."
    )
  }
}
