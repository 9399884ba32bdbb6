import Foundation
import Rewording
import Testing
import Values

@testable import Presentation

@Suite("Facts of answers")
struct AnswerFactsTests {
  private static func words(_ tongue: Tongue) throws -> WordList {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("prompts/words.\(tongue.rawValue).md")
    return try WordList(PromptFile(String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: WordingCase.all, Tongue.allCases)
  func `a draft holds no figure, and filled as it is it is the template`(
    _ example: WordingCase,
    _ tongue: Tongue
  ) throws {
    let answer = answer(tongue, example.asked, example.rows, columns: example.columns)
    guard let facts = AnswerFacts(answer, model: Shop.model) else {
      #expect(example.rows.isEmpty)
      return
    }
    let draft = try facts.draft(words: Self.words(tongue))
    let bare = draft.slots.reduce(draft.text) { $0.replacing($1.placeholder, with: "") }
    #expect(!bare.contains { $0.isNumber }, "\(draft.text)")
    let template = Wording(answer, model: Shop.model).sentences.joined(separator: " ")
    #expect(draft.filled(draft.text) == template)
  }

  @Test(arguments: WordingCase.all, Tongue.allCases)
  func `names of the data stay in their slots, and those of customers are marked`(
    _ example: WordingCase,
    _ tongue: Tongue
  ) throws {
    let answer = answer(tongue, example.asked, example.rows, columns: example.columns)
    let facts = AnswerFacts(answer, model: Shop.model)
    guard let draft = try facts?.draft(words: Self.words(tongue)) else { return }
    let names = ["Furniture", "Technology", "Lamp", "West", "Chair", "Desk", "Dupont", "Martin"]
    for name in names { #expect(!draft.text.contains(name), "\(draft.text)") }
    for slot in draft.slots where slot.text.contains("Dupont") || slot.text.contains("Martin") {
      #expect(slot.isPersonal)
    }
  }

  @Test(arguments: WordingCase.all, Tongue.allCases)
  func `the template itself keeps the rules`(_ example: WordingCase, _ tongue: Tongue) throws {
    let answer = answer(tongue, example.asked, example.rows, columns: example.columns)
    let facts = AnswerFacts(answer, model: Shop.model)
    guard let draft = try facts?.draft(words: Self.words(tongue)) else { return }
    let other = try Self.words(tongue == .french ? .english : .french)
    let validator = try Validator(draft, words: Self.words(tongue), foreign: other)
    #expect(validator.broken(by: draft.text) == nil, "\(draft.text)")
  }
}
