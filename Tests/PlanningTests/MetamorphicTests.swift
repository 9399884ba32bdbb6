import SeedSupport
import Planning
import SemanticModel
import Testing
import Values

/// Laws that hold whatever the data are.
@Suite("Figures obey the laws of sums, on every shop")
struct MetamorphicTests {
  static let shops = [1, 2, 3]
  /// Figures that add up over rows.
  static let additive = ["revenue", "units_sold", "sale_lines", "cost_of_goods", "discount_amount"]
  /// Ways to split a sale by what it carries or reaches.
  static let splits = [
    "category", "subcategory", "product", "customer", "region", "segment", "city", "channel",
    "warehouse",
    "supplier", "customer_order", "discount",
  ]

  private func close(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(1, abs(left))
  }

  private func sum(_ values: [Double?]) -> Double { values.reduce(0) { $0 + ($1 ?? 0) } }

  @Test("The groups add up to the total", arguments: shops, splits)
  func groupsAddUp(shop: Int, split: String) throws {
    let shop = try ShopDatabase.shop(shop)
    for metric in Self.additive {
      let total = try shop.figure(Query(metric))
      let groups = try shop.numbers(Query(metric, by: [.dimension(split)]), column: 1)
      #expect(close(sum(groups), total), "\(metric) by \(split)")
      #expect(total != 0)
    }
  }

  @Test("Adding a many-to-one dimension changes no total", arguments: shops)
  func moreDimensions(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    for first in Self.splits {
      for second in ["category", "region", "warehouse"] where second != first {
        let query = Query("revenue", by: [.dimension(first), .dimension(second)])
        #expect(
          close(sum(try shop.numbers(query, column: 2)), try shop.figure(Query("revenue"))),
          "\(query)"
        )
      }
    }
  }

  @Test(
    "The days, weeks, months, quarters and years of a period add up to it",
    arguments: shops,
    [Grain.day, .week, .month, .quarter, .year, .weekday, .monthOfYear]
  )
  func timeAddsUp(shop: Int, grain: Grain) throws {
    let shop = try ShopDatabase.shop(shop)
    let period = Period.from("2022-11-20", to: "2024-03-01")
    for metric in Self.additive + ["returned_units", "storage_cost"] {
      let total = try shop.figure(Query(metric, in: period))
      let parts = try shop.numbers(Query(metric, by: [.time(grain)], in: period), column: 1)
      #expect(close(sum(parts), total), "\(metric) by \(grain)")
    }
  }

  @Test("Splitting a period sums to the whole", arguments: shops)
  func periods(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    var random = SplitMix64(seed: UInt64(90))
    for _ in 0..<12 {
      let start = CalendarDay.on("2022-02-01").adding(days: random.below(300))
      let middle = start.adding(days: random.below(200))
      let end = middle.adding(days: random.below(200))
      for metric in ["revenue", "units_sold", "returned_units"] {
        let whole = try shop.figure(Query(metric, in: Period(start: start, end: end)))
        let first = try shop.figure(Query(metric, in: Period(start: start, end: middle)))
        let second = try shop.figure(Query(metric, in: Period(start: middle, end: end)))
        #expect(close(sum([first, second]), whole), "\(metric) \(start) \(middle) \(end)")
      }
    }
  }

  /// Filters with their negation.
  static let opposites: [(Filter, Filter)] = [
    (.named("category", "Meubles", "Tech"), .named("category", "Meubles", "Tech", negated: true)),
    (.named("region", "West"), .named("region", "West", negated: true)),
    (
      .segment("discounted", days: nil, negated: false),
      .segment("discounted", days: nil, negated: true)
    ),
    (
      .segment("discounted", days: nil, negated: false),
      .segment("undiscounted", days: nil, negated: false)
    ),
    (
      .segment("out_of_stock", days: nil, negated: false),
      .segment("out_of_stock", days: nil, negated: true)
    ),
    (
      .segment("inactive_products", days: nil, negated: false),
      .segment("inactive_products", days: nil, negated: true)
    ),
    (
      .nameMatches(dimension: "product", words: ["produit", "1"], negated: false),
      .nameMatches(dimension: "product", words: ["produit", "1"], negated: true)
    ),
    (
      .membership(dimension: "customer", Self.buyers, negated: false),
      .membership(dimension: "customer", Self.buyers, negated: true)
    ),
    (
      .values(
        dimension: "abc_class",
        values: [NamedValue(key: .text("A"), name: "A")],
        negated: false
      ),
      .values(
        dimension: "abc_class",
        values: [NamedValue(key: .text("A"), name: "A")],
        negated: true
      )
    ),
    (.weekdays([1, 2, 3, 4, 5]), .weekdays([6, 7])),
  ]

  /// Customers who bought furniture.
  static let buyers = Query(
    "orders",
    by: [.dimension("customer")],
    where: [.named("category", "Meubles")]
  )

  @Test("A filter and its negation sum to all", arguments: shops, opposites.indices)
  func negation(shop: Int, index: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    let (filter, opposite) = Self.opposites[index]
    let period = Period.from("2022-06-01", to: "2024-05-03")
    for metric in Self.additive {
      let all = try shop.figure(Query(metric, in: period))
      let some = try shop.figure(Query(metric, where: [filter], in: period))
      let others = try shop.figure(Query(metric, where: [opposite], in: period))
      #expect(close(sum([some, others]), all), "\(metric) \(filter)")
    }
  }

  @Test("Those who are among the buyers and those who never bought are all", arguments: shops)
  func complement(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    var query = Query(by: [.dimension("customer")])
    query.population = .every("customer")
    let all = try shop.rows(query).count
    query.filters = [.membership(dimension: "customer", Self.buyers, negated: false)]
    let buyers = try shop.rows(query).count
    query.filters = [.membership(dimension: "customer", Self.buyers, negated: true)]
    #expect(try buyers + shop.rows(query).count == all)
    #expect(all == 14)
    #expect((1...13).contains(buyers))
  }

  @Test("Every member of the population is listed, those without rows with zero", arguments: shops)
  func population(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    var query = Query("units_sold", by: [.dimension("product")])
    query.population = .every("product")
    #expect(try shop.rows(query).count == 12)
    query.conditions = [Condition(Measure("sale_lines"), .equal, .number(0))]
    let unsold = try shop.rows(query)
    #expect(unsold.contains { $0[0] == .text("Produit 12") && $0[1] == .integer(0) })
    query.conditions = [Condition(Measure("sale_lines"), .greater, .number(0))]
    #expect(try shop.rows(query).count + unsold.count == 12)
  }

  @Test("The first n are the beginning of the full ranking", arguments: shops, [true, false])
  func prefixes(shop: Int, isDescending: Bool) throws {
    let shop = try ShopDatabase.shop(shop)
    for split in Self.splits {
      for metric in ["revenue", "margin_rate", "orders"] {
        var query = Query(metric, by: [.dimension(split)])
        query.order = Order(.measure(0), descending: isDescending)
        let all = try shop.rows(query)
        for count in [1, 2, 5, 1000] {
          query.limit = count
          #expect(try shop.rows(query) == Array(all.prefix(count)), "\(query)")
        }
      }
    }
  }

  @Test(
    "Groups without a ratio come last, whichever way they are sorted",
    arguments: [true, false]
  )
  func unknownLast(isDescending: Bool) throws {
    let shop = try ShopDatabase.shop(1)
    var query = Query("return_rate", by: [.dimension("customer")])
    query.order = Order(.measure(0), descending: isDescending)
    let rates = try shop.numbers(query, column: 1)
    let known = rates.prefix { $0 != nil }
    #expect(rates.dropFirst(known.count).allSatisfy { $0 == nil })
    #expect(
      known.compactMap { $0 } == known.compactMap { $0 }.sorted { isDescending ? $0 > $1 : $0 < $1 }
    )
  }

  @Test("A comparison is two separate queries", arguments: shops)
  func comparison(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    let now = Period.from("2023-05-01", to: "2024-05-01")
    let before = Period.from("2022-05-01", to: "2023-05-01")
    for metric in ["revenue", "orders", "return_rate", "stock_on_hand", "margin_rate"] {
      for keys in [[], [Key.dimension("category")], [.dimension("product")]] {
        var query = Query(metric, by: keys, in: now)
        query.comparison = before
        let both = try shop.rows(query)
        for (period, column) in [(now, keys.count), (before, keys.count + 1)] {
          let alone = try shop.rows(Query(metric, by: keys, in: period))
          for row in alone {
            let found = both.first { Array($0.prefix(keys.count)) == Array(row.prefix(keys.count)) }
            // Products of the same name cannot be told apart in the rows.
            if row.first == .text("Produit 6") { continue }
            #expect(found?[column] == row.last, "\(metric) by \(keys) in \(period)")
          }
        }
      }
    }
  }

  @Test("A month is compared with the same month of the year before", arguments: shops)
  func comparedMonths(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    var query = Query("revenue", by: [.time(.month)], in: .from("2023-05-01", to: "2024-05-01"))
    query.comparison = .from("2022-05-01", to: "2023-05-01")
    let rows = try shop.rows(query)
    let before = try shop.numbers(
      Query("revenue", by: [.time(.month)], in: .from("2022-05-01", to: "2023-05-01")),
      column: 1
    )
    #expect(rows.count == 12)
    #expect(rows.map { $0[2].number } == before)
  }

  @Test("Running sums end at the total", arguments: shops, [Grain.day, .week, .month, .quarter])
  func cumulative(shop: Int, grain: Grain) throws {
    let shop = try ShopDatabase.shop(shop)
    let period = Period.from("2023-01-01", to: "2024-01-01")
    var query = Query("revenue", by: [.time(grain)], in: period)
    let parts = try shop.numbers(query, column: 1)
    query.isCumulative = true
    let running = try shop.numbers(query, column: 1)
    var sums: [Double?] = []
    for part in parts { sums.append((sums.last.flatMap { $0 } ?? 0) + (part ?? 0)) }
    #expect(running == sums)
    #expect(try running.last == shop.figure(Query("revenue", in: period)))
  }

  @Test("Shares of the groups sum to one", arguments: shops, splits)
  func shares(shop: Int, split: String) throws {
    let shop = try ShopDatabase.shop(shop)
    var query = Query("revenue", by: [.dimension(split)])
    query.measures[0].display = .share
    let shares = try shop.numbers(query, column: 2)
    #expect(close(sum(shares), 1))
    query.limit = 2
    #expect(try shop.numbers(query, column: 2) == Array(shares.prefix(2)))
  }

  @Test("The share of a part is the part over the whole", arguments: shops)
  func shareOfPart(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    let discounted = Filter.segment("discounted", days: nil, negated: false)
    var query = Query("revenue")
    query.measures[0].display = .share
    query.measures[0].filters = [discounted]
    let row = try #require(try shop.rows(query).first)
    let part = try #require(try shop.figure(Query("revenue", where: [discounted])))
    let whole = try #require(try shop.figure(Query("revenue")))
    #expect(row.map(\.number) == [part, part / whole])
  }

  @Test("The limit counts within each group", arguments: shops)
  func limitWithin(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    var query = Query("revenue", by: [.dimension("category"), .dimension("product")])
    query.order = Order(.measure(0), descending: true)
    let all = try shop.rows(query)
    query.limit = 2
    query.limitWithin = .dimension("category")
    let kept = try shop.rows(query)
    for category in Set(all.map { $0[0] }) {
      let best = all.filter { $0[0] == category }.prefix(2)
      #expect(kept.filter { $0[0] == category } == Array(best), "\(category)")
    }
    query.measures[0].display = .share
    query.limit = nil
    query.limitWithin = nil
    let shares = try shop.rows(query)
    query.limit = 2
    query.limitWithin = .dimension("category")
    #expect(try shop.rows(query).allSatisfy { shares.contains($0) })
  }

  @Test("Counting and summing the groups is the same in SQL as by hand", arguments: shops)
  func rollups(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    var query = Query("revenue", by: [.dimension("customer")])
    let values = try shop.numbers(query, column: 1).compactMap { $0 }
    query.rollup = Rollup([.count, .sum, .mean, .median, .minimum, .maximum, .deviation])
    let row = try #require(try shop.rows(query).first).map(\.number)
    let mean = values.reduce(0, +) / Double(values.count)
    let sorted = values.sorted()
    let middle = (sorted[(values.count - 1) / 2] + sorted[values.count / 2]) / 2
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(values.count - 1)).squareRoot()
    let expected = [
      Double(values.count), values.reduce(0, +), mean, middle, sorted[0], sorted[values.count - 1],
      deviation,
    ]
    #expect(zip(row, expected).allSatisfy { close($0, $1) }, "\(row) \(expected)")
  }

  @Test("Groups that went up, went down and stayed are all", arguments: shops)
  func rising(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    for metric in ["revenue", "orders"] {
      var query = Query(
        metric,
        by: [.dimension("product")],
        in: .from("2023-05-01", to: "2024-05-01")
      )
      query.comparison = .from("2022-05-01", to: "2023-05-01")
      let all = try shop.rows(query)
      query.onlyRising = true
      #expect(try shop.rows(query) == all.filter { ($0[3].number ?? 0) > 0 })
      query.onlyRising = false
      #expect(try shop.rows(query) == all.filter { ($0[3].number ?? 0) < 0 })
    }
  }

  @Test("A last day before a day and one after it are all", arguments: shops)
  func dates(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    var query = Query("last_sale_date", by: [.dimension("customer"), .dimension("category")])
    let all = try shop.rows(query)
    query.conditions = [Condition(Measure("last_sale_date"), .less, .text("2023-10-01"))]
    let before = try shop.rows(query)
    #expect(before.count > 2)
    #expect(before.allSatisfy { ($0[2].text ?? "9") < "2023-10-01" })
    query.conditions = [Condition(Measure("last_sale_date"), .greaterOrEqual, .text("2023-10-01"))]
    #expect(try before.count + shop.rows(query).count == all.filter { !$0[2].isNull }.count)
  }

  @Test("Distinct counts are counted anew, not added", arguments: shops)
  func distinct(shop: Int) throws {
    let shop = try ShopDatabase.shop(shop)
    let total = try #require(try shop.figure(Query("buying_customers")))
    let groups = try shop.numbers(
      Query("buying_customers", by: [.dimension("category")]),
      column: 1
    )
    #expect(groups.allSatisfy { ($0 ?? 0) <= total })
    #expect(sum(groups) > total)
  }
}
