import Planning
import SemanticModel
import Values

/// Something to be done today, with its reason and what it is about.
struct Decision {
  /// Why something is to be done; in the order of urgency.
  enum Kind: String, CaseIterable {
    case criticalStock = "critical_stock"
    case lateCustomerOrders = "late_customer_orders"
    case lateSupplier = "late_supplier"
    case negativeStock = "negative_stock"
    case pendingAnomalies = "pending_anomalies"
    case dataQuality = "data_quality"
    case overstock
  }

  let kind: Kind
  /// The name of what it is about; nil where it is about many things.
  let what: LocalizedText?
  /// How many units or things it concerns.
  let number: Double?
  /// Money at stake.
  let amount: Double?
}

extension Decision.Kind {
  /// Things named one by one of each kind.
  private static let most = 5

  /// What is to be done for this reason, the most money first; nil where the database, or what the question is restricted to, cannot
  /// tell.
  func decisions(_ request: AnalysisRequest) throws(AnalysisError) -> [Decision]? {
    switch self {
    case .criticalStock:
      try things(
        "product",
        ["order_quantity", "expected_loss"],
        in: "critical_products",
        request
      )
    case .lateSupplier:
      try things("supplier", ["purchase_order_count", "purchases"], in: "overdue_orders", request)
    case .lateCustomerOrders:
      try whole("order_records", "revenue", in: "overdue_deliveries", request)
    case .pendingAnomalies: try whole("anomaly_count", nil, in: "pending_anomalies", request)
    case .overstock: try whole("product_count", "excess_value", in: "overstocked", request)
    case .negativeStock: try negativeStock(request)
    case .dataQuality: try dataQuality(request)
    }
  }

  /// One decision a thing.
  private func things(
    _ dimension: String,
    _ metrics: [String],
    in segment: String,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [Decision]? {
    let key = Key.dimension(dimension)
    var query = request.query(of: metrics.map { Measure($0) }, by: [key])
    query.filters.append(.segment(segment, days: nil, negated: false))
    guard request.source.canTell(query) else { return nil }
    let table = try request.source.figures(of: query)
    guard let place = table.column(.key(key)) else { return nil }
    let found = table.rows.compactMap { row -> Decision? in
      guard let name = row[place].text else { return nil }
      return Decision(
        kind: self,
        what: LocalizedText(french: name, english: name),
        number: table.number(row, ofMeasure: 0),
        amount: table.number(row, ofMeasure: 1)
      )
    }
    return Array(found.sorted { ($0.amount ?? 0) > ($1.amount ?? 0) }.prefix(Self.most))
  }

  /// One decision about all things together; none where there is nothing.
  private func whole(
    _ count: String,
    _ amount: String?,
    in segment: String,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [Decision]? {
    func query(_ metric: String) -> Query {
      var query = request.query(of: [Measure(metric)])
      query.filters.append(.segment(segment, days: nil, negated: false))
      return query
    }
    guard request.source.canTell(query(count)) else { return nil }
    let table = try request.source.figures(of: query(count))
    guard let row = table.rows.first, let number = table.number(row, ofMeasure: 0), number > 0
    else { return [] }
    var money: Double?
    if let amount, request.source.canTell(query(amount)) {
      let amounts = try request.source.figures(of: query(amount))
      money = amounts.rows.first.flatMap { amounts.number($0, ofMeasure: 0) }
    }
    return [Decision(kind: self, what: nil, number: number, amount: money)]
  }

  /// The gravest rule of data quality that rows break, with the rows of all such rules; of whole tables only.
  private func dataQuality(_ request: AnalysisRequest) throws(AnalysisError) -> [Decision]? {
    guard request.query.filters.isEmpty else { return nil }
    let checked = try request.source.checked(request.model.quality).filter { $0.checked > 0 }
    guard !checked.isEmpty else { return nil }
    let failing = checked.filter { $0.failing > 0 }
    guard let gravest = failing.max(by: { $0.gravity < $1.gravity }) else { return [] }
    let rows = failing.reduce(0) { $0 + $1.failing }
    return [
      Decision(kind: self, what: .same(gravest.column), number: Double(rows), amount: nil)
    ]
  }

  /// Stock below nothing: the count is wrong.
  private func negativeStock(_ request: AnalysisRequest) throws(AnalysisError) -> [Decision]? {
    let query = request.query(of: [Measure("stock_on_hand")], by: [.dimension("product")])
    guard request.source.canTell(query) else { return nil }
    let table = try request.source.figures(of: query)
    return table.rows.filter { table.number($0, ofMeasure: 0) ?? 0 < 0 }.prefix(Self.most).map {
      Decision(
        kind: self,
        what: $0[0].text.map { LocalizedText(french: $0, english: $0) },
        number: table.number($0, ofMeasure: 0),
        amount: nil
      )
    }
  }
}
