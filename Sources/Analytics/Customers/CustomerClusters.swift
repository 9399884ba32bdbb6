/// The number of groups that customers fall into best, with what each other number would give.
package struct CustomerClusters: Sendable {
  /// What one number of groups gives.
  package struct Attempt: Sendable {
    package let groupCount: Int
    package let silhouette: Double
    package let inertia: Double
    /// The group of each point.
    package let groups: [Int]
  }

  /// One for each number of groups tried, in order.
  package let attempts: [Attempt]
  /// The one with the highest silhouette, or the one asked for.
  package let chosen: Attempt
  /// Points that the silhouettes were taken of.
  package let sampleSize: Int

  /// Customers of whom groups would be single persons otherwise.
  package static let leastPoints = 10
  /// The numbers of groups tried where none is asked for.
  package static let groupCounts = 2...8

  /// The best grouping; nil with fewer than 10 customers, or 3 different ones, who fall into no groups.
  ///
  /// - Parameters:
  ///   - features: one row a customer; clipped and standardised here.
  ///   - groupCount: how many groups are asked for; nil to choose.
  package init?(_ features: PointTable, groupCount: Int? = nil) {
    let points = features.clipped.standardised
    let different = Set((0..<points.count).map(points.row)).count
    guard points.count >= Self.leastPoints, different > 2 else { return nil }
    let counts = groupCount.map { [$0] } ?? Array(Self.groupCounts)
    var sampled = 0
    attempts = counts.filter { $0 < different }.map { count in
      let grouping = KMeans(points, groupCount: count)
      let silhouette = Silhouette(of: points, groups: grouping.groups)
      sampled = silhouette.count
      return Attempt(
        groupCount: count,
        silhouette: silhouette.mean,
        inertia: grouping.inertia,
        groups: grouping.groups
      )
    }
    guard
      let best = attempts.max(by: {
        ($0.silhouette, $1.groupCount) < ($1.silhouette, $0.groupCount)
      })
    else { return nil }
    chosen = best
    sampleSize = sampled
  }
}
