import Analytics
import Planning
import SemanticModel
import Values

/// The orders under way that are likely to be late, those worth most first, and their share.
struct DeliveryRisks: AnalysisMethod {
  let name = "delivery_risk"
  let findings: [String: Set<String>] = DeliveryTelling.findings.merging(
    [
      "one_at_a_time": ["axis"], "no_open": [], "none": ["open", "threshold", "highest", "base"],
      "risky": ["count", "open", "share", "threshold", "base"],
      "worth": ["amount", "parts"], "already_late": ["count"],
    ],
    uniquingKeysWith: { first, _ in first }
  )
  private static let underWay = Filter.segment("undelivered_orders", days: nil, negated: false)
  private static let named = 3
  /// A chance this many times the base rate is high, where no threshold is said.
  private static let highRatio = 2.0

  /// An order and its chance to be late.
  struct Risk {
    let order: PlacedOrders.Order
    let outlook: DeliveryOutlook?
    let chance: Double
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    guard var history = try DeliveryHistory(request) else {
      return AnalysisResult(request.query, findings: [Finding("too_little")])
    }
    let axes = history.factors.keys.compactMap(\.dimension)
    let one = request.oneAtATime(except: Set(axes + ["customer_order", "customer"]))
    guard one.isEmpty else { return AnalysisResult(request.query, findings: one) }
    let said = SaidDelivery(request.query, factors: history.factors)
    let filters = (said.chosen + [said.orders].compactMap(\.self)).filter { $0 != Self.underWay }
    let orders = try PlacedOrders(
      filters + [Self.underWay],
      in: request.query.period,
      &history,
      request,
      valued: true
    ).orders
    guard !orders.isEmpty else {
      return AnalysisResult(request.query, findings: [Finding("no_open")])
    }
    guard let base = history.model.baseRate else {
      return AnalysisResult(request.query, findings: [Finding("no_schedule")])
    }
    let threshold = request.query.analysis?.terms["threshold"] ?? min(0.9, Self.highRatio * base)
    let risks = risks(orders, &history, now: request.now)
    let risky = risks.filter { $0.chance >= threshold }.sorted {
      ($0.order.amount ?? 0, $0.chance) != ($1.order.amount ?? 0, $1.chance)
        ? ($0.order.amount ?? 0, $0.chance) > ($1.order.amount ?? 0, $1.chance)
        : ($0.order.name.text ?? "") < ($1.order.name.text ?? "")
    }
    let known = orders.first.map { order in
      Set(order.levels.indices.filter { order.levels[$0] != nil })
    }
    let telling = DeliveryTelling(history: history)
    let axis = (request.query.analysis?.things ?? []).lazy.compactMap { name in
      history.factors.factors.firstIndex(of: .dimension(name))
    }.first
    let table =
      axis.map { RiskGroups(risks, by: $0, threshold, history).table }
      ?? FigureTable(columns: Self.columns, rows: risky.map(Self.row))
    return AnalysisResult(
      request.query,
      columns: table.columns,
      rows: table.rows,
      findings: told(risky, risks, threshold, base, now: request.now)
        + [telling.basis(known ?? [])] + telling.check
    )
  }

  private func risks(
    _ orders: [PlacedOrders.Order],
    _ history: inout DeliveryHistory,
    now: CalendarDay
  ) -> [Risk] {
    var risks: [Risk] = []
    for order in orders {
      let elapsed = max(0, now.ordinal - order.day.ordinal)
      let outlook = history.outlook(of: order.levels, underWayAfter: elapsed)
      let isLate = order.scheduled.map { Double(elapsed) > $0 } ?? false
      risks.append(
        Risk(order: order, outlook: outlook, chance: isLate ? 1 : outlook?.lateChance ?? 1)
      )
    }
    return risks
  }

  private func told(
    _ risky: [Risk],
    _ all: [Risk],
    _ threshold: Double,
    _ base: Double,
    now: CalendarDay
  ) -> [Finding] {
    var places: [String: Finding.Content] = [
      "open": .count(all.count), "count": .count(risky.count), "base": .percent(base),
      "share": .percent(Double(risky.count) / Double(all.count)), "threshold": .percent(threshold),
      "highest": .percent(all.map(\.chance).max() ?? 0),
    ]
    guard !risky.isEmpty else { return [Finding("none", places)] }
    var findings = [Finding("risky", places)]
    let amounts = risky.compactMap(\.order.amount)
    if !amounts.isEmpty {
      places["amount"] = .money(amounts.reduce(0, +))
      places["parts"] = .list(
        risky.prefix(Self.named).map { risk in
          .detailed(
            .member(risk.order.name, PlacedOrders.order),
            [.money(risk.order.amount ?? 0), .percent(risk.chance)]
          )
        }
      )
      findings.append(Finding("worth", places))
    }
    let late = all.count { risk in
      risk.order.scheduled.map { Double(now.ordinal - risk.order.day.ordinal) > $0 } ?? false
    }
    if late > 0 { findings.append(Finding("already_late", ["count": .count(late)])) }
    return findings
  }

  private static let columns: [PlannedColumn] = [
    .key(PlacedOrders.order),
    .computed("placed", .date),
    .computed("scheduled", .days),
    .computed("late_chance", .percent),
    .computed("expected_date", .date),
    .computed("amount", .currency),
  ]

  private static func row(_ risk: Risk) -> [Value] {
    [
      risk.order.name, .text(risk.order.day.iso), risk.order.scheduled.map(Value.real) ?? .null,
      .real(risk.chance),
      risk.outlook.map {
        .text(risk.order.day.adding(days: Int($0.meanDays.rounded())).iso)
      } ?? .null,
      risk.order.amount.map(Value.real) ?? .null,
    ]
  }
}
