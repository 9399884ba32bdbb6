import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct WordingTests {
  @Test(arguments: WordingCase.all, Tongue.allCases)
  func `sentences are exact in both languages`(_ example: WordingCase, _ tongue: Tongue) {
    let answer = answer(tongue, example.asked, example.rows, columns: example.columns)
    let text = visible(Wording(answer, model: Shop.model).text)
    #expect(text == (tongue == .french ? example.french : example.english))
  }

  @Test(arguments: WordingCase.all, Tongue.allCases)
  func `an answer has at most four sentences and one final point each`(
    _ example: WordingCase,
    _ tongue: Tongue
  ) {
    let answer = answer(tongue, example.asked, example.rows, columns: example.columns)
    let sentences = Wording(answer, model: Shop.model).sentences
    #expect((1...4).contains(sentences.count))
    for sentence in sentences {
      #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
      #expect(!sentence.contains("  ") && sentence.first?.isLowercase == false)
    }
  }

  @Test func `a clarification asks one question and numbers its choices`() {
    var asked = answer(.french, nil, [])
    asked.status = .clarification
    asked.reason = .ambiguousMeaning("commande")
    asked.choices = [
      .init(label: "commandes clients", question: "Combien de commandes clients ?"),
      .init(label: "commandes fournisseurs", question: "Combien de commandes fournisseurs ?"),
    ]
    #expect(
      visible(Wording(asked, model: Shop.model).text) == """
        Que voulez-vous dire par «_commande_»_?
        1. commandes clients
        2. commandes fournisseurs
        """
    )
  }

  @Test func `a list cut by the row limit says more than`() {
    var cut = answer(
      .english,
      query([], by: [.dimension("product")], in: nil),
      [[.text("A")], [.text("B")]]
    )
    cut.isTruncated = true
    #expect(Wording(cut, model: Shop.model).text == "There are more than 2 products: A and B.")
  }
}
