import Planning
import SemanticModel
import Values

/// What lies in stock without selling, and what that costs.
struct DormantCapital: AnalysisMethod {
  let name = "dormant_capital"
  let findings: [String: Set<String>] = [
    "one_at_a_time": ["axis"],
    "capital": ["value", "dormant", "share", "products"], "no_dormant": ["value"], "nothing": [],
    "storage": ["cost", "period"], "no_storage": [], "at_rate": ["rate", "year", "month"],
    "needs_rate": [], "largest": ["parts"],
  ]
  private static let dormant = "dormant"
  private static let named = 3
  private static let product = Key.dimension("product")

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let one = request.oneAtATime(except: ["product"])
    guard one.isEmpty else { return AnalysisResult(request.query, findings: one) }
    let value = Measure("stock_value")
    // « le stock dormant » and « le capital immobilisé » come to the same table.
    let asked = request.query.filters.first { filter in
      if case .segment(Self.dormant, _, false) = filter { true } else { false }
    }
    let others = request.query.filters.filter { $0 != asked }
    let sleeping = asked ?? .segment(Self.dormant, days: nil, negated: false)
    let whole = try amount(of: value, others, request)
    guard let whole, whole > 0 else {
      return AnalysisResult(request.query, findings: [Finding("nothing")])
    }
    let values = try figures(value, others + [sleeping], in: nil, request)
    let total = values.sum
    guard !values.isEmpty else {
      return AnalysisResult(
        request.query,
        findings: [Finding("no_dormant", ["value": .money(whole)])]
      )
    }
    let year = Period(start: request.now.adding(days: -364), end: request.now.adding(days: 1))
    let storage = try figures(Measure("storage_cost"), others + [sleeping], in: year, request)
    let ranked = values.sorted { ($0.value, $1.key.text ?? "") > ($1.value, $0.key.text ?? "") }
    let capital = Finding(
      "capital",
      [
        "value": .money(whole), "dormant": .money(total), "share": .percent(total / whole),
        "products": .count(values.count),
      ]
    )
    let largest = Finding(
      "largest",
      [
        "parts": .list(
          ranked.prefix(Self.named).map {
            .detailed(.member($0.key, Self.product), [.money($0.value)])
          }
        )
      ]
    )
    return AnalysisResult(
      request.query,
      columns: Self.columns(hasStorage: !storage.isEmpty),
      rows: ranked.map { product, value in
        [product, .real(value)] + (storage.isEmpty ? [] : [.real(storage[product] ?? 0)])
      },
      findings: [capital, largest] + cost(storage, total, year, request)
    )
  }

  /// What storage cost, and what the capital costs at a rate that is said.
  private func cost(
    _ storage: [Value: Double],
    _ total: Double,
    _ year: Period,
    _ request: AnalysisRequest
  ) -> [Finding] {
    let places: [String: Finding.Content] = [
      "cost": .money(storage.sum), "period": .within(year),
    ]
    let stored = storage.isEmpty ? Finding("no_storage") : Finding("storage", places)
    guard let rate = request.query.analysis?.terms["rate"] else {
      return [stored, Finding("needs_rate")]
    }
    let atRate: [String: Finding.Content] = [
      "rate": .percent(rate), "year": .money(total * rate), "month": .money(total * rate / 12),
    ]
    return [stored, Finding("at_rate", atRate)]
  }

  private func amount(
    of measure: Measure,
    _ filters: [Filter],
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> Double? {
    var query = Query()
    query.measures = [measure]
    query.filters = filters
    let table = try request.source.figures(of: query)
    return table.rows.first.flatMap { table.number($0, ofMeasure: 0) }
  }

  private func figures(
    _ measure: Measure,
    _ filters: [Filter],
    in period: Period?,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [Value: Double] {
    var query = Query()
    query.measures = [measure]
    query.keys = [Self.product]
    query.filters = filters
    query.period = period
    guard request.source.canTell(query) else { return [:] }
    let table = try request.source.figures(of: query)
    guard let name = table.column(.key(Self.product)) else { return [:] }
    var figures: [Value: Double] = [:]
    for row in table.rows {
      guard let number = table.number(row, ofMeasure: 0), number > 0 else { continue }
      figures[row[name], default: 0] += number
    }
    return figures
  }

  private static func columns(hasStorage: Bool) -> [PlannedColumn] {
    [
      .key(product),
      PlannedColumn(role: .measure(0), name: "stock_value", unit: .currency),
    ]
      + (hasStorage
        ? [.computed("storage", .currency)] : [])
  }
}
