import Planning
import SemanticModel
import Synchronization
import Testing
import Values

@testable import Analyses

@Suite("Analyses of deliveries")
struct DeliveryAnalysisTests {
  /// Delivered orders of two modes, and one open order; what an order came to is made up at will.
  private final class Orders: FigureSource {
    static let now = CalendarDay(year: 2026, month: 3, day: 31) ?? CalendarDay(ordinal: 0)
    /// The days that the open order is said to have taken, as a database with wrong rows might.
    let outcome: Double?
    let isScheduled: Bool
    let asked = Mutex<[Query]>([])

    init(outcome: Double? = nil, isScheduled: Bool = true) {
      self.outcome = outcome
      self.isScheduled = isScheduled
    }

    func canTell(_ query: Query) -> Bool {
      let known = ["ship_mode", "customer_order", "delivery_days"]
      let lacks = ["late_orders", "on_time_orders", "scheduled_time"]
      return query.keys.allSatisfy { $0.dimension.map { known.contains($0) } ?? true }
        && query.measures.allSatisfy {
          $0.metric != "revenue" && (isScheduled || !lacks.contains($0.metric))
        }
    }

    func figures(of query: Query) -> FigureTable {
      asked.withLock { $0.append(query) }
      let columns =
        query.keys.map {
          PlannedColumn(role: .key($0), name: $0.dimension ?? "day", unit: .text)
        }
        + query.measures.indices.map {
          PlannedColumn(role: .measure($0), name: "m\($0)", unit: .count)
        }
      let isHistory = query.keys.contains(.dimension("delivery_days"))
      let rows =
        isHistory ? history(query) : [row(query, day: Self.now.adding(days: -1), "Fast", 0)]
      return FigureTable(columns: columns, rows: rows)
    }

    private func history(_ query: Query) -> [[Value]] {
      (0..<300).flatMap { place in
        let day = Self.now.adding(days: -20 - place)
        return [
          row(query, day: day, "Fast", place % 10 == 0 ? 4 : 2, late: place % 10 == 0),
          row(query, day: day, "Slow", place % 3 == 0 ? 9 : 5, late: place % 3 == 0),
        ]
      }
    }

    private func row(
      _ query: Query,
      day: CalendarDay,
      _ mode: String,
      _ days: Int,
      late: Bool = false
    ) -> [Value] {
      query.keys.map { key -> Value in
        switch key {
        case .dimension("ship_mode"): .text(mode)
        case .dimension("delivery_days"): .integer(Int64(days))
        case .dimension: .text("C-1")
        case .time: .text(day.iso)
        }
      }
        + query.measures.map { measure -> Value in
          switch measure.metric {
          case "late_orders": .integer(late ? 1 : 0)
          case "on_time_orders": .integer(late ? 0 : 1)
          case "delivery_time": outcome.map(Value.real) ?? .null
          case "scheduled_time": .integer(3)
          default: .integer(1)
          }
        }
    }
  }

  private func request(
    _ name: String,
    _ source: Orders,
    _ filters: [Filter] = [],
    _ change: (inout AnalysisCall) -> Void = { _ in }
  ) -> AnalysisRequest {
    let daily = DailyFigures(firstDay: Orders.now, count: 1, figure: { _, _ in 0 })
    var query = Query()
    query.filters = filters
    let made = daily.request(name, query, source: source)
    var asked = made.query
    var call = asked.analysis ?? AnalysisCall(name)
    change(&call)
    asked.analysis = call
    var analysis = made.analysis
    analysis.dimensions = ["ship_mode", "carrier"]
    return AnalysisRequest(
      query: asked,
      analysis: analysis,
      model: made.model,
      now: Orders.now,
      source: source
    )
  }

  private static let order = Filter.values(
    dimension: "customer_order",
    values: [NamedValue(key: .integer(1), name: "1")],
    negated: false
  )

  private static func mode(_ name: String) -> Filter {
    .values(
      dimension: "ship_mode",
      values: [NamedValue(key: .text(name), name: name)],
      negated: false
    )
  }

  private func names(_ result: AnalysisResult) -> [String] { result.findings.map(\.name) }

  @Test("No outcome of an order is asked for as a thing known when it was placed")
  func outcomesAreNoInputs() throws {
    let source = Orders()
    _ = try DeliveryForecasting().result(request("delivery_prediction", source, [Self.order]))
    let outcomes: Set<String> = [
      "delivery_days", "order_status", "delivery_date", "shipping_date", "late_deliveries",
    ]
    let placed = source.asked.withLock { $0 }.filter {
      $0.keys.contains(.dimension("customer_order"))
    }
    #expect(!placed.isEmpty)
    let factors = DeliveryFactors(request("delivery_prediction", source))
    for case .dimension(let name) in factors.factors { #expect(!outcomes.contains(name)) }
  }

  @Test("What became of the open order does not move its forecast")
  func outcomeIsNotRead() throws {
    func levels(_ outcome: Double?) throws -> [Int?]? {
      let source = Orders(outcome: outcome)
      let request = request("delivery_prediction", source)
      var history = try #require(try DeliveryHistory(request))
      return try PlacedOrders([Self.order], &history, request).orders.first?.levels
    }
    #expect(try levels(nil) == levels(40) && levels(nil) != nil)
  }

  @Test(
    "One order: its day, its risk, what another mode would change, and the check on orders kept aside"
  )
  func oneOrder() throws {
    let result = try DeliveryForecasting().result(
      request("delivery_prediction", Orders(), [Self.order, Self.mode("Slow")])
    )
    #expect(
      names(result) == [
        "expected", "risk", "supposed", "risk_supposed", "basis", "support", "check_risk",
      ]
    )
    #expect(result.rows.count == 1 && result.rows[0][0] == .text("C-1"))
    let chance = try #require(result.rows[0][5].number)
    #expect(abs(chance - 1.0 / 3) < 0.05, "as the slow mode is late")
  }

  @Test("An arrived order is told as it was, and needs no forecast")
  func arrived() throws {
    let result = try DeliveryForecasting().result(
      request("delivery_prediction", Orders(outcome: 5), [Self.order])
    )
    #expect(names(result) == ["arrived_late"])
  }

  @Test("The date to promise is later for a surer promise, and of one line a mode")
  func promise() throws {
    func days(_ level: Double) throws -> [Double] {
      let result = try DeliveryForecasting().result(
        request("delivery_prediction", Orders()) { $0.terms["level"] = level }
      )
      #expect(result.rows.map { $0[0] } == [.text("Fast"), .text("Slow")])
      return result.rows.compactMap { $0[2].number }
    }
    #expect(try days(0.8) == [2, 9])
    let (usual, sure) = (try days(0.8), try days(0.95))
    #expect(sure[0] > usual[0] && sure[1] >= usual[1])
    #expect(try days(0.6) == [2, 5])
  }

  @Test("Without schedules the days are told and the risk is not")
  func noSchedule() throws {
    let source = Orders(isScheduled: false)
    let one = try DeliveryForecasting().result(
      request("delivery_prediction", source, [Self.order])
    )
    #expect(names(one) == ["expected", "no_schedule", "basis", "support", "check"])
    #expect(names(try DeliveryRisks().result(request("delivery_risk", source))) == ["no_schedule"])
  }

  @Test("A threshold said chooses the orders at risk")
  func threshold() throws {
    let none = try DeliveryRisks().result(request("delivery_risk", Orders()))
    #expect(names(none).first == "none" && none.rows.isEmpty)
    let some = try DeliveryRisks().result(
      request("delivery_risk", Orders()) { $0.terms["threshold"] = 0.05 }
    )
    #expect(names(some).first == "risky" && some.rows.count == 1)
  }

  @Test("The mode is what drives delays here, and the slow one is the worst")
  func drivers() throws {
    let result = try DelayFactors().result(request("delay_factors", Orders()))
    #expect(names(result) == ["ranked", "worst", "rest"])
    #expect(result.rows.first?[0] == .text("Slow"))
    let test = try DeliveryAccuracy().result(request("delivery_accuracy", Orders()))
    #expect(names(test).first == "gap" && test.rows.count == 4)
  }
}
