/// The parts of the variance of a day's demand: a m + b m², growing by c a day.
struct VarianceParts {
  /// a, units.
  private(set) var poisson: Double
  /// b.
  private(set) var proportional: Double
  /// c.
  private(set) var growth = 0.0

  /// Least squares of (y − m)² on m and m², each day in proportion to its size, no part negative.
  ///
  /// - Parameters:
  ///   - cases: backtest days.
  ///   - unit: the scale of demand, which keeps a perfect backtest from claiming no error.
  init(_ cases: [ErrorModel.Case], unit: Double) {
    let usual = max(cases.reduce(0) { $0 + $1.expected } / Double(cases.count), 1e-9)
    var squares = (linear: 0.0, mixed: 0.0, quadratic: 0.0)
    var targets = (linear: 0.0, quadratic: 0.0)
    for item in cases {
      let mean = max(item.expected, 0.05 * usual)
      let weight = 1 / (mean * mean)
      let square = (item.actual - item.expected) * (item.actual - item.expected) * weight
      squares.linear += 1
      squares.mixed += mean
      squares.quadratic += mean * mean
      targets.linear += square * mean
      targets.quadratic += square * mean * mean
    }
    // Divided by m²: square / m² = a / m + b, fitted with weights m² so that small days do not rule.
    let determinant = squares.linear * squares.quadratic - squares.mixed * squares.mixed
    var slope = -1.0
    var constant = -1.0
    if determinant > 1e-9 * squares.linear * squares.quadratic {
      slope = (targets.linear * squares.quadratic - targets.quadratic * squares.mixed) / determinant
      constant = (targets.quadratic * squares.linear - targets.linear * squares.mixed) / determinant
    }
    if slope < 0 || constant < 0 {
      // Too little spread of m, or one part alone: the whole of it as both parts in equal shares.
      let whole = targets.linear / max(squares.mixed, 1e-12)
      (slope, constant) = (0.5 * whole * usual, 0.5 * whole)
    }
    poisson = max(slope, 1e-3 * unit)
    proportional = constant
    growth = Self.growth(cases, poisson, proportional)
  }

  /// How much more the second half of the horizon errs than the first, a day; half of what is seen.
  private static func growth(
    _ cases: [ErrorModel.Case],
    _ poisson: Double,
    _ proportional: Double
  ) -> Double {
    let last = cases.map(\.step).max() ?? 0
    guard last >= 6 else { return 0.005 }
    var halves = [(sum: 0.0, count: 0.0), (sum: 0.0, count: 0.0)]
    for item in cases {
      let mean = max(item.expected, 1e-9)
      let variance = poisson * mean + proportional * mean * mean
      let score = (item.actual - item.expected) * (item.actual - item.expected) / variance
      let half = item.step * 2 > last ? 1 : 0
      halves[half].sum += min(25, score)
      halves[half].count += 1
    }
    let near = halves[0].sum / max(1, halves[0].count)
    let far = halves[1].sum / max(1, halves[1].count)
    let ratio = near > 0 ? far / near : 1
    return min(0.03, max(0, 0.5 * (ratio - 1) / (Double(last) / 2)))
  }
}
