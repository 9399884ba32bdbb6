import Diagnostics
import Testing

@testable import Commands

struct ArgumentParserTests {
  private static let parser = ArgumentParser(options: [
    Option("db", "d", value: "FILE", "a file"), Option("quiet", "q", "a switch"),
    Option("verbose", "v", "another"),
  ])

  @Test(
    "options and operands are told apart",
    arguments: [
      (["--db", "a.db", "x"], ["db": "a.db"], ["x"]),
      (["--db=a=b.db"], ["db": "a=b.db"], []),
      (["-d", "a.db"], ["db": "a.db"], []),
      (["-da.db"], ["db": "a.db"], []),
      (["-qv", "x"], ["quiet": "", "verbose": ""], ["x"]),
      (["-qd", "a.db"], ["quiet": "", "db": "a.db"], []),
      (["-"], [:], ["-"]),
      (["--", "--db", "-q"], [:], ["--db", "-q"]),
      (["- CA par mois"], [:], ["- CA par mois"]),
      (["--db", "a", "--db", "b"], ["db": "b"], []),
      (["--db", "-"], ["db": "-"], []),
      (["--db="], ["db": ""], []),
      ([], [:], []),
    ] as [([String], [String: String], [String])]
  )
  func parsed(arguments: [String], values: [String: String], operands: [String]) throws {
    let result = try Self.parser.parse(arguments)
    #expect(result.values == values)
    #expect(result.operands == operands)
  }

  @Test(
    "a mistake names itself and the way on",
    arguments: [
      (["--bd", "x"], "usage.unknown-option", "Did you mean --db?"),
      (["--verbos"], "usage.unknown-option", "Did you mean --verbose?"),
      (
        ["--something-else"], "usage.unknown-option",
        "--help lists the options; -- ends the options."
      ),
      (["-x"], "usage.unknown-option", "--help lists the options; -- ends the options."),
      (["--db"], "usage.missing-value", "Example: --db FILE"),
      (["--db", "--quiet"], "usage.missing-value", "Example: --db FILE"),
      (["--quiet=yes"], "usage.needless-value", "Write --quiet alone."),
    ]
  )
  func mistake(arguments: [String], code: String, hint: String) throws {
    let failure = #expect(throws: Failure.self) { try Self.parser.parse(arguments) }
    #expect(failure?.code == code)
    #expect(failure?.englishHint == hint)
    #expect(failure?.kind == .usage)
    #expect(failure?.french.isEmpty == false)
  }
}
