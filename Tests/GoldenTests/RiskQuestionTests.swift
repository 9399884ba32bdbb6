import Assistant
import SemanticModel
import Testing
import Values

@testable import Commands

@Suite("Chances, deadlines and what only looks like a name")
struct RiskQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "produits avec plus d'une chance sur deux de tomber en rupture sous 7 jours",
        "products with a better than 50% chance of running out within 7 days",
        "{stockout_risk_7 by product having stockout_risk_7>0.5 order measure 0 desc}"
      ),
      (
        "qu'est-ce qu'il faut commander au plus tard le 10 avril ? donne les dates limites de commande par produit",
        "order deadlines by product until 10 April",
        "{latest_order_date by product | [2026-04-01, 2026-04-11) order measure 0 asc}"
      ),
      (
        "durée de chaque étape du batch", "how long did each step take last night?",
        "{batch_seconds by batch_step}"
      ),
      (
        "quelle est la perte estimée par catégorie ?", "money at stake by category",
        "{expected_loss by category}"
      ),
      (
        "produits critiques, du plus gros manque à gagner au plus petit",
        "critical products from the largest expected loss to the smallest",
        "{expected_loss by product where critical_products order measure 0 desc}"
      ),
      (
        "point de commande des climatiseurs", "reorder point of everything in Climatiseurs",
        "{reorder_point by product where subcategory=Climatiseurs order measure 0 desc}"
      ),
    ]
  )
  func readings(french: String, english: String, query: String) throws {
    for (question, tongue) in [(french, Tongue.french), (english, .english)] {
      let answer = try DemoAssistant.ask(question, in: tongue)
      #expect(answer.query?.description == query, "\(question)")
    }
  }

  @Test("A verb is no product that has a word like it")
  func farFetchedName() throws {
    let answer = try DemoAssistant.ask("Pourquoi le CA a plongé en février par rapport à janvier ?")
    #expect(answer.query?.filters.isEmpty == true)
    #expect(answer.query?.analysis?.name == "drivers")
  }

  @Test("What is to come of a figure that knows only what was is not told of the past")
  func future() throws {
    #expect(try DemoAssistant.ask("Quels lots vont périmer avant fin avril ?").status == .refused)
  }

  @Test("A part of a hundred is no threshold of a count")
  func percentOfCount() throws {
    let answer = try DemoAssistant.ask("which products have more than 30% stock movements")
    #expect(answer.status == .refused)
  }

  @Test(
    "Words that lean on others",
    arguments: [
      (
        "combien de mois le CA a-t-il dépassé 900 000 € en 2025 ?",
        "in how many months did revenue exceed 900,000 in 2025?",
        "{revenue by month having revenue>900000.0 | [2025-01-01, 2026-01-01) rollup count}"
      ),
      (
        "combien de clients ont commandé plus de 10 fois en 2025 ?",
        "how many customers ordered more than 10 times in 2025?",
        "{orders by customer having orders>10.0 | [2025-01-01, 2026-01-01) rollup count}"
      ),
      (
        "valeur du stock au coût et au prix de vente", "stock value at cost and at selling price",
        "{stock_value, stock_value_at_price}"
      ),
      (
        "CA par segment de clients en 2025", "revenue per customer segment in 2025",
        "{revenue by segment | [2025-01-01, 2026-01-01)}"
      ),
      (
        "quelle part du CA de 2025 vient des promotions ?",
        "what share of 2025 revenue came from items sold on promotion?",
        "{promotion_share | [2025-01-01, 2026-01-01)}"
      ),
    ]
  )
  func leaning(french: String, english: String, query: String) throws {
    for (question, tongue) in [(french, Tongue.french), (english, .english)] {
      let answer = try DemoAssistant.ask(question, in: tongue)
      #expect(answer.query?.description == query, "\(question)")
    }
  }

  @Test("A figure that rose is no question of which products rise")
  func oneFigure() throws {
    let one = try DemoAssistant.ask(
      "Le panier moyen de février a-t-il progressé par rapport à février de l'an dernier ?"
    )
    #expect(one.query?.analysis == nil && one.query?.comparison != nil)
    let which = try DemoAssistant.ask("what's declining?")
    #expect(which.query?.analysis?.name == "declining_products")
  }

  @Test("The day of a launch says which products are forecast")
  func launches() throws {
    for question in [
      "Prévois les produits lancés en 2025", "Forecast the products launched in 2025",
    ] {
      let query = try DemoAssistant.ask(question).query
      #expect(query?.measures.map(\.metric) == ["forecast_units"], "\(question)")
      #expect(query?.conditions.first?.measure.metric == "launch_date", "\(question)")
    }
  }

  @Test("A share of everything, or of a date, tells nothing")
  func emptyShare() throws {
    let answer = try DemoAssistant.ask("What percentage of the shipping date in 2025?")
    #expect(answer.status != .answered)
    // A rate of its own is one.
    let rate = try DemoAssistant.ask(
      "What percentage of the orders placed in 2025 was shipped on the very day they were placed?"
    )
    #expect(rate.query?.measures.map(\.metric) == ["same_day_shipping_rate"])
  }
}
