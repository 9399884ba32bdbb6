/// How well forecasts met demand.
///
/// Percentages are 0…100, errors are forecast − actual.
package struct ForecastAccuracy: Sendable, Equatable {
  /// Days compared.
  package let count: Int
  /// What the figures below are ratios of: to be added up over products.
  package let totals: Totals
  /// Σ|error| ÷ Σ actual, percent; nil when nothing was sold.
  package let wape: Double?
  /// Mean of |error| ÷ actual over the days with demand, percent; nil without such days.
  package let mape: Double?
  /// Mean of |error|, units.
  package let mae: Double
  /// Root of the mean squared error, units.
  package let rmse: Double
  /// Mean of error, units: above 0 when too much was expected.
  package let bias: Double
  /// Σ error ÷ Σ actual, percent; nil when nothing was sold.
  package let biasPercent: Double?
  /// 1 − Σ error² ÷ Σ (actual − mean)²; nil when demand did not vary.
  package let rSquared: Double?
  /// Share of the days within their interval, percent; nil without intervals.
  package let coverage: Double?

  /// Sums over the days compared.
  package struct Totals: Sendable, Equatable {
    /// Σ actual, units.
    package fileprivate(set) var actual = 0.0
    /// Σ error, units.
    package fileprivate(set) var error = 0.0
    /// Σ|error|, units.
    package fileprivate(set) var absoluteError = 0.0
    /// Σ error², units².
    package fileprivate(set) var squaredError = 0.0
  }

  /// 100 − WAPE, at least 0.
  package var precision: Double? { wape.map { max(0, 100 - $0) } }

  /// Compares days; the shorter of the arrays rules, and what is no number is left out.
  ///
  /// - Parameters:
  ///   - actual: units a day.
  ///   - forecast: units a day.
  ///   - intervals: bounds of each day, where they are known.
  package init(
    actual: [Double],
    forecast: [Double],
    intervals: [ClosedRange<Double>]? = nil
  ) {
    var sums = Sums()
    for (day, pair) in zip(actual, forecast).enumerated()
    where pair.0.isFinite && pair.1.isFinite {
      sums.add(pair.0, pair.1, intervals.flatMap { $0.indices.contains(day) ? $0[day] : nil })
    }
    let count = Double(max(1, sums.count))
    let totals = sums.totals
    self.count = sums.count
    self.totals = totals
    wape = totals.actual > 0 ? 100 * totals.absoluteError / totals.actual : nil
    mape = sums.sold > 0 ? 100 * sums.relative / Double(sums.sold) : nil
    mae = totals.absoluteError / count
    rmse = (totals.squaredError / count).squareRoot()
    bias = totals.error / count
    biasPercent = totals.actual > 0 ? 100 * totals.error / totals.actual : nil
    let spread = sums.actualSquared - totals.actual * totals.actual / count
    rSquared = spread > 1e-12 * sums.actualSquared ? 1 - totals.squaredError / spread : nil
    coverage = sums.withInterval > 0 ? 100 * Double(sums.held) / Double(sums.withInterval) : nil
  }

  private struct Sums {
    var totals = Totals()
    var count = 0
    var sold = 0
    var held = 0
    var withInterval = 0
    var actualSquared = 0.0
    var relative = 0.0

    mutating func add(_ actual: Double, _ forecast: Double, _ interval: ClosedRange<Double>?) {
      let difference = forecast - actual
      count += 1
      totals.actual += actual
      actualSquared += actual * actual
      totals.error += difference
      totals.absoluteError += abs(difference)
      totals.squaredError += difference * difference
      if actual > 0 {
        sold += 1
        relative += abs(difference) / actual
      }
      if let interval {
        withInterval += 1
        if interval.contains(actual) { held += 1 }
      }
    }
  }
}
