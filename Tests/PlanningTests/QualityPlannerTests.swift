import Planning
import SemanticModel
import Testing
import Values

@Suite("Rows that break rules of data quality are counted and shown")
struct QualityPlannerTests {
  private static func tables() -> ShopTables {
    var tables = ShopTables()
    let people: [(Int64, String, String?)] = [
      (1, "Zoé", "Lyon"), (2, "ZOE", "lyon"), (3, "Ali", nil), (4, "Bo", ""),
    ]
    tables["customers"] = people.map { id, name, city -> ShopTables.Row in
      ["id": .integer(id), "name": .text(name), "city": city.map(Value.text) ?? .null]
    }
    let sales: [(String, Value, Int64)] = [
      ("2024-03-01", .integer(2), 1), ("31/03/2024", .integer(-4), 9),
      ("2024-03-20", .text("two"), 1),
    ]
    tables["sales_history"] = sales.enumerated().map { index, sale -> ShopTables.Row in
      [
        "id": .integer(Int64(index)), "order_date": .text(sale.0), "quantity": sale.1,
        "customer_id": .integer(sale.2),
      ]
    }
    return tables
  }

  private static func rule(
    _ table: String,
    _ columns: [String],
    _ check: QualityRule.Check
  ) -> QualityRule {
    QualityRule(table: table, key: "id", columns: columns, check: check, weight: 1)
  }

  private struct Case: Sendable {
    let rule: QualityRule
    let checked: Double
    let failing: Double
    let keys: [Double]

    init(_ rule: QualityRule, _ checked: Double, _ failing: Double, _ keys: [Double]) {
      self.rule = rule
      self.checked = checked
      self.failing = failing
      self.keys = keys
    }
  }

  private static let cases: [Case] = [
    Case(rule("customers", ["city"], .filled), 4, 2, [3, 4]),
    Case(rule("customers", ["name", "city"], .unique), 2, 1, [1]),
    Case(rule("sales_history", ["order_date"], .date), 3, 1, [1]),
    Case(rule("sales_history", ["quantity"], .number), 3, 1, [2]),
    Case(rule("sales_history", ["quantity"], .range(from: 0, to: nil)), 3, 1, [1]),
    Case(
      rule("sales_history", ["customer_id"], .reference(table: "customers", key: "id")),
      3,
      1,
      [1]
    ),
    Case(rule("customers", ["name"], .allowed(["Zoé", "Ali", "Bo"])), 4, 1, [2]),
    Case(rule("sales_history", ["order_date"], .fresh(days: 7)), 1, 1, []),
    Case(rule("sales_history", ["order_date"], .fresh(days: 30)), 1, 0, []),
  ]

  @Test("Each kind of check counts its rows and names those that fail", arguments: cases.indices)
  func counts(place: Int) throws {
    let one = Self.cases[place]
    let shop = try ShopDatabase(Self.tables(), untyped: true, now: .on("2024-03-31"))
    let planner = QualityPlanner(facts: shop.context)
    let (rules, plan) = try #require(planner.counts(of: [one.rule]).first)
    #expect(rules == [one.rule])
    let row = try #require(try shop.check(plan.sql, plan.parameters).first)
    #expect(row.map(\.number) == [one.checked, one.failing])
    guard one.failing > 0, let sample = planner.examples(of: one.rule) else { return }
    let examples = try shop.check(sample.sql, sample.parameters)
    #expect(examples.compactMap { $0[0].number } == one.keys)
  }

  @Test("Rules of columns that are not there are left out; those of one table are one pass")
  func missing() throws {
    let shop = try ShopDatabase(Self.tables(), untyped: true, now: .on("2024-03-31"))
    let planner = QualityPlanner(facts: shop.context)
    #expect(planner.counts(of: [Self.rule("customers", ["email"], .filled)]).isEmpty)
    #expect(planner.counts(of: [Self.rule("costs", ["amount"], .number)]).isEmpty)
    let two = [
      Self.rule("customers", ["name"], .filled), Self.rule("customers", ["city"], .filled),
    ]
    #expect(planner.counts(of: two).count == 1)
  }

  @Test("A day before another one is found whatever its time")
  func order() throws {
    var tables = ShopTables()
    let days = [("2024-01-02 10:00", "2024-01-02"), ("2024-01-02", "2024-01-01")]
    tables["customer_orders"] = days.enumerated().map { index, pair -> ShopTables.Row in
      ["id": .integer(Int64(index)), "ordered_at": .text(pair.0), "status": .text(pair.1)]
    }
    let shop = try ShopDatabase(tables, untyped: true, now: .on("2024-03-31"))
    let planner = QualityPlanner(facts: shop.context)
    let rule = Self.rule("customer_orders", ["ordered_at", "status"], .order)
    let plan = try #require(planner.counts(of: [rule]).first?.plan)
    #expect(try shop.check(plan.sql, plan.parameters).first?.map(\.number) == [2, 1])
  }
}
