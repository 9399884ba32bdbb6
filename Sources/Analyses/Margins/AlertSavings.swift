import Planning
import SemanticModel
import Values

/// What alerts saved, and what the assistant returns: as far as the data tell, and what they lack for the rest.
struct AlertSavings: AnalysisMethod {
  let name: String
  let findings: [String: Set<String>] = [
    "resolved": ["count"], "no_alerts": [], "ahead": ["amount"], "missing": [],
  ]

  static let all: [any AnalysisMethod] = [
    AlertSavings(name: "alert_savings"), AlertSavings(name: "return_on_investment"),
  ]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var findings: [Finding] = []
    let resolved = request.query(
      of: [Measure("resolved_alert_count")],
      in: request.query.period
    )
    if let count = try figure(resolved, request), count > 0 {
      findings.append(Finding("resolved", ["count": .count(Int(count))]))
    } else {
      findings.append(Finding("no_alerts"))
    }
    let ahead = request.query(of: [Measure("suggestion_savings")])
    if let amount = try figure(ahead, request), amount > 0 {
      findings.append(Finding("ahead", ["amount": .money(amount)]))
    }
    return AnalysisResult(request.query, findings: [Finding("missing")] + findings)
  }

  private func figure(_ query: Query, _ request: AnalysisRequest) throws(AnalysisError) -> Double? {
    guard request.source.canTell(query) else { return nil }
    let table = try request.source.figures(of: query)
    return table.rows.first.flatMap { table.number($0, ofMeasure: 0) }
  }
}
