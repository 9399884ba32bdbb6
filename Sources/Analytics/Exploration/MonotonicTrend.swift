import Glibc

/// Whether a series goes up or down over time, whatever the shape: the Mann–Kendall test with Sen's slope.
package struct MonotonicTrend: Hashable, Sendable {
  /// Steps up less steps down, over all pairs.
  package let score: Int
  /// Two-sided, by the normal approximation with the correction for ties and for continuity.
  ///
  /// Kendall 1975; Gilbert 1987, chapter 16.
  package let chance: Double
  /// The median slope between all pairs, a unit of time (Sen 1968).
  package let slope: Double
  /// The median value, by which a slope is told in per cent.
  package let median: Double

  /// Points that the approximation needs.
  package static let least = 8

  /// Nil for a series that is too short or never changes.
  package init?(_ values: [Double]) {
    guard values.count >= Self.least, Set(values).count > 1 else { return nil }
    var score = 0
    var slopes: [Double] = []
    slopes.reserveCapacity(values.count * (values.count - 1) / 2)
    for later in values.indices {
      for earlier in 0..<later {
        let step = values[later] - values[earlier]
        score += step > 0 ? 1 : step < 0 ? -1 : 0
        slopes.append(step / Double(later - earlier))
      }
    }
    self.score = score
    slope = SampleShape.quantile(0.5, of: slopes.sorted())
    median = SampleShape.quantile(0.5, of: values.sorted())
    let variance = Self.variance(values)
    let distance = Double(max(0, abs(score) - 1))
    chance = variance > 0 ? erfc(distance / variance.squareRoot() / 2.0.squareRoot()) : 1
  }

  /// (n (n − 1)(2n + 5) − Σ t (t − 1)(2t + 5)) ÷ 18, t the sizes of groups of equal values.
  private static func variance(_ values: [Double]) -> Double {
    let term = { (size: Int) in Double(size * (size - 1) * (2 * size + 5)) }
    let ties = Dictionary(grouping: values) { $0 }.values.map { term($0.count) }
    return (term(values.count) - ties.sorted().reduce(0, +)) / 18
  }
}
