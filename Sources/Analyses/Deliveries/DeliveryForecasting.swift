import Analytics
import Planning
import SemanticModel
import Values

/// When customer orders arrive and whether late, from what is known when they are placed.
///
/// Of an order by its number; of one placed today where none is named: « quelle date promettre ? ».
struct DeliveryForecasting: AnalysisMethod {
  let name = "delivery_prediction"
  let findings: [String: Set<String>] = DeliveryTelling.findings.merging(
    [
      "unknown_order": ["order"], "which_order": [], "off": ["order"],
      "arrived": ["order", "day", "days"], "arrived_late": ["order", "day", "days", "scheduled"],
      "arrived_on_time": ["order", "day", "days", "scheduled"],
      "expected": expectedPlaces, "supposed": expectedPlaces.union(["parts"]),
      "unheard_of": ["order", "placed", "elapsed"],
      "risk": ["chance", "base"], "risk_supposed": ["chance", "before"],
      "already_late": ["scheduled", "elapsed"],
      "promise": ["promised", "promised_days", "level", "expected", "expected_days"],
      "promises": ["level", "parts"], "support": ["n"],
    ],
    uniquingKeysWith: { first, _ in first }
  )
  private static let expectedPlaces: Set<String> = [
    "order", "placed", "expected", "days", "promised", "level",
  ]
  /// The share of orders that arrive by the day promised, where none is said.
  private static let standardLevel = 0.8
  /// Orders told one by one.
  private static let told = 3

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let namesOrder = request.query.filters.contains { $0.dimension == "customer_order" }
    guard
      var history = try DeliveryHistory(request, in: namesOrder ? nil : request.query.period)
    else {
      return AnalysisResult(request.query, findings: [Finding("too_little")])
    }
    let said = SaidDelivery(request.query, factors: history.factors)
    let level = min(0.99, max(0.5, request.query.analysis?.terms["level"] ?? Self.standardLevel))
    if said.orders == nil {
      return request.query.analysis?.things.contains("customer_order") == true
        ? try risks(request) : try promises(said, level, &history, request)
    }
    let filters = said.others + [said.orders].compactMap(\.self)
    let placed = try PlacedOrders(filters, in: request.query.period, &history, request).orders
    guard !placed.isEmpty else {
      return AnalysisResult(
        request.query,
        findings: said.orderNames.map { Finding("unknown_order", ["order": .text(.same($0))]) }
      )
    }
    var forecasts: [OrderForecast] = []
    for order in placed {
      forecasts.append(OrderForecast(order, said, level, now: request.now, &history))
    }
    return AnalysisResult(
      request.query,
      columns: OrderForecast.columns,
      rows: forecasts.map(\.row),
      findings: forecasts.prefix(Self.told).flatMap { findings($0, history) }
        + rest(forecasts, history)
    )
  }

  /// « quelles commandes ont plus de 40 % de risque de retard ? »: orders under way, told as a list of their own.
  private func risks(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.analysis = AnalysisCall("delivery_risk")
    query.analysis?.terms["threshold"] = request.query.analysis?.terms["level"]
    query.keys = []
    query.measures = [Measure("late_rate")]
    return try DeliveryRisks().result(
      AnalysisRequest(
        query: query,
        analysis: request.analysis,
        model: request.model,
        now: request.now,
        source: request.source
      )
    )
  }

  // MARK: - Orders by their number

  private func findings(_ forecast: OrderForecast, _ history: DeliveryHistory) -> [Finding] {
    let order = forecast.order
    var places: [String: Finding.Content] = [
      "order": .member(order.name, PlacedOrders.order), "placed": .day(order.day),
    ]
    if let arrived = forecast.arrival {
      return [arrivedFinding(arrived, order, places)]
    }
    if order.isOff { return [Finding("off", places)] }
    places["elapsed"] = .days(forecast.elapsed)
    guard let outlook = forecast.outlook else { return [Finding("unheard_of", places)] }
    let told = forecast.places(of: outlook, places)
    var findings = [Finding("expected", told)]
    findings += risk(forecast, outlook, history)
    if let supposed = forecast.supposedOutlook {
      var other = forecast.places(of: supposed, places)
      other["parts"] = .list(forecast.supposition)
      findings.append(Finding("supposed", other))
      if let chance = supposed.lateChance, let before = outlook.lateChance {
        findings.append(
          Finding("risk_supposed", ["chance": .percent(chance), "before": .percent(before)])
        )
      }
    }
    return findings
  }

  private func arrivedFinding(
    _ day: CalendarDay,
    _ order: PlacedOrders.Order,
    _ places: [String: Finding.Content]
  ) -> Finding {
    var places = places
    places["day"] = .day(day)
    places["days"] = .days(Int(order.taken ?? 0))
    guard let scheduled = order.scheduled else { return Finding("arrived", places) }
    places["scheduled"] = .days(Int(scheduled))
    let isLate = (order.taken ?? 0) > scheduled
    return Finding(isLate ? "arrived_late" : "arrived_on_time", places)
  }

  private func risk(
    _ forecast: OrderForecast,
    _ outlook: DeliveryOutlook,
    _ history: DeliveryHistory
  ) -> [Finding] {
    if let scheduled = forecast.order.scheduled, Double(forecast.elapsed) > scheduled {
      return [
        Finding(
          "already_late",
          ["scheduled": .days(Int(scheduled)), "elapsed": .days(forecast.elapsed)]
        )
      ]
    }
    guard let chance = outlook.lateChance, let base = history.model.baseRate else {
      return [Finding("no_schedule")]
    }
    return [Finding("risk", ["chance": .percent(chance), "base": .percent(base)])]
  }

  /// What the forecasts rest on; nothing where all orders are over.
  private func rest(_ forecasts: [OrderForecast], _ history: DeliveryHistory) -> [Finding] {
    let open = forecasts.filter { $0.arrival == nil && !$0.order.isOff }
    guard let first = open.first else { return [] }
    let telling = DeliveryTelling(history: history)
    let support = first.outlook.map { [Finding("support", ["n": .count(Int($0.support))])] } ?? []
    return [telling.basis(first.known)] + support + telling.check
  }

  // MARK: - An order of today

  /// What to promise for an order of today; of each member of a group asked for, else of the factor that tells most.
  private func promises(
    _ said: SaidDelivery,
    _ level: Double,
    _ history: inout DeliveryHistory,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> AnalysisResult {
    let promise = DeliveryPromise(said, level, request, &history)
    guard !promise.lines.isEmpty else {
      return AnalysisResult(request.query, findings: [Finding("too_little")])
    }
    var findings: [Finding] = []
    if request.query.analysis?.pointsAtOne == true
      || request.query.keys.contains(PlacedOrders.order)
    {
      findings.append(Finding("which_order"))
    }
    findings += promise.findings
    if history.model.baseRate == nil { findings.append(Finding("no_schedule")) }
    let telling = DeliveryTelling(history: history)
    return AnalysisResult(
      request.query,
      columns: promise.columns,
      rows: promise.rows,
      findings: findings + [telling.basis(promise.known)] + telling.check
    )
  }
}

extension LocalizedText {
  /// A text that is the same in both languages.
  static func same(_ text: String) -> LocalizedText { LocalizedText(french: text, english: text) }
}
