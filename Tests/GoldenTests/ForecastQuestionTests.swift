import Assistant
import Planning
import SemanticModel
import Testing
import Values

/// Questions about what is to come, on the small demonstration shop, whose "now" is 31 March 2026.
@Suite("Forecasts are asked like any other figure")
struct ForecastQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "Combien va-t-on vendre le mois prochain ?", "How much will we sell next month?",
        "{forecast_units | [2026-04-01, 2026-05-01)}"
      ),
      (
        "prévision de ventes par catégorie sur 14 jours",
        "sales forecast by category for the next 14 days",
        "{forecast_units by category | [2026-04-01, 2026-04-15)}"
      ),
      (
        "Prévois les ventes de Mobilier sur 14 jours", "Forecast sales of Mobilier for 14 days",
        "{forecast_units by day where category=Mobilier | [2026-04-01, 2026-04-15)}"
      ),
      (
        "prévision de ventes pour les 3 prochains mois", "predict demand for the next 3 months",
        "{forecast_units by week | [2026-04-01, 2026-07-01)}"
      ),
      (
        "prévois le CA de mai", "predict revenue for May",
        "{forecast_revenue by day | [2026-05-01, 2026-06-01)}"
      ),
      (
        "combien va-t-on vendre sur 14 jours ?", "how much will we sell in the next 14 days?",
        "{forecast_units | [2026-04-01, 2026-04-15)}"
      ),
      (
        "les articles qui vont partir le plus la semaine prochaine",
        "which items will sell best next week?",
        "{forecast_units by product | [2026-04-06, 2026-04-13) order measure 0 desc limit 10}"
      ),
      (
        "CA prévu de mai par fournisseur", "May's forecast revenue by supplier",
        "{forecast_revenue by supplier | [2026-05-01, 2026-06-01)}"
      ),
      (
        "alertes par mois en 2025, résolues comprises",
        "alerts per month in 2025, resolved ones included",
        "{alert_count by month | [2025-01-01, 2026-01-01)}"
      ),
      (
        "quel est le prochain événement ?", "which is the next event?",
        "{event_date, event_multiplier by event where upcoming_events order measure 0 asc limit 1}"
      ),
      (
        "CA prévu en avril", "forecast revenue in April",
        "{forecast_revenue | [2026-04-01, 2026-05-01)}"
      ),
      (
        "prévision d'avril par catégorie, en quantité et en euros",
        "forecast units and forecast revenue by category in April",
        "{forecast_units, forecast_revenue by category | [2026-04-01, 2026-05-01)}"
      ),
      (
        "produits critiques", "critical products",
        "{expected_loss by product where critical_products}"
      ),
      (
        "les 3 urgences", "top 3 urgent items",
        "{expected_loss by product where critical_products order measure 0 desc limit 3}"
      ),
      (
        "nombre de produits par statut de stock", "number of products by stock status",
        "{product_count by stock_status}"
      ),
      (
        "que faut-il commander ?", "what should we order?",
        "{order_quantity by product having order_quantity>0.0}"
      ),
      (
        "quantité à commander par fournisseur jusqu'à fin mai avec 20 % de marge",
        "quantity to order by supplier until the end of May with a 20% margin",
        "{order_quantity_until+0.2 by supplier | [2026-04-01, 2026-06-01)}"
      ),
      (
        "quels produits tombent en rupture d'ici 10 jours ?",
        "which products run out within 10 days?",
        "{stockout_date by product where soon_out_of_stock | [2026-04-01, 2026-04-11) order measure 0 asc}"
      ),
      (
        "point de commande par produit", "reorder point by product",
        "{reorder_point by product order measure 0 desc}"
      ),
      (
        "stock de sécurité par produit", "safety stock by product",
        "{safety_stock by product order measure 0 desc}"
      ),
      (
        "risque de rupture à 7 jours par produit", "stock-out risk within 7 days by product",
        "{stockout_risk_7 by product}"
      ),
      (
        "Le batch de cette nuit a-t-il réussi ?", "Did last night's batch succeed?",
        "{batch_result}"
      ),
      ("De quand datent ces prévisions ?", "How old are these forecasts?", "{forecast_made_at}"),
    ]
  )
  func readings(french: String, english: String, query: String) throws {
    for (question, tongue) in [(french, Tongue.french), (english, .english)] {
      let answer = try DemoAssistant.ask(question, in: tongue)
      #expect(answer.status == .answered, "\(question): \(answer.reason.map { "\($0)" } ?? "")")
      #expect(answer.query?.description == query, "\(question)")
    }
  }

  @Test("An answer says when its forecasts were computed")
  func computedTime() throws {
    #expect(try DemoAssistant.ask("CA prévu en avril").receipt.computed != nil)
    #expect(try DemoAssistant.ask("CA en mars 2026").receipt.computed == nil)
    // A filter reads the computed tables too.
    let answer = try DemoAssistant.ask("CA de mars 2026 des produits critiques")
    #expect(answer.status == .answered)
    #expect(answer.receipt.computed != nil)
  }

  @Test("A forecast along time has its interval, the history before it, and the sum of its days")
  func alongTime() throws {
    let answer = try DemoAssistant.ask("prévois les ventes de Mobilier sur 14 jours")
    #expect(answer.columns.map(\.name) == ["day", "forecast_units", "lower", "upper"])
    #expect(answer.rows.count == 14)
    for row in answer.rows {
      let numbers = row.dropFirst().compactMap(\.number)
      #expect(numbers[1] <= numbers[0] && numbers[0] <= numbers[2])
    }
    let history = try #require(answer.history)
    #expect(
      history.query.description
        == "{units_sold by day where category=Mobilier | [2026-03-04, 2026-04-01)}"
    )
    #expect(
      history.rows
        == (try DemoAssistant.ask("quantité vendue de Mobilier par jour du 4 au 31 mars 2026")).rows
    )
    let whole = try #require(answer.whole?.rows.first).compactMap(\.number)
    let sum = answer.rows.reduce(0) { $0 + ($1[1].number ?? 0) }
    #expect(abs(whole[0] - sum) < 1e-6)
    // Days and products are not sure all at once: the whole is surer than its parts together.
    let widths = answer.rows.reduce(0) { $0 + ($1[3].number ?? 0) - ($1[2].number ?? 0) }
    #expect(whole[1] < whole[0] && whole[0] < whole[2])
    #expect(whole[2] - whole[1] < widths)
    #expect(try DemoAssistant.ask("prévision de ventes par catégorie").history == nil)
  }

  @Test("One product and day has the bounds that were forecast for it")
  func singleDay() throws {
    let rows = try DemoAssistant.ask("ventes prévues par produit le 1er avril 2026").rows
    #expect(rows.contains { ($0[2].number ?? -1) == 0 && ($0[1].number ?? 0) > 0 })
    #expect(rows.allSatisfy { ($0[3].number ?? 0) >= ($0[1].number ?? 0) })
  }

  @Test("Categories add up to the whole, and days to the month")
  func sums() throws {
    let whole = try figure("Combien va-t-on vendre le mois prochain ?")
    for question in [
      "prévision de ventes du mois prochain par catégorie",
      "prévision de ventes du mois prochain par jour",
      "prévision de ventes du mois prochain par produit",
    ] {
      let answer = try DemoAssistant.ask(question)
      let sum = answer.rows.reduce(0) { $0 + ($1[1].number ?? 0) }
      #expect(abs(sum - whole) < 0.001, "\(question)")
    }
  }

  @Test("What is to be ordered is told product by product: forecast, stock, margin, pack")
  func orderQuantity() throws {
    let quantities = try rows("quantité à commander jusqu'au 31 mai avec 20 % de marge par produit")
    let forecasts = try rows("prévision de ventes du 1er avril 2026 au 31 mai 2026 par produit")
    let stocks = try rows("stock par produit")
    let packs = try rows("taille du colis par produit")
    #expect(!quantities.isEmpty)
    for (product, quantity) in quantities {
      let need = max(0, (forecasts[product] ?? 0) - (stocks[product] ?? 0)) * 1.2
      let pack = max(1, packs[product] ?? 1)
      #expect(quantity == ((need / pack) - 1e-6).rounded(.up) * pack, "\(product)")
    }
    let total = try figure("quantité à commander jusqu'au 31 mai avec 20 % de marge")
    #expect(total == quantities.values.reduce(0, +))
  }

  @Test("What is on order already is said with what to order, of the products to be ordered alone")
  func underway() throws {
    let answer = try DemoAssistant.ask("que faut-il commander ?")
    let toOrder = Set(answer.rows.compactMap { $0[0].text })
    let open = try rows("quantité attendue par produit").filter { toOrder.contains($0.key) }
    let orders = try #require(Self.orders(answer))
    #expect(orders.units > 0)
    #expect(orders.units == open.values.reduce(0, +))
    #expect(orders.overdue <= orders.units)
    #expect(orders.first.map { $0.iso >= "2026-03-31" } ?? true)
    // One product, whatever is to be ordered of it; and one that nothing is on order of.
    let (name, units) = try #require(open.first { $0.value > 0 })
    #expect(
      Self.orders(try DemoAssistant.ask("combien de \"\(name)\" faut-il commander ?"))?.units
        == units
    )
    let free = try #require(toOrder.first { open[$0, default: 0] == 0 })
    #expect(Self.orders(try DemoAssistant.ask("combien de \"\(free)\" faut-il commander ?")) == nil)
    #expect(Self.orders(try DemoAssistant.ask("stock par produit")) == nil)
  }

  private static func orders(_ answer: Answer) -> Answer.Underway? {
    answer.assumptions.lazy.compactMap {
      if case .underway(let orders) = $0 { orders } else { nil }
    }
    .first
  }

  @Test(
    "What cannot be told is refused in words",
    arguments: [
      "prévision de ventes dans 10 ans", "sales forecast for 2040",
      "combien de produits commander avec 80 % de marge ?",
      "CA prévu en avril 2026 comparé à avril 2025",
    ]
  )
  func refusals(question: String) throws {
    let answer = try DemoAssistant.ask(question)
    #expect(
      [.refused, .clarification].contains(answer.status),
      "\(answer.query?.description ?? "")"
    )
  }

  private func figure(_ question: String) throws -> Double {
    let answer = try DemoAssistant.ask(question)
    return try #require(answer.rows.first?.first?.number, "\(question)")
  }

  private func rows(_ question: String) throws -> [String: Double] {
    let answer = try DemoAssistant.ask(question)
    #expect(answer.status == .answered, "\(question)")
    return answer.rows.reduce(into: [:]) { result, row in
      if case .text(let name) = row[0] { result[name] = row[1].number }
    }
  }
}
