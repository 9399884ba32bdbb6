import Glibc

/// Demand as a product of effects: log E(y) = level + trend + seasons + promotion + events.
///
/// A quasi-Poisson regression with log link (McCullagh and Nelder, "Generalized Linear Models", 1989, ch. 9):
/// Var(y) = φ E(y). Unlike a regression of log(1 + y) it is unbiased in units and takes zeros as they are.
/// Each coefficient is held to its prior centre by φ / spread², knots to their neighbours by φ / step²
/// (a random walk, so that the level beyond the data is the last one). Old days count less, outliers no more
/// than a limit (Huber, 1964), and days that were not as others nothing.
struct DemandRegression {
  /// One a column.
  private(set) var coefficients: [Double]
  /// φ, in units.
  private(set) var dispersion: Double
  /// The factor of the last system, for standard errors.
  private(set) var system: NormalEquations

  /// The deviation of the level's change from knot to knot, as this fit shows it.
  private(set) var knotStep: Double

  /// The product's usual sale on a day with sales, units.
  private let usualSale: Double

  /// Days after which a day counts half.
  static let halfLife = 730.0
  /// The share of the yearly growth that is left from one day to the next beyond the data.
  static let damping = 0.996

  /// Fits the first `count` days of a series.
  ///
  /// - Parameters:
  ///   - series: the product's days.
  ///   - count: how many of them, from the first.
  ///   - table: the features of its calendar.
  ///   - prior: where coefficients are held.
  ///   - start: a former fit to begin with.
  init(
    _ series: AlignedSeries,
    count: Int,
    table: FeatureTable,
    prior: CoefficientPrior,
    start: DemandRegression? = nil
  ) {
    let days = series.usual(count)
    usualSale = SaleUnit(days).middle
    let mean = max(days.reduce(0, +) / Double(max(1, days.count)), 1e-9)
    if let start {
      (coefficients, dispersion) = (start.coefficients, start.dispersion)
      knotStep = start.knotStep
    } else {
      coefficients = prior.centres
      coefficients[0] = log(mean)
      // The raw variance, which no outlier is above; each step brings it down.
      let variance = days.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, days.count))
      dispersion = variance / mean
      knotStep = prior.knotStep
    }
    var prior = prior
    prior.centres[0] = log(mean)
    prior.knotStep = knotStep
    system = NormalEquations(size: table.columns.count)
    let rounds = start == nil ? 6 : 3
    for _ in 0..<rounds {
      let change = step(series, count, table, prior)
      if change < 1e-4 { break }
    }
    knotStep = learnedKnotStep(table, table.places(of: series, count: count))
  }

  /// One step of Newton's method; the greatest change of a coefficient.
  private mutating func step(
    _ series: AlignedSeries,
    _ count: Int,
    _ table: FeatureTable,
    _ prior: CoefficientPrior
  ) -> Double {
    system.clear()
    let spread = accumulate(series, count, table)
    dispersion = max(spread, 1e-9)
    hold(table, prior)
    system.factor()
    let change = system.solution(system.right)
    var greatest = 0.0
    // A step of more than 2 multiplies demand by 7: the quadratic model is no guide that far.
    let length = change.reduce(0) { max($0, abs($1)) }
    let scale = length > 2 ? 2 / length : 1
    for column in change.indices where change[column].isFinite {
      coefficients[column] += change[column] * scale
      greatest = max(greatest, abs(change[column]))
    }
    return greatest
  }

  /// Adds the data's part of gradient and curvature; Pearson's estimate of φ.
  private mutating func accumulate(
    _ series: AlignedSeries,
    _ count: Int,
    _ table: FeatureTable
  ) -> Double {
    let decay = exp(-log(2) / Self.halfLife)
    var weight = pow(decay, Double(count))
    var pearson = 0.0
    var total = 0.0
    var row = FeatureRow()
    for day in 0..<count {
      weight /= decay
      if series.exceptional[day] { continue }
      row.load(series.start + day, promotion: series.promotions[day], from: table)
      let mean = exp(min(30, max(-30, row.product(with: coefficients, table))))
      let residual = min(series.quantities[day] - mean, most(above: mean))
      pearson += weight * residual * residual / max(mean, 1e-9)
      total += weight
      system.add(row, table, gradient: weight * residual, curvature: weight * mean)
    }
    return total > 0 ? pearson / total : 1
  }

  /// What a day may lie above its mean, units: more is an outlier, as a single bulk order is no season.
  ///
  /// Four deviations and three usual sales: any sale of a slow article is far above a mean near 0.
  func most(above mean: Double) -> Double {
    4 * (dispersion * mean).squareRoot() + 3 * usualSale
  }

  /// Adds the prior's part: ridge to the centres, and knots to their neighbours.
  private mutating func hold(_ table: FeatureTable, _ prior: CoefficientPrior) {
    for column in coefficients.indices {
      let strength = dispersion / (prior.spreads[column] * prior.spreads[column])
      system.add(column, column, strength)
      system.right[column] += strength * (prior.centres[column] - coefficients[column])
    }
    let strength = dispersion / (prior.knotStep * prior.knotStep)
    for knot in table.knotColumns.dropFirst() {
      let step = coefficients[knot] - coefficients[knot - 1]
      system.add(knot, knot, strength)
      system.add(knot - 1, knot - 1, strength)
      system.add(knot, knot - 1, -strength)
      system.right[knot] -= strength * step
      system.right[knot - 1] += strength * step
    }
  }

  /// One step of the EM algorithm for the variance of the knots' random walk: the mean of E(step²) over the knots
  /// within the data, with some weight on the usual value.
  ///
  /// Fast and steady levels need different stiffness; the fits at successive origins iterate it.
  private func learnedKnotStep(_ table: FeatureTable, _ places: Range<Int>) -> Double {
    var sum = Self.usualWeight * CoefficientPrior.usualKnotStep * CoefficientPrior.usualKnotStep
    for knot in places.dropFirst() {
      var difference = [Double](repeating: 0, count: system.size)
      difference[knot] = 1
      difference[knot - 1] = -1
      let step = coefficients[knot] - coefficients[knot - 1]
      let spread =
        dispersion * system.inverseForm(difference, from: table.knotColumns.lowerBound)
      sum += step * step + spread
    }
    let count = Self.usualWeight + Double(max(0, places.count - 1))
    return min(0.5, max(0.02, (sum / count).squareRoot()))
  }

  /// Knots that the usual step counts as.
  private static let usualWeight = 4.0

  /// The standard error of a coefficient: √(φ (XᵀWX + P)⁻¹), φ being within W's scale.
  func standardError(_ column: Int) -> Double {
    var unit = [Double](repeating: 0, count: system.size)
    unit[column] = 1
    return max(0, dispersion * system.solution(unit)[column]).squareRoot()
  }
}
