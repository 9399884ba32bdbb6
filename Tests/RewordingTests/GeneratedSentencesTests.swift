import SeedSupport
import Testing
import Values

@testable import Rewording

@Suite("Ten thousand invented facts")
struct GeneratedSentencesTests {
  private static let count = 10_000

  @Test("Honest sentences stand, nearly all of them, and say the figures of their facts only")
  func honest() {
    var generator = DraftGenerator(random: SplitMix64(seed: 11))
    var refused: [String: String] = [:]
    var count = 0
    for _ in 0..<Self.count {
      let sentence = generator.next()
      if let rule = Prompts.broken(sentence.draft, by: sentence.honest) {
        count += 1
        refused[rule.rawValue] = sentence.honest
      } else {
        let text = sentence.draft.filled(sentence.honest)
        #expect(!text.contains("{{") && sentence.draft.slots.allSatisfy { text.holds($0) })
      }
    }
    #expect(count * 20 <= Self.count, "\(count) refused: \(refused)")
  }

  @Test("No false sentence stands")
  func faulty() {
    var generator = DraftGenerator(random: SplitMix64(seed: 12))
    var random = SplitMix64(seed: 13)
    var applied: Set<String> = []
    for _ in 0..<Self.count {
      let sentence = generator.next()
      let base = random.oneIn(2) ? sentence.honest : sentence.draft.text
      for _ in 0..<3 {
        let falsehood = random.pick(Falsehood.all)
        guard let text = falsehood.made(base, sentence.draft, &random), text != base else {
          continue
        }
        applied.insert(falsehood.name)
        #expect(
          Prompts.broken(sentence.draft, by: text) != nil,
          "\(falsehood.name): \(text) of \(sentence.draft.text)"
        )
      }
    }
    #expect(applied == Set(Falsehood.all.map(\.name)))
  }
}

extension String {
  /// Whether the content of a slot stands in it, in whatever case its first letter is.
  fileprivate func holds(_ slot: Slot) -> Bool {
    [slot.text, slot.leading ?? slot.text].contains { contains($0.dropFirst()) }
  }
}
