import Analytics
import Diagnostics
import Planning
import SQLiteStore
import Values

/// Fills `optiflow_outlook`, a row a product, and today's rows of `optiflow_alert_days`.
///
/// A product of the catalogue always has a row; one taken out of it while it is in stock or was sold in the last
/// year. Where the stock is unknown, so is what depends on it: NULL.
struct OutlookStep {
  let database: Connection
  let facts: DatabaseFacts
  let file: Connection
  let summaries: [ForecastSummary]
  let cancellation: Cancellation?

  /// Replaces the rows, inside the caller's transaction.
  ///
  /// - Parameter progress: told products done and in all.
  /// - Returns: how many products each level has, the gravest first.
  /// - Throws: "batch.interrupted", and what can befall either file.
  func run(_ progress: (Int, Int) -> Void) throws(Failure) -> [(level: AlertLevel, count: Int)] {
    let stock = try StockFacts.read(database, facts)
    let followed = summaries.filter { isFollowed($0, stock) }
    var figures: [OutlookFigures] = []
    for start in stride(from: 0, to: followed.count, by: Self.chunkSize) {
      let chunk = Array(followed[start..<min(followed.count, start + Self.chunkSize)])
      let demand = try self.demand(of: chunk)
      figures += TwoThreads.start(Array(zip(chunk, demand))) { summary, demand in
        OutlookFigures(summary, demand, stock)
      }.results()
      if cancellation?.isCancelled == true { throw .batchInterrupted }
      progress(figures.count, followed.count)
    }
    try write(figures)
    return try writeAlertDay(figures)
  }

  private static let chunkSize = 64

  private func isFollowed(_ summary: ForecastSummary, _ stock: StockFacts) -> Bool {
    let onHand = ProductKey.plain(summary.product.id).flatMap { stock.onHand[$0] } ?? 0
    return summary.product.isActive || onHand > 0
      || OutlookScope.wasSoldLately(summary.lastSale, now: facts.now)
  }

  /// The forecasts that the first step wrote.
  private func demand(of chunk: [ForecastSummary]) throws(Failure) -> [StoredDemand] {
    var places: [Value: Int] = [:]
    for (place, summary) in chunk.enumerated() { places[summary.product.id] = place }
    var demand = chunk.map { StoredDemand(isWhole: $0.isWhole) }
    let marks = Array(repeating: "?", count: chunk.count).joined(separator: ", ")
    let rows = try file.query(
      """
      SELECT product_id, quantity, own_variance, shared_deviation FROM optiflow_forecasts
      WHERE product_id IN (\(marks)) ORDER BY id
      """,
      parameters: chunk.map(\.product.id),
      limit: .max
    ).rows
    for row in rows {
      guard let place = places[row[0]] else { continue }
      let variance = DayVariance(own: row[2].number ?? 0, shared: row[3].number ?? 0)
      demand[place].append(row[1].number ?? 0, variance)
    }
    return demand
  }

  // MARK: - Writing

  private static let columns = [
    "product_id", "on_hand", "lead_time_days", "lead_demand", "surplus", "status",
    "next_days_demand", "daily_demand", "stockout_date", "stockout_earliest", "stockout_latest",
    "stockout_days", "risk_7", "risk_14", "risk_30", "expected_loss", "order_benefit",
    "latest_order_date", "open_quantity", "overdue_quantity", "suggested_quantity",
    "suggested_cost", "reorder_point", "safety_stock", "priority", "basis",
  ]

  private func write(_ figures: [OutlookFigures]) throws(Failure) {
    try file.execute("DELETE FROM optiflow_outlook")
    let insertion = try file.prepareInsert(into: "optiflow_outlook", columns: Self.columns)
    var priorities: [NamedKey: Double] = [:]
    for score in PriorityScore.ranked(figures.compactMap(\.priorityFacts)) {
      priorities[score.product] = score.total
    }
    for item in figures {
      try insertion.insert(values: row(item, priority: priorities[item.product.key]))
    }
  }

  /// The values of the columns, in their order.
  private func row(_ item: OutlookFigures, priority: Double?) -> [Value] {
    let stock = item.stock
    let suggested = stock?.suggestion.map { Double($0.quantity) }
    let head: [Value] = [
      item.product.id, real(item.onHand), .integer(Int64(item.product.leadTimeDays)),
      .real(item.leadDemand), real(stock?.alert.balance), text(stock?.alert.level.name),
      .real(item.reserve), .real(item.dailyDemand), day(stock?.stockOut.day),
      day(stock?.stockOut.earliest), day(stock?.stockOut.latest),
      stock?.stockOut.day.map { .integer(Int64($0)) } ?? .null,
    ]
    let risks = OutlookFigures.riskHorizons.indices.map { real(stock?.risks[$0]) }
    let latest = stock?.latestOrder
    let cost = suggested.flatMap { units in item.product.unitCost.map { $0 * units } }
    let tail: [Value] = [
      real(stock?.loss.amount), real(stock?.benefit.amount),
      day(latest?.outcome == .dated ? latest?.day : nil), .real(item.openQuantity),
      .real(item.overdueQuantity), real(suggested), real(cost),
      real(item.reorderPoint?.quantity), real(item.reorderPoint?.safetyStock), real(priority),
      .text(item.basis),
    ]
    return head + risks + tail
  }

  private func real(_ number: Double?) -> Value { number.map(Value.real) ?? .null }

  private func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }

  /// The day so many days after now.
  private func day(_ offset: Int?) -> Value {
    offset.map { .text(facts.now.adding(days: $0).iso) } ?? .null
  }

  private func writeAlertDay(
    _ figures: [OutlookFigures]
  ) throws(Failure) -> [(level: AlertLevel, count: Int)] {
    try file.execute(
      "DELETE FROM optiflow_alert_days WHERE day = ?",
      parameters: [.text(facts.now.iso)]
    )
    let insertion = try file.prepareInsert(
      into: "optiflow_alert_days",
      columns: ["day", "status", "products"]
    )
    let counts = AlertLevel.allCases.reversed().map { level in
      (level: level, count: figures.count { $0.stock?.alert.level == level })
    }
    for (level, count) in counts {
      try insertion.insert(values: [
        .text(facts.now.iso), .text(level.name), .integer(Int64(count)),
      ])
    }
    return counts
  }
}

extension AlertLevel {
  /// As `orders.alert_type` writes it.
  var name: String {
    switch self {
    case .critical: "CRITIQUE"
    case .attention: "ATTENTION"
    case .ok: "OK"
    }
  }
}
