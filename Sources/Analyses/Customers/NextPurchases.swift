import Analytics
import Planning
import SemanticModel
import Values

/// When customers will order again.
struct NextPurchases: AnalysisMethod {
  let name = "next_purchase"
  let findings = RhythmTelling.findings.merging([
    "all": ["customers", "orders", "mean", "median", "waits"], "due": ["count", "horizon"],
  ]) { $1 }

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    try RhythmTelling.result(asked, ofAll: Self.all)
  }

  private static func all(_ telling: RhythmTelling, _ rhythm: PurchaseRhythm) -> AnalysisResult {
    let (figures, request) = (telling.figures, telling.request)
    let expected = figures.customers.compactMap { customer -> (RhythmFigures.Customer, Int)? in
      let days = rhythm.days(until: 0.5, customer.history)
      return days.map { (customer, Int($0.rounded())) }
    }.sorted { ($0.1, $1.0.yearlyRevenue) < ($1.1, $0.0.yearlyRevenue) }
    let due = expected.filter { $0.1 <= figures.horizon }
    let rows = expected.prefix(request.rowLimit(40)).map { customer, _ in telling.row(customer) }
    return AnalysisResult(
      telling.query,
      columns: RhythmTelling.columns,
      rows: Array(rows),
      findings: [
        Finding("all", telling.population(rhythm)),
        Finding("due", ["count": .count(due.count), "horizon": .count(figures.horizon)]),
      ]
    )
  }
}

/// Which customers may not come back.
struct CustomerChurn: AnalysisMethod {
  let name = "churn"
  let findings = RhythmTelling.findings.merging([
    "risk": ["customers", "horizon", "leavers", "share", "likely", "stake"],
    "gone": ["gone"], "rhythm": ["customers", "orders", "mean", "median", "waits"],
    "nobody": ["gone"],
  ]) { $1 }

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    try RhythmTelling.result(asked, ofAll: Self.all)
  }

  private static func all(_ telling: RhythmTelling, _ rhythm: PurchaseRhythm) -> AnalysisResult {
    let (figures, request) = (telling.figures, telling.request)
    let active = figures.customers.filter { $0.yearlyRevenue > 0 }
    let gone = figures.customers.count - active.count
    guard !active.isEmpty else {
      return AnalysisResult(telling.query, findings: [Finding("nobody", ["gone": .count(gone)])])
    }
    let risks = active.map { customer in
      (customer, chance: rhythm.chanceOfNoOrder(customer.history, within: Double(figures.horizon)))
    }.sorted { left, right in
      let stakes = (
        left.chance * left.0.yearlyRevenue, right.chance * right.0.yearlyRevenue
      )
      return stakes.0 != stakes.1 ? stakes.0 > stakes.1 : left.0.key.sortsBefore(right.0.key)
    }
    let leavers = risks.reduce(0) { $0 + $1.chance }
    let places: [String: Finding.Content] = [
      "customers": .count(active.count), "horizon": .count(figures.horizon),
      "leavers": .count(Int(leavers.rounded())),
      "share": .figure(.real(leavers / Double(active.count)), .percent),
      "likely": .count(risks.count { $0.chance > 0.5 }),
      "stake": .money(risks.reduce(0) { $0 + $1.chance * $1.0.yearlyRevenue }),
    ]
    var findings = [
      Finding("risk", places), Finding("rhythm", telling.population(rhythm)),
    ]
    if gone > 0 { findings.append(Finding("gone", ["gone": .count(gone)])) }
    return AnalysisResult(
      telling.query,
      columns: RhythmTelling.columns,
      rows: risks.prefix(request.rowLimit(40)).map { telling.row($0.0) },
      findings: findings
    )
  }
}
