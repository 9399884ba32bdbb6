import Testing

@testable import Commands

struct HelpTests {
  @Test(
    "a command's help starts with examples and names every option",
    arguments: Command.all.map(\.name)
  )
  func page(name: String) throws {
    let command = try Command.named(name)
    let run = Run([name, "--help"])
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("Examples:\n  "))
    #expect(run.output.contains("optiflow \(name)"))
    #expect(run.output.contains("Usage: optiflow \(name)"))
    for option in Option.common + command.options {
      #expect(run.output.contains("--\(option.name)"), "--\(option.name)")
      #expect(run.output.contains(option.description), "--\(option.name)")
    }
    #expect(Run([name, "-h"]).output == run.output)
    #expect(Run(["help", name]).output == run.output)
    #expect(run.messages.isEmpty)
  }

  @Test("the tool's help lists every command")
  func tool() {
    let run = Run(["--help"])
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("Examples:\n  optiflow"))
    for command in Command.all {
      #expect(run.output.contains("  \(command.name)"))
      #expect(run.output.contains(command.summary))
    }
    #expect(Run(["-h"]).output == run.output)
    #expect(Run(["help"]).output == run.output)
  }

  @Test("without a command it is a conversation, options and all")
  func conversation() throws {
    let home = try TemporaryHome()
    let options = ["--db", home.database, "--home", home.path, "--cache", home.path + "/c"]
    let run = Run(options + ["-f", "csv"], input: "CA en 2024\n")
    #expect(run.code == 0 && run.output == "revenue\r\n190\r\n")
    let missing = Run([])
    #expect(missing.code == 6 && missing.messages.contains("optiflow.db"))
  }

  @Test(
    "names, letters and options are unique within a command",
    arguments: Command.all.map(\.name)
  )
  func unique(name: String) throws {
    let options = Option.common + (try Command.named(name)).options
    #expect(Set(options.map(\.name)).count == options.count)
    let letters = options.compactMap(\.letter)
    #expect(Set(letters).count == letters.count)
  }

  @Test("behind -- even --help is a word of the question")
  func afterDashes() throws {
    let home = try TemporaryHome()
    let run = home.run("explain", "--format", "json", "--", "--help")
    #expect(!run.output.contains("Usage:"))
  }

  @Test("the version is one line")
  func version() {
    #expect(Run(["--version"]).output == "optiflow \(Help.version)\n")
  }
}
