import Planning
import SemanticModel
import Values

/// Good customers who have stopped buying, the biggest first.
struct LapsedCustomers: AnalysisMethod {
  let name = "lapsed_customers"
  let findings: [String: Set<String>] = [
    "lapsed": ["count", "customers", "revenue", "part", "parts"], "none": ["customers"],
  ]

  /// The RFM segment of those who bought often and not lately.
  private static let segment = Value.text("À risque")
  /// Customers named in a sentence.
  private static let named = 3
  private static let customer = Key.dimension("customer")

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    // « perdus en 2025 »: whose last order was then, of all that they ever ordered.
    let about = asked.aboutCustomers
    let (request, period) = about.withoutPeriod
    var query = about.query
    query.keys = [Self.customer]
    if let period { request.source.uses(period) }
    let segments = try request.segments()
    let figures = try CustomerFigures(request.without(["rfm_segment"]))
    let lapsed = figures.customers
      .filter { segments[$0.key] == Self.segment && Self.isLast($0, in: period, request.now) }
      .sorted { $0.amount > $1.amount }
    let whole = figures.customers.reduce(0) { $0 + $1.amount }
    let revenue = lapsed.reduce(0) { $0 + $1.amount }
    let places: [String: Finding.Content] = [
      "count": .count(lapsed.count), "customers": .count(figures.customers.count),
      "revenue": .money(revenue),
      "part": .figure(whole > 0 ? .real(revenue / whole) : .null, .percent),
      "parts": .list(
        lapsed.prefix(Self.named).map {
          .detailed(.member(figures.name($0.key), Self.customer), [.money($0.amount)])
        }
      ),
    ]
    return AnalysisResult(
      query,
      columns: lapsed.isEmpty ? [] : Self.columns,
      rows: lapsed.prefix(request.rowLimit(200)).map {
        [
          figures.name($0.key), .real($0.recency), .integer(Int64($0.frequency)), .real($0.amount),
        ]
      },
      findings: [Finding(lapsed.isEmpty ? "none" : "lapsed", places)]
    )
  }

  /// Whether a customer's last order was in a period.
  private static func isLast(
    _ customer: CustomerFigures.Customer,
    in period: Period?,
    _ now: CalendarDay
  ) -> Bool {
    period?.contains(now.adding(days: -Int(customer.recency))) ?? true
  }

  private static let columns: [PlannedColumn] = [
    .key(customer),
    .computed("recency", .days),
    .computed("orders", .count),
    .computed("revenue", .currency),
  ]
}
