/// How clearly points belong to their groups (Rousseeuw 1987).
package struct Silhouette: Sendable {
  /// The mean of (b − a) ÷ max(a, b) over the points: a the mean distance to the own group, b to the nearest other one;
  /// −1 … 1, 0 for a point alone in its group.
  package let mean: Double
  /// Points that it was taken of.
  package let count: Int

  /// Points above which a seeded sample is taken: each is compared with all others.
  package static let sampleLimit = 3_000

  /// - Parameters:
  ///   - points: comparable features.
  ///   - groups: the group of each point, from 0.
  package init(of points: PointTable, groups: [Int]) {
    var chance = SeededChance(seed: 0x5117)
    let sample = chance.sample(Self.sampleLimit, of: points.count)
    count = sample.count
    mean = Self.mean(of: points.rows(sample), groups: sample.map { groups[$0] })
  }

  /// One point at a time, so that memory stays in proportion to the number of points.
  private static func mean(of points: PointTable, groups: [Int]) -> Double {
    let groupCount = (groups.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: groupCount)
    for group in groups { sizes[group] += 1 }
    guard sizes.count(where: { $0 > 0 }) > 1 else { return 0 }
    var total = 0.0
    var sums = [Double](repeating: 0, count: groupCount)
    for point in groups.indices {
      for group in sums.indices { sums[group] = 0 }
      for other in groups.indices where other != point {
        sums[groups[other]] += points.distance(point, other).squareRoot()
      }
      let own = groups[point]
      guard sizes[own] > 1 else { continue }
      let within = sums[own] / Double(sizes[own] - 1)
      let nearest = sums.indices.filter { $0 != own && sizes[$0] > 0 }
        .map { sums[$0] / Double(sizes[$0]) }.min()
      let beyond = nearest ?? within
      total += max(within, beyond) > 0 ? (beyond - within) / max(within, beyond) : 0
    }
    return total / Double(max(1, groups.count))
  }
}
