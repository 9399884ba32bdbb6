import Planning
import SemanticModel
import Values

/// The gap between recorded and counted stock: no counts are recorded, so that is said, with the adjustments that are.
struct StockCountGap: AnalysisMethod {
  let name = "stock_count_gap"
  let findings: [String: Set<String>] = ["no_counts": [], "adjusted": ["units", "period"]]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let period = request.query.period
    let query = request.query(of: [Measure("adjustments")], in: period)
    var findings = [Finding("no_counts")]
    if request.source.canTell(query) {
      let table = try request.source.figures(of: query)
      if let units = table.rows.first.flatMap({ table.number($0, ofMeasure: 0) }) {
        findings.append(
          Finding(
            "adjusted",
            [
              "units": .difference(units, .count),
              "period": period.map(Finding.Content.within) ?? .wholeHistory,
            ]
          )
        )
      }
    }
    return AnalysisResult(request.query, findings: findings)
  }
}

extension Finding.Content {
  /// What is said in place of a period where none is.
  static let wholeHistory = Finding.Content.text(
    LocalizedText(french: "sur tout l'historique", english: "over the whole history")
  )
}
