import Diagnostics

/// Splits arguments into options and operands: `--name value`, `--name=value`, `-n value`, `--` ends the options.
struct ArgumentParser {
  let options: [Option]

  struct Result {
    var values: [String: String] = [:]
    var operands: [String] = []
  }

  func parse(_ arguments: [String]) throws(Failure) -> Result {
    var result = Result()
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        result.operands += arguments[index...]
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        result.operands.append(argument)
        continue
      }
      let (option, attached) = try option(of: argument)
      guard let label = option.value else {
        result.values[option.name] = ""
        continue
      }
      if let attached {
        result.values[option.name] = attached
      } else if index < arguments.count {
        result.values[option.name] = arguments[index]
        index += 1
      } else {
        throw Failure(
          .usage, code: "usage.missing-value",
          french: "Il manque une valeur après \(argument).", english: "\(argument) needs a value.",
          frenchHint: "Exemple : \(argument) \(label)", englishHint: "Example: \(argument) \(label)")
      }
    }
    return result
  }

  private func option(of argument: String) throws(Failure) -> (Option, String?) {
    if argument.hasPrefix("--") {
      let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      if let option = options.first(where: { $0.name == name }) {
        return (option, parts.count > 1 ? String(parts[1]) : nil)
      }
    } else if let letter = argument.dropFirst().first, let option = options.first(where: { $0.letter == letter }) {
      let rest = argument.dropFirst(2)
      return (option, rest.isEmpty ? nil : String(rest))
    }
    let near = nearest(to: String(argument.drop { $0 == "-" }), among: options.map(\.name))
    throw Failure(
      .usage, code: "usage.unknown-option",
      french: "L'option \(argument) n'existe pas.", english: "There is no option \(argument).",
      frenchHint: near.map { "Vouliez-vous dire --\($0) ?" } ?? "--help liste les options.",
      englishHint: near.map { "Did you mean --\($0)?" } ?? "--help lists the options.")
  }
}
