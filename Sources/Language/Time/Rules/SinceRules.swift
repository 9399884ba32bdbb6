import Values

/// From a moment on: « depuis janvier », "from October", "2018 or later", « depuis le début de
/// l'année ».
enum SinceRules {
  /// The rules, in the order in which they win ties.
  static let all = [startOfCurrent, since, onward, orLater, fromOnwards]

  private static let startOfCurrent = TimeRule(
    "since the beginning of the year",
    [
      .one(.since), .maybe(.the), .one(.inside), .maybe(.of), .maybe(.the, .this), .one(.unit),
      .maybe(.thisAfter),
    ]
  ) { match in
    guard match.inside(2) == .part(.start), case .unit(let unit, isPlural: false) = match[5] else {
      return nil
    }
    return .period(.toDate(unit, match.clock), .relative(unit, 0))
  }

  private static let since = TimeRule(
    "since January",
    [.one(.since), .maybe(.the), .one(.year, .annual, .period, .weekday, .monthly)]
  ) { match in
    from(match[2], match.clock)
  }

  /// "from October" alone; "from last month" only says of which month.
  private static let onward = TimeRule(
    "from October",
    [.one(.onward), .one(.year, .annual, .period, .monthly)]
  ) { match in
    switch match[1] {
    case .period(_, .relative(.day, _)), .period(_, .plain), .period(_, .named), .annual, .monthly:
      from(match[1], match.clock)
    case .year: match.evidence(1) == .year ? nil : from(match[1], match.clock)
    default: nil
    }
  }

  private static let orLater = TimeRule(
    "2018 or later",
    [.one(.year, .annual, .period, .weekday), .one(.orLater)]
  ) { match in
    from(match[0], match.clock)
  }

  private static let fromOnwards = TimeRule(
    "from January 2024 onwards",
    [.one(.from, .since), .maybe(.the), .one(.year, .annual, .period), .one(.orLater)]
  ) { match in
    from(match[2], match.clock)
  }

  private static func from(_ value: TimeValue?, _ clock: Clock) -> Reading? {
    guard let value, value.isMoment, let start = value.period(clock)?.start else { return nil }
    return .period(Period(start: start, end: nil), .open, .boundYear)
  }
}
