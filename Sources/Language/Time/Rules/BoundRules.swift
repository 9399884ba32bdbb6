import Values

/// Open ranges: "before 2018", « après la mi-mai », « jusqu'à fin juin », "2018 or earlier".
enum BoundRules {
  /// The rules, in the order in which they win ties.
  static let all = [before, after, until, untilNow, orEarlier]

  private static let before = TimeRule(
    "before February 2018",
    [.one(.before), .maybe(.the), .one(.year, .annual, .period, .weekday, .monthly)]
  ) { match in
    // "before the end of June": June is meant to the end.
    if case .annual(.inside(.part(.end), let outer))? = match[2] {
      return upTo(TimeValue.annual(outer).period(match.clock)?.end)
    }
    guard let start = moment(match, 2)?.start else { return nil }
    return .period(Period(start: nil, end: start), .open, .boundYear)
  }

  private static let after = TimeRule(
    "after mid-May",
    [.one(.after), .maybe(.the), .one(.year, .annual, .period, .weekday, .monthly)]
  ) { match in
    guard let end = moment(match, 2)?.end else { return nil }
    return .period(Period(start: end, end: nil), .open, .boundYear)
  }

  private static let until = TimeRule(
    "until the end of June",
    [.one(.until), .maybe(.the), .one(.year, .annual, .period, .weekday, .monthly)]
  ) { match in
    upTo(moment(match, 2)?.end)
  }

  private static let untilNow = TimeRule("until now", [.one(.until), .one(.now)]) { match in
    upTo(match.clock.now.adding(days: 1))
  }

  private static let orEarlier = TimeRule(
    "2018 or earlier",
    [.one(.year, .annual, .period, .weekday), .one(.orEarlier)]
  ) { match in
    upTo(moment(match, 0)?.end)
  }

  private static func moment(_ match: Match, _ place: Int) -> Period? {
    guard let value = match[place], value.isMoment else { return nil }
    return value.period(match.clock)
  }

  private static func upTo(_ end: CalendarDay?) -> Reading? {
    guard let end else { return nil }
    return .period(Period(start: nil, end: end), .open, .boundYear)
  }
}
