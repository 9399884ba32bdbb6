/// Demand of the days after now from figures alone: forecasts that were stored, or made elsewhere.
///
/// The deviation of a day is read from its bounds as a normal one's: (upper − lower) ÷ 2 z, with z of the level;
/// without bounds demand is taken as certain. Sums vary as those of `Forecast`: Σ v + ρ ((Σ √v)² − Σ v).
package struct DailyDemand: DemandOutlook, Equatable {
  /// Units a day, at least 0.
  package let means: [Double]
  /// Units a day.
  private let deviations: [Double]
  /// Correlation of two days' errors, ρ.
  private let correlation: Double

  /// Takes days as they come.
  ///
  /// - Parameters:
  ///   - means: units a day from the day after now; what is negative or no number counts as 0.
  ///   - bounds: the interval of each day; days past the end have none.
  ///   - level: the share of days that the intervals hold, 0…1.
  ///   - correlation: of two days' errors, 0…1.
  package init(
    means: [Double],
    bounds: [ClosedRange<Double>] = [],
    level: Double = 0.8,
    correlation: Double = 0.1
  ) {
    self.means = means.map { $0.isFinite ? max(0, $0) : 0 }
    let width = 2 * NormalQuantile.of((1 + min(0.999, max(0.01, level))) / 2)
    deviations = bounds.map { bound in
      let deviation = (bound.upperBound - bound.lowerBound) / width
      return deviation.isFinite ? deviation : 0
    }
    self.correlation = min(1, max(0, correlation))
  }

  /// Demand of the next `count` days together.
  package func total(days count: Int) -> DemandTotal {
    let known = deviations.prefix(min(max(0, count), means.count))
    let sum = known.reduce(0, +)
    let squares = known.reduce(0) { $0 + $1 * $1 }
    let variance = squares + correlation * max(0, sum * sum - squares)
    return DemandTotal(mean: mean(days: count), variance: variance)
  }
}
