import SemanticModel
import Testing
import Values

@testable import Assistant

/// The last order, what changed hands, prices as they were recorded, what came into a warehouse, terms of payment, who recorded it.
@Suite("Questions about single records")
struct RecordQuestionTests {
  @Test("The last order of a customer or to a supplier is told with its own amount")
  func lastOrder() throws {
    let customer = try name("top customer by revenue")
    let last =
      "{last_sale_date, revenue by customer_order where customer=\(customer) "
      + "order measure 0 desc limit 1}"
    try expect(
      last,
      of: "when did \(customer) last order from us and how much was it for?",
      "how much was \(customer)'s last order?",
      "quand \(customer) a-t-il commandé pour la dernière fois, et pour quel montant ?",
      "quel est le montant de la dernière commande de \(customer) ?"
    )
    try expect(
      "{last_sale_date, revenue where customer=\(customer)}",
      of: "date de dernière commande et CA de \(customer)"
    )
    let supplier = try name("top supplier by purchases")
    try expect(
      "{last_purchase_date, purchases by day where supplier=\(supplier) "
        + "order measure 0 desc limit 1}",
      of: "when did we last order from \(supplier) and how much was it for?",
      "quand avons-nous commandé pour la dernière fois à \(supplier) et pour combien ?"
    )
  }

  @Test("What somebody bought is a list of products with their units")
  func dealings() throws {
    let customer = try name("top customer by revenue")
    try expect(
      "{units_sold by product where customer=\(customer) | [2025-01-01, 2026-01-01) "
        + "order measure 0 desc}",
      of: "what did \(customer) buy in 2025?",
      "qu'a acheté \(customer) en 2025 ?",
      "what products did \(customer) order in 2025?",
      "\(customer) a acheté quoi en 2025 ?"
    )
    let supplier = try name("top supplier by purchases")
    try expect(
      "{quantity_ordered by product where supplier=\(supplier) order measure 0 desc}",
      of: "what do we buy from supplier \(supplier)?",
      "qu'achète-t-on à \(supplier) ?"
    )
  }

  @Test("What is still to come from a supplier is told order by order")
  func awaited() throws {
    let supplier = try name("top supplier by quantity on order")
    try expect(
      "{open_order_units, expected_date by purchase_order where open_orders and "
        + "supplier=\(supplier) order measure 1 asc}",
      of: "qu'est-ce que j'attends encore de \(supplier), quelles quantités et pour quelle date ?",
      "what is still on order with \(supplier), with quantities and expected dates?"
    )
  }

  @Test("What is on an order is told by product, with units and money")
  func contents() throws {
    let order = try name("customer orders over 100 euros in March 2026")
    try expect(
      "{units_sold, revenue by product where customer_order=\(order)}",
      of: "What is on order \(order), how many, line totals?",
      "que contient la commande \(order) ?",
      "what's in order \(order)?"
    )
  }

  @Test("Recorded prices are told one by one; a rise is of the newest price against the one then")
  func prices() throws {
    let product = try name("top product by revenue")
    let recorded = "{purchase_price by day, supplier where product=\(product) and "
    try expect(
      recorded
        + "cost_type=purchase_price | [2024-01-01, 2026-04-01) order key 0 asc}",
      of: "comment le prix d'achat de \(product) a-t-il évolué depuis janvier 2024 ?"
    )
    try expect(
      recorded + "cost_type=purchase_price order key 0 asc}",
      of: "list the recorded purchase prices of \(product) with their dates"
    )
    try expect(
      "{last_purchase_price where product=\(product) | [2026-03-31, 2026-04-01) "
        + "vs [2024-01-01, 2024-02-01)}",
      of: "how much did the purchase price of \(product) rise between January 2024 and today?",
      "de combien le prix d'achat de \(product) a-t-il augmenté depuis janvier 2024 ?"
    )
  }

  @Test(
    "Receipts at a warehouse, terms of payment, users and stock that lies",
    arguments: [
      (
        "{supplier_receipts by product where warehouse=Entrepôt Lille Métropole "
          + "| [2026-03-30, 2026-03-31)}",
        [
          "what came in from suppliers yesterday at the Lille warehouse, which items and how many of each",
          "qu'est-ce qui est arrivé des fournisseurs hier à l'entrepôt de Lille, quels articles et "
            + "combien de chaque ?",
        ]
      ),
      (
        "{supplier_receipts where warehouse=Entrepôt Marseille Littoral "
          + "| [2026-02-01, 2026-03-01)}",
        ["Units received from suppliers at the Marseille warehouse in February 2026"]
      ),
      (
        "{by supplier where payment_terms~45}",
        ["fournisseurs payables à 45 jours, fin de mois inclus"]
      ),
      ("{by supplier where payment_terms~30}", ["who do we pay at 30 days?"]),
      (
        "{by supplier where end_of_month_terms}",
        ["suppliers on end-of-month payment terms", "quels fournisseurs paie-t-on fin de mois ?"]
      ),
      (
        "{movement_count by movement_user where movement_kind=adjustment "
          + "order measure 0 desc limit 1}",
        [
          "qui a saisi le plus d'ajustements ?", "who entered the most stock adjustments?",
          "which user entered the most adjustments?",
        ]
      ),
      (
        "{movement_count by movement_user order measure 0 desc limit 1}",
        ["C'est qui qui a encodé le plus de mouvements ?", "who booked the most stock movements?"]
      ),
      (
        "{stock_value where dormant/90d}",
        [
          "Combien d'argent dort dans le stock qui a pas bougé depuis 90 jours ?",
          "how much money is sitting in stock that hasn't moved for 90 days?",
        ]
      ),
      (
        "{product_count, stock_value where dormant/90d}",
        [
          "what is the value at cost of stock that has had no sale for 90 days, and how many "
            + "references does it concern?",
          "valeur au coût du stock sans vente depuis 90 jours, et combien de références ?",
        ]
      ),
    ]
  )
  func shapes(_ query: String, _ questions: [String]) throws {
    for question in questions { try expect(query, of: question) }
  }

  private func expect(_ query: String, of questions: String...) throws {
    for question in questions {
      #expect(try DemoAssistant.ask(question).query?.description == query, "\(question)")
    }
  }

  private func name(_ question: String) throws -> String {
    try #require(DemoAssistant.ask(question).rows.first?.first?.text, "\(question)")
  }
}
