/// The variance of the demand of several days together, whose errors are correlated by ρ.
///
/// Σ v + ρ ((Σ √v)² − Σ v) is Σ (1 − ρ) v + (Σ √(ρ v))²: each day brings a part of its own, which adds up, and a
/// part that all days share, whose deviation adds up. So any days have the variance of their sum, from two numbers each.
package struct TotalVariance: Sendable, Equatable {
  /// Σ (1 − ρ) v, units².
  private var own = 0.0
  /// Σ √(ρ v), units.
  private var shared = 0.0

  /// Of no days.
  package init() {}

  /// Adds a day.
  package mutating func add(_ day: DayVariance) {
    own += day.own
    shared += day.shared
  }

  /// Units².
  package var value: Double { own + shared * shared }
}

/// What a day brings to the variance of all days it is told with.
package struct DayVariance: Sendable, Equatable, Hashable {
  /// (1 − ρ) v, units².
  package let own: Double
  /// √(ρ v), units.
  package let shared: Double

  package init(own: Double, shared: Double) {
    self.own = own
    self.shared = shared
  }
}

extension Forecast {
  /// What a day brings to the variance of a sum; `step` counts from 0, the day after now.
  package func variance(step: Int) -> DayVariance {
    guard basis != .none, days.indices.contains(step) else { return DayVariance(own: 0, shared: 0) }
    let deviation = errors.deviation(expected: days[step].mean, step: step)
    let correlation = min(1, max(0, errors.correlation))
    return DayVariance(
      own: (1 - correlation) * deviation * deviation,
      shared: correlation.squareRoot() * deviation
    )
  }
}
