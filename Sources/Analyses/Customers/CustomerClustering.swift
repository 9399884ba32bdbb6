import Analytics
import Planning
import SemanticModel
import Values

/// Customers in groups that buy alike, by recency, frequency and amount.
struct CustomerClustering: AnalysisMethod {
  let name = "customer_clusters"
  let findings: [String: Set<String>] = [
    "too_few": ["customers"], "groups": ["customers", "groups", "silhouette"],
    "clear": ["silhouette"], "fair": ["silhouette"], "weak": ["silhouette"],
    "profiles": ["parts"], "attempts": ["parts"], "sampled": ["sample"],
  ]

  /// Silhouettes from which groups are clear, and below which they are weak (Kaufman and Rousseeuw 1990).
  private static let clear = 0.5
  private static let weak = 0.25

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let request = asked.aboutCustomers
    let figures = try CustomerFigures(request)
    let features = PointTable(figures.customers.map { [$0.recency, $0.frequency, $0.amount] })
    let asked = request.query.analysis?.number.flatMap { Int(exactly: $0) }
    guard let clusters = CustomerClusters(features, groupCount: asked.map { max(2, $0) }) else {
      let places = ["customers": Finding.Content.count(figures.customers.count)]
      return AnalysisResult(request.query, findings: [Finding("too_few", places)])
    }
    let groups = Self.groups(figures.customers, clusters.chosen)
    return AnalysisResult(
      request.query,
      columns: Self.columns,
      rows: groups.enumerated().map { Self.row($0.offset + 1, $0.element, figures.customers) },
      findings: Self.told(clusters, groups, figures.customers, request)
    )
  }

  /// The customers of each group, the group with the highest revenue first.
  private static func groups(
    _ customers: [CustomerFigures.Customer],
    _ attempt: CustomerClusters.Attempt
  ) -> [[CustomerFigures.Customer]] {
    var groups = [[CustomerFigures.Customer]](repeating: [], count: attempt.groupCount)
    for (customer, group) in zip(customers, attempt.groups) { groups[group].append(customer) }
    return groups.filter { !$0.isEmpty }
      .sorted { revenue($0) > revenue($1) }
  }

  private static func revenue(_ customers: [CustomerFigures.Customer]) -> Double {
    customers.reduce(0) { $0 + $1.amount }
  }

  private static func median(
    _ customers: [CustomerFigures.Customer],
    _ feature: (CustomerFigures.Customer) -> Double
  ) -> Double {
    PointTable.quantile(0.5, of: customers.map(feature).sorted())
  }

  /// What a group is called, from its medians beside those of all: `recent_regular_big` and the like.
  private static func profile(
    _ group: [CustomerFigures.Customer],
    _ all: [CustomerFigures.Customer]
  ) -> String {
    let isRecent = median(group, \.recency) <= median(all, \.recency)
    let isRegular = median(group, \.frequency) >= median(all, \.frequency)
    let isBig = median(group, \.amount) >= median(all, \.amount)
    return [
      isRecent ? "recent" : "silent", isRegular ? "regular" : "occasional",
      isBig ? "big" : "small",
    ].joined(separator: "_")
  }

  // MARK: - Telling

  private static func told(
    _ clusters: CustomerClusters,
    _ groups: [[CustomerFigures.Customer]],
    _ all: [CustomerFigures.Customer],
    _ request: AnalysisRequest
  ) -> [Finding] {
    let silhouette = clusters.chosen.silhouette
    let score = Finding.Content.figure(.real(rounded(silhouette)), .number)
    let verdict = silhouette >= clear ? "clear" : silhouette >= weak ? "fair" : "weak"
    let parts = clusters.attempts.map { attempt in
      Finding.Content.detailed(
        .count(attempt.groupCount),
        [
          .figure(.real(rounded(attempt.silhouette)), .number),
          .figure(.real(attempt.inertia.rounded()), .number),
        ]
      )
    }
    var findings = [
      Finding(
        "groups",
        [
          "customers": .count(all.count), "groups": .count(groups.count), "silhouette": score,
        ]
      ),
      Finding(verdict, ["silhouette": score]),
      Finding("profiles", ["parts": .list(profiles(groups, all, request))]),
      Finding("attempts", ["parts": .list(parts)]),
    ]
    if clusters.sampleSize < all.count {
      findings.append(Finding("sampled", ["sample": .count(clusters.sampleSize)]))
    }
    return findings
  }

  /// Each group by its profile, with its size and its part of revenue.
  private static func profiles(
    _ groups: [[CustomerFigures.Customer]],
    _ all: [CustomerFigures.Customer],
    _ request: AnalysisRequest
  ) -> [Finding.Content] {
    groups.map { group in
      .detailed(
        .text(request.words(profile(group, all), in: "profile")),
        [
          .count(group.count),
          .figure(.real(revenue(group) / max(1e-9, revenue(all))), .percent),
        ]
      )
    }
  }

  private static func rounded(_ silhouette: Double) -> Double {
    (silhouette * 1000).rounded() / 1000
  }

  private static let columns = [
    PlannedColumn(role: .computed("group"), name: "group", unit: .count),
    PlannedColumn(role: .computed("profile"), name: "profile", unit: .text),
    PlannedColumn(role: .computed("customers"), name: "customers", unit: .count),
    PlannedColumn(role: .computed("recency"), name: "recency", unit: .days),
    PlannedColumn(role: .computed("frequency"), name: "frequency", unit: .count),
    PlannedColumn(role: .computed("amount"), name: "amount", unit: .currency),
    PlannedColumn(role: .computed("revenue_share"), name: "revenue_share", unit: .percent),
  ]

  private static func row(
    _ number: Int,
    _ group: [CustomerFigures.Customer],
    _ all: [CustomerFigures.Customer]
  ) -> [Value] {
    let whole = revenue(all)
    return [
      .integer(Int64(number)), .text(profile(group, all)), .integer(Int64(group.count)),
      .real(median(group, \.recency)),
      .real(median(group, \.frequency)), .real(median(group, \.amount)),
      whole > 0 ? .real(revenue(group) / whole) : .null,
    ]
  }
}
