import Values

/// Weeks by number or by a day in them: « semaine 12 », "week of the 18th".
enum WeekRules {
  /// The rules, in the order in which they win ties.
  static let all = [numbered, ofDay, ofDayNumber]

  private static let numbered = TimeRule(
    "week 12",
    [.one(.unit), .maybe(.numberSign), .one(.integer)]
  ) { match in
    guard case .unit(.week, isPlural: false) = match[0], let week = match.integer(2),
      (1...53).contains(week)
    else { return nil }
    return Reading(.annual(.week(week)))
  }

  private static let ofDay = TimeRule(
    "week of a day: semaine du 16 septembre",
    [.one(.unit), .one(.weekStart, .of), .one(.annual, .period, .monthly)]
  ) { match in
    guard case .unit(.week, isPlural: false) = match[0], let value = match[2] else { return nil }
    switch value {
    case .annual(let annual) where annual.isDayRange: return Reading(value)
    case .annual(let annual) where annual.isDay: return week(of: value, match.clock)
    case .period(let period, .plain) where period.length == 1: return week(of: value, match.clock)
    case .period(let period, .range): return .period(period, .range)
    case .monthly: return week(of: value, match.clock)
    default: return nil
    }
  }

  private static let ofDayNumber = TimeRule(
    "week of a day number: semaine du 18",
    [.one(.unit), .one(.weekStart), .one(.integer, .ordinal)]
  ) { match in
    guard case .unit(.week, isPlural: false) = match[0], let day = match.day(2) else { return nil }
    return week(of: .monthly(.monthly(.nth(day, .day))), match.clock)
  }

  private static func week(of value: TimeValue, _ clock: Clock) -> Reading? {
    guard let day = value.period(clock)?.start else { return nil }
    return .period(Period(.week, around: day), .named(.week))
  }
}
