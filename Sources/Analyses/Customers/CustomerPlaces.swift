import Planning
import SemanticModel
import Values

/// Where customers are: by region, city or country, as no positions are known.
struct CustomerPlaces: AnalysisMethod {
  let name = "customer_places"
  let findings: [String: Set<String>] = [
    "places": ["customers", "count", "axis", "parts"], "no_positions": ["axis"], "unknown": [],
    "nobody": [],
  ]

  /// Where customers may be, from what groups them best.
  private static let levels = ["customer_region", "city", "customer_country"].map(Key.dimension)
  /// Places named in a sentence.
  private static let named = 3

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let request = asked.aboutCustomers
    var query = request.query
    let asked = query.keys.filter(Self.levels.contains)
    let measures = ["buying_customers", "revenue"].map { Measure($0) }
    let level = (asked + Self.levels).first {
      request.source.canTell(request.query(of: measures, by: [$0], in: query.period))
    }
    guard let level else { return AnalysisResult(query, findings: [Finding("unknown")]) }
    let table = try request.source.figures(
      of: request.query(of: measures, by: [level], in: query.period)
    )
    guard let place = table.column(.key(level)) else {
      return AnalysisResult(query, findings: [Finding("unknown")])
    }
    let groups = table.rows.map { row in
      (
        name: row[place], customers: table.number(row, ofMeasure: 0) ?? 0,
        revenue: table.number(row, ofMeasure: 1) ?? 0
      )
    }.filter { $0.customers > 0 }.sorted { $0.customers > $1.customers }
    guard !groups.isEmpty else { return AnalysisResult(query, findings: [Finding("nobody")]) }
    let customers = groups.reduce(0) { $0 + $1.customers }
    let revenue = groups.reduce(0) { $0 + $1.revenue }
    query.keys = [level]
    query.measures = measures
    return AnalysisResult(
      query,
      columns: Self.columns(level),
      rows: groups.prefix(request.rowLimit(40)).map { group in
        [
          group.name, .real(group.customers),
          customers > 0 ? .real(group.customers / customers) : .null, .real(group.revenue),
          revenue > 0 ? .real(group.revenue / revenue) : .null,
        ]
      },
      findings: [
        Finding(
          "places",
          [
            "customers": .count(Int(customers)), "count": .count(groups.count),
            "axis": .key(level),
            "parts": .list(
              groups.prefix(Self.named).map {
                .detailed(
                  .member($0.name, level),
                  [.figure(.real($0.customers / max(1, customers)), .percent)]
                )
              }
            ),
          ]
        ), Finding("no_positions", ["axis": .key(level)]),
      ]
    )
  }

  private static func columns(_ level: Key) -> [PlannedColumn] {
    [
      .key(level),
      .computed("customers", .count),
      .computed("customer_share", .percent),
      .computed("revenue", .currency),
      .computed("revenue_share", .percent),
    ]
  }
}
