/// How well forecasts met demand.
///
/// Percentages are 0…100, errors are forecast − actual.
package struct ForecastAccuracy: Sendable, Equatable {
  /// Days compared.
  package let count: Int
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
    self.count = sums.count
    wape = sums.actual > 0 ? 100 * sums.absolute / sums.actual : nil
    mape = sums.sold > 0 ? 100 * sums.relative / Double(sums.sold) : nil
    mae = sums.absolute / count
    rmse = (sums.squared / count).squareRoot()
    bias = sums.error / count
    biasPercent = sums.actual > 0 ? 100 * sums.error / sums.actual : nil
    let spread = sums.actualSquared - sums.actual * sums.actual / count
    rSquared = spread > 1e-12 * sums.actualSquared ? 1 - sums.squared / spread : nil
    coverage = sums.withInterval > 0 ? 100 * Double(sums.held) / Double(sums.withInterval) : nil
  }

  private struct Sums {
    var count = 0
    var sold = 0
    var held = 0
    var withInterval = 0
    var actual = 0.0
    var actualSquared = 0.0
    var error = 0.0
    var absolute = 0.0
    var squared = 0.0
    var relative = 0.0

    mutating func add(_ actual: Double, _ forecast: Double, _ interval: ClosedRange<Double>?) {
      let difference = forecast - actual
      count += 1
      self.actual += actual
      actualSquared += actual * actual
      error += difference
      absolute += abs(difference)
      squared += difference * difference
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
