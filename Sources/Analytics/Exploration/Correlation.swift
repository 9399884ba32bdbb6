/// How strongly two figures go together over the same things.
package struct Correlation: Hashable, Sendable {
  /// Pearson's r, of the values: Σ(x − x̄)(y − ȳ) ÷ √(Σ(x − x̄)² Σ(y − ȳ)²).
  package let pearson: Double
  /// Spearman's ρ: Pearson's r of the ranks, ties sharing their mean rank.
  package let spearman: Double
  /// Things compared.
  package let count: Int
  /// Two-sided, of the ranks: t = ρ √((n − 2) ÷ (1 − ρ²)) with n − 2 degrees of freedom (Kendall & Stuart, 31.19).
  package let chance: Double

  /// How much a ρ says, by its size.
  package enum Strength: String, CaseIterable, Sendable {
    case none, weak, moderate, strong
  }

  /// Things that it takes to speak of a correlation.
  package static let least = 8
  /// The chance below which it is told from none.
  package static let significance = 0.05

  /// Nil with too few pairs, or where one of the two never changes.
  package init?(_ left: [Double], _ right: [Double]) {
    guard left.count == right.count, left.count >= Self.least,
      let pearson = Self.pearson(left, right),
      let spearman = Self.pearson(Ranks.of(left), Ranks.of(right))
    else { return nil }
    let count = left.count
    self.count = count
    self.pearson = pearson
    self.spearman = spearman
    let degrees = Double(count - 2)
    let rest = 1 - spearman * spearman
    let t = rest > 0 ? spearman * (degrees / rest).squareRoot() : Double.infinity
    chance = TestDistributions.twoSidedStudent(t, degrees: degrees)
  }

  /// Below 0.1 none, below 0.3 weak, below 0.5 moderate (Cohen 1988); none too where chance explains it.
  package var strength: Strength {
    let size = abs(spearman)
    if size < 0.1 || chance >= Self.significance { return .none }
    return size < 0.3 ? .weak : size < 0.5 ? .moderate : .strong
  }

  private static func pearson(_ left: [Double], _ right: [Double]) -> Double? {
    let count = Double(left.count)
    let (x, y) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for index in left.indices {
      let (dx, dy) = (left[index] - x, right[index] - y)
      xx += dx * dx
      yy += dy * dy
      xy += dx * dy
    }
    // Equal values differ by the noise of their mean.
    let least = 1e-18 * count
    guard xx > least * max(x * x, 1e-12), yy > least * max(y * y, 1e-12) else { return nil }
    return min(1, max(-1, xy / (xx.squareRoot() * yy.squareRoot())))
  }
}
