/// The points that lie in no dense region, the noise of DBSCAN.
///
/// Ester et al. (1996).
package struct DensityOutliers: Sendable {
  /// The points that are noise, in order.
  package let points: [Int]
  /// Dense regions found.
  package let regionCount: Int
  /// The distance within which neighbours were counted, in standard deviations.
  package let reach: Double
  /// Neighbours, itself included, that make a point a core of a region.
  package let least: Int

  /// The share of points that may be called noise: the reach is widened where the distances bend earlier.
  package static let mostNoise = 0.05

  /// The noise of points; nil with too few to speak of dense regions.
  ///
  /// A core has twice as many neighbours as there are features, as Sander et al. (1998) advise, and never fewer than 5.
  ///
  /// - Parameter features: one row a point; standardised here.
  package init?(_ features: PointTable) {
    let table = features.standardised
    let least = max(5, 2 * table.width)
    guard table.count >= 4 * least else { return nil }
    let tree = PointTree(table)
    let distances = (0..<table.count).map { tree.distance(from: $0, toNearest: least - 1) }.sorted()
    let reach = max(Self.knee(distances), PointTable.quantile(1 - Self.mostNoise, of: distances))
    guard reach > 0 else { return nil }
    var regions = [Int](repeating: 0, count: table.count)
    var found = 0
    for point in 0..<table.count where regions[point] == 0 {
      let neighbours = tree.neighbours(of: point, within: reach)
      guard neighbours.count >= least else {
        regions[point] = -1
        continue
      }
      found += 1
      regions[point] = found
      var open = neighbours
      while let next = open.popLast() {
        if regions[next] == -1 { regions[next] = found }
        guard regions[next] == 0 else { continue }
        regions[next] = found
        let others = tree.neighbours(of: next, within: reach)
        if others.count >= least { open += others.filter { regions[$0] <= 0 } }
      }
    }
    points = regions.indices.filter { regions[$0] == -1 }
    regionCount = found
    self.reach = reach
    self.least = least
  }

  /// Where sorted distances bend most: the value farthest below the line from the first to the last one.
  ///
  /// The knee of Satopää et al. (2011).
  static func knee(_ sorted: [Double]) -> Double {
    guard let first = sorted.first, let last = sorted.last, last > first else {
      return sorted.last ?? 0
    }
    let steps = Double(sorted.count - 1)
    let gaps = sorted.enumerated().map { place, value in
      Double(place) / steps - (value - first) / (last - first)
    }
    let bend = gaps.indices.max { gaps[$0] < gaps[$1] } ?? sorted.count - 1
    return sorted[bend]
  }
}
