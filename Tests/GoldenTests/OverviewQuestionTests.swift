import Analyses
import SemanticModel
import Testing
import Values

@testable import Assistant
@testable import Presentation

/// Dashboards, stories and reports asked in words, on the small demonstration shop, whose "now" is 31 March 2026.
@Suite("Dashboards and stories in words")
struct OverviewQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      ("donne-moi le tableau de bord", "give me the dashboard", "{revenue analysed: dashboard}"),
      (
        "vue stratégique du mois", "strategic view of the month",
        "{revenue | [2026-03-01, 2026-04-01) analysed: strategic_view}"
      ),
      (
        "vue tactique du trimestre dernier", "tactical view of last quarter",
        "{revenue | [2025-10-01, 2026-01-01) analysed: tactical_view}"
      ),
      (
        "vue opérationnelle de la semaine", "operational view of the week",
        "{revenue | [2026-03-30, 2026-04-01) analysed: operational_view}"
      ),
      (
        "résume la semaine dernière", "sum up last week",
        "{revenue | [2026-03-23, 2026-03-30) analysed: report}"
      ),
      (
        "résume mars", "tell me about March",
        "{revenue | [2026-03-01, 2026-04-01) analysed: report}"
      ),
      (
        "fais le bilan de 2025", "recap of 2025",
        "{revenue | [2025-01-01, 2026-01-01) analysed: report}"
      ),
      (
        "raconte-moi la semaine", "sum up the week", "{revenue by week analysed: report}"
      ),
      (
        "fais une analyse exploratoire", "do an exploratory analysis",
        "{revenue analysed: exploration}"
      ),
      (
        "génère le rapport complet", "generate the full report", "{revenue analysed: full_report}"
      ),
    ]
  )
  func parity(french: String, english: String, query: String) throws {
    try DemoAssistant.expect(query, from: french, english)
  }

  @Test("A dashboard tells figures of several units, each in its own, against the period before")
  func dashboard() throws {
    let answer = try DemoAssistant.ask("donne-moi le tableau de bord")
    #expect(answer.findings.first?.name == "of")
    let names = answer.rows.compactMap { $0[0].text }
    #expect(names.starts(with: ["revenue", "gross_margin", "margin_rate"]))
    let text = Renderer.text(answer, try DemoAssistant.assistant().model, .init())
    #expect(text.contains("Chiffre d'affaires") && text.contains("Taux de marge"))
    #expect(text.contains("\u{202F}%") && text.contains("\u{202F}€"))
  }

  @Test("A story's figures are those that are asked for one by one")
  func story() throws {
    let story = try DemoAssistant.ask("raconte-moi février")
    let revenue = try DemoAssistant.ask("chiffre d'affaires en février").rows.first?.first?.number
    #expect(story.rows.first?[1].number == revenue)
    #expect(story.findings.map(\.name).contains("days"))
    let text = Wording(story, model: try DemoAssistant.assistant().model).text
    #expect(text.contains("\n"))
  }

  @Test("A group that a dashboard cannot be split by is said, not dropped")
  func ungrouped() throws {
    let answer = try DemoAssistant.ask("tableau de bord par catégorie")
    #expect(answer.findings.last?.name == "ungrouped")
  }

  @Test("A report joins analyses, each told of its own figure; what is missing is named")
  func report() throws {
    let answer = try DemoAssistant.ask("génère le rapport complet")
    #expect(answer.findings.filter { $0.name == "section" }.count > 5)
    let text = Wording(answer, model: try DemoAssistant.assistant().model).text
    #expect(text.contains("▸ effet des promotions"))
  }
}
