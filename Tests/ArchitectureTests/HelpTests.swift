import Testing

@Suite("docs/commands.md is what --help prints")
struct HelpTests {
  @Test("The page holds the help of every command")
  func page() throws {
    let help = try Tool.run(["--help"])
    #expect(help.status == 0)
    var page = "# Commands\n\nWhat `--help` prints; made from the program by ArchitectureTests.\n\n"
    page += "## optiflow\n\n" + Self.block(help.output)
    let commands = Self.commands(help.output)
    #expect(commands.contains("ask"))
    for command in commands {
      let run = try Tool.run([command, "--help"])
      #expect(run.status == 0, "optiflow \(command) --help")
      page += "\n## optiflow \(command)\n\n" + Self.block(run.output)
    }
    try RecordedFile.compare("docs/commands.md", with: page)
  }

  @Test("Commands are read from the list under their heading")
  func reading() {
    let help =
      "Examples:\n  optiflow ask\n\nCommands:\n  ask   answers\n  demo  writes\n\nOptions:\n  -h"
    #expect(Self.commands(help) == ["ask", "demo"])
  }

  /// The names under "Commands:".
  private static func commands(_ help: String) -> [String] {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0 != "Commands:" }.dropFirst().prefix { !$0.isEmpty }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  private static func block(_ text: String) -> String {
    "```text\n" + text + (text.hasSuffix("\n") ? "" : "\n") + "```\n"
  }
}
