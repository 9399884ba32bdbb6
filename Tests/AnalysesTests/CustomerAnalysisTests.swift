import Planning
import SemanticModel
import Testing
import Values

@testable import Analyses

@Suite("Analyses of customers and baskets")
struct CustomerAnalysisTests {
  private func names(_ result: AnalysisResult) -> [String] { result.findings.map(\.name) }

  /// Baskets of two things each: 40 with a planted pair, and others by turns.
  private static func baskets(_ level: String) -> [[Value]] {
    (0..<400).flatMap { order -> [[Value]] in
      let pair = order < 40 ? ["a", "b"] : ["c\(order % 7)", "d\(order % 11)"]
      return pair.map { [.integer(Int64(order)), .text("\(level) \($0)"), .integer(1)] }
    }
  }

  @Test("A planted pair is the only rule; without support by product the next level is told")
  func rules() throws {
    let planted = CustomerTables(tables: [
      "units_sold by customer_order, product": Self.baskets("P")
    ])
    let found = try AssociationRules().result(planted.request("association_rules"))
    #expect(names(found) == ["useful", "strongest"] && found.rows.count == 1)
    #expect(Set(found.rows[0].prefix(2)) == [.text("P a"), .text("P b")])
    #expect(found.rows[0][2] == .integer(40) && found.rows[0][5] == .real(10))
    let thin = CustomerTables(tables: [
      "units_sold by customer_order, product": [
        [.integer(1), .text("x"), .integer(1)], [.integer(1), .text("y"), .integer(1)],
      ],
      "units_sold by subcategory": [],
      "units_sold by customer_order, subcategory": Self.baskets("S"),
    ])
    let coarser = try AssociationRules().result(thin.request("association_rules"))
    #expect(names(coarser) == ["useful", "strongest", "coarser"])
    #expect(coarser.query.keys == [.dimension("subcategory")])
  }

  @Test("Baskets that share nothing beyond chance make no useful rule; too few make none at all")
  func noRule() throws {
    let rows = (0..<3_000).flatMap { order -> [[Value]] in
      [
        [.integer(Int64(order)), .text("x\(order % 5)"), .integer(1)],
        [
          .integer(Int64(order)), .text("y\(order / 5 % 5)"), .integer(1),
        ],
      ]
    }
    let even = CustomerTables(tables: ["units_sold by customer_order, product": rows])
    let none = try AssociationRules().result(even.request("association_rules"))
    #expect(names(none) == ["none", "most_frequent"] && none.rows.isEmpty)
    let empty = CustomerTables(tables: ["units_sold by customer_order, product": []])
    #expect(
      names(try AssociationRules().result(empty.request("association_rules"))) == ["too_few"]
    )
  }

  @Test("Pairs without a useful rule are said to have none, whatever triples tell")
  func triplesWithoutPairs() throws {
    // C comes with both or neither of A and B: no two of them go together.
    let rows = (0..<4_000).flatMap { order -> [[Value]] in
      [["A"], ["B"], ["C"], ["A", "B", "C"]][order % 4].map {
        [.integer(Int64(order)), .text($0), .integer(1)]
      }
    }
    let even = CustomerTables(tables: ["units_sold by customer_order, product": rows])
    let found = try AssociationRules().result(even.request("association_rules"))
    #expect(names(found) == ["none", "most_frequent", "triples"])
    #expect(found.rows.count == 1)
  }

  @Test("Lines that take goods back and orders without a number put nothing into a basket")
  func creditNotes() throws {
    var rows = Self.baskets("P")
    rows += (0..<400).map { [.integer(Int64($0)), .text("back"), .integer(-1)] }
    rows += (0..<400).map { _ in [.null, .text("P a"), .integer(1)] }
    let tables = CustomerTables(tables: ["units_sold by customer_order, product": rows])
    let found = try AssociationRules().result(tables.request("association_rules"))
    #expect(found.rows.count == 1 && found.rows[0][2] == .integer(40))
  }

  @Test("A customer gets what buyers of the same bought, nothing owned; without a name it is asked")
  func recommendations() throws {
    let rows: [[Value]] = [
      ("A", "p"), ("A", "q"), ("B", "p"), ("B", "r"), ("C", "p"), ("C", "q"), ("C", "r"),
      ("D", "s"),
    ].map { [.text($0.0), .text($0.1), .integer(1)] }
    let tables = CustomerTables(tables: ["units_sold by customer, product": rows])
    let method = Recommending()
    let found = try method.result(tables.request("recommendations", customer: .text("A")))
    #expect(names(found) == ["proposals", "thin"] && found.rows.map { $0[0] } == [.text("r")])
    #expect(names(try method.result(tables.request("recommendations"))) == ["needs_customer"])
    let new = tables.request("recommendations", customer: .text("Z"))
    #expect(names(try method.result(new)) == ["nothing_bought"])
    let alone = tables.request("recommendations", customer: .text("D"))
    #expect(names(try method.result(alone)) == ["none"])
    let similar = try SimilarCustomers().result(
      tables.request("similar_customers", customer: .text("A"))
    )
    #expect(similar.rows.map { $0[0] } == [.text("C"), .text("B")])
  }

  private static let customers = (0..<60).map { number -> [Value] in
    let isBig = number < 20
    let day = CalendarDay(year: 2026, month: isBig ? 3 : 1, day: 1 + number % 20)
    return [
      .text("C\(number)"), .text(day?.iso ?? ""), .integer(isBig ? 20 : 2),
      .real(isBig ? 5_000 + Double(number) : 100 + Double(number)),
    ]
  }

  @Test("Big and small customers are two clear groups, the bigger revenue first; three are too few")
  func clusters() throws {
    let name = "last_sale_date, orders, revenue by customer"
    let tables = CustomerTables(tables: [name: Self.customers])
    let found = try CustomerClustering().result(tables.request("customer_clusters"))
    #expect(names(found) == ["groups", "clear", "profiles", "attempts"])
    #expect(found.rows.map { $0[2] } == [.integer(20), .integer(40)])
    #expect(
      found.rows.map { $0[1] } == [.text("recent_regular_big"), .text("silent_regular_small")]
    )
    let few = CustomerTables(tables: [name: Array(Self.customers.prefix(2))])
    #expect(
      names(try CustomerClustering().result(few.request("customer_clusters"))) == ["too_few"]
    )
    #expect(names(try UnusualCustomers().result(few.request("unusual_customers"))) == ["too_few"])
  }

  /// Customers who order every 10 days, one who stopped 60 days ago, and one with a single order.
  private static let orders: [[Value]] = {
    let now = CalendarDay(year: 2026, month: 3, day: 31) ?? CalendarDay(ordinal: 0)
    func rows(_ name: String, last: Int, count: Int) -> [[Value]] {
      (0..<count).map {
        [
          .text(name), .text("\(name)-\($0)"), .text(now.adding(days: -last - 10 * $0).iso),
        ]
      }
    }
    return (0..<12).flatMap { rows("R\($0)", last: $0 % 5, count: 6) }
      + rows("Gone", last: 60, count: 6) + rows("New", last: 3, count: 1)
  }()

  private static let rhythmTables: [String: [[Value]]] = [
    "first_sale_date by customer, customer_order": orders,
    "revenue by customer": Set(orders.map { $0[0] }).map { [$0, .real(100)] },
  ]

  @Test("Who stopped is the likeliest to leave; the others are expected; one order is told by all")
  func rhythm() throws {
    let tables = CustomerTables(tables: Self.rhythmTables)
    let churn = try CustomerChurn().result(tables.request("churn"))
    #expect(names(churn) == ["risk", "rhythm"] && churn.rows.first?.first == .text("Gone"))
    #expect(churn.rows.first?[5] == .real(1) && churn.rows.last?[5].number ?? 1 < 0.2)
    func next(_ customer: String) throws -> AnalysisResult {
      try NextPurchases().result(tables.request("next_purchase", customer: .text(customer)))
    }
    #expect(names(try next("R1")) == ["next", "chance"])
    #expect(names(try next("Gone")) == ["overdue", "chance"])
    #expect(names(try next("New")) == ["one_order", "chance"])
    #expect(names(try next("Nobody")) == ["no_orders"])
    #expect(names(try NextPurchases().result(tables.request("next_purchase"))) == ["all", "due"])
    var few = Self.rhythmTables
    few["first_sale_date by customer, customer_order"] = Array(Self.orders.prefix(6))
    #expect(
      names(try CustomerChurn().result(CustomerTables(tables: few).request("churn")))
        == ["too_little"]
    )
  }

  @Test("Retention counts whole units only")
  func retention() throws {
    let rows: [[Value]] = [
      ("A", "2026-01-05"), ("A", "2026-02-03"), ("B", "2026-01-20"), ("C", "2026-02-11"),
      ("C", "2026-03-09"),
    ].map { [.text($0.0), .text(String($0.1.prefix(7))), .text($0.1), .integer(1)] }
    let tables = CustomerTables(tables: ["first_sale_date, orders by customer, month": rows])
    let march = CalendarDay(year: 2026, month: 3, day: 15) ?? CalendarDay(ordinal: 0)
    let found = try RetentionByCohort().result(tables.request("retention", now: march))
    #expect(names(found) == ["retention"] && found.rows.count == 2)
    #expect(found.rows[0].prefix(3) == [.text("2026-01"), .integer(2), .real(0.5)])
    #expect(found.rows[1].prefix(3) == [.text("2026-02"), .integer(1), .null])
    let none = CustomerTables(tables: [:]).request("retention")
    #expect(names(try RetentionByCohort().result(none)) == ["too_little"])
  }

  @Test("What can be checked is, in the order of urgency; what cannot is named")
  func decisions() throws {
    let tables = CustomerTables(tables: [
      "order_quantity, expected_loss by product": [
        [.text("P"), .integer(5), .real(50)], [.text("Q"), .integer(9), .real(90)],
      ],
      "product_count by ": [[.integer(3)]], "excess_value by ": [[.real(700)]],
      "stock_on_hand by product": [[.text("P"), .integer(4)]],
    ])
    let found = try DailyDecisions().result(tables.request("daily_decisions"))
    #expect(names(found) == ["actions", "at_stake", "untold"])
    #expect(
      found.rows.map { $0[1] } == [
        .text("critical_stock"), .text("critical_stock"), .text("overstock"),
      ]
    )
    #expect(found.rows.map { $0[5] } == [.real(90), .real(50), .real(700)])
    let empty = CustomerTables(tables: [:]).request("daily_decisions")
    #expect(names(try DailyDecisions().result(empty)) == ["nothing", "untold"])
  }

  @Test("Only what has margin to give is promoted; dormant stock counts wholly")
  func promotions() throws {
    let tables = CustomerTables(tables: [
      "stock_on_hand by product": [
        [.text("dormant"), .integer(10)], [.text("over"), .integer(30)],
        [.text("thin"), .integer(10)], [.text("fine"), .integer(5)],
      ],
      "units_sold_recent by product": [
        [.text("over"), .integer(3)], [.text("fine"), .integer(3)],
      ],
      "max_stock_level by product": [
        [.text("over"), .integer(20)], [.text("fine"), .integer(20)],
      ],
      "product_price by product": ["dormant", "over", "thin", "fine"].map {
        [.text($0), .real(100)]
      },
      "product_cost by product": [
        [.text("dormant"), .real(45)], [.text("over"), .real(60)], [.text("thin"), .real(95)],
        [.text("fine"), .real(50)],
      ],
    ])
    let found = try PromotionCandidates().result(tables.request("promotion_candidates"))
    #expect(names(found) == ["candidates", "no_margin"])
    #expect(found.rows.map { $0[0] } == [.text("over"), .text("dormant")])
    #expect(found.rows.map { $0[3] } == [.real(600), .real(450)])
    // 1 − 60 ÷ (100 × 0.9) is a third.
    #expect(abs((found.rows[0][5].number ?? 0) - 1.0 / 3) < 1e-9)
  }
}
