/// A calendar unit used as a time axis.
package enum Grain: String, CaseIterable, Hashable, Sendable {
  case day, week, month, quarter, year
  /// Cyclic axes: Monday…Sunday, January…December, 0…23.
  case weekday, monthOfYear, hour

  /// Whether the axis repeats (weekday) rather than runs (week).
  package var isCyclic: Bool {
    self == .weekday || self == .monthOfYear || self == .hour
  }
}

extension CalendarDay {
  /// The first day of the unit this day lies in; the day itself for cyclic grains.
  package func start(of grain: Grain) -> CalendarDay {
    let (year, month, _) = components
    switch grain {
    case .week: return adding(days: 1 - weekday)
    case .month: return CalendarDay(year: year, month: month, day: 1) ?? self
    case .quarter: return CalendarDay(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? self
    case .year: return CalendarDay(year: year, month: 1, day: 1) ?? self
    case .day, .weekday, .monthOfYear, .hour: return self
    }
  }

  /// This day moved by whole units of the grain (cyclic grains count as days).
  package func adding(_ count: Int, _ grain: Grain) -> CalendarDay {
    switch grain {
    case .week: adding(days: 7 * count)
    case .month: adding(months: count)
    case .quarter: adding(months: 3 * count)
    case .year: adding(months: 12 * count)
    case .day, .weekday, .monthOfYear, .hour: adding(days: count)
    }
  }

  /// The ISO label of the unit this day lies in: `2018-11`, `2018-Q4`, the Monday of a week, `2018`; the day for cyclic grains.
  package func label(of grain: Grain) -> String {
    let first = start(of: grain)
    switch grain {
    case .month: return String(first.iso.prefix(7))
    case .quarter: return first.iso.prefix(4) + "-Q\((first.month + 2) / 3)"
    case .year: return String(first.iso.prefix(4))
    case .day, .week, .weekday, .monthOfYear, .hour: return first.iso
    }
  }

  /// ISO 8601 week number and the year it belongs to.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    let first = thursday.start(of: .year)
    return (thursday.year, (thursday.ordinal - first.ordinal) / 7 + 1)
  }
}
