import Planning
import SemanticModel
import Testing
import Values

@Suite("Computed classes follow their rules to the letter")
struct ClassTests {
  /// One product a letter with this revenue, in January 2024; the last one is never sold.
  private static func shop(revenues: [(String, Int64)]) throws -> ShopDatabase {
    var tables = ShopTables()
    tables["products"] =
      revenues.enumerated().map { index, product in
        [
          "id": .integer(Int64(index + 1)), "name": .text(product.0),
          "category": .text(product.1 > 9 ? "big" : "small"),
        ]
      } + [["id": .integer(99), "name": .text("unsold"), "category": .text("none")]]
    tables["sales_history"] =
      revenues.enumerated().map { index, product in
        [
          "id": .integer(Int64(index)), "product_id": .integer(Int64(index + 1)),
          "quantity": .integer(1),
          "unit_price": .integer(product.1), "order_date": .text("2024-01-1\(index % 10)"),
        ]
      } + [
        [
          "id": .integer(500), "product_id": .integer(1), "quantity": .integer(1),
          "unit_price": .integer(100_000),
          "order_date": .text("2023-06-01"),
        ]
      ]
    return try ShopDatabase(tables, now: .on("2024-02-01"))
  }

  private static let january = Period.from("2024-01-01", to: "2024-02-01")

  @Test("A up to 80 % inclusive, B up to 95 % inclusive, then C; ties by name; unsold has none")
  func abc() throws {
    let shop = try Self.shop(revenues: [("a", 70), ("c", 10), ("b", 10), ("d", 5), ("e", 5)])
    let rows = try shop.rows(
      Query("revenue", by: [.dimension("product"), .dimension("abc_class")], in: Self.january)
    )
    let classes = Dictionary(uniqueKeysWithValues: rows.map { ($0[0].text ?? "", $0[1]) })
    #expect(
      classes == ["a": "A", "b": "A", "c": "B", "d": "B", "e": "C"].mapValues { Value.text($0) }
    )
    var counts = Query("product_count", by: [.dimension("abc_class")], in: Self.january)
    counts.order = Order(.key(0), descending: false)
    #expect(
      try shop.rows(counts) == [
        [.text("A"), .integer(2)], [.text("B"), .integer(2)], [.text("C"), .integer(1)],
      ]
    )
  }

  @Test("The classes are those of the period asked")
  func abcPeriod() throws {
    let shop = try Self.shop(revenues: [("a", 70), ("c", 10), ("b", 10), ("d", 5), ("e", 5)])
    let classA = Filter.values(
      dimension: "abc_class",
      values: [NamedValue(key: .text("A"), name: "A")],
      negated: false
    )
    // With the sale of June 2023, product a is nearly all there is, and more than 80 % of it.
    #expect(
      try shop.rows(Query("units_sold", by: [.dimension("product")], where: [classA])).isEmpty
    )
    #expect(try shop.figure(Query("revenue", where: [classA], in: Self.january)) == 80)
    #expect(
      try shop.rows(
        Query("units_sold", by: [.dimension("category")], where: [classA], in: Self.january)
      ).count == 1
    )
  }

  /// Customers by days since the last order, number of orders, and money.
  private static func customers(_ figures: [(recency: Int, orders: Int, money: Int64)]) throws
    -> ShopDatabase
  {
    var tables = ShopTables()
    let now = CalendarDay.on("2024-06-30")
    tables["customers"] = (1...(figures.count + 1)).map { id in
      ["id": .integer(Int64(id)), "name": .text("c\(id)")]
    }
    tables["sales_history"] = figures.enumerated().flatMap { index, figure in
      (0..<figure.orders).map { order -> ShopTables.Row in
        [
          "id": .integer(Int64(100 * index + order)), "customer_id": .integer(Int64(index + 1)),
          "customer_order_id": .integer(Int64(100 * index + order)), "quantity": .integer(1),
          "unit_price": .integer(order == 0 ? figure.money : 0),
          "order_date": .text(now.adding(days: -figure.recency - 3 * order).iso),
        ]
      }
    }
    return try ShopDatabase(tables, now: now)
  }

  private func segments(_ shop: ShopDatabase) throws -> [String?] {
    var query = Query("revenue", by: [.dimension("customer"), .dimension("rfm_segment")])
    query.order = Order(.key(0), descending: false)
    return try shop.rows(query).map { $0[1].text }
  }

  @Test("Five customers, one a score: the first rule that fits names the segment")
  func rfm() throws {
    let one = try Self.customers([
      (10, 5, 500), (100, 4, 400), (20, 3, 300), (30, 2, 200), (60, 1, 100),
    ])
    #expect(try segments(one) == ["Champions", "Fidèles", "Potentiels", "Autres", "Perdus"])
    let two = try Self.customers([
      (1, 2, 300), (90, 3, 400), (50, 5, 200), (30, 1, 100), (10, 4, 500),
    ])
    #expect(try segments(two) == ["Nouveaux", "À risque", "À risque", "Autres", "Champions"])
  }

  @Test("Ties are scored by customer id; who never ordered has no segment")
  func rfmTies() throws {
    let shop = try Self.customers(Array(repeating: (10, 1, 100), count: 5))
    #expect(try segments(shop) == ["Perdus", "Perdus", "Autres", "Champions", "Champions"])
    var query = Query("customer_count", by: [.dimension("rfm_segment")])
    query.order = Order(.key(0), descending: false)
    #expect(try shop.rows(query).allSatisfy { $0[0] != .null })
  }
}
