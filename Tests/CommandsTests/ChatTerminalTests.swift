import Foundation
import SQLiteStore
import TerminalSupport
import Testing

@testable import Commands

// Each test waits for another process: one at a time leaves the machine to it.
@Suite("optiflow chat in a terminal", .serialized)
struct ChatTerminalTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  @Test("accents and wide characters are typed and edited like others")
  func editing() throws {
    let chat = try ChatWindow(home)
    let left = "\u{1B}[D"
    try chat.enter("été 日本語x\u{7F}\u{7F}🎉")
    let answer = try chat.enter("chiffre d'affaires par catégrie\(left)\(left)\(left)o")
    #expect(answer.contains("Lamps"))
    #expect(try chat.typed() == ["été 日本🎉", "chiffre d'affaires par catégorie"])
  }

  @Test("Tab completes commands, figures and names")
  func completion() throws {
    let chat = try ChatWindow(home)
    try chat.enter("/sq\t")
    try chat.enter("reve\tof blu\t")
    #expect(try chat.typed().map { $0.trimmed } == ["/sql", "revenue of Blue lamp"])
  }

  @Test("Ctrl-C at the prompt drops the line")
  func dropped() throws {
    let chat = try ChatWindow(home)
    chat.terminal.type("half a line\u{3}")
    #expect(chat.terminal.wait(for: "^C") != nil)
    #expect(chat.terminal.wait(for: ChatWindow.prompt) != nil)
    #expect(try chat.enter("revenue by category").contains("Lamps"))
    #expect(try chat.typed() == ["revenue by category"])
  }

  @Test("Ctrl-C during a long query stops the answer, and the program goes on")
  func interruption() throws {
    let path = try home.makeDatabase(
      "slow.db",
      changedBy: """
        ALTER TABLE sales_history RENAME TO sales;
        CREATE TABLE echo (number INTEGER);
        INSERT INTO echo VALUES (1);
        CREATE VIEW sales_history AS SELECT sales.* FROM sales, echo a, echo b, echo c, echo d;
        """
    )
    let chat = try ChatWindow(home, database: path)
    // From here on a question about sales would take years.
    try home.change(
      path,
      """
      WITH RECURSIVE numbers(number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM numbers LIMIT 9999)
      INSERT INTO echo SELECT number FROM numbers
      """
    )
    chat.terminal.type("revenue by category\r")
    try #require(chat.terminal.wait(for: "⠋") != nil)
    chat.terminal.type("\u{3}")
    let shown = try #require(chat.terminal.wait(for: ChatWindow.prompt))
    #expect(!shown.contains("Lamps"))
    try home.change(path, "DELETE FROM echo WHERE number > 1")
    #expect(try chat.enter("revenue by category").contains("Lamps"))
    #expect(chat.leave("\u{4}") == 0)
  }

  @Test("a window of another size re-flows the next table")
  func resizing() throws {
    let long = "Lamp with a very long name that needs all of the window"
    let path = try home.makeDatabase(
      "long.db",
      changedBy: "UPDATE products SET name = '\(long)' WHERE id = 1"
    )
    let chat = try ChatWindow(home, database: path)
    #expect(Self.widest(try chat.enter("revenue by product")) > 60)
    chat.terminal.resize(columns: 40, rows: 24)
    #expect(Self.widest(try chat.enter("revenue by product")) <= 40)
  }

  @Test("what is taller than the window goes through the pager")
  func pager() throws {
    let chat = try ChatWindow(home, variables: ["PAGER": "sed 's/^/paged: /'"])
    #expect(try !chat.enter("revenue by category").contains("paged: "))
    chat.terminal.resize(columns: 80, rows: 4)
    #expect(try chat.enter("revenue by category").contains("paged: "))
  }

  @Test("the history is there after a restart; Ctrl-D and /quit leave well")
  func history() throws {
    let first = try ChatWindow(home)
    try first.enter("revenue by category")
    #expect(first.leave("\u{4}") == 0)
    let second = try ChatWindow(home)
    #expect(try second.enter("\u{1B}[A").contains("Lamps"))
    #expect(second.leave("/quit\r") == 0)
  }

  @Test("colour, where nothing forbids it")
  func color() throws {
    let chat = try ChatWindow(home, variables: ["NO_COLOR": ""])
    #expect(Self.isColored(try chat.enter("revenue by category")))
  }

  @Test(
    "poor terminals are answered too, without colour",
    arguments: [
      ["NO_COLOR": "1"], ["TERM": "dumb", "NO_COLOR": ""], ["LC_ALL": "C"],
      ["TERM": "", "NO_COLOR": ""], ["TERM": "no-such-terminal"],
      ["TERM": "dumb", "LC_ALL": "C", "LANG": "C"],
    ]
  )
  func poorTerminals(variables: [String: String]) throws {
    let chat = try ChatWindow(home, variables: variables)
    let answer = try chat.enter("chiffre d'affaires par catégorie")
    #expect(answer.contains("Lamps"))
    #expect(!Self.isColored(answer))
    #expect(try chat.typed().first == "chiffre d'affaires par catégorie")
    #expect(chat.leave("\u{4}") == 0)
  }

  @Test("a line goes on behind a backslash, and in the user's editor")
  func longLines() throws {
    let editor = #"sh -c 'printf "%s by category\n" "$(cat "$1")" > "$1"' sh"#
    let chat = try ChatWindow(home, variables: ["EDITOR": editor])
    #expect(try chat.enter("revenue by\\\rcategory").contains("Lamps"))
    chat.terminal.type("revenue\u{18}\u{5}")
    try #require(chat.terminal.wait(for: "by category") != nil)
    #expect(try chat.enter("").contains("Lamps"))
    #expect(try chat.typed() == ["revenue by category", "revenue by category"])
  }

  @Test("the user's own keys are honoured, and vi's do not break accents")
  func ownKeys() throws {
    try home.write(
      "set editing-mode vi\n$if optiflow\n\"\\C-t\": \"revenue by category\"\n$endif\n",
      to: "inputrc"
    )
    let chat = try ChatWindow(home, variables: ["INPUTRC": home.path + "/inputrc"])
    #expect(try chat.enter("\u{14}").contains("Lamps"))
    // Escape, then: x drops the character under the cursor, B goes back a word, i types before it.
    try chat.enter("pâté été日\u{1B}xBiœuf \u{1B}A!")
    #expect(try chat.typed() == ["revenue by category", "pâté œuf été!"])
  }

  /// The length of the longest line of a table that tells of lamps.
  private static func widest(_ answer: String) -> Int {
    answer.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("Red lamp") }.map(\.count).max()
      ?? .max
  }

  private static func isColored(_ text: String) -> Bool {
    text.contains(/\u{1B}\[[0-9;]+m/)
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate var trimmed: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
