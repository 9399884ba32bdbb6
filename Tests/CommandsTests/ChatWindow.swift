import TerminalSupport
import Testing

/// `optiflow chat` as built, in a window of its own, on the small shop.
final class ChatWindow {
  let home: TemporaryHome
  private let program: TerminalProgram
  /// What is shown before anything is typed.
  let greeting: String

  /// What stands before each line.
  static let prompt = "› "

  /// Opens the chat and waits for its prompt.
  ///
  /// - Parameters:
  ///   - home: its corpus, its database, and the home of its user.
  ///   - database: another database than the home's.
  ///   - variables: more environment than a bare terminal's.
  /// - Throws: when the prompt never comes.
  init(
    _ home: TemporaryHome,
    database: String? = nil,
    variables: [String: String] = [:]
  ) throws {
    self.home = home
    let bare = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8",
      "NO_COLOR": "1", "PAGER": "cat",
    ]
    program = try #require(
      TerminalProgram(
        BuiltProgram.path,
        ["chat", "--db", database ?? home.database, "--home", home.path, "--lang", "en"],
        environment: bare.merging(variables) { $1 }
      )
    )
    greeting = try #require(program.terminal.wait(for: Self.prompt))
  }

  var terminal: PseudoTerminal { program.terminal }

  /// Types keys, then Return.
  ///
  /// - Returns: what is shown up to the next prompt, the line itself left out.
  /// - Throws: when there is no next prompt.
  @discardableResult
  func enter(_ keys: String) throws -> String {
    #expect(terminal.type(keys + "\r"))
    try #require(terminal.wait(for: "\n") != nil, "\(terminal.rest())")
    return try #require(terminal.wait(for: Self.prompt), "\(terminal.rest())")
  }

  /// The lines that the program has taken, as it lists them.
  func typed() throws -> [String] {
    let lines = try enter("/history").split { $0.isNewline || $0 == "\u{1B}" }
    return lines.map(String.init).filter { !$0.hasPrefix("[?2004") && !$0.hasPrefix("/history") }
  }

  /// Types keys that end the program, and gives its exit code.
  func leave(_ keys: String) -> Int32? {
    terminal.type(keys)
    return program.exitCode()
  }
}
