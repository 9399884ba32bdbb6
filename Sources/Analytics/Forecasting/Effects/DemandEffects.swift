import Glibc

/// A factor on demand with the range it lies in.
package struct DemandMultiplier: Sendable, Equatable {
  /// 1.5 is half as much again.
  package let factor: Double
  /// Lower end of the range.
  package let lower: Double
  /// Upper end of the range.
  package let upper: Double
  /// How often it was seen: occurrences of an event, days of a promotion.
  package let observationCount: Int
}

/// What moves a product's demand, as estimated from its whole history.
package struct DemandEffects: Sendable {
  /// By the event's id, those that occurred in the history.
  package let events: [String: DemandMultiplier]
  /// Of an ordinary promotion; nil when there was none.
  package let promotion: DemandMultiplier?
  /// Monday to Sunday, their mean 1.
  package let weekdays: [Double]
  /// January to December without events and promotions, their mean 1.
  package let months: [Double]
  /// Growth of the level over the last year, or the whole of a shorter history: 0.1 is 10 % a year.
  package let yearlyTrend: Double

  init(
    _ run: CandidatePaths,
    _ series: AlignedSeries,
    on calendar: DemandCalendar,
    level: Double
  ) {
    let table = calendar.features
    let count = series.quantities.count
    let width = NormalQuantile.of((1 + level) / 2)
    let multiplier = { (column: Int, seen: Int) in
      let value = run.fit.coefficients[column]
      let error = width * run.fit.standardError(column)
      return DemandMultiplier(
        factor: exp(value),
        lower: exp(value - error),
        upper: exp(value + error),
        observationCount: seen
      )
    }
    let history = series.start..<series.start + count
    var events: [String: DemandMultiplier] = [:]
    for event in calendar.events {
      let seen = event.occurrences.count { $0.overlaps(history) }
      guard seen > 0, let column = table.columns.firstIndex(of: .event(event.id)) else { continue }
      events[event.id] = multiplier(column, seen)
    }
    self.events = events
    let promoted = series.promotions.prefix(count).count { $0 > 0 }
    promotion = promoted > 0 ? multiplier(table.promotionColumn, promoted) : nil
    let beta = run.fit.coefficients
    weekdays = Self.scaled(table.weekdayColumns.map { exp(beta[$0]) })
    months = Self.months(beta, calendar)
    let level = run.effects.level
    let back = min(365, count - 1)
    let growth = back >= 28 ? log(level[count - 1] / max(level[count - 1 - back], 1e-300)) : 0
    yearlyTrend = back >= 28 ? exp(min(3, max(-3, growth * 365 / Double(back)))) - 1 : 0
  }

  /// The waves of the year at the middle of each month, their mean 1.
  private static func months(_ beta: [Double], _ calendar: DemandCalendar) -> [Double] {
    scaled(
      (0..<12).map { month in
        let angle = 2 * Double.pi * (Double(month) + 0.5) / 12
        var sum = 0.0
        for wave in 1...FeatureTable.yearlyCount / 2 {
          sum += beta[2 * wave] * sin(angle * Double(wave))
          sum += beta[2 * wave + 1] * cos(angle * Double(wave))
        }
        return exp(min(5, max(-5, sum)))
      }
    )
  }

  private static func scaled(_ factors: [Double]) -> [Double] {
    let mean = factors.reduce(0, +) / Double(max(1, factors.count))
    return factors.map { $0 / mean }
  }
}
