/// What was seen against what was to be expected, over several groups of observations that hang together.
///
/// The ratio of sums, with an interval from how much the groups differ: the linearised variance of a ratio estimator
/// over clusters, Σ (aᵢ − R eᵢ)² × k ÷ (k − 1) ÷ (Σ e)² (Cochran, "Sampling Techniques", 6.4), and Student's t with
/// k − 1 degrees of freedom.
package struct ExpectedRatio: Hashable, Sendable {
  /// Of one group: all that was seen, and all that was expected.
  package struct Part: Hashable, Sendable {
    package let actual: Double
    package let expected: Double

    package init(actual: Double, expected: Double) {
      self.actual = actual
      self.expected = expected
    }
  }

  /// Σ seen ÷ Σ expected; 1.5 is half as much again.
  package let factor: Double
  /// Lower end of the 95 % interval, not below 0; nil with one group.
  package let lower: Double?
  /// Upper end of it.
  package let upper: Double?
  /// Groups.
  package let count: Int
  /// Two-sided chance of such a ratio where the true one is 1; nil with one group.
  package let chance: Double?

  /// Nil where nothing was expected.
  package init?(_ parts: [Part]) {
    let parts = parts.filter { $0.expected > 0 }
    let expected = parts.reduce(0) { $0 + $1.expected }
    guard expected > 0 else { return nil }
    let factor = parts.reduce(0) { $0 + $1.actual } / expected
    self.factor = factor
    count = parts.count
    guard parts.count > 1 else {
      (lower, upper, chance) = (nil, nil, nil)
      return
    }
    let size = Double(parts.count)
    let squares = parts.reduce(0) { sum, part in
      let rest = part.actual - factor * part.expected
      return sum + rest * rest
    }
    let error = (squares * size / (size - 1)).squareRoot() / expected
    let width = TestDistributions.studentQuantile(twoSided: 0.05, degrees: size - 1) * error
    lower = max(0, factor - width)
    upper = factor + width
    chance = TestDistributions.twoSidedStudent((factor - 1) / max(error, 1e-300), degrees: size - 1)
  }
}
