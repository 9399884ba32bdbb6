import Planning
import SemanticModel
import Testing
import Values

@Suite("What a database lacks is said, and all else goes on")
struct MissingDataTests {
  /// The smallest shape a database may have.
  private static func smallest() throws -> ShopDatabase {
    var tables = ShopTables()
    tables["products"] = [
      [
        "id": .integer(1), "name": .text("Lampe"), "category": .text("Maison"),
        "unit_price": .real(12.5),
        "lead_time_days": .integer(4),
      ],
      [
        "id": .integer(2), "name": .text("Table"), "category": .text("Meubles"),
        "unit_price": .integer(100),
        "lead_time_days": .integer(9),
      ],
    ]
    tables["sales_history"] = [("2024-01-05", 1, 4), ("2024-01-20", 2, 1), ("2024-02-02", 1, 2)].map
    { day, product, units in
      ["order_date": .text(day), "product_id": .integer(product), "quantity": .integer(units)]
    }
    tables["stock_levels"] = [("2024-01-01", 1, 30), ("2024-02-01", 1, 20), ("2024-02-01", 2, 0)]
      .map { day, product, units in
        [
          "recorded_at": .text(day), "product_id": .integer(product),
          "quantity_on_hand": .integer(units),
        ]
      }
    let kept: [String: [String]] = [
      "products": ["id", "name", "category", "unit_price", "lead_time_days"],
      "sales_history": ["product_id", "order_date", "quantity"],
      "stock_levels": ["product_id", "quantity_on_hand", "recorded_at"],
    ]
    var missing: Set<String> = []
    for (table, columns) in ShopTables.layout {
      for column in columns where kept[table]?.contains(column.name) == false {
        missing.insert("\(table).\(column.name)")
      }
    }
    return try ShopDatabase(tables, without: missing, now: .on("2024-02-10"))
  }

  @Test("Three small tables answer revenue, units and stock")
  func smallestDatabase() throws {
    let shop = try Self.smallest()
    #expect(try shop.figure(Query("revenue")) == 175)
    #expect(
      try shop.rows(Query("revenue", "units_sold", by: [.dimension("category")])) == [
        [.text("Meubles"), .integer(100), .integer(1)],
        [.text("Maison"), .integer(75), .integer(6)],
      ]
    )
    #expect(try shop.rows(Query("revenue", by: [.time(.month)])).map { $0[1].number } == [150, 25])
    #expect(try shop.figure(Query("orders")) == 3)
    #expect(try shop.figure(Query("average_basket")) == 175.0 / 3)
    #expect(
      try shop.rows(Query("stock_on_hand", by: [.dimension("product")])) == [
        [.text("Lampe"), .integer(20)], [.text("Table"), .integer(0)],
      ]
    )
    #expect(try shop.figure(Query("stock_value")) == 250)
    #expect(try shop.figure(Query("days_of_cover")) == 20 / (3.0 / 30))
    #expect(try shop.figure(Query("product_lead_time")) == 6.5)
    var out = Query(
      by: [.dimension("product")],
      where: [.segment("out_of_stock", days: nil, negated: false)]
    )
    out.population = .every("product")
    #expect(try shop.rows(out) == [[.text("Table")]])
    #expect(try shop.rows(Query("revenue", by: [.dimension("abc_class")])).count == 2)
  }

  /// What is asked, and what is missing for it.
  static let lacks: [(Query, PlanningProblem)] = [
    (Query("returned_units"), .missingTable("returns")),
    (Query("return_rate", by: [.dimension("product")]), .missingTable("returns")),
    (Query("net_margin"), .missingColumn(table: "sales_history", column: "unit_cost")),
    (Query("storage_cost"), .missingTable("costs")),
    (Query("purchases"), .missingTable("orders")),
    (Query("late_rate"), .missingTable("customer_orders")),
    (Query("alert_count"), .missingTable("alerts")),
    (Query("customer_count"), .missingTable("customers")),
    (Query("supplier_rating"), .missingTable("suppliers")),
    (Query("units_in"), .missingTable("stock_movements")),
    (Query("revenue", by: [.dimension("customer")]), .missingTable("customers")),
    (Query("buying_customers"), .missingColumn(table: "sales_history", column: "customer_id")),
    (Query("promotion_revenue"), .missingColumn(table: "sales_history", column: "is_promotion")),
    (Query("product_cost"), .missingColumn(table: "products", column: "unit_cost")),
    (
      Query("revenue", by: [.dimension("subcategory")]),
      .missingColumn(table: "products", column: "subcategory")
    ),
    (
      Query("revenue", where: [.named("channel", "web")]), .missingTable("customer_orders")
    ),
    (
      Query("stock_on_hand", where: [.segment("below_minimum", days: nil, negated: false)]),
      .missingColumn(table: "products", column: "min_stock_level")
    ),
  ]

  @Test("Each lack has its name", arguments: lacks.indices)
  func problems(index: Int) throws {
    let shop = try Self.smallest()
    #expect(throws: Self.lacks[index].1) { try shop.planner.plan(Self.lacks[index].0) }
  }

  @Test(
    "What a figure's rows cannot be split by is said",
    arguments: [
      (
        Query("stock_on_hand", by: [.dimension("customer")]),
        PlanningProblem.unreachable(dataset: "stock", dimension: "customer")
      ),
      (
        Query("customer_count", by: [.dimension("category")]),
        .unreachable(dataset: "customers", dimension: "category")
      ),
      (Query("product_count", by: [.time(.month)]), .undated(dataset: "products")),
      (Query("units_sold_recent", by: [.time(.month)]), .undated(dataset: "sales")),
    ]
  )
  func unreachable(query: Query, problem: PlanningProblem) throws {
    let shop = try ShopDatabase.shop(1)
    #expect(throws: problem) { try shop.planner.plan(query) }
  }

  @Test("A column that holds only NULL is missing, one with a single value is not")
  func nullColumn() throws {
    var tables = ShopGenerator.shop(seed: 5, sales: 20)
    for index in tables["sales_history"].indices {
      tables["sales_history"][index]["customer_id"] = .null
    }
    for index in tables["products"].indices { tables["products"][index]["subcategory"] = .null }
    let empty = try ShopDatabase(tables)
    #expect(throws: PlanningProblem.missingColumn(table: "sales_history", column: "customer_id")) {
      try empty.planner.plan(Query("buying_customers"))
    }
    #expect(throws: PlanningProblem.missingColumn(table: "products", column: "subcategory")) {
      try empty.planner.plan(Query("revenue", by: [.dimension("subcategory")]))
    }
    tables["products"][0]["subcategory"] = .text("Chaises")
    #expect(
      try ShopDatabase(tables).planner.plan(Query("revenue", by: [.dimension("subcategory")]))
        .columns.count == 2
    )
  }

  @Test("Without a sale price the product's counts, without a discount there is none")
  func fallbacks() throws {
    let tables = ShopGenerator.shop(seed: 6)
    let full = try ShopDatabase(tables)
    let small = try ShopDatabase(
      tables,
      without: [
        "sales_history.unit_price", "sales_history.discount_applied", "sales_history.unit_cost",
      ]
    )
    #expect(
      try small.figure(Query("revenue"))
        == full.check(
          """
          SELECT SUM(s.quantity * p.unit_price) FROM sales_history s LEFT JOIN products p ON p.id = s.product_id
          LEFT JOIN customer_orders o ON o.id = s.customer_order_id
          WHERE typeof(s.quantity) <> 'text' AND COALESCE(o.status, '') NOT IN ('cancelled', 'suspected_fraud')
          """
        ).first?.first?.number
    )
    #expect(
      try small.figure(Query("discount_amount")) == nil
        || small.figure(Query("discount_amount")) == 0
    )
    let orderless = try ShopDatabase(tables, without: ["sales_history.customer_order_id"])
    #expect(
      try orderless.figure(Query("orders"))
        == orderless.check("SELECT COUNT(*) FROM sales_history").first?.first?.number
    )
  }

  @Test(
    "Every figure runs, or says what is missing, on the whole shop and on the smallest",
    arguments: [true, false]
  )
  func everyFigure(isWhole: Bool) throws {
    let shop = isWhole ? try ShopDatabase.shop(2) : try Self.smallest()
    let keys: [[Key]] = [
      [], [.dimension("product")], [.dimension("region")], [.dimension("supplier")],
      [.dimension("warehouse")],
      [.dimension("customer")], [.dimension("abc_class")], [.time(.month)], [.time(.weekday)],
      [.dimension("category"), .time(.quarter)],
    ]
    var ran = 0
    for metric in shop.planner.model.metrics.keys.sorted() {
      for key in keys {
        let query = Query(metric, by: key)
        guard (try? shop.planner.plan(query)) != nil else { continue }
        ran += 1
        #expect(throws: Never.self, "\(query)") { try shop.rows(query) }
      }
    }
    #expect(ran > (isWhole ? 300 : 60))
  }

  @Test(
    "Every dimension lists its values, and every segment its rows, or says what is missing",
    arguments: [true, false]
  )
  func everyDimension(isWhole: Bool) throws {
    let shop = isWhole ? try ShopDatabase.shop(2) : try Self.smallest()
    for dimension in shop.planner.model.dimensions.values.sorted(by: { $0.name < $1.name }) {
      let query = Query(by: [.dimension(dimension.name)])
      if (try? shop.planner.plan(query)) != nil {
        #expect(throws: Never.self, "\(query)") { try shop.rows(query) }
      }
      for statement in shop.planner.valueStatements(of: dimension) {
        #expect(throws: Never.self, "\(dimension.name)") { try shop.check(statement) }
      }
    }
    for segment in shop.planner.model.segments.keys.sorted() {
      for negated in [true, false] {
        let query = Query("revenue", where: [.segment(segment, days: nil, negated: negated)])
        if (try? shop.planner.plan(query)) != nil {
          #expect(throws: Never.self, "\(query)") { try shop.rows(query) }
        }
      }
    }
  }
}
