import Values

extension Inside.Part {
  /// The days of this part of a unit.
  ///
  /// Months: days 1–10, 11–20 and the rest. Years: the first quarter, the two in the middle, the
  /// last.
  /// Weeks: Monday–Tuesday, Wednesday–Thursday, Friday–Sunday. Quarters and seasons: one month
  /// each;
  /// half-years: two months each.
  func period(in container: Period, unit: TimeUnit) -> Period? {
    guard let start = container.start, let end = container.end else { return nil }
    switch unit {
    case .day: return nil
    case .week: return cut(start, start.adding(days: 2), start.adding(days: 4), end)
    case .month: return cut(start, start.adding(days: 10), start.adding(days: 20), end)
    case .quarter: return cut(start, start.adding(months: 1), start.adding(months: 2), end)
    case .half: return cut(start, start.adding(months: 2), start.adding(months: 4), end)
    case .year: return cut(start, start.adding(months: 3), start.adding(months: 9), end)
    }
  }

  private func cut(
    _ start: CalendarDay,
    _ first: CalendarDay,
    _ second: CalendarDay,
    _ end: CalendarDay
  ) -> Period {
    switch self {
    case .start: Period(start: start, end: first)
    case .middle: Period(start: first, end: second)
    case .end: Period(start: second, end: end)
    }
  }
}
