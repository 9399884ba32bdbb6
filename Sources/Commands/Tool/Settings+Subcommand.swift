import Diagnostics

extension Settings {
  /// The first operand, which must be one of these.
  func subcommand(_ names: [String]) throws(Failure) -> String {
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
