/// Points in groups around their means.
package struct KMeans: Sendable {
  /// The group of each point, from 0.
  package let groups: [Int]
  /// Σ of the squared distances of the points to the means of their groups.
  package let inertia: Double
  /// How many groups there are.
  package let groupCount: Int

  /// Attempts, each from other first means; the one with the least inertia is kept.
  private static let attempts = 10
  private static let mostSteps = 100
  /// An attempt ends where its means move by less, Σ of squares: scikit-learn's tolerance, 10⁻⁴ of the variance, which is 1.
  private static let settled = 1e-4
  /// Points that the attempts are made on; above it they are made on a sample; all points go on from the best means.
  private static let fitLimit = 5_000

  /// The groups of points: k-means++ (Arthur and Vassilvitskii 2007), then Lloyd's steps; seeded.
  ///
  /// - Parameters:
  ///   - points: comparable features.
  ///   - groupCount: at least 1 and at most the number of points.
  package init(_ points: PointTable, groupCount: Int) {
    var chance = SeededChance(seed: 0x0C11_E275 &+ UInt64(groupCount))
    let sample = chance.sample(Self.fitLimit, of: points.count)
    let fitted = sample.count < points.count ? points.rows(sample) : points
    var best: Lloyd?
    for _ in 0..<Self.attempts {
      var attempt = Lloyd(fitted, means: Self.spread(fitted, groupCount, &chance))
      attempt.run(steps: Self.mostSteps, until: Self.settled)
      if attempt.inertia < best?.inertia ?? .infinity { best = attempt }
    }
    guard var best else { preconditionFailure("no attempt") }
    if sample.count < points.count { best = Lloyd(points, means: best.means) }
    best.run(steps: Self.mostSteps)
    groups = best.groups
    inertia = best.inertia
    self.groupCount = groupCount
  }

  /// First means that are far from each other: each next one by chance, in proportion to its squared distance.
  private static func spread(
    _ points: PointTable,
    _ count: Int,
    _ chance: inout SeededChance
  ) -> [Double] {
    var chosen = [Int.random(in: 0..<points.count, using: &chance)]
    var distances = (0..<points.count).map { points.distance($0, chosen[0]) }
    while chosen.count < count {
      var rest = Double.random(in: 0..<1, using: &chance) * distances.reduce(0, +)
      var next = distances.indices.last { distances[$0] > 0 } ?? 0
      for point in distances.indices {
        rest -= distances[point]
        if rest < 0 {
          next = point
          break
        }
      }
      chosen.append(next)
      for point in distances.indices {
        distances[point] = min(distances[point], points.distance(point, next))
      }
    }
    return chosen.flatMap(points.row)
  }
}
