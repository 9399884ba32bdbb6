package import Values

/// The days that products are forecast on: history, horizon and events, made once for all products.
///
/// Day 0 is the first day; the history ends with "now", and the horizon follows it. What only depends on
/// the day (seasons, weekday, events) is kept here, so that a thousand products share it.
package struct DemandCalendar: Sendable {
  /// Day 0.
  package let firstDay: CalendarDay
  /// Days up to now, now included.
  package let historyCount: Int
  /// Days after now that can be forecast.
  package let horizon: Int
  /// What moves demand on some of the days.
  package let events: [CalendarEvent]
  /// Features of every day.
  let features: FeatureTable

  /// Lays out the days.
  ///
  /// - Parameters:
  ///   - firstDay: the first day of the longest history.
  ///   - now: the last day of every history.
  ///   - horizon: most days that will be forecast.
  ///   - events: with positions relative to `firstDay`.
  package init(firstDay: CalendarDay, now: CalendarDay, horizon: Int, events: [CalendarEvent] = [])
  {
    self.firstDay = firstDay
    self.historyCount = max(0, now.ordinal - firstDay.ordinal + 1)
    self.horizon = max(0, horizon)
    self.events = events
    features = FeatureTable(
      firstDay: firstDay,
      historyCount: historyCount,
      dayCount: historyCount + self.horizon,
      events: events
    )
  }

  /// The position of a day; negative before the first one.
  package func index(of day: CalendarDay) -> Int { day.ordinal - firstDay.ordinal }

  /// The day at a position.
  package func day(at index: Int) -> CalendarDay { firstDay.adding(days: index) }
}
