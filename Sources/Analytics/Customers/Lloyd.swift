/// Lloyd's steps (1982): points to the nearest mean, means to the middle of their points.
struct Lloyd {
  /// The mean of each group, group after group.
  private(set) var means: [Double]
  /// The group of each point; -1 before the first step.
  private(set) var groups: [Int]
  /// Σ of the squared distances of the points to the means of their groups.
  private(set) var inertia = Double.infinity
  /// The features, one after the other: a step goes along them.
  private let columns: [[Double]]
  private let width: Int

  /// Points whose distances are held at once: they stay in the nearest cache.
  private static let block = 256

  /// - Parameters:
  ///   - points: comparable features.
  ///   - means: the first means, group after group.
  init(_ points: PointTable, means: [Double]) {
    self.means = means
    width = max(1, points.width)
    columns = (0..<points.width).map(points.column)
    groups = [Int](repeating: -1, count: points.count)
  }

  /// Steps until no point changes its group, or the means move by no more than a tolerance.
  ///
  /// - Parameters:
  ///   - steps: the most of them.
  ///   - tolerance: Σ of the squared ways of all means.
  mutating func run(steps: Int, until tolerance: Double = 0) {
    for _ in 0..<steps where assign() {
      if move() <= tolerance && tolerance > 0 { return }
    }
  }

  /// Whether any point changed its group.
  private mutating func assign() -> Bool {
    var changed = false
    var total = 0.0
    var least = [Double](repeating: 0, count: Self.block)
    var nearest = [Int](repeating: 0, count: Self.block)
    var distances = [Double](repeating: 0, count: Self.block)
    for start in stride(from: 0, to: groups.count, by: Self.block) {
      let count = min(Self.block, groups.count - start)
      for group in 0..<means.count / width {
        measure(group, from: start, count, into: &distances)
        Self.keepNearest(group, distances, count, &least, &nearest)
      }
      for place in 0..<count {
        total += least[place]
        if groups[start + place] != nearest[place] {
          groups[start + place] = nearest[place]
          changed = true
        }
      }
    }
    inertia = total
    return changed
  }

  /// The squared distances of some points to one mean.
  private func measure(
    _ group: Int,
    from start: Int,
    _ count: Int,
    into distances: inout [Double]
  ) {
    distances.withUnsafeMutableBufferPointer { distances in
      for feature in columns.indices {
        let mean = means[group * width + feature]
        columns[feature].withUnsafeBufferPointer { column in
          for place in 0..<count {
            let difference = column[start &+ place] - mean
            let square = difference * difference
            distances[place] = feature == 0 ? square : distances[place] + square
          }
        }
      }
    }
  }

  /// Points that are nearer to this group than to those before; the first group begins anew.
  private static func keepNearest(
    _ group: Int,
    _ distances: [Double],
    _ count: Int,
    _ least: inout [Double],
    _ nearest: inout [Int]
  ) {
    distances.withUnsafeBufferPointer { distances in
      least.withUnsafeMutableBufferPointer { least in
        nearest.withUnsafeMutableBufferPointer { nearest in
          for place in 0..<count {
            let isNearer = group == 0 || distances[place] < least[place]
            least[place] = isNearer ? distances[place] : least[place]
            nearest[place] = isNearer ? group : nearest[place]
          }
        }
      }
    }
  }

  /// Σ of the squared ways that the means went; a group without points keeps its mean.
  private mutating func move() -> Double {
    let groupCount = means.count / width
    var sizes = [Double](repeating: 0, count: groupCount)
    for group in groups { sizes[group] += 1 }
    var way = 0.0
    for feature in columns.indices {
      var sums = [Double](repeating: 0, count: groupCount)
      for (value, group) in zip(columns[feature], groups) { sums[group] += value }
      for group in 0..<groupCount where sizes[group] > 0 {
        let place = group * width + feature
        let mean = sums[group] / sizes[group]
        way += (mean - means[place]) * (mean - means[place])
        means[place] = mean
      }
    }
    return way
  }
}
