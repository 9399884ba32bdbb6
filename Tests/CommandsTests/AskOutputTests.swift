import Testing
import VectorIndex

@testable import Commands

@Suite("optiflow ask --output")
struct AskOutputTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func text(_ name: String) throws -> String {
    String(decoding: try VectorFile.read(home.path + "/" + name), as: UTF8.self)
  }

  private func ask(_ question: String, _ name: String, _ options: String...) -> Run {
    let arguments = ["ask", "--db", home.database, "-o", home.path + "/" + name, question]
    let own = ["--home", home.path, "--cache", home.path + "/cache"]
    return Run(arguments + options + own, folder: home.path)
  }

  @Test("one line says where the answer went, and how many rows")
  func written() throws {
    let run = ask("revenue by category", "a.csv")
    #expect(run.code == 0)
    #expect(run.output == "Answer written: \(home.path)/a.csv (2 rows)\n")
    #expect(try text("a.csv").hasPrefix("category,revenue\r\n"))
    let french = ask("CA en 2024", "a.xlsx", "--lang", "fr")
    #expect(french.output == "Réponse écrite\u{202F}: \(home.path)/a.xlsx (1 ligne)\n")
    #expect(ask("revenue by category", "b.csv", "--quiet").output.isEmpty)
  }

  @Test("a file that is there is replaced with --force only")
  func force() throws {
    try home.write("mine", to: "a.md")
    let refused = ask("revenue by category", "a.md")
    #expect(refused.code == 2)
    #expect(refused.messages.contains("--force") && refused.messages.contains("[export.exists]"))
    #expect(try text("a.md") == "mine")
    #expect(ask("revenue by category", "a.md", "--force").code == 0)
    #expect(try text("a.md").contains("| Category | Revenue |"))
  }

  @Test(
    "answers without a table are said, and not written",
    arguments: [("bonjour", Int32(5)), ("zorglub de krypton", 3)]
  )
  func noTable(question: String, code: Int32) throws {
    let run = ask(question, "a.csv")
    #expect(run.code == code)
    #expect(!run.output.isEmpty)
    #expect(run.messages.contains("[export.no-table]"))
    #expect(throws: (any Error).self) { try text("a.csv") }
  }

  @Test(
    "what cannot be written to is refused before the question is asked",
    arguments: [
      ("a.txt", "x", "export.unknown-ending"), ("a.csv", "-", "usage.several-answers"),
      ("no/a.csv", "x", "export.no-folder"), ("corpus", "x", "export.is-a-folder"),
      ("shop.db", "x", "export.unknown-ending"),
    ]
  )
  func refused(name: String, question: String, code: String) {
    let run = ask(question, name, "--force")
    #expect(run.code != 0)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("[\(code)]"))
  }
}
