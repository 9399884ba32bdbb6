import Assistant
import Foundation
import SemanticModel
import Testing
import Values

/// Conversations whose every turn comes to the query that was meant: edits, references, new topics, choices, going back.
///
/// The dialogues were written by people who had not seen how follow-ups work; each turn's rows were compared with a
/// reference query before its query was recorded. `RECORD_DIALOGUES=1 swift test --filter DialogueTests` records anew.
@Suite("Follow-ups change what they speak of and nothing else")
struct DialogueTests {
  private struct Dialogue: Codable {
    struct Turn: Codable {
      let question: String
      /// Whether its rows were compared with the reference.
      let checked: Bool
      /// The query it comes to, or the status of an answer without one.
      var query: String?
    }

    let id: String
    var turns: [Turn]
  }

  private static let path =
    DemoAssistant.root + "/Tests/GoldenTests/QuestionSets/dialogues-seen.jsonl"

  private static func load() throws -> [Dialogue] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Dialogue.self, from: Data($0.utf8))
    }
  }

  @Test("Every checked turn")
  func turns() throws {
    var dialogues = try Self.load()
    let records = ProcessInfo.processInfo.environment["RECORD_DIALOGUES"] != nil
    for place in dialogues.indices {
      var conversation = Conversation(try DemoAssistant.assistant())
      for turn in dialogues[place].turns.indices {
        let said = dialogues[place].turns[turn]
        let answer = conversation.ask(said.question)
        let outcome =
          answer.talk == nil
          ? answer.query?.description ?? answer.status.rawValue : answer.status.rawValue
        if records {
          dialogues[place].turns[turn].query = outcome
        } else if said.checked {
          #expect(outcome == said.query, "\(dialogues[place].id): \(said.question)")
        }
      }
    }
    if records { try Self.save(dialogues) }
  }

  private static func save(_ dialogues: [Dialogue]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try dialogues.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path,
      atomically: true,
      encoding: .utf8
    )
  }

  @Test("A new full question inherits nothing; a conversation knows nothing of another")
  func afresh() throws {
    let assistant = try DemoAssistant.assistant()
    var one = Conversation(assistant)
    var other = Conversation(assistant)
    _ = one.ask("CA de la catégorie Mobilier en 2025")
    let full = one.ask("marge brute par canal en 2024")
    #expect(full.query?.description == "{gross_margin by channel | [2024-01-01, 2025-01-01)}")
    #expect(full.carried == nil)
    #expect(other.ask("et en 2024 ?").status == .clarification)
    let own = one.ask("produits dormants avec leur valeur de stock")
    #expect(own.query?.description == "{stock_value by product where dormant}")
  }

  @Test(
    "A time that goes on is moved back as far as it has come",
    arguments: ["et l'an dernier ?", "compare à l'an dernier"]
  )
  func openTimes(followUp: String) throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    #expect(conversation.ask("CA depuis janvier 2026").query?.period?.end == nil)
    let query = conversation.ask(followUp).query
    let before = query?.comparison ?? query?.period
    #expect(before?.description == "[2025-01-01, 2025-04-01)")
  }

  @Test("What was kept and what changed is told")
  func carried() throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    _ = conversation.ask("revenue by channel in 2025")
    let answer = conversation.ask("only the furniture category")
    #expect(answer.carried?.kept == [.figures, .groups, .period])
    #expect(answer.carried?.changed == [.names])
  }

  @Test("A thousand turns neither grow nor change the answer")
  func manyTurns() throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    let first = conversation.ask("CA par canal en 2025").query
    for _ in 0..<500 {
      _ = conversation.ask("et en 2024 ?")
      _ = conversation.ask("et en 2025 ?")
    }
    #expect(conversation.last?.query == first)
    #expect(conversation.ask("annule").query?.period?.start?.year == 2024)
  }
}
