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
    let all = Group(figures.customers)
    let groups = Self.groups(figures.customers, clusters.chosen)
    return AnalysisResult(
      request.query,
      columns: Self.columns,
      rows: groups.enumerated().map { Self.row($0.offset + 1, $0.element, all) },
      findings: Self.told(clusters, groups, all, request)
    )
  }

  /// Some customers, with what is told of them together.
  private struct Group {
    let size: Int
    let revenue: Double
    /// Medians, which a few extremes do not move.
    let recency: Double
    let frequency: Double
    let amount: Double

    init(_ customers: [CustomerFigures.Customer]) {
      func median(_ feature: (CustomerFigures.Customer) -> Double) -> Double {
        PointTable.quantile(0.5, of: customers.map(feature).sorted())
      }
      size = customers.count
      revenue = customers.reduce(0) { $0 + $1.amount }
      recency = median(\.recency)
      frequency = median(\.frequency)
      amount = median(\.amount)
    }

    /// What it is called, from its medians beside those of all: `recent_regular_big` and the like.
    func profile(beside all: Group) -> String {
      [
        recency <= all.recency ? "recent" : "silent",
        frequency >= all.frequency ? "regular" : "occasional",
        amount >= all.amount ? "big" : "small",
      ].joined(separator: "_")
    }
  }

  /// The customers of each group, the group with the highest revenue first.
  private static func groups(
    _ customers: [CustomerFigures.Customer],
    _ attempt: CustomerClusters.Attempt
  ) -> [Group] {
    var members = [[CustomerFigures.Customer]](repeating: [], count: attempt.groupCount)
    for (customer, group) in zip(customers, attempt.groups) { members[group].append(customer) }
    return members.filter { !$0.isEmpty }.map(Group.init).sorted { $0.revenue > $1.revenue }
  }

  // MARK: - Telling

  private static func told(
    _ clusters: CustomerClusters,
    _ groups: [Group],
    _ all: Group,
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
          "customers": .count(all.size), "groups": .count(groups.count), "silhouette": score,
        ]
      ),
      Finding(verdict, ["silhouette": score]),
      Finding("profiles", ["parts": .list(profiles(groups, all, request))]),
      Finding("attempts", ["parts": .list(parts)]),
    ]
    if clusters.sampleSize < all.size {
      findings.append(Finding("sampled", ["sample": .count(clusters.sampleSize)]))
    }
    return findings
  }

  /// Each group by its profile, with its size and its part of revenue.
  private static func profiles(
    _ groups: [Group],
    _ all: Group,
    _ request: AnalysisRequest
  ) -> [Finding.Content] {
    groups.map { group in
      .detailed(
        .text(request.words(group.profile(beside: all), in: "profile")),
        [
          .count(group.size),
          .figure(.real(group.revenue / max(1e-9, all.revenue)), .percent),
        ]
      )
    }
  }

  private static func rounded(_ silhouette: Double) -> Double {
    (silhouette * 1000).rounded() / 1000
  }

  private static let columns: [PlannedColumn] = [
    .computed("group", .count),
    .computed("profile", .text),
    .computed("customers", .count),
    .computed("recency", .days),
    .computed("frequency", .count),
    .computed("amount", .currency),
    .computed("revenue_share", .percent),
  ]

  private static func row(_ number: Int, _ group: Group, _ all: Group) -> [Value] {
    [
      .integer(Int64(number)), .text(group.profile(beside: all)), .integer(Int64(group.size)),
      .real(group.recency), .real(group.frequency), .real(group.amount),
      all.revenue > 0 ? .real(group.revenue / all.revenue) : .null,
    ]
  }
}
