import Values

/// Weekends, Saturday and Sunday: « le week-end dernier », "this weekend", "the weekend of May 5".
enum WeekendRules {
  /// The rules, in the order in which they win ties.
  static let all = [last, thisPast, lastAfter, this, next, nextAfter, ofDay]

  private static let last = TimeRule("last weekend", [.one(.last), .one(.weekend)]) { match in
    weekend(-1, match.clock)
  }

  private static let thisPast = TimeRule(
    "this past weekend",
    [.one(.this), .one(.last), .one(.weekend)]
  ) { match in
    weekend(-1, match.clock)
  }

  private static let lastAfter = TimeRule(
    "week-end dernier",
    [.one(.weekend), .one(.lastAfter)]
  ) { match in
    weekend(-1, match.clock)
  }

  private static let this = TimeRule(
    "this weekend",
    [.one(.this), .one(.weekend), .maybe(.thisAfter)]
  ) { match in
    weekend(0, match.clock)
  }

  private static let next = TimeRule("next weekend", [.one(.next), .one(.weekend)]) { match in
    weekend(1, match.clock)
  }

  private static let nextAfter = TimeRule(
    "week-end prochain",
    [.one(.weekend), .one(.nextAfter)]
  ) { match in
    weekend(1, match.clock)
  }

  private static let ofDay = TimeRule(
    "weekend of a day: week-end du 5 mai",
    [.one(.weekend), .one(.of), .one(.annual, .period, .monthly)]
  ) { match in
    guard let value = match[2], let start = value.period(match.clock)?.start else { return nil }
    switch value {
    case .annual(let annual) where annual.isDay || annual.isDayRange: break
    case .period(let period, .plain) where (period.length ?? 9) <= 3: break
    case .monthly: break
    case .period(_, .relative(.week, _)), .period(_, .named(.week)): break
    default: return nil
    }
    return .period(saturday(start.start(of: .week)))
  }

  private static func weekend(_ offset: Int, _ clock: Clock) -> Reading? {
    .period(saturday(clock.now.start(of: .week).adding(days: 7 * offset)))
  }

  private static func saturday(_ monday: CalendarDay) -> Period {
    Period(start: monday.adding(days: 5), end: monday.adding(days: 7))
  }
}
