/// How far from usual something is.
package enum AnomalySeverity: String, Comparable, Sendable {
  case low, medium, high, critical

  /// By the departure from what was expected, as a share: above 0.75 medium, 1 high, 2 critical.
  package init(departure: Double) {
    self =
      switch departure {
      case let share where share > 2: .critical
      case let share where share > 1: .high
      case let share where share > 0.75: .medium
      default: .low
      }
  }

  package static func < (left: AnomalySeverity, right: AnomalySeverity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }
}

/// A day on which much more or much less was sold than expected.
package struct SalesAnomaly: Sendable, Equatable {
  /// Position in the history.
  package let day: Int
  /// Units sold.
  package let actual: Double
  /// Units expected.
  package let expected: Double
  /// |actual − expected| ÷ expected.
  package let departure: Double
  /// (actual − expected) ÷ the deviation of a day with such an expectation.
  package let score: Double
  /// By the departure.
  package let severity: AnomalySeverity

  /// The anomalies of a history.
  ///
  /// A day is one when |actual − expected| ÷ expected > 50 % or |z| > 2.5. The first rule alone would call every
  /// second day of a slow article one, hence `leastScore`: how unusual it must be besides. 0 gives the bare rule.
  ///
  /// - Parameters:
  ///   - actual: units a day.
  ///   - expected: units a day, from a model that has not seen the day or that one day hardly moves.
  ///   - leastScore: |z| a departure of over 50 % needs.
  /// - Returns: in the order of days.
  package static func found(
    actual: [Double],
    expected: [Double],
    leastScore: Double = 0
  ) -> [SalesAnomaly] {
    let spread = ResidualSpread(actual: actual, expected: expected)
    return zip(actual, expected).enumerated().compactMap { day, pair in
      let (actual, expected) = pair
      guard actual.isFinite, expected.isFinite, expected > 1e-9 || actual > 0 else { return nil }
      let difference = actual - expected
      let departure = abs(difference) / max(expected, 1e-9)
      let score = difference / spread.deviation(expected: expected)
      guard abs(score) > 2.5 || (departure > 0.5 && abs(score) >= leastScore) else { return nil }
      return SalesAnomaly(
        day: day,
        actual: actual,
        expected: expected,
        departure: departure,
        score: score,
        severity: AnomalySeverity(departure: departure)
      )
    }
  }
}

/// The deviation of a day's demand, from the residuals of a history: √(φ m).
private struct ResidualSpread {
  private let dispersion: Double

  init(actual: [Double], expected: [Double]) {
    let ratios = zip(actual, expected).compactMap { actual, expected -> Double? in
      guard actual.isFinite, expected.isFinite, expected > 1e-9 else { return nil }
      return (actual - expected) * (actual - expected) / expected
    }
    // The largest 2 % are what is looked for; they are cut to the next so as not to hide themselves.
    let sorted = ratios.sorted()
    let cap = sorted.isEmpty ? 0 : sorted[max(0, Int(0.98 * Double(sorted.count)) - 1)]
    let sum = sorted.reduce(0) { $0 + min($1, cap) }
    dispersion = max(1e-9, sum / Double(max(1, sorted.count)))
  }

  func deviation(expected: Double) -> Double {
    (dispersion * max(expected, 1e-9)).squareRoot()
  }
}
