import Planning
import SemanticModel
import Values

/// What to do today, the most urgent first.
struct DailyDecisions: AnalysisMethod {
  let name = "daily_decisions"
  let findings: [String: Set<String>] = [
    "nothing": ["checks"], "actions": ["count", "checks", "first"],
    "at_stake": ["loss", "products"], "untold": ["parts"],
  ]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var decisions: [Decision] = []
    var untold: [Decision.Kind] = []
    for kind in Decision.Kind.allCases {
      if let found = try kind.decisions(request) {
        decisions += found
      } else {
        untold.append(kind)
      }
    }
    let checks = Finding.Content.count(Decision.Kind.allCases.count - untold.count)
    var findings: [Finding] = []
    if let first = decisions.first {
      let words = Self.words(first.kind, request)
      let places: [String: Finding.Content] = [
        "count": .count(decisions.count), "checks": checks,
        "first": first.what.map { .detailed(.text(words), [.text($0)]) } ?? .text(words),
      ]
      findings.append(Finding("actions", places))
    } else {
      findings.append(Finding("nothing", ["checks": checks]))
    }
    let losses = decisions.filter { $0.kind == .criticalStock }
    let loss = losses.reduce(0) { $0 + ($1.amount ?? 0) }
    if loss > 0 {
      findings.append(
        Finding("at_stake", ["loss": .money(loss), "products": .count(losses.count)])
      )
    }
    if !untold.isEmpty {
      let parts = untold.map { Finding.Content.text(Self.words($0, request)) }
      findings.append(Finding("untold", ["parts": .list(parts)]))
    }
    var query = request.query
    query.keys = []
    let shown = decisions.prefix(request.rowLimit(20))
    return AnalysisResult(
      query,
      columns: shown.isEmpty ? [] : Self.columns,
      rows: shown.enumerated().map { Self.row($0.offset + 1, $0.element) },
      findings: findings
    )
  }

  /// What an action is called: the words of the corpus for its code.
  private static func words(_ kind: Decision.Kind, _ request: AnalysisRequest) -> LocalizedText {
    request.words(kind.rawValue, in: "action")
  }

  private static let columns: [PlannedColumn] = [
    .computed("place", .count),
    .computed("action", .text),
    .computed("what", .text),
    .computed("reason", .text),
    .computed("number", .count),
    .computed("amount", .currency),
  ]

  private static func row(_ place: Int, _ decision: Decision) -> [Value] {
    [
      .integer(Int64(place)), .text(decision.kind.rawValue),
      decision.what.map { .text($0.french) } ?? .null, .text(decision.kind.rawValue),
      decision.number.map(Value.real) ?? .null, decision.amount.map(Value.real) ?? .null,
    ]
  }
}
