/// How far demand falls from a forecast, learned from a backtest.
///
/// The variance of a day is v = (a m + b m²)(1 + c h) for the expected demand m and h days ahead: a Poisson-like
/// part, a part in proportion, and growth with the horizon. Scores (y − m) / √v of the backtest give the shape of
/// the distribution; the days of one path share an error, so that sums vary more than independent days would.
package struct ErrorModel: Sendable {
  /// a, units.
  package let poissonPart: Double
  /// b.
  package let proportionalPart: Double
  /// c, a day.
  package let growth: Double
  /// Correlation of two days' errors in the same path.
  package let correlation: Double
  /// (y − m) / √v, ascending.
  package let scores: [Double]
  /// In what amounts demand came.
  let unit: SaleUnit
  private let cases: [Case]

  /// A backtest day.
  struct Case: Sendable {
    let origin: Int
    let step: Int
    let expected: Double
    let actual: Double
  }

  /// Learns from backtest days; without any, from what is usual.
  ///
  /// - Parameters:
  ///   - cases: expected and actual demand, in the order of origins and days.
  ///   - unit: in what amounts demand came; the scale of the Poisson-like part without a backtest.
  init(_ cases: [Case], unit: SaleUnit) {
    self.cases = cases
    self.unit = unit
    guard cases.count >= 7 else {
      poissonPart = max(unit.usual, 1e-9)
      proportionalPart = 0.25
      growth = 0.01
      correlation = 0.1
      scores = Self.usualScores
      return
    }
    let parts = VarianceParts(cases, unit: unit.usual)
    (poissonPart, proportionalPart, growth) = (parts.poisson, parts.proportional, parts.growth)
    let raw = cases.map { item in
      (item.actual - item.expected)
        / Self.variance(parts.poisson, parts.proportional, parts.growth, item.expected, item.step)
        .squareRoot()
    }
    correlation = Self.correlation(raw, cases)
    // Few days do not show a tail: so many usual scores are mixed in.
    let mixed = max(0, 56 - raw.count) / Self.usualScores.count
    scores = (raw + (0..<mixed).flatMap { _ in Self.usualScores }).sorted()
  }

  /// Deviation of demand from its expected value, units.
  ///
  /// - Parameters:
  ///   - expected: units.
  ///   - step: days ahead, from 0.
  /// - Returns: √v.
  package func deviation(expected: Double, step: Int) -> Double {
    Self.variance(poissonPart, proportionalPart, growth, expected, step).squareRoot()
  }

  /// The demand that a day stays below with a probability, units; at least 0.
  package func quantile(_ probability: Double, expected: Double, step: Int) -> Double {
    max(0, expected + deviation(expected: expected, step: step) * score(probability))
  }

  /// The probability outside that makes intervals hold a share of the backtest's days.
  ///
  /// An article that sells on few days has days of 0 below any lower bound; the probability that saves is
  /// taken off the upper end, else an 80 % interval would hold 90 % of the days.
  func outside(level: Double) -> Double {
    let level = min(0.999, max(0.01, level))
    guard cases.count >= 28 else { return 1 - level }
    // One more than the level asks for: the scores are those the quantiles were read from.
    let aim = min(0.998, level + (1 - level) * 0.05) * Double(cases.count)
    var low = 0.0
    var high = 2 * (1 - level)
    for _ in 0..<14 {
      let middle = (low + high) / 2
      if Double(held(outside: middle)) >= aim { low = middle } else { high = middle }
    }
    return low
  }

  /// The bounds of a day, for a result of `outside(level:)`.
  ///
  /// A lower bound well below the least that was ever sold on a day is 0: nothing lies between but days without a
  /// sale, which a bound of 0.02 would leave out.
  func bounds(expected: Double, step: Int, outside: Double) -> (lower: Double, upper: Double) {
    bounds(expected, step, score(outside / 2), score(1 - outside / 2))
  }

  private func bounds(
    _ expected: Double,
    _ step: Int,
    _ low: Double,
    _ high: Double
  ) -> (lower: Double, upper: Double) {
    let deviation = deviation(expected: expected, step: step)
    let lower = min(expected, expected + deviation * low)
    let upper = max(expected, expected + deviation * high)
    return (lower < 0.9 * unit.smallest ? 0 : max(0, lower), upper)
  }

  private func held(outside: Double) -> Int {
    let (low, high) = (score(outside / 2), score(1 - outside / 2))
    return cases.count { item in
      let bounds = bounds(item.expected, item.step, low, high)
      return item.actual >= bounds.lower && item.actual <= bounds.upper
    }
  }

  /// The score at a probability, between the two nearest ones.
  private func score(_ probability: Double) -> Double {
    let place = min(1, max(0, probability)) * Double(scores.count + 1) - 1
    let low = min(scores.count - 1, max(0, Int(place.rounded(.down))))
    let high = min(scores.count - 1, low + 1)
    let part = min(1, max(0, place - Double(low)))
    return scores[low] + part * (scores[high] - scores[low])
  }

  private static func variance(
    _ poisson: Double,
    _ proportional: Double,
    _ growth: Double,
    _ expected: Double,
    _ step: Int
  ) -> Double {
    let mean = max(0, expected)
    return max(1e-12, (poisson * mean + proportional * mean * mean) * (1 + growth * Double(step)))
  }

  /// The mean product of two scores of one path, over their mean square; 0 to 0.9.
  private static func correlation(_ scores: [Double], _ cases: [Case]) -> Double {
    var sums: [Int: (sum: Double, squares: Double, count: Double)] = [:]
    for (score, item) in zip(scores, cases) {
      let old = sums[item.origin] ?? (0, 0, 0)
      sums[item.origin] = (old.sum + score, old.squares + score * score, old.count + 1)
    }
    var products = 0.0
    var pairs = 0.0
    for path in sums.values.sorted(by: { $0.sum < $1.sum }) {
      products += path.sum * path.sum - path.squares
      pairs += path.count * (path.count - 1)
    }
    let square = scores.reduce(0) { $0 + $1 * $1 } / Double(scores.count)
    // Two origins' worth of a usual 0.05 are added, as few paths tell little.
    let usual = 2.0 * 28 * 27
    return min(0.9, max(0, (products / max(square, 1e-12) + 0.05 * usual) / (pairs + usual)))
  }

  /// Scores of a skewed distribution of mean 0 and deviation 1: those of a Gamma with shape 4.
  static let usualScores: [Double] = [
    -1.42, -1.13, -0.91, -0.72, -0.54, -0.36, -0.16, 0.06, 0.33, 0.68, 1.2, 2.27,
  ]
}
