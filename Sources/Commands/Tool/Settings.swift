import Diagnostics
import Glibc
import Presentation
import Values

/// What a command was asked to do: its operands, and every option after precedence was applied.
///
/// Precedence: flag, environment, ./optiflow.yaml, the user's configuration folder, default.
struct Settings: Sendable {
  /// Words that are not options.
  let operands: [String]
  /// Option → value ("" for switches), defaults left out.
  private let values: [String: String]
  let format: Renderer.Format
  /// Nil: each question's own.
  let tongue: Tongue?
  let asOf: CalendarDay?

  /// Reads the arguments behind a command's name.
  static func read(_ arguments: [String], for command: Command) throws(Failure) -> Settings {
    let parsed = try ArgumentParser(options: Option.common + command.options).parse(arguments)
    var values = try Configuration.values()
    for (name, value) in Self.environmentValues { values[name] = value }
    for (name, value) in parsed.values { values[name] = value }
    return try Settings(operands: parsed.operands, values: values)
  }

  private init(operands: [String], values: [String: String]) throws(Failure) {
    self.operands = operands
    self.values = values
    format = try Self.choice("format", values["format"] ?? "text", Renderer.Format.allCases.map(\.rawValue)) { Renderer.Format(rawValue: $0) }
    let language = values["lang"] ?? "auto"
    tongue = try Self.choice("lang", language, ["fr", "en", "auto"]) { $0 == "auto" ? .some(nil) : Tongue(rawValue: $0).map(Optional.some) }
    if let text = values["as-of"] {
      guard let day = CalendarDay(iso: text), text.utf8.count == 10 else {
        throw Self.badValue("as-of", text, "YYYY-MM-DD")
      }
      asOf = day
    } else {
      asOf = nil
    }
    _ = try Self.choice("color", values["color"] ?? "auto", ["auto", "always", "never"]) { $0 }
  }

  subscript(_ option: String) -> String? { values[option] }

  func has(_ option: String) -> Bool { values[option] != nil }

  var database: String { values["db"] ?? "optiflow.db" }
  var cache: String? { values["cache"] }
  var home: String? { values["home"] }
  var isVerbose: Bool { has("verbose") }
  var isQuiet: Bool { has("quiet") }

  /// How answers are drawn.
  var rendering: Renderer.Options {
    var options = Renderer.Options()
    options.width = Console.width
    options.verbose = isVerbose
    options.quiet = isQuiet
    options.color =
      switch values["color"] {
      case "always": true
      case "never": false
      default: Console.isTerminal(STDOUT_FILENO) && Environment.variables["NO_COLOR", default: ""].isEmpty
      }
    return options
  }

  private static var environmentValues: [(String, String)] {
    let variables = Environment.variables
    return ["db", "cache", "home", "as-of", "lang", "format", "color"].compactMap { name in
      let key = "OPTIFLOW_" + name.uppercased().split(separator: "-").joined(separator: "_")
      return variables[key].flatMap { $0.isEmpty ? nil : (name, $0) }
    }
  }

  /// The language of messages about the command line itself: --lang, else the environment's.
  static func interfaceTongue(_ arguments: [String]) -> Tongue {
    if let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count,
      let tongue = Tongue(rawValue: arguments[index + 1])
    {
      return tongue
    }
    let variables = Environment.variables
    let names = [variables["OPTIFLOW_LANG"], variables["LC_ALL"], variables["LC_MESSAGES"], variables["LANG"]]
    let name = names.compactMap { $0 }.first { !$0.isEmpty } ?? ""
    return name.hasPrefix("fr") ? .french : .english
  }

  private static func choice<Result>(
    _ option: String,
    _ text: String,
    _ allowed: [String],
    _ convert: (String) -> Result?
  ) throws(Failure) -> Result {
    guard allowed.contains(text), let result = convert(text) else {
      throw badValue(option, text, allowed.joined(separator: ", "))
    }
    return result
  }

  static func badValue(_ option: String, _ text: String, _ allowed: String) -> Failure {
    Failure(
      .usage, code: "usage.bad-value",
      french: "« \(text) » ne convient pas à --\(option).",
      english: "\"\(text)\" is not a value of --\(option).",
      frenchHint: "Valeurs possibles : \(allowed).",
      englishHint: "Possible values: \(allowed).")
  }
}
