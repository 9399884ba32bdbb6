import Diagnostics
import Testing

@testable import Commands

struct ManPageTests {
  private static let page = Run(["man"]).output

  @Test("the page has the sections of a manual, in their order")
  func sections() {
    let sections = Self.page.split(separator: "\n").filter { $0.hasPrefix(".SH ") }
      .map { String($0.dropFirst(4)) }
    #expect(
      sections == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "ENVIRONMENT", "FILES",
        "EXIT STATUS", "EXAMPLES", "SEE ALSO",
      ]
    )
  }

  @Test(
    "every command stands in it with its options and examples",
    arguments: Command.all.map(\.name)
  )
  func command(name: String) throws {
    let command = try Command.named(name)
    #expect(Self.page.contains(".SS optiflow \(name)\n"))
    for option in Option.common + command.options {
      for form in option.forms { #expect(Self.page.contains(Roff.bold(form)), "\(form)") }
    }
    for line in command.examples + command.notes.filter({ !$0.contains("-") }) {
      #expect(Self.page.contains(Roff.literal(line)), "\(line)")
    }
  }

  @Test("every variable, file and exit code stands in it")
  func tables() {
    for name in EnvironmentVariable.all.map(\.name) + KnownFile.all.map(\.path) {
      #expect(Self.page.contains(".TP\n" + Roff.bold(name)), "\(name)")
    }
    for code in ExitCode.allCases {
      #expect(Self.page.contains(".TP\n" + Roff.bold("\(code.rawValue)") + "\n"))
    }
  }

  @Test("an option that a variable may give says which")
  func variables() {
    for option in Option.withVariable { #expect(option.description.contains(option.variable)) }
  }

  @Test(
    "every kind of failure ends with a code of the table",
    arguments: [Failure.Kind.usage, .noData, .database, .environment, .interrupted]
  )
  func failureCodes(kind: Failure.Kind) {
    #expect(ExitCode(rawValue: kind.rawValue) != nil)
  }

  @Test("nothing in a text is read as markup, and dashes to be typed are minus signs")
  func escaping() {
    #expect(Roff.literal(#"printf 'a\n' -f ~"#) == #"printf \(aqa\(rsn\(aq \-f \(ti"#)
    #expect(Roff.literal("./optiflow.db") == #"\&./optiflow.db"#)
    #expect(Roff.literal("'x") == #"\(aqx"#)
    #expect(Roff.literal("région …") == #"r\[u00E9]gion ..."#)
    #expect(
      Roff.prose(#"read-only with "--as-of" (or -)"#) == #"read-only with "\-\-as\-of" (or \-)"#
    )
    #expect(Self.page.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("groff reads the page without a warning", .enabled(if: Program.exists("groff")))
  func groff() throws {
    let groff = try #require(Program("groff"))
    let result = try groff.run(["-ww", "-man", "-z", "-Tutf8"], input: Self.page)
    #expect(result.code == 0)
    #expect(result.output.isEmpty, "\(result.output)")
  }

  @Test("the page shows an example as it is typed", .enabled(if: Program.exists("groff")))
  func shown() throws {
    let groff = try #require(Program("groff"))
    let text = try groff.run(["-man", "-Tutf8", "-P-cbou"], input: Self.page).output
    #expect(text.contains(#"printf 'stock total\ntaux de retour en mars\n' | optiflow ask --db"#))
    #expect(text.contains("CA par région en 2025"))
    #expect(text.contains("~/.config/optiflow/optiflow.yaml"))
  }
}
