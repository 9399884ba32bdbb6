import Values

/// A period that comes again and again, and is meant once: which time depends on the clock.
enum Recurrence: Hashable, Sendable {
  case annual(Annual)
  /// A place in a month that was not named: "the 18th".
  case monthly(Inside)
  /// 1 is Monday.
  case weekday(Int)
  /// "Friday the 31st".
  case weekdayOn(Int, day: Int)

  /// The time it comes in the cycle that is `offset` cycles from a day's own.
  private func occurrence(near day: CalendarDay, offset: Int) -> Period? {
    switch self {
    case .annual(let annual):
      return annual.period(in: day.year + offset)
    case .monthly(let inside):
      let start = day.start(of: .month).adding(months: offset)
      return inside.period(in: Period(.month, around: start), unit: .month)
    case .weekday(let weekday):
      return .day(day.start(of: .week).adding(days: 7 * offset + weekday - 1))
    case .weekdayOn(let weekday, let number):
      let start = day.start(of: .month).adding(months: offset)
      guard let match = CalendarDay(year: start.year, month: start.month, day: number) else {
        return nil
      }
      return match.weekday == weekday ? .day(match) : nil
    }
  }

  /// Far enough back and forth for 29 February and for a Friday the 31st.
  private static let reach = 48

  /// The latest one that starts on or before a day.
  func last(startingBy day: CalendarDay) -> Period? {
    for offset in stride(from: 1, through: -Self.reach, by: -1) {
      if let period = occurrence(near: day, offset: offset), let start = period.start, start <= day
      {
        return period
      }
    }
    return nil
  }

  /// The first one that starts on or after a day.
  func first(startingFrom day: CalendarDay) -> Period? {
    for offset in -1...Self.reach {
      if let period = occurrence(near: day, offset: offset), let start = period.start, start >= day
      {
        return period
      }
    }
    return nil
  }

  /// The one a question without further words means: the latest begun, or the next for a forecast.
  func plain(_ clock: Clock) -> Period? {
    if clock.prefersFuture { return first(startingFrom: clock.now.adding(days: 1)) }
    if case .weekday = self { return last(startingBy: clock.now.adding(days: -1)) }
    return last(startingBy: clock.now)
  }

  /// The latest one that is over.
  func previous(_ clock: Clock) -> Period? {
    guard let latest = last(startingBy: clock.now), let start = latest.start, let end = latest.end
    else { return nil }
    return end <= clock.now ? latest : last(startingBy: start.adding(days: -1))
  }

  /// The next one to begin.
  func next(_ clock: Clock) -> Period? {
    first(startingFrom: clock.now.adding(days: 1))
  }

  /// The one of the current year, month or week; a season that is under way counts as current.
  func current(_ clock: Clock) -> Period? {
    let latest = last(startingBy: clock.now)
    if let latest, latest.contains(clock.now) { return latest }
    // Until autumn comes, "this winter" is the one that has just passed.
    if self == .annual(.season(12)), clock.now.month < 9 { return latest }
    return occurrence(near: clock.now, offset: 0)
  }
}
