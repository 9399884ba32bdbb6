import Glibc

/// Demand of several days together, as a distribution with a mean and a variance.
///
/// A Gamma distribution; for small totals of whole units the negative binomial one, which is Poisson's where the
/// variance is not above the mean. What stock has to cover.
package struct DemandTotal: Sendable, Equatable {
  /// Units.
  package let mean: Double
  /// Units².
  package let variance: Double
  /// Whether demand comes in whole units.
  package let isWhole: Bool

  /// A distribution by its moments.
  package init(mean: Double, variance: Double, isWhole: Bool = false) {
    self.mean = max(0, mean)
    self.variance = max(0, variance)
    self.isWhole = isWhole
  }

  /// P(demand > quantity): the risk that so many units do not suffice.
  package func probability(above quantity: Double) -> Double {
    guard quantity >= 0 else { return 1 }
    guard mean > 0 else { return 0 }
    if isWhole, mean < Self.countLimit { return 1 - count(upTo: quantity.rounded(.down)) }
    let bound = isWhole ? quantity.rounded(.down) + 0.5 : quantity
    guard variance > 1e-12 * mean * mean else { return mean > bound ? 1 : 0 }
    return 1 - GammaFunction.lowerRegularised(mean * mean / variance, bound * mean / variance)
  }

  /// Below this mean the probabilities of counts are added one by one.
  private static let countLimit = 200.0

  /// P(demand ≤ quantity) of a count, by p(k + 1) = p(k) q (r + k) / (k + 1), or Poisson's m / (k + 1).
  private func count(upTo quantity: Double) -> Double {
    let isPoisson = variance <= mean * 1.0001
    let share = isPoisson ? 0 : 1 - mean / variance
    let size = isPoisson ? 0 : mean * mean / (variance - mean)
    var term = isPoisson ? exp(-mean) : exp(size * log(mean / variance))
    var sum = term
    var number = 0.0
    while number < quantity, 1 - sum > 1e-9 {
      term *= (isPoisson ? mean : share * (size + number)) / (number + 1)
      sum += term
      number += 1
      // Past the mean, what is left falls geometrically; terms of nothing end it.
      if number > mean, term < 1e-15 { break }
    }
    return min(1, sum)
  }

  /// The least demand that is not exceeded with a probability, units; whole where demand is.
  package func quantile(_ probability: Double) -> Double {
    guard mean > 0, probability > 0 else { return 0 }
    var low = 0.0
    var high = mean + 12 * variance.squareRoot() + 1
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if 1 - self.probability(above: middle) < probability { low = middle } else { high = middle }
    }
    return isWhole ? (high - 1e-6).rounded(.up) : high
  }

  /// The range that holds demand with a probability, the same share outside on both sides.
  package func range(level: Double) -> ClosedRange<Double> {
    let low = quantile((1 - level) / 2)
    return low...max(low, quantile((1 + level) / 2))
  }
}

extension DemandTotal {
  /// The deviations of a normal distribution that hold four cases of five between them.
  private static let score = 1.2816

  /// The ends of the 80 % interval that answers tell, units; not rounded, and the mean within.
  ///
  /// By the cube root of a Gamma distribution, which is nearly normal (Wilson and Hilferty, 1931): m (1 − c/9 ± z √c/3)³
  /// with c = v/m². The same formula as `forecast_low` and `forecast_high` of the corpus, so that all surfaces say the same.
  package var told: ClosedRange<Double> {
    guard mean > 0 else { return 0...0 }
    let share = variance / (mean * mean)
    let ends = [-Self.score, Self.score].map { score in
      let root = max(0, 1 - share / 9 + score * share.squareRoot() / 3)
      return mean * root * root * root
    }
    return min(mean, ends[0])...max(mean, ends[1])
  }
}

/// The incomplete Gamma function.
enum GammaFunction {
  /// P(a, x) = γ(a, x) / Γ(a), to about ten digits.
  ///
  /// By its series below a + 1 and its continued fraction above (Abramowitz and Stegun, 6.5.29 and 6.5.31); for a
  /// above 10⁵ by the normal limit of the cube root (Wilson and Hilferty, 1931).
  static func lowerRegularised(_ shape: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    if shape > 1e5 {
      let z = (cbrt(x / shape) - 1 + 1 / (9 * shape)) * 3 * shape.squareRoot()
      return 0.5 * erfc(-z / 2.0.squareRoot())
    }
    let front = exp(shape * log(x) - x - logGamma(shape))
    return x < shape + 1
      ? min(1, front * series(shape, x)) : max(0, 1 - front * fraction(shape, x))
  }

  private static func series(_ shape: Double, _ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var next = shape
    for _ in 0..<5000 {
      next += 1
      term *= x / next
      sum += term
      if term < sum * 1e-12 { break }
    }
    return sum
  }

  /// Lentz's method.
  private static func fraction(_ shape: Double, _ x: Double) -> Double {
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var value = d
    for step in 1...5000 {
      let a = -Double(step) * (Double(step) - shape)
      b += 2
      d = a * d + b
      if abs(d) < 1e-300 { d = 1e-300 }
      c = b + a / c
      if abs(c) < 1e-300 { c = 1e-300 }
      d = 1 / d
      value *= d * c
      if abs(d * c - 1) < 1e-12 { break }
    }
    return value
  }

  /// ln Γ(x) for x > 0, by Stirling's series above 8 and the recurrence below.
  ///
  /// Not the C library's, which writes a global sign and so is not for two threads.
  static func logGamma(_ x: Double) -> Double {
    var shift = 0.0
    var x = x
    while x < 8 {
      shift -= log(x)
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / x
    return shift + (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series
  }
}
