import Assistant
import Planning
import SemanticModel
import Testing
import Values

/// What questions of every shape come to, as compact queries: one row a rule, French and English alike.
@Suite("Questions are read as they are meant")
struct ReadingTests {
  /// One meaning and the ways to ask for it.
  struct Case: CustomTestStringConvertible {
    let query: String
    let questions: [String]

    var testDescription: String { questions[0] }
  }

  static let cases: [Case] = [
    // Events denied for other times.
    Case(
      query: "{units_sold by customer where customer not in "
        + "{units_sold by customer | [2025-01-01, 2026-01-01)} | [2024-01-01, 2025-01-01)}",
      questions: ["clients qui ont acheté en 2024 mais pas en 2025"]
    ),
    Case(
      query: "{by product where product not in {units_sold by product | [2026-01-31, 2026-04-01)}}",
      questions: ["which items haven't sold in 60 days?"]
    ),
    Case(
      query:
        "{orders by customer where customer in {orders by customer | [2024-01-01, 2025-01-01)} "
        + "and customer in {orders by customer | [2025-01-01, 2026-01-01)} "
        + "| [2024-01-01, 2026-01-01) rollup count}",
      questions: ["how many customers ordered in both 2024 and 2025?"]
    ),
    // Thresholds: a figure against another, money of a thing, the rate behind a percentage.
    Case(
      query: "{stock_on_hand by product having stock_on_hand<min_stock_level}",
      questions: ["produits dont le stock est inférieur au stock minimum"]
    ),
    Case(
      query: "{product_price by product having product_price<20.0}",
      questions: ["articles à moins de 20 euros", "items under 20 euros"]
    ),
    Case(
      query: "{revenue by customer_order having revenue>3000.0}",
      questions: ["commandes clients de plus de 3000 €", "customer orders over 3000 euros"]
    ),
    Case(
      query: "{margin_rate by customer having margin_rate<0.2}",
      questions: [
        "clients dont le taux de marge est inférieur à 20 %", "customers with less than 20% margin",
      ]
    ),
    Case(
      query: "{units_sold by product | [2026-02-01, 2026-03-01) order measure 0 desc limit 10}",
      questions: [
        "qu'est-ce qui s'est le mieux vendu le mois dernier ?", "what sold best last month?",
        "qu'est-ce qu'on vend le mieux le mois dernier",
      ]
    ),
    // Rankings: a place, an unsaid subject, the figure a phrase names, averages ranked.
    Case(
      query: "{revenue by customer | [2025-01-01, 2026-01-01) order measure 0 desc limit 1 skip 1}",
      questions: ["deuxième meilleur client en 2025", "second best customer in 2025"]
    ),
    Case(
      query: "{units_sold by product | [2026-03-23, 2026-03-30) order measure 0 desc limit 10}",
      questions: ["what sold best last week?"]
    ),
    Case(
      query: "{supplier_lead_time by supplier order measure 0 desc limit 1}",
      questions: ["fournisseur le plus lent"]
    ),
    Case(
      query: "{supplier_lead_time by supplier order measure 0 asc limit 1}",
      questions: ["fastest supplier"]
    ),
    Case(
      query: "{units_sold by weekday, day | [2025-01-01, 2026-01-01) rollup mean over day "
        + "order measure 0 desc limit 1}",
      questions: ["quel jour de la semaine vend-on le plus en moyenne en 2025 ?"]
    ),
    Case(
      query: "{alert_date by alert order measure 0 desc limit 10}",
      questions: ["dernières alertes"]
    ),
    // What the same words mean of other things.
    Case(
      query: "{receipt_date by supplier}",
      questions: ["dernière livraison de chaque fournisseur"]
    ),
    Case(
      query: "{expected_units | [2026-04-06, 2026-04-13)}",
      questions: ["quelles livraisons fournisseurs sont attendues la semaine prochaine ?"]
    ),
    // Periods: comparatives, levels then and now, month ends, weekdays as such.
    Case(
      query: "{revenue by category | [2025-01-01, 2026-01-01) vs [2024-01-01, 2025-01-01) falling "
        + "order change 0 asc}",
      questions: [
        "catégories qui ont fait moins de CA en 2025 qu'en 2024",
        "categories that made less revenue in 2025 than in 2024",
      ]
    ),
    Case(
      query: "{stock_value | [2026-03-31, 2026-04-01) vs [2025-12-31, 2026-01-01)}",
      questions: ["de combien la valeur du stock a-t-elle évolué depuis le 31 décembre 2025 ?"]
    ),
    Case(
      query: "{stock_value by month | [2025-10-01, 2026-04-01)}",
      questions: ["valeur du stock en fin de mois, d'octobre 2025 à mars 2026"]
    ),
    Case(
      query: "{revenue where weekday in [6, 7] | [2025-01-01, 2026-01-01)}",
      questions: ["CA du samedi et du dimanche en 2025"]
    ),
    // Segments of open things, people behind « qui », words for inhabitants.
    Case(
      query: "{orders where undelivered_orders}",
      questions: [
        "how many customer orders are still not delivered?",
        "combien de commandes clients restent à livrer ?",
      ]
    ),
    Case(
      query: "{orders by customer order measure 0 desc limit 10}",
      questions: ["who places the most orders"]
    ),
    Case(
      query: "{by customer where customer_country=Belgique}",
      questions: ["clients belges", "Belgian customers"]
    ),
  ]

  @Test("The query is the one meant", arguments: cases + learned + spoken + joined + told)
  func query(_ expected: Case) throws {
    for question in expected.questions {
      let answer = try DemoAssistant.ask(question)
      #expect(answer.query?.description == expected.query, "\(question)")
    }
  }

  @Test("The answer is in the language of the words beside the names")
  func tongueBesideNames() throws {
    let name = try bestSeller()
    for (question, tongue) in [
      ("purchase price history, \(name)", Tongue.english), ("stock value of \(name)", .english),
      ("stock de : \(name)", .french),
    ] {
      #expect(try DemoAssistant.ask(question).language == tongue, "\(question)")
    }
  }

  @Test("What somebody bought is told in money, and when they last did")
  func bought() throws {
    let customer = try #require(
      DemoAssistant.ask("top customer by revenue").rows.first?.first?.text
    )
    let question = "how much has \(customer) bought from us and when was their last order?"
    let query = try #require(DemoAssistant.ask(question).query)
    #expect(query.measures.map(\.metric) == ["revenue", "last_sale_date"])
  }

  @Test("Each record of a list says what it is of, and no month without a price is listed")
  func details() throws {
    let overdue = try DemoAssistant.ask("which purchase orders are overdue?")
    #expect(overdue.query?.keys == [.dimension("purchase_order")])
    #expect(
      overdue.columns.prefix(4).map(\.name) == [
        "purchase_order", "product", "supplier", "purchase_status",
      ]
    )
    let name = try bestSeller()
    let movements = try DemoAssistant.ask("show me the stock movements of \(name) in March")
    #expect(movements.columns.map(\.name).contains("movement_kind"))
    #expect(!movements.columns.map(\.name).contains("product"))
    let prices = try DemoAssistant.ask("purchase price history, \(name)")
    #expect(prices.rows.count > 5 && prices.rows.allSatisfy { !$0[1].isNull })
  }

  @Test("What the data do not hold is named")
  func namesTheUnknown() throws {
    let name = try bestSeller()
    for (question, word) in [
      ("combien de vues a eu la fiche de \(name) hier ?", "vues"),
      ("who changed the selling price of \(name)?", "who"),
      ("which driver delivered the parcels last Friday?", "driver"),
    ] {
      let answer = try DemoAssistant.ask(question)
      #expect(answer.status == .refused, "\(question)")
      #expect(answer.unexplained.contains(word), "\(question): \(answer.unexplained)")
    }
  }

  /// The name of the product sold most often.
  private func bestSeller() throws -> String {
    try #require(DemoAssistant.ask("produit le plus vendu").rows.first?.first?.text)
  }

  @Test(
    "A statistic of losses told in units and in money has an answer or a refusal, and never traps"
  )
  func statisticOfLosses() throws {
    let question = "médiane des pertes de stock en unités et en valeur au coût par motif"
    #expect(try DemoAssistant.ask(question).status != .error)
  }

  @Test("The currency is told without a query")
  func currency() throws {
    for question in ["dans quelle monnaie sont nos montants ?", "which currency do we use?"] {
      let answer = try DemoAssistant.ask(question)
      #expect(answer.status == .answered)
      #expect(answer.rows == [[.text("EUR")]])
      #expect(answer.sql == nil)
    }
  }

  @Test("A word that nothing explains is named, whatever stands around it")
  func unexplained() throws {
    for question in ["quel est le taux d'absentéisme ?", "CA par commercial en 2025"] {
      let answer = try DemoAssistant.ask(question)
      #expect(answer.status == .refused, "\(question)")
    }
  }
}
