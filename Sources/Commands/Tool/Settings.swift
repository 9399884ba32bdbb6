import Diagnostics
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
  /// What the command line says of each option, in order, for those that take several values.
  private var repeated: [String: [String]] = [:]
  let format: Renderer.Format
  /// Nil: each question's own.
  let tongue: Tongue?
  private(set) var asOf: CalendarDay?
  /// The language of messages about the program itself.
  let interface: Tongue
  let console: Console
  let environment: Environment

  /// Reads the arguments behind a command's name.
  static func read(
    _ parsed: ArgumentParser.Result,
    for command: Command,
    console: Console,
    environment: Environment
  ) throws(Failure) -> Settings {
    let options = Option.common + command.options
    var values = try Configuration(environment: environment).values(for: options)
    for (name, value) in environmentValues(environment) { values[name] = value }
    for (name, value) in parsed.values { values[name] = value }
    var settings = try Settings(parsed.operands, values, console, environment)
    settings.repeated = parsed.repeated
    return settings
  }

  /// The same with another day taken for today; nil for the data's own.
  func with(asOf day: CalendarDay?) -> Settings {
    var settings = self
    settings.asOf = day
    return settings
  }

  private init(
    _ operands: [String],
    _ values: [String: String],
    _ console: Console,
    _ environment: Environment
  ) throws(Failure) {
    self.operands = operands
    self.values = values
    self.console = console
    self.environment = environment
    format = try Self.choice(.format, values["format"] ?? "text") { Renderer.Format(rawValue: $0) }
    tongue = try Self.choice(.lang, values["lang"] ?? "auto") {
      $0 == "auto" ? .some(nil) : Tongue(rawValue: $0).map(Optional.some)
    }
    interface = tongue ?? Self.tongue(of: environment)
    if let text = values["as-of"] {
      guard let day = CalendarDay(iso: text), text.utf8.count == 10 else {
        throw Self.badValue("as-of", text, "YYYY-MM-DD")
      }
      asOf = day
    } else {
      asOf = nil
    }
    _ = try Self.choice(.color, values["color"] ?? "auto") { $0 }
  }

  subscript(_ option: String) -> String? { values[option] }

  /// Every value of an option that takes several: those of the command line, else the one value there is.
  func all(_ option: String) -> [String] {
    repeated[option] ?? values[option].map { [$0] } ?? []
  }

  /// Whether an option was given anywhere.
  func has(_ option: String) -> Bool { values[option] != nil }

  var database: String { values["db"] ?? "optiflow.db" }
  var cache: String? { values["cache"] }
  var home: String? { values["home"] }
  var isVerbose: Bool { has("verbose") }
  var isQuiet: Bool { has("quiet") }
  /// Whether the output is one of the forms for programs that errors must keep to.
  var isJSON: Bool { format == .json || format == .jsonl }

  /// How answers are drawn.
  var rendering: Renderer.Options {
    var options = Renderer.Options()
    options.width = console.width
    options.verbose = isVerbose
    options.quiet = isQuiet
    options.color =
      switch values["color"] {
      case "always": true
      case "never": false
      default: console.isTerminal && !environment.isDumb && environment["NO_COLOR"] == nil
      }
    return options
  }

  private static func environmentValues(_ environment: Environment) -> [(String, String)] {
    Option.withVariable.compactMap { option in
      environment[option.variable].map { (option.name, $0) }
    }
  }

  // MARK: - Language of messages

  /// The language of messages before settings are read: --lang, else the environment's.
  static func interfaceTongue(_ arguments: [String], _ environment: Environment) -> Tongue {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang="), let tongue = Tongue(rawValue: String(argument.dropFirst(7)))
      {
        return tongue
      }
      guard argument == "--lang" || argument == "-l", index + 1 < arguments.count else { continue }
      if let tongue = Tongue(rawValue: arguments[index + 1]) { return tongue }
    }
    return tongue(of: environment)
  }

  private static func tongue(of environment: Environment) -> Tongue {
    let names = ["OPTIFLOW_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    let name = names.first { $0 != "auto" } ?? ""
    return name.hasPrefix("fr") ? .french : .english
  }

  // MARK: - Closed lists

  private static func choice<Result>(
    _ option: Option,
    _ text: String,
    _ convert: (String) -> Result?
  ) throws(Failure) -> Result {
    guard option.values.contains(text), let result = convert(text) else {
      throw badValue(option.name, text, option.values.joined(separator: ", "))
    }
    return result
  }

  /// A value that an option does not take.
  static func badValue(_ option: String, _ text: String, _ allowed: String) -> Failure {
    Failure(
      .usage,
      code: "usage.bad-value",
      french: "« \(text) » ne convient pas à --\(option).",
      english: "\"\(text)\" is not a value of --\(option).",
      frenchHint: "Valeurs possibles : \(allowed).",
      englishHint: "Possible values: \(allowed)."
    )
  }
}

extension Tongue {
  /// The text in this language.
  func pick(_ french: String, _ english: String) -> String {
    self == .french ? french : english
  }
}
