import Analytics
import Planning
import SemanticModel
import Values

/// Changes of stock from one snapshot to the next that are out of the ordinary for their product, and what explains them.
struct StockJumps: AnalysisMethod {
  let name = "stock_jumps"
  let findings: [String: Set<String>] = [
    "one_at_a_time": ["axis"], "no_snapshots": [], "too_few": ["snapshots", "least"],
    "found": ["count", "rises", "falls", "changes", "parts", "period"],
    "explained": [], "unexplained": ["count", "parts"], "no_flows": [],
    "none": ["changes", "period"], "method": ["threshold"],
  ]
  private static let named = 3
  /// Rows listed where no number is said.
  private static let listed = 50

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let one = request.oneAtATime(except: ["product", "warehouse"])
    guard one.isEmpty else { return AnalysisResult(request.query, findings: one) }
    let stock = try StockSeries(request)
    let found = stock.series.enumerated().map { StockJump.found(in: $1.snapshots, series: $0) }
    guard found.contains(where: { $0 != nil }) else {
      return AnalysisResult(request.query, findings: [tooFew(stock)])
    }
    // Every change makes known what is usual; those of the period asked are told.
    let period = request.query.period
    if let period { request.source.uses(period) }
    let jumps = found.compactMap { $0 }.joined().filter { period?.contains($0.day) ?? true }
    var places: [String: Finding.Content] = [
      "changes": .count(stock.changes(in: period)),
      "period": period.map(Finding.Content.within) ?? .wholeHistory,
    ]
    guard !jumps.isEmpty else {
      return AnalysisResult(request.query, findings: [Finding("none", places), Self.method])
    }
    let flows = try StockFlows(request, by: stock.keys)
    let told = jumps.sorted { left, right in
      (abs(left.change), left.day, right.series) > (abs(right.change), right.day, left.series)
    }.map { jump in
      ToldJump(
        jump: jump,
        members: stock.members(of: jump.series),
        flow: flows?.between(jump, of: stock.series[jump.series].members)
      )
    }
    let rises = jumps.count { $0.change > 0 }
    places["count"] = .count(jumps.count)
    places["rises"] = .count(rises)
    places["falls"] = .count(jumps.count - rises)
    places["parts"] = .list(told.prefix(Self.named).map { $0.part(stock.keys, $0.jump.change) })
    return AnalysisResult(
      request.query,
      columns: Self.columns(stock.keys, withFlows: flows != nil),
      rows: told.prefix(request.query.limit ?? Self.listed).map(\.row),
      findings: [Finding("found", places)] + Self.explanation(told, by: stock.keys) + [Self.method]
    )
  }

  /// How much of the jumps receipts and issues explain, and where the most is left over.
  private static func explanation(_ told: [ToldJump], by keys: [Key]) -> [Finding] {
    guard told.contains(where: { $0.flow != nil }) else { return [Finding("no_flows")] }
    let left = told.filter { !$0.isExplained }.sorted { abs($0.left ?? 0) > abs($1.left ?? 0) }
    guard !left.isEmpty else { return [Finding("explained")] }
    let parts = left.prefix(named).map { $0.part(keys, $0.left ?? 0) }
    return [
      Finding("unexplained", ["count": .count(told.count - left.count), "parts": .list(parts)])
    ]
  }

  private func tooFew(_ stock: StockSeries) -> Finding {
    guard let most = stock.series.map(\.snapshots.count).max() else {
      return Finding("no_snapshots")
    }
    let least = StockJump.leastChanges + 1
    return Finding("too_few", ["snapshots": .count(most), "least": .count(least)])
  }

  private static let method = Finding(
    "method",
    ["threshold": .figure(.real(RobustScale.threshold), .number)]
  )

  private static func columns(_ keys: [Key], withFlows: Bool) -> [PlannedColumn] {
    let flows = ["received", "issued", "unexplained"].map { PlannedColumn.computed($0, .count) }
    return keys.map(PlannedColumn.key) + [.computed("changed_on", .date)]
      + ["stock_before", "stock_after", "stock_change"].map { .computed($0, .count) }
      + (withFlows ? flows : [])
  }
}

/// A jump as it is told: of what, and what came in and went out in between where that is recorded.
private struct ToldJump {
  let jump: StockJump
  let members: [Value]
  let flow: StockFlows.Flow?

  /// The part of a jump that receipts and issues must account for to explain it.
  private static let explainedPart = 0.8

  /// What receipts and issues do not explain.
  var left: Double? { flow.map { jump.change - $0.received + $0.issued } }

  /// Whether they explain next to all of it.
  var isExplained: Bool {
    left.map { abs($0) <= (1 - Self.explainedPart) * abs(jump.change) } ?? false
  }

  var row: [Value] {
    let flows = flow.map { [$0.received, $0.issued, left ?? 0] } ?? []
    return members + [.text(jump.day.iso)]
      + ([jump.before, jump.after, jump.change] + flows).map(Value.real)
  }

  /// It in a sentence, with a number of its own.
  func part(_ keys: [Key], _ number: Double) -> Finding.Content {
    let places = zip(members, keys).map { Finding.Content.member($0, $1) }
    return .detailed(places[0], places.dropFirst() + [.shift(number, .count), .day(jump.day)])
  }
}
