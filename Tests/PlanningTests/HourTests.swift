import Planning
import SemanticModel
import Testing
import Values

@Suite("Hours of the day keep the rows of those hours")
struct HourTests {
  /// A sale a row, each in an order of its own; nil where there are no orders.
  private func shop(sold: [String], ordered: [String]?) throws -> ShopDatabase {
    var tables = ShopTables()
    tables["products"] = [
      ["id": .integer(1), "name": .text("Chaise"), "unit_price": .integer(7)]
    ]
    tables["sales_history"] = sold.enumerated().map { index, day in
      [
        "id": .integer(Int64(index)), "product_id": .integer(1), "order_date": .text(day),
        "quantity": .integer(1), "customer_order_id": .integer(Int64(index)),
      ]
    }
    if let ordered {
      tables["customer_orders"] = ordered.enumerated().map { index, time in
        ["id": .integer(Int64(index)), "ordered_at": .text(time), "status": .text("delivered")]
      }
    }
    return try ShopDatabase(tables, now: .on("2024-03-31"))
  }

  private static let days = Array(repeating: "2024-03-01", count: 6)
  private static let times = [
    "2024-03-01 00:00:00", "2024-03-01 05:59:59", "2024-03-01 06:00:00", "2024-03-01T13:30:00",
    "2024-03-01 22:00:00", "2024-03-01",
  ]

  @Test(
    "From the first minute up to the last, behind midnight too; a date without a time is in none",
    arguments: [
      (DayHours(0, 6), 2.0), (DayHours(6, 12), 1), (DayHours(12, 18), 1), (DayHours(22, 6), 3),
      (DayHours(18, 24), 1), (DayHours(from: 13 * 60 + 30, to: 14 * 60), 1),
      (DayHours(from: 13 * 60 + 31, to: 14 * 60), 0),
    ] as [(DayHours, Double)]
  )
  func bounds(hours: DayHours, count: Double) throws {
    let shop = try shop(sold: Self.days, ordered: Self.times)
    #expect(try shop.figure(Query("orders", where: [.hours([hours])])) == count)
    // A sale has the time of its order.
    #expect(try shop.figure(Query("units_sold", where: [.hours([hours])])) == count)
  }

  @Test("Several parts of the day are any of them")
  func several() throws {
    let shop = try shop(sold: Self.days, ordered: Self.times)
    let filter = Filter.hours([DayHours(6, 12), DayHours(12, 18)])
    #expect(try shop.figure(Query("orders", where: [filter])) == 2)
  }

  @Test("A sale's own time counts where its order has none")
  func ownTime() throws {
    let filter = Filter.hours([DayHours(12, 18)])
    let lone = try shop(sold: ["2024-03-01 13:00:00", "2024-03-01"], ordered: nil)
    #expect(try lone.figure(Query("units_sold", where: [filter])) == 1)
    let ordered = try shop(
      sold: ["2024-03-01 13:00:00", "2024-03-01"],
      ordered: ["2024-03-01", "2024-03-01"]
    )
    #expect(try ordered.figure(Query("units_sold", where: [filter])) == 1)
  }

  @Test(
    "Dates without times tell nothing by the hour, nor do those that are all at midnight",
    arguments: ["2024-03-01", "2024-03-01 00:00:00"]
  )
  func untimed(time: String) throws {
    let shop = try shop(sold: ["2024-03-01"], ordered: [time])
    #expect(throws: PlanningProblem.untimed(dataset: "sales")) {
      try shop.planner.plan(Query("revenue", where: [.hours([DayHours(0, 8)])]))
    }
    #expect(throws: PlanningProblem.untimed(dataset: "sales")) {
      try shop.planner.plan(Query("orders", by: [.time(.hour)]))
    }
  }
}
