import Analytics
import Planning
import SemanticModel
import Values

/// What drives delays: how much of them each thing known of an order tells, and where they are worst.
struct DelayFactors: AnalysisMethod {
  let name = "delay_factors"
  let findings: [String: Set<String>] = [
    "too_little": [], "ranked": ["parts", "n", "period"], "ranked_days": ["parts", "n", "period"],
    "worst": ["axis", "parts", "best"], "worst_days": ["axis", "parts", "best"],
    "rest": ["share"], "nothing": ["n"], "no_schedule": [],
  ]
  private static let named = 4
  /// Shares of the variance below this are told as nothing.
  private static let least = 0.001
  /// Orders without which a level is not named.
  private static let leastOrders = 30.0

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let query = request.query
    guard let history = try DeliveryHistory(request, query.filters, in: query.period) else {
      return AnalysisResult(query, findings: [Finding("too_little")])
    }
    let tellsLateness = history.model.baseRate != nil
    func share(_ factor: DeliveryFactor) -> Double {
      tellsLateness ? factor.lateShare ?? 0 : factor.daysShare
    }
    let ranked = history.model.factors.filter { share($0) >= Self.least && $0.levels.count > 1 }
      .sorted { share($0) != share($1) ? share($0) > share($1) : $0.index < $1.index }
    let asked = query.keys.compactMap(\.dimension).first
    let named = asked.flatMap { name in
      ranked.first { history.factors.factors[$0.index].key.dimension == name }
    }
    let first = named ?? ranked.first
    guard let first else {
      let places: [String: Finding.Content] = ["n": .count(Int(history.model.count))]
      return AnalysisResult(query, findings: [Finding("nothing", places)])
    }
    let parts = ranked.prefix(Self.named).map { factor -> Finding.Content in
      .detailed(.key(history.factors.factors[factor.index].key), [.percent(share(factor))])
    }
    let places: [String: Finding.Content] = [
      "parts": .list(parts), "n": .count(Int(history.model.count)),
      "period": .within(history.period),
    ]
    var findings = [Finding(tellsLateness ? "ranked" : "ranked_days", places)]
    findings += worst(first, history, tellsLateness)
    findings.append(Finding("rest", ["share": .percent(min(1, share(ranked[0])))]))
    if !tellsLateness { findings.append(Finding("no_schedule")) }
    let key = history.factors.factors[first.index].key
    return AnalysisResult(
      query,
      columns: columns(key),
      rows: first.levels.map { row($0, first, history) },
      findings: findings
    )
  }

  /// Where the first factor is worst, and where best.
  private func worst(
    _ factor: DeliveryFactor,
    _ history: DeliveryHistory,
    _ tellsLateness: Bool
  ) -> [Finding] {
    let levels = factor.levels.filter { $0.count >= Self.leastOrders }
    guard let high = levels.first, let low = levels.last, high != low else { return [] }
    let key = history.factors.factors[factor.index].key
    func told(_ level: DeliveryFactor.Level) -> Finding.Content {
      .detailed(
        .member(history.factors.level(level.number, at: factor.index), key),
        [tellsLateness ? .percent(level.lateRate ?? 0) : .days(level.meanDays)]
      )
    }
    return [
      Finding(
        tellsLateness ? "worst" : "worst_days",
        ["axis": .key(key), "parts": told(high), "best": told(low)]
      )
    ]
  }

  private func columns(_ key: Key) -> [PlannedColumn] {
    [
      .key(key),
      .computed("orders", .count),
      .computed("late_observed", .percent),
      .computed("mean_days", .days),
    ]
  }

  private func row(
    _ level: DeliveryFactor.Level,
    _ factor: DeliveryFactor,
    _ history: DeliveryHistory
  ) -> [Value] {
    [
      history.factors.level(level.number, at: factor.index), .integer(Int64(level.count)),
      level.lateRate.map(Value.real) ?? .null, .real((level.meanDays * 10).rounded() / 10),
    ]
  }
}
