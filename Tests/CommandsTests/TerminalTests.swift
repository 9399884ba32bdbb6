import Testing

@testable import Commands

struct TerminalTests {
  private static let escape: Unicode.Scalar = "\u{1B}"

  /// What an answer with a table and a picture prints at a terminal, messages too.
  private static func printed(_ variables: [String: String]) throws -> String {
    let home = try TemporaryHome()
    let run = home.run(
      "ask",
      "--db",
      home.database,
      "revenue by month in 2024",
      variables: variables,
      isTerminal: true
    )
    #expect(run.code == 0)
    #expect(!run.output.isEmpty)
    return run.output + run.messages
  }

  @Test(
    "a terminal gets colour, whatever the locale",
    arguments: [["TERM": "xterm"], ["TERM": "xterm", "LC_ALL": "C"]]
  )
  func color(variables: [String: String]) throws {
    #expect(try Self.printed(variables).unicodeScalars.contains(Self.escape))
  }

  @Test(
    "a dumb terminal and NO_COLOR get none",
    arguments: [
      ["TERM": "dumb"], ["TERM": ""], [:], ["TERM": "xterm", "NO_COLOR": "1"],
      ["TERM": "dumb", "LC_ALL": "C"],
      ["TERM": "dumb", "NO_COLOR": "1", "LC_ALL": "C"],
    ]
  )
  func noColor(variables: [String: String]) throws {
    #expect(try !Self.printed(variables).unicodeScalars.contains(Self.escape))
  }

  @Test(
    "progress is drawn over itself, but not on a dumb terminal",
    arguments: [("xterm", true), ("dumb", false)]
  )
  func progress(terminal: String, isDrawn: Bool) throws {
    let home = try TemporaryHome(withDatabase: false)
    let run = home.run("index", "build", variables: ["TERM": terminal], isTerminal: true)
    #expect(run.code == 0)
    #expect(run.messages.unicodeScalars.contains(Self.escape) == isDrawn)
  }
}
