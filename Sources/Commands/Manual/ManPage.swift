/// The manual page, in the macros of man(7), from the commands, options, variables, files and exit codes.
enum ManPage {
  /// The page.
  static var text: String {
    let blocks = [
      [#".TH OPTIFLOW 1 "" "Optiflow \#(Help.version)" "User Commands""#],
      // Words are not broken and lines not spread: names and options stay as they are typed.
      [".nh", ".ad l"],
      section("NAME", [#"optiflow \- questions about an SQLite database, in French and English"#]),
      section("SYNOPSIS", synopsis),
      section("DESCRIPTION", description),
      section("COMMANDS", Command.all.flatMap(command)),
      section("OPTIONS", ["Every command takes these."] + Option.common.flatMap(option)),
      section("ENVIRONMENT", EnvironmentVariable.all.flatMap { entry($0.name, $0.meaning) }),
      section("FILES", KnownFile.all.flatMap { entry($0.path, $0.meaning) }),
      section("EXIT STATUS", ExitCode.allCases.flatMap { entry("\($0.rawValue)", $0.meaning) }),
      section("EXAMPLES", examples(Help.examples)),
      section("SEE ALSO", [#"\fBsqlite3\fR(1), \fBjq\fR(1)"#]),
    ]
    return blocks.joined().joined(separator: "\n")
  }

  private static func section(_ name: String, _ lines: [String]) -> [String] {
    [".SH " + name] + lines
  }

  private static var synopsis: [String] {
    [
      #"\fBoptiflow\fR \fICOMMAND\fR [\fIoptions\fR] ..."#, ".br",
      #"\fBoptiflow help\fR [\fICOMMAND\fR]"#, ".br",
      #"\fBoptiflow \-\-version\fR"#,
    ]
  }

  private static var description: [String] {
    [
      "Optiflow answers questions about the data of a shop that stand in an SQLite database, with a",
      "sentence, a table, and a receipt that says how they were found.",
      "It asks back where a question has several meanings, and refuses rather than guess.",
      "The database is only read. No network and no language model take part.",
      ".PP",
      "An option that is not given is taken from the environment, then from",
      #"\fI./optiflow.yaml\fR, then from the user's configuration folder."#,
    ]
  }

  private static func command(_ command: Command) -> [String] {
    var lines = [".SS optiflow " + command.name, Roff.prose(sentence(command.summary))]
    lines += [".PP"] + examples(["optiflow " + command.usage])
    if !command.notes.isEmpty { lines += [".PP"] + command.notes.map(Roff.prose) }
    lines += command.options.flatMap(option)
    return lines + [".PP", "Examples:", ".PP"] + examples(command.examples)
  }

  /// The text with a capital and a full stop.
  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func option(_ option: Option) -> [String] {
    let value = option.value.map { " " + Roff.italic($0) } ?? ""
    let forms = option.forms.map(Roff.bold).joined(separator: ", ")
    return [".TP", forms + value, Roff.prose(sentence(option.description))]
  }

  private static func entry(_ name: String, _ meaning: String) -> [String] {
    [".TP", Roff.bold(name), Roff.prose(meaning)]
  }

  /// Lines shown as they stand.
  private static func examples(_ lines: [String]) -> [String] {
    [".RS 4", ".nf"] + lines.map(Roff.literal) + [".fi", ".RE"]
  }
}
