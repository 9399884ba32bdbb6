import Analytics
import Planning
import SemanticModel
import Values

/// What to do with the customers of each RFM segment, and what each is worth.
struct SegmentActions: AnalysisMethod {
  let name = "segment_actions"
  let findings: [String: Set<String>] = [
    "too_few": ["customers"], "overview": ["customers", "segments", "first", "part"],
    "one": [
      "segment", "customers", "share", "revenue", "part", "recency", "frequency", "amount",
      "action",
    ],
  ]

  private static let segment = Key.dimension("rfm_segment")

  /// The customers of one segment.
  private struct Group {
    let segment: Value
    var customers: [CustomerFigures.Customer] = []

    var count: Double { Double(customers.count) }
    var revenue: Double { customers.reduce(0) { $0 + $1.amount } }

    /// The mean of a figure of its customers.
    func mean(_ figure: (CustomerFigures.Customer) -> Double) -> Double {
      customers.reduce(0) { $0 + figure($1) } / max(1, count)
    }
  }

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let request = asked.aboutCustomers
    var query = request.query
    query.keys = [Self.segment]
    let all = try Self.groups(request)
    let customers = all.reduce(0) { $0 + $1.count }
    guard customers >= 5 else {
      return AnalysisResult(
        query,
        findings: [Finding("too_few", ["customers": .count(Int(customers))])]
      )
    }
    let revenue = all.reduce(0) { $0 + $1.revenue }
    let isNamed = !request.filters(on: ["rfm_segment"]).isEmpty
    let groups = all.filter { request.allows($0.segment) }
    return AnalysisResult(
      query,
      columns: Self.columns,
      rows: groups.map { group in
        [
          group.segment, group.segment, .integer(Int64(group.customers.count)),
          .real(group.mean(\.recency).rounded()),
          .real((group.mean(\.frequency) * 10).rounded() / 10), .real(group.mean(\.amount)),
          revenue > 0 ? .real(group.revenue / revenue) : .null,
        ]
      },
      findings: isNamed
        ? groups.map { Self.told($0, customers, revenue, request) }
        : [Self.overview(groups, customers, revenue)]
    )
  }

  /// The segments with their customers, whichever of them the question names; the highest revenue first.
  private static func groups(_ request: AnalysisRequest) throws(AnalysisError) -> [Group] {
    let segments = try request.segments()
    var groups: [Value: Group] = [:]
    for customer in try CustomerFigures(request.without(["rfm_segment"])).customers {
      guard let segment = segments[customer.key] else { continue }
      groups[segment, default: Group(segment: segment)].customers.append(customer)
    }
    return groups.values.sorted {
      ($1.revenue, $0.segment.text ?? "") < ($0.revenue, $1.segment.text ?? "")
    }
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

  private static func told(
    _ group: Group,
    _ customers: Double,
    _ revenue: Double,
    _ request: AnalysisRequest
  ) -> Finding {
    Finding(
      "one",
      [
        "segment": .member(group.segment, segment), "customers": .count(group.customers.count),
        "share": .figure(.real(group.count / customers), .percent),
        "revenue": .money(group.revenue),
        "part": .figure(revenue > 0 ? .real(group.revenue / revenue) : .null, .percent),
        "recency": .figure(.real(group.mean(\.recency).rounded()), .days),
        "frequency": .figure(.real((group.mean(\.frequency) * 10).rounded() / 10), .number),
        "amount": .money(group.mean(\.amount)),
        "action": .text(request.words(group.segment.text ?? "", in: "action")),
      ]
    )
  }

  private static let columns: [PlannedColumn] = [
    .key(segment),
    .computed("action", .text),
    .computed("customers", .count),
    .computed("recency", .days),
    .computed("frequency", .number),
    .computed("amount", .currency),
    .computed("revenue_share", .percent),
  ]
}

extension AnalysisRequest {
  /// The RFM segment of each customer with an order, by the customer's key.
  func segments() throws(AnalysisError) -> [Value: Value] {
    var list = Query()
    list.keys = [.dimension("customer"), .dimension("rfm_segment")]
    var segments: [Value: Value] = [:]
    for row in try source.keyedFigures(of: list).rows where !row[0].isNull && !row[1].isNull {
      segments[row[0]] = row[1]
    }
    return segments
  }

  /// Whether the question is about a segment.
  func allows(_ segment: Value) -> Bool {
    filters(on: ["rfm_segment"]).allSatisfy { filter in
      guard case .values(_, let values, let isNegated) = filter else { return true }
      return values.contains { $0.key == segment } != isNegated
    }
  }
}
