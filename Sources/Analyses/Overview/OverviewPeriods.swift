import SemanticModel
import Values

/// The period an overview is of, the one before, and the same a year before.
struct OverviewPeriods {
  let period: Period
  let before: Period
  let yearBefore: Period

  /// That of the question; else the running unit once it is more than half over, else the last whole one.
  ///
  /// The unit is the one the question names (« la semaine »), else the month. Nil for a period without beginning or end.
  init?(_ query: Query, now: CalendarDay) {
    let grain = query.keys.lazy.compactMap { key -> Grain? in
      guard case .time(let grain) = key, !grain.isCyclic else { return nil }
      return grain
    }.first
    let asked = query.period?.cut(after: now)
    let period = asked ?? Self.usual(grain ?? .month, now)
    guard let start = period.start, let length = period.length, length > 0, start <= now else {
      return nil
    }
    self.period = period
    before =
      query.comparison
      ?? period.grain.map { period.unitBefore($0) }
      ?? Period(start: start.adding(days: -length), end: start)
    yearBefore = period.shifted(months: -12)
  }

  private static func usual(_ grain: Grain, _ now: CalendarDay) -> Period {
    let unit = Period(grain, containing: now)
    guard let start = unit.start, let length = unit.length, unit.lastDay != now else { return unit }
    let isHalfOver = 2 * (now.ordinal - start.ordinal + 1) > length
    return isHalfOver ? .running(grain, on: now) : .lastWhole(grain, until: now)
  }
}
