import Planning
import SemanticModel
import Testing
import Values

@Suite("Stock is a level: the newest snapshot counts, and levels are never summed over time")
struct StockTests {
  /// Product, warehouse, quantity and moment of each snapshot; ids count from 1.
  private static let snapshots: [(Int64, Int64, Value, Value)] = [
    (1, 1, .integer(10), .text("2024-01-10")), (1, 2, .integer(5), .text("2024-01-10")),
    (1, 1, .integer(8), .text("2024-02-10 09:00:00")),
    (1, 1, .integer(6), .text("2024-02-10 09:00:00")),
    (2, 1, .integer(-1), .text("2024-02-20")), (1, 2, .integer(4), .text("2024-03-05")),
  ]

  /// Snapshots whose moment cannot be read.
  private static let unreadable: [(Int64, Int64, Value, Value)] = [
    (3, 1, .integer(50), .text("10/03/2024")), (1, 1, .integer(99), .null),
    (1, 1, .integer(77), .text("05/03/2024")),
    (1, 2, .integer(88), .text("2024-02-30")), (2, 1, .integer(66), .text("9999")),
  ]

  private static func tables(_ snapshots: [(Int64, Int64, Value, Value)]) -> ShopTables {
    var tables = ShopTables()
    tables["products"] = (1...3).map { id in
      [
        "id": .integer(id), "name": .text("p\(id)"), "unit_cost": .integer(id),
        "unit_price": .integer(10),
        "min_stock_level": .integer(10),
      ]
    }
    tables["warehouses"] = [
      ["id": .integer(1), "name": .text("Nord"), "city": .text("Lille")],
      ["id": .integer(2), "name": .text("Sud"), "city": .text("Nice")],
    ]
    tables["stock_levels"] = snapshots.enumerated().map { index, row in
      [
        "id": .integer(Int64(index + 1)), "product_id": .integer(row.0),
        "warehouse_id": .integer(row.1),
        "quantity_on_hand": row.2, "recorded_at": row.3,
      ]
    }
    tables["sales_history"] = [
      [
        "id": .integer(1), "product_id": .integer(1), "order_date": .text("2024-03-20"),
        "quantity": .integer(5),
      ],
      [
        "id": .integer(2), "product_id": .integer(2), "order_date": .text("2024-01-20"),
        "quantity": .integer(9),
      ],
    ]
    return tables
  }

  private static func shop(
    _ snapshots: [(Int64, Int64, Value, Value)] = Self.snapshots,
    without missing: Set<String> = []
  ) throws -> ShopDatabase {
    try ShopDatabase(tables(snapshots), without: missing, now: .on("2024-03-31"))
  }

  private static func until(_ day: String) -> Period {
    Period(start: nil, end: CalendarDay.on(day).adding(days: 1))
  }

  @Test(
    "The level of a day is the newest snapshot on or before it, ties by id; before the first it is unknown",
    arguments: [
      ("2024-01-09", nil), ("2024-01-10", 15), ("2024-02-09", 15), ("2024-02-10", 11),
      ("2024-02-20", 10),
      ("2024-03-04", 10), ("2024-03-05", 9), ("2024-03-31", 9), ("2025-01-01", 9),
    ] as [(String, Double?)]
  )
  func level(day: String, units: Double?) throws {
    #expect(try Self.shop().figure(Query("stock_on_hand", in: Self.until(day))) == units)
  }

  @Test("A period means its end, not the sum over it")
  func period() throws {
    let shop = try Self.shop()
    #expect(try shop.figure(Query("stock_on_hand", in: .from("2024-01-01", to: "2024-04-01"))) == 9)
    #expect(try shop.figure(Query("stock_on_hand")) == 9)
    #expect(try shop.figure(Query("stock_value")) == 8)
  }

  @Test("A product without a snapshot yet is not listed with zero")
  func byProduct() throws {
    let shop = try Self.shop()
    let early = try shop.rows(
      Query("stock_on_hand", by: [.dimension("product")], in: Self.until("2024-02-15"))
    )
    #expect(early == [[.text("p1"), .integer(11)]])
    var query = Query("stock_on_hand", by: [.dimension("product")])
    query.population = .every("product")
    #expect(
      try shop.rows(query) == [
        [.text("p1"), .integer(10)], [.text("p2"), .integer(-1)], [.text("p3"), .null],
      ]
    )
    #expect(
      try shop.rows(Query("stock_on_hand", by: [.dimension("warehouse")])) == [
        [.text("Nord"), .integer(5)], [.text("Sud"), .integer(4)],
      ]
    )
  }

  @Test("By month, the level at each month's end")
  func months() throws {
    let rows = try Self.shop().rows(Query("stock_on_hand", by: [.time(.month)]))
    #expect(
      rows == [
        [.text("2024-01"), .integer(15)], [.text("2024-02"), .integer(10)],
        [.text("2024-03"), .integer(9)],
      ]
    )
  }

  @Test("Each month is compared with the level of the month before")
  func comparedMonths() throws {
    var query = Query(
      "stock_on_hand",
      by: [.time(.month)],
      in: .from("2024-02-01", to: "2024-04-01")
    )
    query.comparison = .from("2024-01-01", to: "2024-03-01")
    let rows = try Self.shop().rows(query)
    #expect(
      rows.map { Array($0.prefix(3)) } == [
        [.text("2024-02"), .integer(10), .integer(15)],
        [.text("2024-03"), .integer(9), .integer(10)],
      ]
    )
  }

  @Test(
    "Levels of a day of the week mean nothing and are refused",
    arguments: [Grain.weekday, .monthOfYear, .hour]
  )
  func cyclic(grain: Grain) throws {
    let shop = try Self.shop()
    #expect(throws: PlanningProblem.self) {
      try shop.planner.plan(Query("stock_on_hand", by: [.time(grain)]))
    }
  }

  @Test("The average is over the snapshot dates of the period")
  func average() throws {
    let shop = try Self.shop()
    let quarter = Period.from("2024-01-01", to: "2024-04-01")
    #expect(try shop.figure(Query("average_stock", in: quarter)) == 11.25)
    #expect(
      try shop.figure(Query("average_stock", in: .from("2024-02-01", to: "2024-03-01"))) == 10.5
    )
    #expect(
      try shop.rows(Query("average_stock", by: [.dimension("product")], in: quarter)) == [
        [.text("p1"), .real(11.75)], [.text("p2"), .integer(-1)],
      ]
    )
    // Product p1 was counted on three days, p2 on one, at −1.
    #expect(try shop.figure(Query("stockout_rate", in: quarter)) == 0.25)
  }

  @Test("Turnover and cover look at the 30 days to now")
  func recent() throws {
    let shop = try Self.shop()
    // Snapshots from 2 to 31 March: one, with 9 on hand.
    #expect(try shop.figure(Query("turnover")) == 5.0 / 9)
    #expect(try shop.figure(Query("days_of_cover")) == 9 / (5.0 / 30))
    let cover = try shop.rows(Query("days_of_cover", by: [.dimension("product")]))
    #expect(cover == [[.text("p1"), .integer(60)], [.text("p2"), .null]])
  }

  @Test(
    "Segments by level: out of stock, below the minimum, dormant",
    arguments: [
      ("out_of_stock", ["p2"]), ("below_minimum", ["p2"]), ("in_stock", ["p1"]), ("dormant", []),
    ]
  )
  func segments(name: String, products: [String]) throws {
    var query = Query(
      by: [.dimension("product")],
      where: [.segment(name, days: nil, negated: false)]
    )
    query.population = .every("product")
    #expect(try Self.shop().rows(query).compactMap { $0[0].text } == products)
  }

  @Test("Dormant stock takes another length: sold 11 days ago, it sleeps for a week")
  func dormant() throws {
    var query = Query(
      by: [.dimension("product")],
      where: [.segment("dormant", days: 7, negated: false)]
    )
    query.population = .every("product")
    #expect(try Self.shop().rows(query).compactMap { $0[0].text } == ["p1"])
  }

  @Test("Snapshots whose date cannot be read count nowhere")
  func unreadable() throws {
    let clean = try Self.shop()
    let dirty = try Self.shop(Self.snapshots + Self.unreadable)
    let quarter = Period.from("2024-01-01", to: "2024-04-01")
    for query in [
      Query("stock_on_hand"), Query("stock_on_hand", by: [.dimension("product")]),
      Query("stock_on_hand", in: Self.until("2024-02-15")),
      Query("stock_on_hand", by: [.time(.month)]),
      Query("average_stock", in: quarter), Query("average_stock"),
    ] {
      #expect(try dirty.rows(query) == clean.rows(query), "\(query)")
    }
  }

  @Test(
    "Without an id the later row of a tie counts, without warehouses there is one level a product"
  )
  func fewColumns() throws {
    let rows: [(Int64, Int64, Value, Value)] = [
      (1, 1, .integer(3), .text("2024-01-01")), (1, 1, .integer(4), .text("2024-01-01")),
      (2, 1, .integer(7), .text("2024-02-01")),
    ]
    let shop = try Self.shop(rows, without: ["stock_levels.id", "stock_levels.warehouse_id"])
    #expect(try shop.figure(Query("stock_on_hand")) == 11)
    #expect(
      try shop.rows(Query("stock_on_hand", by: [.time(.month)])).map { $0[1].number } == [
        4, 11, 11,
      ]
    )
    #expect(try shop.figure(Query("average_stock")) == 7.5)
  }

  @Test("Levels that belong to nothing are refused")
  func keyless() throws {
    let shop = try Self.shop(without: ["stock_levels.product_id", "stock_levels.warehouse_id"])
    #expect(throws: PlanningProblem.missingColumn(table: "stock_levels", column: "product_id")) {
      try shop.planner.plan(Query("stock_on_hand"))
    }
  }
}
