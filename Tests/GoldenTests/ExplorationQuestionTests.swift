import Analyses
import SemanticModel
import Testing
import Values

@testable import Assistant
@testable import Presentation

/// Effects, factors, distributions and unusual orders asked in words, on the small demonstration shop.
@Suite("Exploration in words")
struct ExplorationQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "les promotions augmentent-elles les ventes ?", "do promotions increase sales?",
        "{units_sold where promotional analysed: promotion_effect}"
      ),
      (
        "effet des promotions par catégorie", "promotion effect by category",
        "{units_sold by category analysed: promotion_effect}"
      ),
      (
        "quel a été l'effet du Black Friday ?", "what was the effect of Black Friday?",
        "{measured_effect where event=Black Friday analysed: event_effect}"
      ),
      (
        "quel a été l'effet de la Tabaski ?", "what was Tabaski's effect?",
        "{measured_effect where event=Aïd el-Adha analysed: event_effect}"
      ),
      (
        "effet de Noël sur le CA", "effect of Christmas on revenue",
        "{measured_effect where event=Noël analysed: event_effect of revenue}"
      ),
      (
        "effet de la saison par catégorie", "season effect by category",
        "{units_sold by category analysed: season_effect}"
      ),
      (
        "quels facteurs influencent le plus les ventes ?", "which factors influence sales most?",
        "{revenue analysed: factors}"
      ),
      (
        "quelles variables sont corrélées au profit ?", "which variables correlate with profit?",
        "{gross_margin analysed: correlation}"
      ),
      (
        "corrélation entre remise et quantité", "correlation between discount and quantity",
        "{average_discount, units_sold analysed: correlation}"
      ),
      (
        "distribution des montants de commande", "distribution of order amounts",
        "{revenue analysed: distribution}"
      ),
      (
        "quels produits sont en déclin ?", "which products are declining?",
        "{units_sold by product analysed: declining_products}"
      ),
      (
        "quelles catégories sont en plein essor ?", "which categories are on the rise?",
        "{units_sold by category analysed: rising_products}"
      ),
      (
        "quelles transactions sont suspectes ?", "which transactions are suspicious?",
        "{sale_lines analysed: anomaly_detection}"
      ),
      (
        "quelles commandes ont une quantité inhabituelle ?",
        "which orders have unusual quantities?",
        "{units_sold by customer_order analysed: anomaly_detection}"
      ),
      (
        "commandes passées à des heures inhabituelles en mars",
        "orders placed at odd hours in March",
        "{orders | [2026-03-01, 2026-04-01) analysed: unusual_hours}"
      ),
      (
        "quelles ventes sont anormales en mars ?", "which sales are abnormal in March?",
        "{units_sold | [2026-03-01, 2026-04-01) analysed: sales_anomalies}"
      ),
      (
        "où y a-t-il le plus d'anomalies ?", "where are most anomalies?",
        "{sale_lines analysed: anomaly_rates}"
      ),
      (
        "taux d'anomalies par segment", "anomaly rate by segment",
        "{sale_lines by segment analysed: anomaly_rates}"
      ),
    ]
  )
  func parity(french: String, english: String, query: String) throws {
    try DemoAssistant.expect(query, from: french, english)
  }

  @Test(
    "Each answers with what it found, and with a table",
    arguments: [
      ("effet des promotions par catégorie", "measured"),
      ("what was the effect of Black Friday?", "measured"),
      ("effet de la saison par catégorie", "groups"),
      ("which factors influence sales most?", "explained"),
      ("quelles variables sont corrélées au profit ?", "ranked"),
      ("distribution of order amounts", "spread"),
      ("quelles transactions sont suspectes ?", "found"),
      ("which orders have unusual quantities?", "above"),
      ("où y a-t-il le plus d'anomalies ?", "rates"),
    ]
  )
  func answers(question: String, finding: String) throws {
    let answer = try DemoAssistant.ask(question)
    #expect(answer.status == .answered, "\(question)")
    #expect(answer.findings.first?.name == finding, "\(question)")
    #expect(answer.rows.count > 1, "\(question)")
  }

  @Test("Black Friday moved the goods that it was planted to move, and those most")
  func plantedEvent() throws {
    let answer = try DemoAssistant.ask("effet du Black Friday par catégorie")
    let factors = Dictionary(
      uniqueKeysWithValues: answer.rows.compactMap { row in
        row[0].text.flatMap { name in row[1].number.map { (name, $0) } }
      }
    )
    let computing = try #require(factors["Informatique"])
    #expect(computing > 1.8 && computing > (factors["Mobilier"] ?? 1))
  }

  @Test("A day that is asked about is told against what was expected of it")
  func day() throws {
    let answer = try DemoAssistant.ask("pourquoi le 12 mars est-il anormal ?")
    let names = Set(answer.findings.map(\.name))
    #expect(!names.isDisjoint(with: ["usual_day", "unusual_day"]))
  }

  @Test("An order that is asked about is compared with all others, and not with itself")
  func order() throws {
    let list = try DemoAssistant.ask("quelles transactions sont suspectes ?")
    let name = try #require(list.rows.first?.first?.text)
    let answer = try DemoAssistant.ask("pourquoi la commande \(name) est-elle anormale ?")
    #expect(answer.findings.map(\.name) == ["one"])
    #expect(answer.rows.count >= 3)
  }

  @Test("A scope applies to the figures and is told")
  func scope() throws {
    let answer = try DemoAssistant.ask("effet des promotions sur les climatiseurs en 2025")
    #expect(answer.query?.filters.isEmpty == false && answer.query?.period != nil)
    let text = Wording(answer, model: try DemoAssistant.assistant().model).text
    #expect(text.contains("Climatiseurs"))
  }

  @Test("A follow-up changes what is looked into")
  func followUp() throws {
    var talk = Conversation(try DemoAssistant.assistant())
    _ = talk.ask("quel a été l'effet du Black Friday ?")
    let other = talk.ask("et pour Noël ?")
    #expect(other.query?.analysis?.name == "event_effect")
    #expect(other.query?.filters.first?.dimension == "event")
  }
}
