import Analytics
import Planning
import SemanticModel
import Values

/// What hangs on each supplier: its share of the sales, and the products that only it offers.
struct SupplierDependency: AnalysisMethod {
  let name = "supplier_dependency"
  let findings: [String: Set<String>] = [
    "one_at_a_time": ["axis"],
    "one": ["supplier", "share", "rank", "count", "offered", "single", "lost"],
    "one_without_sources": ["supplier", "share", "rank", "count"],
    "nothing": [], "over": ["threshold", "parts"], "none_over": ["threshold", "parts"],
    "concentration_low": ["index"], "concentration_moderate": ["index"],
    "concentration_high": ["index"], "single": ["count", "products", "share", "parts"],
    "no_single": ["products"], "sources_unknown": [],
  ]
  /// The share of sales from which a supplier is much, where none is said.
  private static let much = 0.2
  private static let named = 3

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    // « si Martin faisait faillite »: its share is of what all of them sell.
    let (request, picked) = asked.separating("supplier")
    let one = request.oneAtATime(except: ["supplier", "product"])
    guard one.isEmpty else { return AnalysisResult(request.query, findings: one) }
    let figures = SupplierFigures(request: request)
    // "if it went under tomorrow": no day ahead has sales.
    let period = request.query.period.flatMap { ($0.start ?? request.now) > request.now ? nil : $0 }
    let revenue = try figures.figures("revenue", in: period).filter { $0.value > 0 }
    let ranked = revenue.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    // In one order, or the same question would come to sums that differ in their last digit.
    let total = ranked.reduce(0) { $0 + $1.value }
    guard total > 0, let index = SupplyConcentration.index(ranked.map(\.value)) else {
      return AnalysisResult(request.query, findings: [Finding("nothing")])
    }
    let threshold = request.query.analysis?.terms["threshold"] ?? Self.much
    let prices = try figures.prices()
    let lone = prices.filter { $0.value.count == 1 }
    let loneBySupplier = Dictionary(grouping: lone) { $0.value.keys.first ?? "" }
    let sold = try figures.products("revenue", in: period)
    let all = ranked.map { ($0.key, $0.value / total) }
    let names = Set(picked.flatMap(Self.names))
    if !names.isEmpty {
      let shares = all.filter { names.contains($0.0) }
      return AnalysisResult(
        asked.query,
        columns: columns(hasSources: !prices.isEmpty),
        rows: rows(ranked, total, loneBySupplier, prices).filter {
          names.contains($0[0].text ?? "")
        },
        findings: shares.map { supplier, share in
          let rank = (all.firstIndex { $0.0 == supplier } ?? 0) + 1
          return Self.ofOne(supplier, share, (rank, all.count), lone, prices, sold, total)
        } + (shares.isEmpty ? [Finding("nothing")] : [])
      )
    }
    let over = all.filter { $0.1 >= threshold }
    let level = SupplyConcentration.level(index).rawValue
    var findings = [
      Finding(
        over.isEmpty ? "none_over" : "over",
        [
          "threshold": .percent(threshold),
          "parts": .list((over.isEmpty ? Array(all.prefix(Self.named)) : over).map(Self.part)),
        ]
      ),
      Finding(
        "concentration_" + level,
        ["index": .figure(.real((index * 1000).rounded() / 1000), .number)]
      ),
    ]
    findings.append(single(prices, lone, loneBySupplier, sold))
    return AnalysisResult(
      request.query,
      columns: columns(hasSources: !prices.isEmpty),
      rows: rows(ranked, total, loneBySupplier, prices),
      findings: findings
    )
  }

  private static func names(_ filter: Filter) -> [String] {
    if case .values(_, let values, false) = filter { values.map(\.name) } else { [] }
  }

  /// What hangs on one supplier that the question names.
  private static func ofOne(
    _ supplier: String,
    _ share: Double,
    _ rank: (place: Int, of: Int),
    _ lone: [String: [String: Double]],
    _ prices: [String: [String: Double]],
    _ sold: [String: Double],
    _ total: Double
  ) -> Finding {
    let only = lone.filter { $0.value[supplier] != nil }.keys
    var places: [String: Finding.Content] = [
      "supplier": .member(.text(supplier), SupplierFigures.supplier), "share": .percent(share),
      "rank": .count(rank.place), "count": .count(rank.of),
    ]
    guard !prices.isEmpty else { return Finding("one_without_sources", places) }
    places["offered"] = .count(prices.values.count { $0[supplier] != nil })
    places["single"] = .count(only.count)
    places["lost"] = .percent(only.reduce(0) { $0 + (sold[$1] ?? 0) } / total)
    return Finding("one", places)
  }

  private static func part(_ supplier: String, _ share: Double) -> Finding.Content {
    .detailed(.member(.text(supplier), SupplierFigures.supplier), [.percent(share)])
  }

  private func single(
    _ prices: [String: [String: Double]],
    _ lone: [String: [String: Double]],
    _ bySupplier: [String: [(key: String, value: [String: Double])]],
    _ sold: [String: Double]
  ) -> Finding {
    guard !prices.isEmpty else { return Finding("sources_unknown") }
    guard !lone.isEmpty else { return Finding("no_single", ["products": .count(prices.count)]) }
    let all = sold.sum
    let share = lone.keys.reduce(0) { $0 + (sold[$1] ?? 0) } / max(all, 1e-9)
    let most = bySupplier.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
    return Finding(
      "single",
      [
        "count": .count(lone.count), "products": .count(prices.count), "share": .percent(share),
        "parts": .list(
          most.prefix(Self.named).map { supplier, products in
            .detailed(
              .member(.text(supplier), SupplierFigures.supplier),
              [.count(products.count)]
            )
          }
        ),
      ]
    )
  }

  private func columns(hasSources: Bool) -> [PlannedColumn] {
    [
      .key(SupplierFigures.supplier),
      PlannedColumn(role: .measure(0), name: "revenue", unit: .currency),
      .computed("revenue_share", .percent),
      .computed("cumulative_share", .percent),
    ]
      + (hasSources
        ? ["offered", "single_source"].map {
          PlannedColumn.computed($0, .count)
        } : [])
  }

  private func rows(
    _ ranked: [(key: String, value: Double)],
    _ total: Double,
    _ lone: [String: [(key: String, value: [String: Double])]],
    _ prices: [String: [String: Double]]
  ) -> [[Value]] {
    var sum = 0.0
    return ranked.map { supplier, revenue in
      sum += revenue
      let offered = prices.values.count { $0[supplier] != nil }
      let sources: [Value] =
        prices.isEmpty
        ? [] : [.integer(Int64(offered)), .integer(Int64(lone[supplier]?.count ?? 0))]
      return [
        .text(supplier), .real(revenue), .real(revenue / total), .real(sum / total),
      ] + sources
    }
  }
}
