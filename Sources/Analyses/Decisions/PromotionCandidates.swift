import Analytics
import Planning
import SemanticModel
import Values

/// Products worth a promotion: too many of them lie in stock, and their margin leaves something to give.
struct PromotionCandidates: AnalysisMethod {
  let name = "promotion_candidates"
  let findings: [String: Set<String>] = [
    "candidates": ["count", "capital", "margin", "parts"], "none": ["margin"],
    "no_margin": ["count", "margin"], "unpriced": ["count"],
  ]

  /// The share of the reduced price that is to stay as margin.
  private static let marginKept = 0.1
  /// Reductions below which a promotion is none, and above which it is a clearance.
  private static let reductions = 0.05...0.5
  /// Products named in a sentence.
  private static let named = 3
  private static let product = Key.dimension("product")

  /// A product with too much stock.
  private struct Candidate {
    let product: Value
    let reason: String
    let onHand: Double
    let capital: Double
    let marginRate: Double
    let reduction: Double
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = [Self.product]
    let stock = try Self.figures("stock_on_hand", request, isNeeded: true)
    let recent = try Self.figures("units_sold_recent", request, isNeeded: true)
    let most = try Self.figures("max_stock_level", request)
    let prices = try Self.figures("product_price", request)
    let costs = try Self.figures("product_cost", request)
    let names = try request.source.names(of: "product")
    var candidates: [Candidate] = []
    var (unpriced, marginless) = (0, 0)
    for (key, onHand) in stock where onHand > 0 {
      let isDormant = recent[key] ?? 0 <= 0
      let excess = isDormant ? onHand : most[key].map { onHand - $0 } ?? 0
      guard excess > 0 else { continue }
      guard let price = prices[key], let cost = costs[key], price > 0 else {
        unpriced += 1
        continue
      }
      let possible = 1 - cost / (price * (1 - Self.marginKept))
      guard possible >= Self.reductions.lowerBound else {
        marginless += 1
        continue
      }
      candidates.append(
        Candidate(
          product: names[key].map(Value.text) ?? key,
          reason: isDormant ? "dormant" : "overstock",
          onHand: onHand,
          capital: excess * cost,
          marginRate: 1 - cost / price,
          reduction: min(possible, Self.reductions.upperBound)
        )
      )
    }
    candidates.sort {
      ($1.capital, $0.product.text ?? "") < ($0.capital, $1.product.text ?? "")
    }
    let shown = candidates.prefix(request.rowLimit(40))
    return AnalysisResult(
      query,
      columns: shown.isEmpty ? [] : Self.columns,
      rows: shown.map(Self.row),
      findings: Self.told(candidates, unpriced: unpriced, marginless: marginless)
    )
  }

  private static func told(_ candidates: [Candidate], unpriced: Int, marginless: Int) -> [Finding] {
    let places: [String: Finding.Content] = [
      "count": .count(candidates.count),
      "capital": .money(candidates.reduce(0) { $0 + $1.capital }),
      "margin": .figure(.real(marginKept), .percent),
      "parts": .list(
        candidates.prefix(named).map {
          .detailed(.member($0.product, product), [.money($0.capital)])
        }
      ),
    ]
    var findings = [Finding(candidates.isEmpty ? "none" : "candidates", places)]
    if marginless > 0 {
      let margin = Finding.Content.figure(.real(marginKept), .percent)
      findings.append(Finding("no_margin", ["count": .count(marginless), "margin": margin]))
    }
    if unpriced > 0 { findings.append(Finding("unpriced", ["count": .count(unpriced)])) }
    return findings
  }

  /// A figure of each product under the filters of the question; empty where the database cannot tell it and it is not needed.
  private static func figures(
    _ metric: String,
    _ request: AnalysisRequest,
    isNeeded: Bool = false
  ) throws(AnalysisError) -> [Value: Double] {
    let query = request.query(of: [Measure(metric)], by: [product])
    guard isNeeded || request.source.canTell(query) else { return [:] }
    let table = try request.source.keyedFigures(of: query)
    var figures: [Value: Double] = [:]
    for row in table.rows where !row[0].isNull { figures[row[0]] = table.number(row, ofMeasure: 0) }
    return figures
  }

  private static let columns: [PlannedColumn] = [
    .key(product),
    .computed("reason", .text),
    .computed("on_hand", .count),
    .computed("capital", .currency),
    .computed("margin_rate", .percent),
    .computed("reduction", .percent),
  ]

  private static func row(_ candidate: Candidate) -> [Value] {
    [
      candidate.product, .text(candidate.reason), .real(candidate.onHand),
      .real(candidate.capital), .real(candidate.marginRate), .real(candidate.reduction),
    ]
  }
}
