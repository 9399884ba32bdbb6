import SemanticModel
import Values

/// The two periods that a change lies between.
struct ComparedPeriods {
  let before: Period
  let after: Period

  /// Those of a query; where it names one, the unit before it; where it names none, the last two whole months.
  ///
  /// Nil where a period has no beginning or no end to count back from.
  init?(_ query: Query, now: CalendarDay) {
    let after = query.period?.cut(after: now) ?? Self.lastWholeMonth(now)
    if let before = query.comparison {
      self.before = before
    } else if let before = Self.before(after) {
      self.before = before
    } else {
      return nil
    }
    self.after = after
  }

  /// The month of "now" where it is its last day, else the one before.
  private static func lastWholeMonth(_ now: CalendarDay) -> Period {
    let month = Period(.month, containing: now)
    if month.lastDay == now { return month }
    return Period(.month, containing: month.start?.adding(days: -1) ?? now)
  }

  /// As many days, or the same unit, right before.
  private static func before(_ period: Period) -> Period? {
    guard let start = period.start, let length = period.length, length > 0 else { return nil }
    guard let grain = period.grain else {
      return Period(start: start.adding(days: -length), end: start)
    }
    return period.unitBefore(grain)
  }
}
