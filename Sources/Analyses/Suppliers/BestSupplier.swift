import Analytics
import Planning
import SemanticModel
import Values

/// The suppliers of what is asked, compared on price, lead time, rejects and punctuality, with a weighted score.
struct BestSupplier: AnalysisMethod {
  let name = "best_supplier"
  let findings: [String: Set<String>] = [
    "one_at_a_time": ["axis"],
    "nothing": [], "only_one": ["supplier"], "best": ["supplier", "score", "parts"],
    "because": ["parts"], "weights": ["parts"], "unknown": ["parts"], "no_prices": [],
  ]
  private static let named = 3
  /// What the criteria count where the question says nothing.
  private static let standard = [
    "price": 0.4, "lead_time": 0.2, "quality": 0.2, "reliability": 0.2,
  ]
  private static let order = [
    "price", "lead_time", "announced", "quality", "rating", "reliability",
  ]
  /// What stands in where it alone is known, with the weight of the other.
  private static let substitutes = ["announced": "lead_time", "rating": "quality"]

  /// What is known of one supplier.
  private struct Candidate {
    let name: String
    let figures: [String: Double]
    let price: Double?
    let margin: Double?
    var score: Double?
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let call = request.query.analysis
    let weights = SupplierScore.weights(
      Self.standard,
      said: call?.terms ?? [:],
      stressed: call?.stressed ?? []
    )
    var candidates = try candidates(request)
    let one = request.oneAtATime(except: ["supplier", "product"])
    guard one.isEmpty else { return AnalysisResult(request.query, findings: one) }
    guard !candidates.isEmpty else {
      return AnalysisResult(request.query, findings: [Finding("nothing")])
    }
    let known = Self.order.filter { name in candidates.contains { $0.figures[name] != nil } }
    let counted = Self.weights(weights, of: known)
    let criteria = known.map { name in
      SupplierScore.Criterion(
        weight: counted[name] ?? 0,
        // A high rating is good, all else is the better the lower.
        figures: candidates.map {
          name == "rating" ? $0.figures[name].map { -$0 } : $0.figures[name]
        }
      )
    }
    for (place, score) in SupplierScore.scores(criteria).enumerated() {
      candidates[place].score = score
    }
    candidates.sort { ($0.score ?? -1, $1.name) > ($1.score ?? -1, $0.name) }
    let hasPrices = candidates.contains { $0.price != nil }
    return AnalysisResult(
      request.query,
      columns: columns(known, hasPrices: hasPrices),
      rows: candidates.map { row($0, known, hasPrices: hasPrices) },
      findings: told(candidates, counted, known)
    )
  }

  /// The weights of the criteria known, which add up to 1.
  private static func weights(_ weights: [String: Double], of known: [String]) -> [String: Double] {
    let own = known.map { ($0, weights[substitutes[$0] ?? $0] ?? 0) }
    let sum = own.reduce(0) { $0 + $1.1 }
    return Dictionary(uniqueKeysWithValues: own.map { ($0.0, sum > 0 ? $0.1 / sum : 0) })
  }

  private func candidates(_ request: AnalysisRequest) throws(AnalysisError) -> [Candidate] {
    let figures = SupplierFigures(request: request)
    let period = request.query.period
    let prices = try figures.prices()
    let index = PriceIndex.of(prices)
    let lead = try figures.figures("supplier_lead_time", in: period)
    let announced = lead.isEmpty ? try figures.own("announced_lead_time") : [:]
    let rejects = try figures.figures("reject_rate", in: period)
    let late = try figures.figures("supplier_late_rate", in: period)
    let rating = rejects.isEmpty ? try figures.own("supplier_rating") : [:]
    let list = try figures.products("product_price")
    let names = [index, lead, announced, rejects, late, rating].reduce(into: Set<String>()) {
      $0.formUnion($1.keys)
    }
    return names.sorted().map { name in
      var known: [String: Double] = [:]
      known["price"] = index[name]
      known["lead_time"] = lead[name]
      known["announced"] = announced[name]
      known["quality"] = rejects[name]
      known["rating"] = rating[name]
      known["reliability"] = late[name]
      let offers = prices.compactMapValues { $0[name] }
      let sold = offers.compactMap { product, price in list[product].map { (price, $0) } }
      let (paid, asked) = sold.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      return Candidate(
        name: name,
        figures: known,
        price: offers.isEmpty ? nil : offers.sum / Double(offers.count),
        margin: asked > 0 ? 1 - paid / asked : nil
      )
    }
  }

  // MARK: - Telling

  private func told(
    _ candidates: [Candidate],
    _ weights: [String: Double],
    _ known: [String]
  ) -> [Finding] {
    guard let best = candidates.first else { return [] }
    func named(_ candidate: Candidate) -> Finding.Content {
      .member(.text(candidate.name), SupplierFigures.supplier)
    }
    let details = known.compactMap { name in
      best.figures[name].map {
        Finding.Content.detailed(.text(Self.label(name)), [.figure(.real($0), Self.unit(name))])
      }
    }
    let because = Finding("because", ["parts": .list(details)])
    if candidates.count == 1 { return [Finding("only_one", ["supplier": named(best)]), because] }
    let others = candidates.dropFirst().prefix(Self.named).map {
      Finding.Content.detailed(
        named($0),
        [.figure(.real((($0.score ?? 0) * 100).rounded()), .number)]
      )
    }
    let counted = known.map {
      Finding.Content.detailed(.text(Self.label($0)), [.percent(weights[$0] ?? 0)])
    }
    var findings = [
      Finding(
        "best",
        [
          "supplier": named(best),
          "score": .figure(.real(((best.score ?? 0) * 100).rounded()), .number),
          "parts": .list(others),
        ]
      ), because, Finding("weights", ["parts": .list(counted)]),
    ]
    let missing = Self.standard.keys.sorted().filter { name in
      !known.contains { (Self.substitutes[$0] ?? $0) == name }
    }
    if !missing.isEmpty {
      let parts = missing.map { Finding.Content.text(Self.label($0)) }
      findings.append(Finding("unknown", ["parts": .list(parts)]))
    }
    return findings
  }

  private static func label(_ criterion: String) -> LocalizedText {
    switch criterion {
    case "price": LocalizedText(french: "indice de prix", english: "price index")
    case "lead_time": LocalizedText(french: "délai", english: "lead time")
    case "announced": LocalizedText(french: "délai annoncé", english: "announced lead time")
    case "rating": LocalizedText(french: "note", english: "rating")
    case "quality": LocalizedText(french: "taux de rejet", english: "reject rate")
    default: LocalizedText(french: "taux de retard", english: "late rate")
    }
  }

  private static func unit(_ criterion: String) -> Metric.Unit {
    switch criterion {
    case "price", "rating": .number
    case "lead_time", "announced": .days
    default: .percent
    }
  }

  // MARK: - The table

  private func columns(_ known: [String], hasPrices: Bool) -> [PlannedColumn] {
    var columns: [PlannedColumn] = [
      .key(SupplierFigures.supplier),
      .computed("score", .number),
    ]
    if hasPrices {
      columns += [
        .computed("mean_price", .currency),
        .computed("margin_at_price", .percent),
      ]
    }
    return columns
      + known.map { .computed($0, Self.unit($0)) }
  }

  private func row(_ candidate: Candidate, _ known: [String], hasPrices: Bool) -> [Value] {
    let prices =
      hasPrices ? [candidate.price, candidate.margin].map { $0.map(Value.real) ?? .null } : []
    return [
      .text(candidate.name), candidate.score.map { .real(($0 * 1000).rounded() / 10) } ?? .null,
    ] + prices
      + known.map { candidate.figures[$0].map { .real(($0 * 10_000).rounded() / 10_000) } ?? .null }
  }
}
