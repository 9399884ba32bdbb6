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
    let after = query.period?.cut(after: now) ?? .lastWhole(.month, until: now)
    if let before = query.comparison {
      self.before = before
    } else if let before = Self.before(after) {
      self.before = before
    } else {
      return nil
    }
    self.after = after
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
