import Diagnostics

/// Splits arguments into options and operands: `--name value`, `--name=value`, `-n value`, `-qv`; `--` ends the options.
struct ArgumentParser {
  let options: [Option]

  /// What was written: options by their long name ("" for switches), and the rest.
  struct Result {
    var values: [String: String] = [:]
    /// Every value of an option that was given several times, in order.
    var repeated: [String: [String]] = [:]
    var operands: [String] = []

    mutating func keep(_ value: String, of option: Option) {
      values[option.name] = value
      repeated[option.name, default: []].append(value)
    }
  }

  /// Reads all arguments; of an option given twice the last one counts, but for those that take several.
  func parse(_ arguments: [String]) throws(Failure) -> Result {
    var result = Result()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        result.operands += rest
        break
      }
      if argument.hasPrefix("--") {
        try long(argument, &rest, &result)
      } else if argument.hasPrefix("-"), argument != "-", !argument.contains(" ") {
        try short(argument, &rest, &result)
      } else {
        result.operands.append(argument)
      }
    }
    return result
  }

  private func long(
    _ argument: String,
    _ rest: inout ArraySlice<String>,
    _ result: inout Result
  ) throws(Failure) {
    let parts = argument.dropFirst(2).split(
      separator: "=",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    let name = String(parts.first ?? "")
    guard let option = options.first(where: { $0.name == name }) else {
      throw unknown("--" + name, name)
    }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if option.value == nil, attached != nil { throw Self.needless("--" + name) }
    result.keep(try value(of: option, as: "--" + name, attached, &rest), of: option)
  }

  /// One letter with its value attached or next, or several switches in a row.
  private func short(
    _ argument: String,
    _ rest: inout ArraySlice<String>,
    _ result: inout Result
  ) throws(Failure) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.letter == letter }) else {
        throw unknown(argument, String(argument.dropFirst()))
      }
      guard option.value != nil else {
        result.values[option.name] = ""
        continue
      }
      let attached = letters.isEmpty ? nil : String(letters)
      result.keep(try value(of: option, as: "-\(letter)", attached, &rest), of: option)
      return
    }
  }

  private func value(
    of option: Option,
    as written: String,
    _ attached: String?,
    _ rest: inout ArraySlice<String>
  ) throws(Failure) -> String {
    guard let label = option.value else { return "" }
    if let attached { return attached }
    if let next = rest.first, !next.hasPrefix("--") {
      rest.removeFirst()
      return next
    }
    throw Failure(
      .usage,
      code: "usage.missing-value",
      french: "Il manque une valeur après \(written).",
      english: "\(written) needs a value.",
      frenchHint: "Exemple : \(written) \(label)",
      englishHint: "Example: \(written) \(label)"
    )
  }

  private static func needless(_ written: String) -> Failure {
    Failure(
      .usage,
      code: "usage.needless-value",
      french: "\(written) ne prend pas de valeur.",
      english: "\(written) takes no value.",
      frenchHint: "Écrivez seulement \(written).",
      englishHint: "Write \(written) alone."
    )
  }

  private func unknown(_ written: String, _ name: String) -> Failure {
    let near = nearest(to: name, among: options.map(\.name))
    return Failure(
      .usage,
      code: "usage.unknown-option",
      french: "L'option \(written) n'existe pas.",
      english: "There is no option \(written).",
      frenchHint: near.map { "Vouliez-vous dire --\($0) ?" }
        ?? "--help liste les options ; -- met fin aux options.",
      englishHint: near.map { "Did you mean --\($0)?" }
        ?? "--help lists the options; -- ends the options."
    )
  }
}
