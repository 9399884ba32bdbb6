import Analyses
import Planning
import SemanticModel
import Testing
import Values

@testable import Assistant
@testable import Presentation

/// Questions for the reasons of a change, on the small demonstration shop, whose "now" is 31 March 2026.
@Suite("Why a figure changed")
struct DriverQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "Pourquoi le CA a-t-il baissé en février ?", "Why did revenue drop in February?",
        "{revenue | [2026-02-01, 2026-03-01) analysed: drivers}"
      ),
      (
        "pourquoi le taux de marge a diminué en 2025 par catégorie ?",
        "why did the margin rate fall in 2025 by category?",
        "{margin_rate by category | [2025-01-01, 2026-01-01) analysed: drivers}"
      ),
      (
        "qu'est-ce qui explique la hausse de la marge brute en mars par rapport à mars 2025 ?",
        "what explains the rise in gross margin in March compared with March 2025?",
        "{gross_margin | [2026-03-01, 2026-04-01) vs [2025-03-01, 2025-04-01) analysed: drivers}"
      ),
      (
        "pourquoi la marge a-t-elle bougé entre mars 2025 et mars 2026 ?",
        "what is behind the change in gross margin between March 2025 and March 2026?",
        "{gross_margin | [2026-03-01, 2026-04-01) vs [2025-03-01, 2025-04-01) analysed: drivers}"
      ),
      (
        "pourquoi on vend moins de climatiseurs ?", "why do we sell less climatiseurs?",
        "{units_sold where subcategory=Climatiseurs analysed: drivers}"
      ),
    ]
  )
  func parity(french: String, english: String, query: String) throws {
    try DemoAssistant.expect(query, from: french, english)
  }

  @Test(
    "Contributions add up to the change, for sums and ratios, in any dimension",
    arguments: [
      "why did revenue change in 2025 by category?",
      "why did revenue change in 2025 by customer?",
      "pourquoi la quantité vendue a changé au premier trimestre 2026 par produit ?",
      "pourquoi le taux de marge a changé en mars par fournisseur ?",
      "why did the average basket change in 2025 by region?",
    ]
  )
  func additivity(question: String) throws {
    let answer = try DemoAssistant.ask(question)
    let query = try #require(answer.query)
    var whole = query
    whole.keys = []
    whole.analysis = nil
    let assistant = try DemoAssistant.assistant()
    let told = assistant.answer(
      whole,
      to: assistant.utterance(question),
      carrying: nil
    )
    let change = try #require(
      told.columns.firstIndex { $0.role == .difference(0) }.flatMap { told.rows[0][$0].number }
    )
    let column = try #require(answer.columns.firstIndex { $0.role == .computed("contribution") })
    let sum = answer.rows.reduce(0) { $0 + ($1[column].number ?? 0) }
    #expect(answer.rows.count > 1 && abs(sum - change) < max(1e-6, abs(change) * 1e-9))
  }

  @Test("The sentences name both periods and both figures, and contradict a false premise")
  func wording() throws {
    let rise = try DemoAssistant.ask("why did revenue fall in 2025?")
    let model = try DemoAssistant.assistant().model
    let sentences = Wording(rise, model: model).sentences
    #expect(sentences.first == "It did not fall between these periods, it rose.")
    #expect(sentences[1].contains("– 2024: €"))
    #expect(rise.sql?.contains(";\n\n") == true, "every statement that ran is shown")
  }

  @Test("« pourquoi ? » looks into the figure told, and is followed up like any question")
  func dialogue() throws {
    var talk = Conversation(try DemoAssistant.assistant())
    _ = talk.ask("CA de mars 2026 par rapport à février")
    let why = talk.ask("pourquoi ?")
    #expect(why.query?.analysis?.name == "drivers" && why.query?.keys.count == 1)
    #expect(
      talk.ask("et par fournisseur ?").query?.description
        == "{revenue by supplier | [2026-03-01, 2026-04-01) vs [2026-02-01, 2026-03-01) analysed: drivers}"
    )
    #expect(talk.ask("top 5 produits par marge en 2025").query?.analysis == nil)
  }

  @Test("Nothing sold in either period is said, without a made-up change")
  func nothing() throws {
    let answer = try DemoAssistant.ask("why did revenue fall in 2019?")
    #expect(answer.rows.isEmpty && answer.status == .answered)
    let none = try DemoAssistant.ask("pourquoi le panier moyen a baissé en 2019 ?")
    #expect(none.findings.map(\.name) == ["nothing"])
  }
}
