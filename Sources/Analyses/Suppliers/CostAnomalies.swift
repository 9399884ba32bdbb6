import Analytics
import Planning
import SemanticModel
import Values

/// Purchase prices that jumped: changes out of all proportion to the usual ones, by robust z-score.
struct CostAnomalies: AnalysisMethod {
  let name = "cost_anomalies"
  let findings: [String: Set<String>] = [
    "one_at_a_time": ["axis"],
    "found": ["count", "rises", "changes", "parts", "period"], "by_supplier": ["parts"],
    "none": ["changes", "period"], "too_little": [], "method": ["threshold"],
  ]
  private static let named = 3

  /// One offer and its prices by day.
  private struct Offer: Hashable {
    let product: Value
    let supplier: Value
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let one = request.oneAtATime(except: ["supplier", "product"])
    guard one.isEmpty else { return AnalysisResult(request.query, findings: one) }
    let (offers, histories) = try histories(request)
    guard let all = PriceJump.found(in: histories) else {
      return AnalysisResult(request.query, findings: [Finding("too_little")])
    }
    // Every change makes known what is usual; those of the period asked are told.
    let period = request.query.period
    if let period { request.source.uses(period) }
    let jumps = all.filter { period?.contains($0.day) ?? true }
      .sorted { (abs($0.score), $1.history) > (abs($1.score), $0.history) }
    let changes = histories.reduce(0) { $0 + max(0, $1.count - 1) }
    let within =
      period.map(Finding.Content.within) ?? .wholeHistory
    let method = Finding(
      "method",
      ["threshold": .figure(.real(RobustScale.threshold), .number)]
    )
    guard !jumps.isEmpty else {
      let places: [String: Finding.Content] = ["changes": .count(changes), "period": within]
      return AnalysisResult(request.query, findings: [Finding("none", places), method])
    }
    let parts = jumps.prefix(Self.named).map { jump -> Finding.Content in
      .detailed(
        .member(offers[jump.history].product, SupplierFigures.product),
        [
          .member(offers[jump.history].supplier, SupplierFigures.supplier),
          .change(jump.change), .day(jump.day),
        ]
      )
    }
    let found = Finding(
      "found",
      [
        "count": .count(jumps.count), "rises": .count(jumps.count { $0.change > 0 }),
        "changes": .count(changes), "parts": .list(parts), "period": within,
      ]
    )
    return AnalysisResult(
      request.query,
      columns: Self.columns,
      rows: jumps.map { Self.row($0, offers[$0.history]) },
      findings: [found, bySupplier(jumps, offers), method]
    )
  }

  private func bySupplier(_ jumps: [PriceJump], _ offers: [Offer]) -> Finding {
    let groups = Dictionary(grouping: jumps) { offers[$0.history].supplier }
      .sorted { ($0.value.count, $1.key.text ?? "") > ($1.value.count, $0.key.text ?? "") }
    return Finding(
      "by_supplier",
      [
        "parts": .list(
          groups.prefix(Self.named).map { supplier, jumps in
            .detailed(
              .member(supplier, SupplierFigures.supplier),
              [
                .count(jumps.count),
                .change(jumps.reduce(0) { $0 + $1.change } / Double(jumps.count)),
              ]
            )
          }
        )
      ]
    )
  }

  /// The prices of each offer by day: the price list, else what purchase orders paid.
  private func histories(
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> ([Offer], [[(day: CalendarDay, price: Double)]]) {
    let keys = [SupplierFigures.product, SupplierFigures.supplier, Key.time(.day)]
    let untilNow = Period(start: nil, end: request.now.adding(days: 1))
    var query = request.query(of: [Measure("purchase_price")], by: keys, in: untilNow)
    if !request.source.canTell(query) {
      query.measures = [Measure("purchases"), Measure("quantity_ordered")]
    }
    let table = try request.source.figures(of: query)
    guard let product = table.column(.key(keys[0])), let supplier = table.column(.key(keys[1])),
      let time = table.column(.key(keys[2]))
    else { return ([], []) }
    var found: [Offer: [(day: CalendarDay, price: Double)]] = [:]
    for row in table.rows {
      guard let day = row[time].text.flatMap({ CalendarDay(iso: $0) }),
        var price = table.number(row, ofMeasure: 0)
      else { continue }
      if query.measures.count == 2 {
        guard let quantity = table.number(row, ofMeasure: 1), quantity > 0 else { continue }
        price /= quantity
      }
      let offer = Offer(product: row[product], supplier: row[supplier])
      found[offer, default: []].append((day, price))
    }
    let sorted = found.sorted {
      ($0.key.product.text ?? "", $0.key.supplier.text ?? "")
        < ($1.key.product.text ?? "", $1.key.supplier.text ?? "")
    }
    return (sorted.map(\.key), sorted.map(\.value))
  }

  private static let columns: [PlannedColumn] = [
    .key(SupplierFigures.product),
    .key(SupplierFigures.supplier),
    .computed("changed_on", .date),
    .computed("price_before", .currency),
    .computed("price_after", .currency),
    .computed("price_change", .percent),
    .computed("robust_score", .number),
  ]

  private static func row(_ jump: PriceJump, _ offer: Offer) -> [Value] {
    [
      offer.product, offer.supplier, .text(jump.day.iso), .real(jump.before), .real(jump.after),
      .real(jump.change), .real((jump.score * 10).rounded() / 10),
    ]
  }
}
