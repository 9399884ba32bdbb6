import Values

/// Weekdays: "last Monday", « vendredi prochain », "Friday the 31st", "Sunday, March 6".
enum WeekdayRules {
  /// The rules, in the order in which they win ties.
  static let all = [
    last, lastAfter, this, next, thisNext, nextAfter, onDay, withDate, ofWeek, inWeek, after,
  ]

  private static let last = TimeRule("last Monday", [.one(.last), .one(.weekday)]) { match in
    previous(match.weekday(1), match.clock)
  }

  private static let lastAfter = TimeRule(
    "lundi dernier",
    [.one(.weekday), .one(.lastAfter)]
  ) { match in
    previous(match.weekday(0), match.clock)
  }

  private static let this = TimeRule("this Friday", [.one(.this), .one(.weekday)]) { match in
    .period(match.weekday(1).flatMap { day(of: $0, week: 0, match.clock) })
  }

  private static let next = TimeRule("next Friday", [.one(.next), .one(.weekday)]) { match in
    .period(match.weekday(1).flatMap { Recurrence.weekday($0).next(match.clock) })
  }

  private static let thisNext = TimeRule(
    "this coming Friday, this past Monday",
    [.one(.this), .one(.last, .next), .one(.weekday)]
  ) { match in
    if match[1] == .word(.last) { return previous(match.weekday(2), match.clock) }
    return .period(match.weekday(2).flatMap { Recurrence.weekday($0).next(match.clock) })
  }

  private static let nextAfter = TimeRule(
    "vendredi prochain",
    [.one(.weekday), .one(.nextAfter)]
  ) { match in
    .period(match.weekday(0).flatMap { Recurrence.weekday($0).next(match.clock) })
  }

  private static let onDay = TimeRule(
    "weekday and day number: Friday the 31st",
    [.one(.weekday), .maybe(.the), .one(.integer, .ordinal)]
  ) { match in
    guard let weekday = match.weekday(0), match.evidence(0) == .name || isOrdinal(match[2]),
      let day = match.day(2)
    else { return nil }
    return Reading(.monthly(.weekdayOn(weekday, day: day)), isOrdinal(match[2]) ? .name : .firm)
  }

  private static let withDate = TimeRule(
    "weekday before a date: Sunday, March 6",
    [.one(.weekday), .maybe(.comma), .one(.annual, .period)]
  ) { match in
    switch match[2] {
    case .annual(let annual) where annual.isDay: Reading(.annual(annual))
    case .period(let period, .plain) where period.length == 1: .period(period)
    default: nil
    }
  }

  private static let ofWeek = TimeRule(
    "weekday of a week: Tuesday next week",
    [.one(.weekday), .maybe(.of), .maybe(.the), .one(.period)]
  ) { match in
    within(match[3], match.weekday(0), match.clock)
  }

  private static let inWeek = TimeRule(
    "weekday after its week: last week Sunday",
    [.one(.period), .maybe(.of), .one(.weekday)]
  ) { match in
    within(match[0], match.weekday(2), match.clock)
  }

  /// « lundi en huit » is a week after the next Monday.
  private static let after = TimeRule(
    "lundi en huit",
    [.one(.weekday), .one(.of), .one(.integer)]
  ) { match in
    guard let weekday = match.weekday(0), case .integer(8, digits: 0) = match[2],
      let next = Recurrence.weekday(weekday).next(match.clock)?.start
    else { return nil }
    return .period(.day(next.adding(days: 7)))
  }

  private static func isOrdinal(_ value: TimeValue?) -> Bool {
    if case .ordinal = value { true } else { false }
  }

  private static func previous(_ weekday: Int?, _ clock: Clock) -> Reading? {
    guard let weekday else { return nil }
    return .period(Recurrence.weekday(weekday).last(startingBy: clock.now.adding(days: -1)))
  }

  private static func day(of weekday: Int, week: Int, _ clock: Clock) -> Period {
    .day(clock.now.start(of: .week).adding(days: 7 * week + weekday - 1))
  }

  private static func within(_ value: TimeValue?, _ weekday: Int?, _ clock: Clock) -> Reading? {
    guard let weekday, let (period, unit) = value?.container(clock), unit == .week,
      let start = period.start
    else { return nil }
    return .period(.day(start.adding(days: weekday - 1)))
  }
}
