import Planning
import SemanticModel
import Testing
import Values

@Suite("A time axis lists every period, and SQLite's calendar traps are avoided")
struct SpineTests {
  /// One sale of one unit on each of these days, of a product at 7.
  private func shop(_ days: [String], now: String) throws -> ShopDatabase {
    var tables = ShopTables()
    tables["products"] = [
      ["id": .integer(1), "name": .text("ÉCLAIR au café"), "unit_price": .integer(7)]
    ]
    tables["sales_history"] = days.enumerated().map { index, day in
      [
        "id": .integer(Int64(index)), "product_id": .integer(1), "order_date": .text(day),
        "quantity": .integer(1),
      ]
    }
    return try ShopDatabase(tables, now: .on(now))
  }

  @Test("Empty periods are there with zero")
  func empty() throws {
    let shop = try shop(["2023-11-15", "2024-02-29 23:59:59"], now: "2024-03-31")
    #expect(
      try shop.rows(Query("units_sold", by: [.time(.month)])) == [
        [.text("2023-11"), .integer(1)], [.text("2023-12"), .integer(0)],
        [.text("2024-01"), .integer(0)],
        [.text("2024-02"), .integer(1)], [.text("2024-03"), .integer(0)],
      ]
    )
    let quarters = try shop.rows(Query("units_sold", by: [.time(.quarter)]))
    #expect(quarters.map { $0[0] } == [.text("2023-Q4"), .text("2024-Q1")])
    let weekdays = try shop.rows(Query("units_sold", by: [.time(.weekday)]))
    #expect(weekdays.map { $0[1] } == [0, 0, 1, 1, 0, 0, 0].map { Value.integer($0) })
    #expect(try shop.rows(Query("units_sold", by: [.time(.monthOfYear)])).count == 12)
    #expect(try shop.rows(Query("units_sold", by: [.time(.day)])).count == 138)
  }

  @Test("Weeks start on Monday, across the end of the year too")
  func weeks() throws {
    let shop = try shop(["2023-12-31", "2024-01-01"], now: "2024-01-10")
    #expect(
      try shop.rows(Query("units_sold", by: [.time(.week)])) == [
        [.text("2023-12-25"), .integer(1)], [.text("2024-01-01"), .integer(1)],
        [.text("2024-01-08"), .integer(0)],
      ]
    )
  }

  @Test("29 February is compared with the February before, not with 1 March")
  func leapDay() throws {
    let shop = try shop(["2023-02-28", "2024-02-29", "2023-03-31"], now: "2024-04-30")
    var query = Query("units_sold", by: [.time(.month)], in: .from("2024-02-01", to: "2024-04-01"))
    query.comparison = .from("2023-02-01", to: "2023-04-01")
    #expect(
      try shop.rows(query).map { Array($0.prefix(3)) } == [
        [.text("2024-02"), .integer(1), .integer(1)], [.text("2024-03"), .integer(0), .integer(1)],
      ]
    )
    // A leap day moved forward must not land in March either.
    query.period = .from("2024-02-01", to: "2024-03-01")
    query.comparison = .from("2024-01-01", to: "2024-02-01")
    #expect(try shop.rows(query).count == 1)
  }

  @Test("A month axis that starts on the 31st keeps every month")
  func monthEnds() throws {
    let shop = try shop(["2024-01-31", "2024-05-31"], now: "2024-05-31")
    let months = try shop.rows(
      Query("units_sold", by: [.time(.month)], in: .from("2024-01-31", to: "2024-06-01"))
    )
    #expect(
      months.compactMap { $0[0].text } == ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"]
    )
  }

  @Test("Seven over two is three and a half")
  func division() throws {
    var tables = ShopTables()
    tables["products"] = [["id": .integer(1), "name": .text("x"), "unit_price": .integer(1)]]
    tables["sales_history"] = [(1, 4), (1, 2), (2, 1)].enumerated().map { index, sale in
      [
        "id": .integer(Int64(index)), "product_id": .integer(1),
        "order_date": .text("2024-01-0\(index + 1)"),
        "customer_order_id": .integer(Int64(sale.0)), "quantity": .integer(Int64(sale.1)),
        "unit_price": .integer(1),
      ]
    }
    let shop = try ShopDatabase(tables, untyped: true, now: .on("2024-01-05"))
    #expect(try shop.figure(Query("units_per_order")) == 3.5)
    #expect(try shop.figure(Query("average_basket")) == 3.5)
    var mean = Query("units_sold", by: [.time(.day)], in: .from("2024-01-01", to: "2024-01-03"))
    mean.rollup = Rollup([.mean])
    #expect(try shop.figure(mean) == 3)
  }

  @Test("A mean per day divides by calendar days, a mean per weekday by that weekday's")
  func calendarMeans() throws {
    // Mondays: 1, 8, 15 and 22 January 2024; a sale on two of them and on one Tuesday.
    let shop = try shop(["2024-01-01", "2024-01-08", "2024-01-09"], now: "2024-01-28")
    var query = Query("units_sold", by: [.time(.day)])
    query.rollup = Rollup([.mean])
    #expect(try shop.figure(query) == 3.0 / 28)
    query.keys = [.time(.weekday), .time(.day)]
    query.rollup = Rollup([.mean], over: .time(.day))
    let weekdays = try shop.rows(query)
    #expect(weekdays.prefix(2).map { $0[1].number } == [0.5, 0.25])
  }

  @Test("A deviation over months counts the empty ones, by product too")
  func deviationOverTime() throws {
    let shop = try shop(["2024-01-01", "2024-03-01"], now: "2024-03-31")
    var query = Query("units_sold", by: [.time(.month)])
    query.rollup = Rollup([.minimum, .median])
    #expect(try shop.rows(query).first?.map(\.number) == [0, 1])
    query.keys = [.dimension("product"), .time(.month)]
    query.rollup = Rollup([.minimum, .median], over: .time(.month))
    #expect(try shop.rows(query).first?.dropFirst().map(\.number) == [0, 1])
  }

  @Test(
    "Names match by fold, and the wildcards of LIKE are letters",
    arguments: [
      (["eclair"], 2.0), (["cafe", "eclair"], 2), (["the"], 0), (["%"], 0), (["_clair"], 0),
      (["ec%"], 0),
    ] as [([String], Double)]
  )
  func names(words: [String], units: Double) throws {
    let shop = try shop(["2024-01-01", "2024-01-02"], now: "2024-01-03")
    let filter = Filter.nameMatches(dimension: "product", words: words, negated: false)
    #expect(try shop.figure(Query("units_sold", where: [filter])) == units)
  }

  @Test(
    "A period outside the data is answered with nothing, never with an error",
    arguments: [
      ("2030-01-01", "2031-01-01"), ("1990-01-01", "1991-01-01"), ("2024-01-02", "2024-01-02"),
    ]
  )
  func outside(start: String, end: String) throws {
    let shop = try ShopDatabase.shop(1)
    let period = Period.from(start, to: end)
    for grain in [Grain.day, .month, .year, .weekday] {
      for metric in ["units_sold", "returned_units", "orders", "average_stock"] {
        let rows = try shop.rows(Query(metric, by: [.time(grain)], in: period))
        #expect(rows.allSatisfy { ($0[1].number ?? 0) == 0 }, "\(metric) by \(grain)")
      }
    }
    #expect(try shop.figure(Query("revenue", in: period)) == 0)
    #expect(try shop.rows(Query("stock_on_hand", by: [.time(.month)], in: period)).isEmpty)
  }

  @Test("Sales dated after now count only where a period names them")
  func future() throws {
    let shop = try shop(["2024-01-01", "2024-01-02", "2024-02-01"], now: "2024-01-15")
    #expect(try shop.figure(Query("units_sold")) == 2)
    #expect(try shop.figure(Query("units_sold", in: .from("2024-02-01", to: "2024-03-01"))) == 1)
  }
}
