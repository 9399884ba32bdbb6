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
  /// Points that the attempts are made on; above it they are made on a sample, whose means all points then go on from.
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
      attempt.run(fitted, steps: Self.mostSteps)
      if attempt.inertia < best?.inertia ?? .infinity { best = attempt }
    }
    guard var best else { preconditionFailure("no attempt") }
    if sample.count < points.count {
      best = Lloyd(points, means: best.means)
      best.run(points, steps: Self.mostSteps)
    }
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

/// Lloyd's steps (1982): points to the nearest mean, means to the middle of their points.
private struct Lloyd {
  /// Group after group.
  private(set) var means: [Double]
  private(set) var groups: [Int]
  private(set) var inertia = Double.infinity

  init(_ points: PointTable, means: [Double]) {
    self.means = means
    groups = [Int](repeating: -1, count: points.count)
  }

  mutating func run(_ points: PointTable, steps: Int) {
    for _ in 0..<steps where assign(points) { move(points) }
  }

  /// Whether any point changed its group.
  private mutating func assign(_ points: PointTable) -> Bool {
    let width = points.width
    var changed = false
    var total = 0.0
    points.values.withUnsafeBufferPointer { values in
      means.withUnsafeBufferPointer { means in
        let groupCount = means.count / max(1, width)
        for point in groups.indices {
          var nearest = 0
          var least = Double.infinity
          for group in 0..<groupCount {
            var distance = 0.0
            for feature in 0..<width {
              let difference = values[point * width + feature] - means[group * width + feature]
              distance += difference * difference
            }
            if distance < least { (least, nearest) = (distance, group) }
          }
          if groups[point] != nearest {
            groups[point] = nearest
            changed = true
          }
          total += least
        }
      }
    }
    inertia = total
    return changed
  }

  /// A group without points keeps its mean.
  private mutating func move(_ points: PointTable) {
    let width = points.width
    var sums = [Double](repeating: 0, count: means.count)
    var sizes = [Double](repeating: 0, count: means.count / max(1, width))
    for point in groups.indices {
      sizes[groups[point]] += 1
      for feature in 0..<width {
        sums[groups[point] * width + feature] += points.values[point * width + feature]
      }
    }
    for place in means.indices where sizes[place / width] > 0 {
      means[place] = sums[place] / sizes[place / width]
    }
  }
}
