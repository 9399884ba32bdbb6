import Values

/// From one moment to another, the last named unit included: "from March to May", « entre 2015 et
/// 2018 ».
enum RangeRules {
  /// The rules, in the order in which they win ties.
  static let all = [
    plain, to, between, toNow, betweenNow, glued, joined, opened, days, betweenDays, yearPair,
  ]

  private static let plain = TimeRule(
    "June 2015 - May 2018",
    [.one(.year, .annual, .period), .one(.dash), .maybe(.the), .one(.year, .annual, .period)]
  ) { match in
    range(match, 0, 3)
  }

  private static let to = TimeRule(
    "2014 to 2018, lundi à vendredi",
    [
      .one(.year, .annual, .period, .weekday, .monthly), .maybe(.comma), .one(.to, .until),
      .maybe(.the), .maybe(.of), .one(.year, .annual, .period, .weekday, .monthly),
    ]
  ) { match in
    range(match, 0, 5)
  }

  private static let between = TimeRule(
    "between 2015 and 2018",
    [
      .one(.between), .maybe(.the), .one(.year, .annual, .period, .weekday, .monthly),
      .one(.and, .to, .dash), .maybe(.the), .one(.year, .annual, .period, .weekday, .monthly),
    ]
  ) { match in
    range(match, 2, 5)
  }

  private static let toNow = TimeRule(
    "from January to now",
    [.one(.from, .since), .one(.year, .annual, .period), .one(.to, .until), .one(.now)]
  ) { match in
    untilNow(match[1], match.clock)
  }

  private static let betweenNow = TimeRule(
    "between January and now",
    [.one(.between), .maybe(.the), .one(.year, .annual, .period, .weekday), .one(.and), .one(.now)]
  ) { match in
    untilNow(match[2], match.clock)
  }

  private static let glued = TimeRule(
    "dec/2018-may/2019, mars/avril 2018",
    [.one(.annual), .glued(.slash), .glued(.annual, .period)]
  ) { match in
    range(match, 0, 2)
  }

  /// The lexer drops the hyphen between letters: "Jan-Feb" is two words that touch.
  private static let joined = TimeRule(
    "Jan-Feb 2017",
    [.one(.annual, .weekday), .glued(.annual, .period, .weekday)]
  ) { match in
    range(match, 0, 1)
  }

  /// "from", « de » and "since" before a range add nothing.
  private static let opened = TimeRule(
    "from March to May",
    [.one(.from, .since), .maybe(.the), .one(.period)]
  ) { match in
    guard let (period, nature) = match.period(2), nature == .range else { return nil }
    return .period(period, .range, match.evidence(2) == .year ? .boundYear : .firm)
  }

  private static let days = TimeRule(
    "14 February to 17",
    [.one(.annual), .one(.to, .until, .dash), .maybe(.the), .one(.integer, .ordinal)]
  ) { match in
    guard case .inside(.nth(let first, .day), let month) = match.annual(0), month.month != nil,
      let last = match.day(3), first < last
    else { return nil }
    return Reading(.annual(.inside(.days(first, last), month)))
  }

  private static let betweenDays = TimeRule(
    "between 14 February and 17",
    [
      .one(.between), .maybe(.the), .one(.annual), .one(.and), .maybe(.the),
      .one(.integer, .ordinal),
    ]
  ) { match in
    guard case .inside(.nth(let first, .day), let month) = match.annual(2), month.month != nil,
      let last = match.day(5), first < last
    else { return nil }
    return Reading(.annual(.inside(.days(first, last), month)))
  }

  private static let yearPair = TimeRule(
    "2018/2019",
    [.one(.year), .glued(.slash), .glued(.year)]
  ) { match in
    range(match, 0, 2)
  }

  private static func range(_ match: Match, _ first: Int, _ second: Int) -> Reading? {
    guard let left = match[first], let right = match[second], left.isMoment, right.isMoment,
      let period = RangeBounds.period(from: left, to: right, match.clock)
    else { return nil }
    if case .year = left, case .year = right { return .period(period, .range, .year) }
    return .period(period, .range)
  }

  private static func untilNow(_ value: TimeValue?, _ clock: Clock) -> Reading? {
    guard let value, value.isMoment else { return nil }
    let today = TimeValue.period(.day(clock.now), .relative(.day, 0))
    return .period(RangeBounds.period(from: value, to: today, clock), .range)
  }
}
