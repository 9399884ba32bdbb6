import Planning
import SemanticModel
import Values

/// What was done with the values that are missing or cannot be read, and how many there are.
struct GapHandling: AnalysisMethod {
  let name = "gap_handling"
  let findings: [String: Set<String>] = [
    "never_written": [], "none": ["checked"], "no_rows": [], "undated": ["count"],
    "unreadable": ["count"],
    "unpriced": ["count"], "uncosted": ["count"], "unnamed": ["count"],
  ]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let kinds: Set<String> = ["filled", "number", "date"]
    let checked = try request.source.checked(QualityScope(request, kinds: kinds).rules)
      .filter { $0.checked > 0 }
    func count(_ matches: (QualityRule) -> Bool) -> Int {
      checked.filter { matches($0.rule) }.reduce(0) { $0 + $1.failing }
    }
    let times: Set<String> = [
      "order_date", "ordered_at", "return_date", "recorded_at", "moved_at", "cost_date",
    ]
    let counts: [(String, Int)] = [
      ("undated", count { times.contains($0.columns[0]) && $0.check != .number }),
      ("unreadable", count { $0.check == .number }),
      (
        "unpriced",
        count { $0.table == "sales_history" && $0.columns == ["unit_price"] && $0.check == .filled }
      ),
      (
        "uncosted",
        count { $0.table == "sales_history" && $0.columns == ["unit_cost"] && $0.check == .filled }
      ),
      (
        "unnamed",
        count {
          $0.check == .filled
            && ["category", "region", "country", "segment", "customer_id"].contains($0.columns[0])
        }
      ),
    ]
    let gaps = counts.filter { $0.1 > 0 }.map { Finding($0.0, ["count": .count($0.1)]) }
    let none = Finding("none", ["checked": .count(checked.count)])
    guard !checked.isEmpty else {
      return AnalysisResult(request.query, findings: [Finding("no_rows")])
    }
    return AnalysisResult(
      request.query,
      findings: (gaps.isEmpty ? [none] : gaps) + [Finding("never_written")]
    )
  }
}
