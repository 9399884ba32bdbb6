import Analytics
import Planning
import SemanticModel
import Values

/// What to do with the customers of each RFM segment, and what each is worth.
struct SegmentActions: AnalysisMethod {
  let name = "segment_actions"
  let findings: [String: Set<String>] = [
    "too_few": ["customers"], "overview": ["customers", "segments", "first", "part"],
    "one": ["segment", "customers", "share", "revenue", "part", "recency", "frequency", "amount"],
  ]

  private static let segment = Key.dimension("rfm_segment")

  /// The customers of one segment.
  private struct Group {
    let segment: Value
    var recency: [Double] = []
    var orders = 0.0
    var revenue = 0.0

    var customers: Double { Double(recency.count) }
    var meanRecency: Double { recency.reduce(0, +) / max(1, customers) }
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = [Self.segment]
    let all = try Self.groups(request.without(["rfm_segment"]))
    let customers = all.reduce(0) { $0 + $1.customers }
    guard customers >= 5 else {
      return AnalysisResult(
        query,
        findings: [Finding("too_few", ["customers": .count(Int(customers))])]
      )
    }
    let revenue = all.reduce(0) { $0 + $1.revenue }
    let named = request.filters(on: ["rfm_segment"]).isEmpty ? nil : try Self.named(request)
    let groups = all.filter { named?.contains($0.segment) ?? true }
    return AnalysisResult(
      query,
      columns: Self.columns,
      rows: groups.map { group in
        [
          group.segment, group.segment, .integer(Int64(group.customers)),
          .real(group.customers / customers), .real(group.meanRecency),
          .real((group.orders / group.customers * 10).rounded() / 10),
          .real(group.revenue / group.customers), .real(group.revenue),
          revenue > 0 ? .real(group.revenue / revenue) : .null,
        ]
      },
      findings: named == nil
        ? [Self.overview(groups, customers, revenue)]
        : groups.map { Self.told($0, customers, revenue) }
    )
  }

  private static func named(_ request: AnalysisRequest) throws(AnalysisError) -> Set<Value> {
    Set(try groups(request).map(\.segment))
  }

  private static func groups(_ request: AnalysisRequest) throws(AnalysisError) -> [Group] {
    let measures = ["last_sale_date", "orders", "revenue"].map { Measure($0) }
    let table = try request.source.keyedFigures(
      of: request.query(
        of: measures,
        by: [.dimension("customer"), segment],
        in: request.query.period
      )
    )
    var groups: [Value: Group] = [:]
    for row in table.rows where !row[0].isNull && !row[1].isNull {
      guard let last = table.day(row, ofMeasure: 0), let orders = table.number(row, ofMeasure: 1),
        orders > 0
      else { continue }
      var group = groups[row[1]] ?? Group(segment: row[1])
      group.recency.append(Double(request.now.ordinal - last.ordinal))
      group.orders += orders
      group.revenue += table.number(row, ofMeasure: 2) ?? 0
      groups[row[1]] = group
    }
    return groups.values.sorted { $0.revenue > $1.revenue }
  }

  // MARK: - Telling

  private static func overview(_ groups: [Group], _ customers: Double, _ revenue: Double)
    -> Finding
  {
    var places: [String: Finding.Content] = [
      "customers": .count(Int(customers)), "segments": .count(groups.count),
    ]
    if let first = groups.first {
      places["first"] = .member(first.segment, segment)
      places["part"] = .figure(revenue > 0 ? .real(first.revenue / revenue) : .null, .percent)
    }
    return Finding("overview", places)
  }

  private static func told(_ group: Group, _ customers: Double, _ revenue: Double) -> Finding {
    Finding(
      "one",
      [
        "segment": .member(group.segment, segment), "customers": .count(Int(group.customers)),
        "share": .figure(.real(group.customers / customers), .percent),
        "revenue": .money(group.revenue),
        "part": .figure(revenue > 0 ? .real(group.revenue / revenue) : .null, .percent),
        "recency": .figure(.real(group.meanRecency.rounded()), .days),
        "frequency": .figure(.real((group.orders / group.customers * 10).rounded() / 10), .number),
        "amount": .money(group.revenue / group.customers),
      ]
    )
  }

  private static let columns = [
    PlannedColumn(role: .key(segment), name: "rfm_segment", unit: .text),
    PlannedColumn(role: .computed("action"), name: "action", unit: .text),
    PlannedColumn(role: .computed("customers"), name: "customers", unit: .count),
    PlannedColumn(role: .computed("customer_share"), name: "customer_share", unit: .percent),
    PlannedColumn(role: .computed("recency"), name: "recency", unit: .days),
    PlannedColumn(role: .computed("frequency"), name: "frequency", unit: .number),
    PlannedColumn(role: .computed("amount"), name: "amount", unit: .currency),
    PlannedColumn(role: .computed("revenue"), name: "revenue", unit: .currency),
    PlannedColumn(role: .computed("revenue_share"), name: "revenue_share", unit: .percent),
  ]
}
