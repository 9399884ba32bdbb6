/// A span of whole days, half-open: `start` is in, `end` is not.
///
/// A missing bound is open.
package struct Period: Hashable, Sendable {
  package var start: CalendarDay?
  package var end: CalendarDay?
  /// The unit the words named ("2018" is a year, "the last 30 days" are days); nil for free ranges.
  package var grain: Grain?
  /// Whether the unit is not over yet (this month) and was cut at "now".
  package var isPartial: Bool

  package init(start: CalendarDay?, end: CalendarDay?, grain: Grain? = nil, isPartial: Bool = false)
  {
    self.start = start
    self.end = end
    self.grain = grain
    self.isPartial = isPartial
  }

  /// One whole unit: the month, the year … that a day lies in.
  package init(_ grain: Grain, containing day: CalendarDay) {
    let start = day.start(of: grain)
    self.init(start: start, end: start.adding(1, grain), grain: grain)
  }

  /// The unit that a day lies in, as far as that day.
  package static func running(_ grain: Grain, on day: CalendarDay) -> Period {
    Period(start: day.start(of: grain), end: day.adding(days: 1), grain: grain, isPartial: true)
  }

  /// The last whole unit that is over with a day: its own where it is the last day of it, else the one before.
  package static func lastWhole(_ grain: Grain, until day: CalendarDay) -> Period {
    let unit = Period(grain, containing: day)
    if unit.lastDay == day { return unit }
    return unit.start.map { Period(grain, containing: $0.adding(days: -1)) } ?? unit
  }

  /// Number of days, when both bounds are known.
  package var length: Int? {
    guard let start, let end else { return nil }
    return end.ordinal - start.ordinal
  }

  /// The last day inside the period.
  package var lastDay: CalendarDay? { end?.adding(days: -1) }

  /// The same dates so many months later.
  ///
  /// The last day moves, not the bound behind it: to 28 February, not to 1 March minus one year.
  package func shifted(months: Int) -> Period {
    var shifted = self
    shifted.start = start?.adding(months: months)
    shifted.end =
      end?.day == 1
      ? end?.adding(months: months) : lastDay?.adding(months: months).adding(days: 1)
    return shifted
  }

  /// A period that goes on behind a day it has reached ("this year", "since January") ends with that day.
  package func cut(after day: CalendarDay) -> Period {
    let goesOn = end.map { $0 > day.adding(days: 1) } ?? (start != nil)
    guard goesOn, start.map({ $0 <= day }) ?? true else { return self }
    var cut = self
    cut.end = day.adding(days: 1)
    cut.isPartial = true
    return cut
  }

  /// The whole unit before; as many days of it as this one has, when it is not over.
  ///
  /// An open period is its own.
  package func unitBefore(_ grain: Grain) -> Period {
    guard let start, let length else { return self }
    let previous = start.adding(-1, grain)
    let sameLength = previous.adding(days: length)
    let end =
      if isPartial { min(sameLength, start) } else if start == start.start(of: grain) { start } else
      {
        sameLength
      }
    return Period(start: previous, end: end, grain: grain, isPartial: isPartial)
  }

  package func contains(_ day: CalendarDay) -> Bool {
    (start.map { $0 <= day } ?? true) && (end.map { day < $0 } ?? true)
  }
}

extension Period: CustomStringConvertible {
  /// "[2018-01-01, 2019-01-01)"; an open bound is "…".
  package var description: String {
    "[\(start?.iso ?? "…"), \(end?.iso ?? "…"))"
  }
}
