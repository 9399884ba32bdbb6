/// Days of named months: "5 May", "May 5th", « 1er mars », "23/Sep"; and months: « mois de mars ».
enum MonthDayRules {
  /// The rules, in the order in which they win ties.
  static let all = [
    dayMonth, ordinalOfMonth, glued, gluedMonthFirst, monthDay, dayOfThe, monthOf, isoWithName,
  ]

  private static let dayMonth = TimeRule(
    "day and month: 5 May",
    [.one(.integer), .one(.annual)]
  ) { match in
    reading(day: match.day(0), month: match.annual(1)?.month)
  }

  private static let ordinalOfMonth = TimeRule(
    "day and month: 4th of July",
    [.one(.ordinal), .maybe(.of), .one(.annual)]
  ) { match in
    reading(day: match.day(0), month: match.annual(2)?.month)
  }

  private static let glued = TimeRule(
    "day and month: 17-mai, 23/Sep",
    [.one(.integer), .glued(.dash, .slash), .glued(.annual)]
  ) { match in
    reading(day: match.day(0), month: match.annual(2)?.month)
  }

  private static let gluedMonthFirst = TimeRule(
    "month and day: Oct/2, Aug-10",
    [.one(.annual), .glued(.dash, .slash), .glued(.integer)]
  ) { match in
    reading(day: match.day(2), month: match.annual(0)?.month)
  }

  private static let monthDay = TimeRule(
    "month and day: May 5, May the 5th",
    [.one(.annual), .maybe(.the), .one(.integer, .ordinal)]
  ) { match in
    reading(day: match.day(2), month: match.annual(0)?.month)
  }

  /// The day waits for its month: « le 18 ».
  private static let dayOfThe = TimeRule(
    "day of the month: the 18th",
    [.one(.the), .one(.integer, .ordinal)]
  ) { match in
    guard let day = match.day(1) else { return nil }
    return Reading(.monthly(.monthly(.nth(day, .day))), .dayNumber)
  }

  private static let monthOf = TimeRule(
    "the month of March",
    [.one(.unit), .maybe(.of), .one(.annual)]
  ) { match in
    guard match.unit(0) == .month, let month = match.annual(2)?.month else { return nil }
    return Reading(.annual(.month(month)))
  }

  private static let isoWithName = TimeRule(
    "year, month by name, day: 2020/Sep/23",
    [.one(.year), .glued(.slash, .dash), .glued(.annual), .glued(.slash, .dash), .glued(.integer)]
  ) { match in
    guard let year = match.year(0), let month = match.annual(2)?.month, let day = match.day(4)
    else {
      return nil
    }
    return .period(Annual.day(month: month, day: day).period(in: year))
  }

  private static func reading(day: Int?, month: Int?) -> Reading? {
    guard let day, let month, Annual.day(month: month, day: day).period(in: 2024) != nil else {
      return nil
    }
    return Reading(.annual(.day(month: month, day: day)))
  }
}
