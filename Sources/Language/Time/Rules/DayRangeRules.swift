/// Two days of one month: « 2 au 22 octobre », "November 19-20", "between 3 and 12 of Sept".
enum DayRangeRules {
  /// The rules, in the order in which they win ties.
  static let all = [pair, between, monthFirst, opened, openedBare, openedThe]

  private static let pair = TimeRule(
    "4 to 23",
    [.one(.integer, .ordinal), .one(.to, .until, .dash), .maybe(.the), .one(.integer, .ordinal)]
  ) { match in
    days(match.day(0), match.day(3))
  }

  private static let between = TimeRule(
    "between 4 and 22",
    [
      .one(.between), .maybe(.the), .one(.integer, .ordinal), .one(.and, .to), .maybe(.the),
      .one(.integer, .ordinal),
    ]
  ) { match in
    days(match.day(2), match.day(5))
  }

  private static let monthFirst = TimeRule(
    "November 19 to 20",
    [.one(.annual), .maybe(.the), .one(.inside)]
  ) { match in
    guard let month = match.annual(0)?.month, case .days(let first, let last) = match.inside(2),
      Annual.inside(.days(first, last), .month(month)).period(in: 2024) != nil
    else { return nil }
    return Reading(.annual(.inside(.days(first, last), .month(month))))
  }

  /// « du 2 au 22 octobre »: the preposition adds nothing.
  private static let opened = TimeRule(
    "from 2 to 22 October",
    [.one(.from, .between), .maybe(.the), .one(.annual, .inside)]
  ) { match in
    switch match[2] {
    case .annual(let annual) where annual.isDayRange: Reading(.annual(annual))
    case .inside(.days(let first, let last)): Reading(.inside(.days(first, last)))
    default: nil
    }
  }

  /// « du 5 au 10 »: days of the latest month.
  private static let openedBare = TimeRule(
    "du 5 au 10",
    [.one(.contracted), .one(.inside)]
  ) { match in
    latest(match.inside(1))
  }

  private static let openedThe = TimeRule(
    "from the 5th to the 10th",
    [.one(.from), .one(.the), .one(.inside)]
  ) { match in
    latest(match.inside(2))
  }

  private static func latest(_ inside: Inside?) -> Reading? {
    guard case .days(let first, let last) = inside else { return nil }
    return Reading(.monthly(.monthly(.days(first, last))), .dayNumber)
  }

  private static func days(_ first: Int?, _ last: Int?) -> Reading? {
    guard let first, let last, first < last else { return nil }
    return Reading(.inside(.days(first, last)))
  }
}
