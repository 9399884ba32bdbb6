import Testing
import Values

@testable import Rewording

@Suite("Two hundred sentences as models write them")
struct HonestSentencesTests {
  /// A hundred in each language, of which so many must stand: a refusal costs the user a better sentence.
  ///
  /// What is left are sentences that say more than the template (« donc », "yet", "a total of"), or turn its figures around.
  @Test("Most of them stand", arguments: [(Tongue.french, 80), (.english, 75)])
  func share(_ tongue: Tongue, _ least: Int) {
    let cases = tongue == .french ? HonestSentences.french : HonestSentences.english
    var refused: [String] = []
    var count = 0
    for example in cases {
      let draft = example.draft
      #expect(Prompts.broken(draft, by: draft.text) == nil, "\(draft.text)")
      for said in example.said {
        count += 1
        if let rule = Prompts.broken(draft, by: said) { refused.append("\(rule): \(said)") }
      }
    }
    #expect(count == 100)
    #expect(100 - refused.count >= least, "\(refused.joined(separator: "\n"))")
  }
}
