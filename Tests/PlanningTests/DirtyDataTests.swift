import Planning
import SemanticModel
import Testing
import Values

@Suite("Old and dirty files: text keys, empty tables, rows without a date")
struct DirtyDataTests {
  private static func tables() -> ShopTables {
    var tables = ShopTables()
    tables["products"] = [
      [
        "id": .integer(1), "name": .text("a"), "unit_price": .integer(10), "unit_cost": .integer(4),
      ],
      [
        "id": .integer(2), "name": .text("b"), "unit_price": .integer(20), "unit_cost": .integer(5),
      ],
    ]
    tables["customers"] = [("2023-05-01", 1), ("2024-01-10", 2), ("2024-03-03", 3)].map { day, id in
      ["id": .integer(Int64(id)), "name": .text("c\(id)"), "registered_on": .text(day)]
    }
    tables["sales_history"] = [
      ("2024-01-05", "1"), ("2024-02-05", "2"), ("05/02/2024", "1"), ("", "2"), ("2024-03-01", "1"),
    ].enumerated().map { index, sale in
      [
        "id": .integer(Int64(index)), "order_date": .text(sale.0), "product_id": .text(sale.1),
        "quantity": .integer(1),
      ]
    }
    tables["returns"] = []
    return tables
  }

  /// The shop with columns without types, so that keys written as text stay text.
  private static func shop(now: String = "2024-03-31") throws -> ShopDatabase {
    try ShopDatabase(tables(), untyped: true, now: .on(now))
  }

  @Test("Keys written as text find their rows where one side has a type")
  func textKeys() throws {
    var tables = Self.tables()
    tables["stock_levels"] = [
      [
        "id": .integer(1), "product_id": .integer(1), "quantity_on_hand": .integer(7),
        "recorded_at": .text("2024-01-01"),
      ]
    ]
    let shop = try ShopDatabase(tables, now: .on("2024-03-31"))
    #expect(
      try shop.rows(Query("units_sold", "stock_on_hand", by: [.dimension("product")])) == [
        [.text("a"), .integer(3), .integer(7)], [.text("b"), .integer(2), .null],
      ]
    )
  }

  @Test("Rows without a readable date count in no dated figure")
  func undated() throws {
    let shop = try Self.shop()
    #expect(try shop.figure(Query("units_sold", in: .from("2000-01-01", to: "2030-01-01"))) == 3)
    #expect(try shop.numbers(Query("units_sold", by: [.time(.month)]), column: 1) == [1, 1, 1])
    #expect(try shop.figure(Query("units_sold", where: [.weekdays([1, 2, 3, 4, 5, 6, 7])])) == 3)
  }

  @Test("Whether rows without a date are in the total does not depend on there being a later row")
  func undatedTotal() throws {
    let total = try Self.shop().figure(Query("units_sold"))
    // On 15 February the sale of March is not there yet, and nothing else changes.
    let before = try Self.shop(now: "2024-02-15").figure(Query("units_sold"))
    #expect(total == (before ?? 0) + 1)
  }

  @Test("A table without rows answers zero, it does not lack")
  func emptyTable() throws {
    let shop = try Self.shop()
    let units = try shop.figure(Query("returned_units"))
    #expect(units == 0)
  }

  @Test("Things counted along time are those of the period")
  func entities() throws {
    let shop = try Self.shop()
    let rows = try shop.rows(
      Query("customer_count", by: [.time(.month)], in: .from("2024-01-01", to: "2024-04-01"))
    )
    #expect(rows.map { $0[0].text } == ["2024-01", "2024-02", "2024-03"])
    #expect(rows.map { $0[1].number } == [1, 0, 1])
    #expect(try shop.figure(Query("customer_count")) == 3)
  }
}
