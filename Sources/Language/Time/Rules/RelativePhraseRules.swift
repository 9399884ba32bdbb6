import Values

/// Phrases of the book that wait for the clock: today, year to date, recently.
enum RelativePhraseRules {
  /// The rules, in the order in which they win ties.
  static let all = [phrase]

  private static let phrase = TimeRule("today, year to date", [.one(.relative)]) { match in
    guard case .relative(let phrase) = match[0] else { return nil }
    let clock = match.clock
    switch phrase {
    case .day(let offset):
      return .period(.relative(.day, offset, clock), .relative(.day, offset))
    case .toDate(let unit):
      return .period(.toDate(unit, clock), .relative(unit, 0))
    case .end(let unit):
      return .period(Inside.Part.end.period(in: Period(unit, around: clock.now), unit: unit))
    case .recently:
      return .period(.rolling(30, .day, clock), .rolling)
    case .lastDays(let count):
      return .period(.rolling(count, .day, clock), .rolling)
    case .twelveMonths:
      return .period(.rolling(12, .month, clock), .rolling)
    case .lastMonth:
      return .period(.relative(.month, -1, clock), .relative(.month, -1))
    case .untilNow:
      return .period(Period(start: nil, end: clock.now.adding(days: 1)), .open)
    }
  }
}
