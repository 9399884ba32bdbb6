import Corpus
import SemanticModel
import Terminal
import Testing
import Values
import VectorIndex

@testable import Commands

@Suite("optiflow chat through a pipe")
struct ChatTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func chat(_ input: String, _ options: String...) -> Run {
    let own = ["--home", home.path, "--cache", home.path + "/cache"]
    return Run(["chat", "--db", home.database] + options + own, input: input, folder: home.path)
  }

  @Test("one object a turn; a follow-up changes the question before")
  func followUp() throws {
    let run = chat("revenue by category in 2024\nonly 2023\n", "--format", "jsonl")
    let turns = try run.lines.map { try JSONReader.read($0) }
    #expect(turns.count == 2)
    #expect(turns[1]["interpretation"]?["period"]?["start"]?.text == "2023-01-01")
    #expect(turns[1]["interpretation"]?["dimensions"]?.items?.first?.text == "category")
    #expect(run.code == 0)
  }

  @Test("no banner and no prompt; empty lines say nothing; /quit ends it")
  func plain() {
    let run = chat("\n  \n/quit\nCA en 2024\n")
    #expect(run.output == "\n" || run.output.isEmpty)
    #expect(run.messages.isEmpty)
  }

  @Test("a command typed wrong names the nearest, in the language spoken")
  func unknownCommand() {
    #expect(chat("/expor\n", "--lang", "fr").output.contains("Vouliez-vous dire /export"))
    #expect(chat("/hlep\n", "--lang", "en").output.contains("Did you mean /help?"))
  }

  @Test("/sql shows what ran; /reset forgets; before any answer both say so")
  func commands() {
    let run = chat("/sql\nrevenue by category\n/sql\n/reset\n/sql\n", "--lang", "en", "--quiet")
    #expect(run.output.hasPrefix("There is no answer yet."))
    #expect(run.output.contains("GROUP BY"))
    #expect(run.output.hasSuffix("Forgotten.\nThere is no answer yet.\n"))
  }

  @Test("/export writes the last answer, and says why it does not")
  func export() throws {
    let path = home.path + "/out.csv"
    let run = chat(
      "revenue by category\n/export \(path)\n/export \(path)\n/export\n",
      "--lang",
      "en",
      "--quiet"
    )
    #expect(run.output.contains("2 rows written to \(path)."))
    #expect(run.output.contains("--force"))
    #expect(run.output.contains("Name a file"))
    #expect(
      String(decoding: try VectorFile.read(path), as: UTF8.self).hasPrefix("category,revenue")
    )
  }

  @Test("families of commands ask what can be asked, and show how they are written")
  func families() {
    let run = chat(
      "/db schema\n/ml validate\n/alerts zorglub\n",
      "--lang",
      "en",
      "--quiet"
    )
    #expect(run.output.contains("sales_history"))
    #expect(run.output.contains("/ml batch|validate JOUR|ignore JOUR|performance"))
    #expect(run.output.contains("/alerts status|critical|warning|events|compute"))
  }

  @Test("help lists every command in both languages")
  func help() {
    for tongue in ["fr", "en"] {
      let output = chat("/help\n", "--lang", tongue).output
      for command in SlashCommand.allCases {
        #expect(output.contains(command.name(tongue == "fr" ? .french : .english)))
      }
    }
  }
}
