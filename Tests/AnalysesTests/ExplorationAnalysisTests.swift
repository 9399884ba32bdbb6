import Planning
import SemanticModel
import Testing
import Values

@testable import Analyses

@Suite("Effects, trends, correlations and unusual orders")
struct ExplorationAnalysisTests {
  private static let firstDay = CalendarDay(year: 2024, month: 1, day: 1) ?? CalendarDay(ordinal: 0)

  private func names(_ result: AnalysisResult) -> [String] { result.findings.map(\.name) }

  /// Two products a day for a year; on each tenth block of ten days the sales of both are on promotion.
  private func promoted(times factor: Double) -> TableFigures {
    TableFigures(
      rows: (0..<366).flatMap { day in
        ["a", "b"].map { product in
          let usual = 10.0 + Double(day % 7) + (product == "a" ? 5 : 0)
          let isPromoted = day / 10 % 5 == 2
          return TableFigures.Row(
            members: ["product": product],
            day: Self.firstDay.adding(days: day),
            figures: [
              "units_sold@promotional": isPromoted ? usual * factor : 0,
              "units_sold@not_promotional": isPromoted ? 0 : usual, "units_sold": usual,
            ]
          )
        }
      }
    )
  }

  @Test(
    "A promotion's effect is what was planted, product by product; none is told where there is none"
  )
  func promotions() throws {
    let now = Self.firstDay.adding(days: 365)
    let request = promoted(times: 1.5).request(
      "promotion_effect",
      by: [.dimension("product")],
      now: now
    )
    let result = try PromotionEffects().result(request)
    #expect(names(result) == ["measured", "highest", "basis"])
    #expect(result.rows.count == 2)
    for row in result.rows { #expect(abs((row[1].number ?? 0) - 0.5) < 1e-9) }
    let none = try PromotionEffects().result(
      promoted(times: 1).request("promotion_effect", now: now)
    )
    #expect(names(none) == ["no_effect", "basis"] || names(none) == ["measured", "basis"])
    let silent = TableFigures(rows: [
      .init(members: ["product": "a"], day: now, figures: ["units_sold": 3])
    ])
    #expect(
      names(try PromotionEffects().result(silent.request("promotion_effect", now: now))) == [
        "unknown"
      ]
    )
  }

  /// Three events of a week, each doubling what is sold.
  private func eventful(_ factor: Double) -> TableFigures {
    let events = [60, 160, 260]
    let days = (0..<366).map { day -> TableFigures.Row in
      let isFelt = events.contains { ($0..<$0 + 7).contains(day) }
      return .init(
        members: ["category": day % 2 == 0 ? "x" : "y"],
        day: Self.firstDay.adding(days: day),
        figures: ["units_sold": (20 + Double(day % 7)) * (isFelt ? factor : 1)]
      )
    }
    let occurrences = events.map {
      TableFigures.Row(
        members: ["event": "Fair"],
        day: Self.firstDay.adding(days: $0),
        figures: ["event_length": 7]
      )
    }
    return TableFigures(rows: days + occurrences)
  }

  @Test("An event's effect over its occurrences; a database without events says so")
  func events() throws {
    let now = Self.firstDay.adding(days: 365)
    let request = eventful(2).request("event_effect", of: "measured_effect", now: now)
    let result = try EventEffects().result(request)
    #expect(names(result).first == "measured")
    let places = try #require(result.findings.first).places
    guard case .figure(.real(let factor), _)? = places["factor"] else {
      Issue.record("no factor")
      return
    }
    #expect(abs(factor - 2) < 1e-9)
    let none = TableFigures(rows: [.init(day: now, figures: ["units_sold": 3])])
    let unknown = none.request("event_effect", of: "measured_effect", now: now)
    #expect(names(try EventEffects().result(unknown)) == ["unknown"])
  }

  @Test("Only products whose weeks fall beyond chance decline; eight weeks are needed")
  func trends() throws {
    let rows = (0..<26).flatMap { week in
      ["falls", "rises", "stays"].map { product in
        let level: Double =
          switch product {
          case "falls": 60 - 2 * Double(week)
          case "rises": 10 + 2 * Double(week)
          default: 20 + Double(week * 7919 % 5)
          }
        return TableFigures.Row(
          members: ["product": product],
          day: Self.firstDay.adding(days: 7 * week),
          figures: ["units_sold": level]
        )
      }
    }
    let now = Self.firstDay.adding(days: 26 * 7 - 1)
    let figures = TableFigures(rows: rows)
    let down = try ProductTrends(rises: false).result(
      figures.request("declining_products", now: now)
    )
    #expect(names(down) == ["found"] && down.rows.map { $0[0] } == [.text("falls")])
    let up = try ProductTrends(rises: true).result(figures.request("rising_products", now: now))
    #expect(up.rows.map { $0[0] } == [.text("rises")])
    var request = figures.request("declining_products", now: now)
    var query = request.query
    query.period = Period(start: now.adding(days: -29), end: now.adding(days: 1))
    request = request.with(query)
    #expect(names(try ProductTrends(rises: false).result(request)) == ["too_little"])
  }

  @Test("Two figures that are named make one pair; one makes a ranking; equal ones cannot be told")
  func correlations() throws {
    let rows = (0..<30).map { place in
      TableFigures.Row(
        members: ["product": "p\(place)"],
        figures: ["price": Double(place), "units": Double(60 - place), "same": 4]
      )
    }
    let figures = TableFigures(rows: rows)
    let request = figures.request("correlation", of: "lines", now: Self.firstDay)
    func result(_ metrics: String...) throws -> AnalysisResult {
      var query = request.query
      query.measures = metrics.map { Measure($0) }
      query.keys = [.dimension("product")]
      return try FigureCorrelations().result(request.with(query))
    }
    let pair = try result("price", "units")
    #expect(names(pair) == ["pair"] && pair.rows.count == 1)
    #expect(pair.rows[0][3] == .real(-1) && pair.rows[0][6] == .text("strong"))
    #expect(names(try result("price", "same")) == ["constant"])
    #expect(names(try result("price", "missing")) == ["too_little"])
  }

  private var orders: TableFigures { TableFigures(rows: (0..<200).map(order)) }

  /// Each 25th order is dear, one of them large too.
  private func order(_ place: Int) -> TableFigures.Row {
    let usual = 50 + Double(place * 7919 % 40)
    let revenue = place % 25 == 3 ? 5000 + Double(place) : usual
    let units: Double = place == 3 ? 90 : 2 + Double(place % 3)
    let members = ["customer_order": "o\(place)", "region": place < 20 ? "North" : "South"]
    return TableFigures.Row(
      members: members,
      day: Self.firstDay.adding(days: place),
      figures: ["revenue": revenue, "units_sold": units]
    )
  }

  @Test("The planted orders are the unusual ones, with the feature that sets them apart")
  func unusual() throws {
    let now = Self.firstDay.adding(days: 200)
    let request = orders.request(
      "anomaly_detection",
      of: "sale_lines",
      figures: ["revenue", "units_sold"],
      now: now
    )
    let result = try UnusualTransactions(byGroup: false).result(request)
    #expect(names(result) == ["found"] && result.rows.count == 10)
    #expect(result.rows[0][0] == .text("o3"))
    let found = Set(result.rows.compactMap { $0[0].text })
    #expect(Set((0..<8).map { "o\($0 * 25 + 3)" }).isSubset(of: found))
    #expect(result.rows[1][3] == .text("revenue"))
    let few = TableFigures(rows: Array(orders.rows.prefix(20)))
      .request("anomaly_detection", of: "sale_lines", figures: ["revenue"], now: now)
    #expect(names(try UnusualTransactions(byGroup: false).result(few)) == ["too_little"])
  }

  @Test("One figure: those above the 95th percentile, the highest first")
  func above() throws {
    let now = Self.firstDay.adding(days: 200)
    var request = orders.request("anomaly_detection", of: "sale_lines", now: now)
    var query = request.query
    query.measures = [Measure("units_sold")]
    request = request.with(query)
    let result = try UnusualTransactions(byGroup: false).result(request)
    #expect(names(result) == ["above"] && result.rows.first?.first == .text("o3"))
    #expect(result.rows.count == 1)
  }

  @Test("Rates are told of each group that is large enough, the highest first")
  func rates() throws {
    let now = Self.firstDay.adding(days: 200)
    let request = orders.request(
      "anomaly_rates",
      of: "sale_lines",
      by: [.dimension("region")],
      figures: ["revenue", "units_sold"],
      now: now
    )
    let result = try UnusualTransactions(byGroup: true).result(request)
    #expect(names(result).first == "rates" && result.rows.count == 2)
    let counted = result.rows.compactMap { $0[1].number }.reduce(0, +)
    #expect(counted == 10)
  }

  @Test("A distribution counts everything once; a handful of things has none")
  func distribution() throws {
    let now = Self.firstDay.adding(days: 200)
    let result = try FigureDistribution().result(
      orders.request("distribution", of: "revenue", now: now)
    )
    #expect(names(result).first == "spread")
    #expect(result.rows.compactMap { $0[2].number }.reduce(0, +) == 200)
    let few = TableFigures(rows: Array(orders.rows.prefix(3)))
      .request("distribution", of: "revenue", now: now)
    #expect(names(try FigureDistribution().result(few)) == ["too_little"])
  }
}
