import Values

/// A place inside a larger unit, before one knows which: "the 2nd week", "early", "first Monday".
enum Inside: Hashable, Sendable {
  /// The beginning, middle or end of a unit.
  enum Part: Hashable, Sendable {
    case start, middle, end
  }

  case part(Part)
  /// The n-th unit; −1 is the last.
  case nth(Int, TimeUnit)
  /// The n-th weekday (1 is Monday); −1 is the last.
  case weekday(Int, ordinal: Int)
  /// The first or the last n units.
  case slice(Int, TimeUnit, fromEnd: Bool)
  /// Days of a month, both included.
  case days(Int, Int)
  /// The first or second half of a month.
  case fortnight(Int)

  /// The days meant inside a unit; nil when the unit has no such place.
  func period(in container: Period, unit: TimeUnit) -> Period? {
    guard let start = container.start, let end = container.end else { return nil }
    switch self {
    case .part(let part): return part.period(in: container, unit: unit)
    case .nth(let count, .week) where unit == .year: return Self.isoWeek(count, of: start.year)
    case .nth(let count, .week) where unit == .month: return Self.monthWeek(count, start, end)
    case .nth(let count, let inner): return Self.nth(count, inner, start, end)
    case .weekday(let weekday, let ordinal):
      return Self.weekday(weekday, ordinal, start, end)
    case .slice(let count, let inner, let fromEnd):
      let first = fromEnd ? end.adding(-count, inner) : start
      let last = fromEnd ? end : start.adding(count, inner)
      guard count > 0, first >= start, last <= end else { return nil }
      return Period(start: first, end: last, grain: inner.grain)
    case .days(let first, let last):
      guard unit == .month, first < last, first >= 1 else { return nil }
      let from = start.adding(days: first - 1)
      let until = start.adding(days: last)
      return until <= end ? Period(start: from, end: until) : nil
    case .fortnight(let half):
      guard unit == .month else { return nil }
      let middle = start.adding(days: 15)
      return half == 1 ? Period(start: start, end: middle) : Period(start: middle, end: end)
    }
  }

  private static func nth(
    _ count: Int,
    _ unit: TimeUnit,
    _ start: CalendarDay,
    _ end: CalendarDay
  ) -> Period? {
    guard unit != .week, abs(count) <= 400 else { return nil }
    let first = count < 0 ? end.adding(count, unit) : start.adding(count - 1, unit)
    guard count != 0, first >= start, first < end, first.adding(1, unit) <= end else { return nil }
    return Period(start: first, end: first.adding(1, unit), grain: unit.grain)
  }

  /// Week of a month: days 1–7, 8–14, 15–21, 22–28 and the rest; the last one is its last seven
  /// days.
  private static func monthWeek(_ count: Int, _ start: CalendarDay, _ end: CalendarDay) -> Period? {
    if count == -1 { return Period(start: end.adding(days: -7), end: end, grain: .week) }
    guard (1...5).contains(count) else { return nil }
    let first = start.adding(days: 7 * (count - 1))
    let last = count == 5 ? end : first.adding(days: 7)
    return first < last ? Period(start: first, end: last, grain: .week) : nil
  }

  /// ISO 8601 week of a year; week 1 holds 4 January, the last one 28 December.
  static func isoWeek(_ count: Int, of year: Int) -> Period? {
    guard let anchor = CalendarDay(year: year, month: 1, day: 4),
      let last = CalendarDay(year: year, month: 12, day: 28)
    else { return nil }
    let day = count < 0 ? last.adding(days: 7 * (count + 1)) : anchor.adding(days: 7 * (count - 1))
    let week = day.start(of: .week)
    guard count != 0, week.adding(days: 3).year == year else { return nil }
    return Period(start: week, end: week.adding(days: 7), grain: .week)
  }

  private static func weekday(
    _ weekday: Int,
    _ ordinal: Int,
    _ start: CalendarDay,
    _ end: CalendarDay
  ) -> Period? {
    let last = end.adding(days: -1)
    let day =
      ordinal < 0
      ? last.adding(days: -((last.weekday - weekday + 7) % 7))
      : start.adding(days: (weekday - start.weekday + 7) % 7 + 7 * (ordinal - 1))
    return day >= start && day < end ? .day(day) : nil
  }
}
