import Analytics
import Planning
import SemanticModel
import Values

/// « et si je baisse le prix de 10 % ? »: revenue and margin of past sales at supposed prices, costs and volumes.
struct MarginSimulation: AnalysisMethod {
  let name = "simulation"
  let findings: [String: Set<String>] = [
    "needs_change": [], "nothing": [], "revenue": valuePlaces.union(["changes", "period"]),
    "margin": valuePlaces.union(["rate", "new_rate"]), "without_cost": [],
    "same_volume": [], "volume_said": ["volume"],
    "break_even_more": ["volume"], "break_even_less": ["volume"], "no_break_even": [],
  ]
  private static let valuePlaces: Set<String> = ["before", "after", "difference", "change"]
  private static let revenue = Measure("revenue")
  private static let cost = Measure("cost_of_goods")

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let change = Self.change(request.query.analysis?.terms ?? [:])
    guard !change.isNone else {
      return AnalysisResult(request.query, findings: [Finding("needs_change")])
    }
    let keys = Array(request.query.keys.prefix(1))
    let whole = try scenarios(by: [], change, request)
    guard let total = whole.first?.scenario, total.revenue != 0 else {
      return AnalysisResult(request.query, findings: [Finding("nothing")])
    }
    let groups = keys.isEmpty ? whole : try scenarios(by: keys, change, request)
    return AnalysisResult(
      request.query,
      columns: columns(keys, hasCost: total.cost != nil),
      rows: groups.sorted { $0.scenario.revenue > $1.scenario.revenue }.map {
        row($0.member, $0.scenario, isGrouped: !keys.isEmpty)
      },
      findings: told(total, request)
    )
  }

  /// What the terms of the question come to; a discount is a lower price.
  private static func change(_ terms: [String: Double]) -> MarginScenario.Change {
    let price = (1 + (terms["price"] ?? 0)) * (1 - (terms["discount"] ?? 0)) - 1
    return MarginScenario.Change(
      price: max(-1, price),
      cost: max(-1, terms["cost"] ?? 0),
      volume: max(-1, terms["volume"] ?? 0)
    )
  }

  private func scenarios(
    by keys: [Key],
    _ change: MarginScenario.Change,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [(member: Value, scenario: MarginScenario)] {
    let period = request.query.period
    var query = request.query(of: [Self.revenue, Self.cost], by: keys, in: period)
    if !request.source.canTell(query) { query.measures = [Self.revenue] }
    let table = try request.source.figures(of: query)
    let member = keys.first.flatMap { table.column(.key($0)) }
    return table.rows.compactMap { row in
      guard let revenue = table.number(row, ofMeasure: 0) else { return nil }
      let scenario = MarginScenario(
        revenue: revenue,
        cost: table.number(row, ofMeasure: 1),
        change: change
      )
      return (member.map { row[$0] } ?? .null, scenario)
    }
  }

  // MARK: - Telling

  private func told(_ total: MarginScenario, _ request: AnalysisRequest) -> [Finding] {
    var places = Self.places(total.revenue, total.newRevenue)
    places["changes"] = .list(Self.changes(total.change))
    places["period"] =
      request.query.period.map(Finding.Content.within) ?? .wholeHistory
    let volume = Finding.Content.change(total.change.volume)
    var findings = [
      Finding("revenue", places),
      total.change.volume == 0
        ? Finding("same_volume") : Finding("volume_said", ["volume": volume]),
    ]
    guard let margin = total.margin, let newMargin = total.newMargin else {
      return findings + [Finding("without_cost")]
    }
    var marginPlaces = Self.places(margin, newMargin)
    marginPlaces["rate"] = .percent(margin / total.revenue)
    marginPlaces["new_rate"] =
      total.newRevenue > 0
      ? .percent(newMargin / total.newRevenue) : .text(LocalizedText(french: "—", english: "—"))
    findings.insert(Finding("margin", marginPlaces), at: 1)
    guard let even = total.volumeToBreakEven else { return findings + [Finding("no_break_even")] }
    let name = even >= 0 ? "break_even_more" : "break_even_less"
    return findings + [Finding(name, ["volume": .change(even)])]
  }

  private static func places(_ before: Double, _ after: Double) -> [String: Finding.Content] {
    [
      "before": .money(before), "after": .money(after),
      "difference": .difference(after - before, .currency),
      "change": before == 0
        ? .text(LocalizedText(french: "—", english: "—")) : .change((after - before) / abs(before)),
    ]
  }

  private static func changes(_ change: MarginScenario.Change) -> [Finding.Content] {
    [
      (change.price, LocalizedText(french: "prix", english: "price")),
      (change.cost, LocalizedText(french: "coût", english: "cost")),
      (change.volume, LocalizedText(french: "volume", english: "volume")),
    ].filter { $0.0 != 0 }.map { .detailed(.text($0.1), [.change($0.0)]) }
  }

  // MARK: - The table

  private func columns(_ keys: [Key], hasCost: Bool) -> [PlannedColumn] {
    var columns = keys.map { PlannedColumn(role: .key($0), name: $0.description, unit: .text) }
    columns.append(PlannedColumn(role: .measure(0), name: "revenue", unit: .currency))
    columns.append(
      .computed("new_revenue", .currency)
    )
    guard hasCost else { return columns }
    for name in ["margin", "new_margin", "margin_difference"] {
      columns.append(.computed(name, .currency))
    }
    return columns
  }

  private func row(_ member: Value, _ scenario: MarginScenario, isGrouped: Bool) -> [Value] {
    var row: [Value] = isGrouped ? [member] : []
    row += [.real(scenario.revenue), .real(scenario.newRevenue)]
    if let margin = scenario.margin, let new = scenario.newMargin {
      row += [.real(margin), .real(new), .real(new - margin)]
    }
    return row
  }
}
