import Analytics
import Planning
import SemanticModel
import Values

/// Customers who buy like no others.
struct UnusualCustomers: AnalysisMethod {
  let name = "unusual_customers"
  let findings: [String: Set<String>] = [
    "too_few": ["customers"], "found": ["count", "customers", "share", "least", "parts"],
    "none": ["customers", "least"],
  ]

  /// Customers named in a sentence.
  private static let named = 3
  private static let customer = Key.dimension("customer")

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let request = asked.aboutCustomers
    var query = request.query
    query.keys = [Self.customer]
    let figures = try CustomerFigures(request)
    let customers = figures.customers
    // Counts and amounts by their logarithms: twice as much is as far as half as much.
    let features = PointTable(
      customers.map { [$0.recency, max(1, $0.frequency), max(1, $0.amount)] }
    ).withLogarithms(of: [1, 2])
    guard let outliers = DensityOutliers(features) else {
      let places = ["customers": Finding.Content.count(customers.count)]
      return AnalysisResult(query, findings: [Finding("too_few", places)])
    }
    let table = features.standardised
    let found = outliers.points.map { (customer: customers[$0], row: table.row($0)) }
      .sorted { Self.distance($0.row) > Self.distance($1.row) }
    let places: [String: Finding.Content] = [
      "count": .count(found.count), "customers": .count(customers.count),
      "share": .figure(.real(Double(found.count) / Double(customers.count)), .percent),
      "least": .count(outliers.least),
      "parts": .list(
        found.prefix(Self.named).map { .member(figures.name($0.customer.key), Self.customer) }
      ),
    ]
    return AnalysisResult(
      query,
      columns: found.isEmpty ? [] : Self.columns,
      rows: found.prefix(request.rowLimit(200)).map { item in
        [
          figures.name(item.customer.key), .text(Self.reason(item.row)),
          .real(item.customer.recency), .integer(Int64(item.customer.frequency)),
          .real(item.customer.amount),
        ]
      },
      findings: [Finding(found.isEmpty ? "none" : "found", places)]
    )
  }

  private static func distance(_ row: [Double]) -> Double { row.reduce(0) { $0 + $1 * $1 } }

  /// The feature that stands out most, and which way.
  private static func reason(_ row: [Double]) -> String {
    let names = ["recency", "frequency", "amount"]
    let place = row.indices.max { abs(row[$0]) < abs(row[$1]) } ?? 0
    return names[place] + (row[place] > 0 ? "_high" : "_low")
  }

  private static let columns: [PlannedColumn] = [
    .key(customer),
    .computed("reason", .text),
    .computed("recency", .days),
    .computed("frequency", .count),
    .computed("amount", .currency),
  ]
}
