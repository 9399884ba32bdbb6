/// Places inside a unit not named yet: « 2e semaine », "last Friday of …", "first 3 months of …".
enum InsideRules {
  /// The rules, in the order in which they win ties.
  static let all = [
    nth, lastOne, nthWeekday, lastWeekday, firstSpan, countFirst, lastSpan, countLast,
  ]

  private static let nth = TimeRule("n-th unit", [.one(.ordinal), .one(.unit)]) { match in
    guard let count = match.ordinal(0), count > 0, let unit = match.unit(1) else { return nil }
    return Reading(.inside(.nth(count, unit)))
  }

  private static let lastOne = TimeRule(
    "last unit of something",
    [.one(.last), .one(.unit)]
  ) { match in
    guard case .unit(let unit, isPlural: false) = match[1] else { return nil }
    return Reading(.inside(.nth(-1, unit)))
  }

  private static let nthWeekday = TimeRule(
    "n-th weekday: first Monday",
    [.one(.ordinal), .one(.weekday)]
  ) { match in
    guard let count = match.ordinal(0), (1...5).contains(count), let weekday = match.weekday(1)
    else { return nil }
    return Reading(.inside(.weekday(weekday, ordinal: count)))
  }

  private static let lastWeekday = TimeRule(
    "last weekday of something",
    [.one(.last), .one(.weekday)]
  ) { match in
    match.weekday(1).map { Reading(.inside(.weekday($0, ordinal: -1))) }
  }

  private static let firstSpan = TimeRule(
    "first N units: first three months",
    [.one(.ordinal), .one(.span)]
  ) { match in
    guard match.ordinal(0) == 1, let (count, unit) = match.span(1) else { return nil }
    return Reading(.inside(.slice(count, unit, fromEnd: false)))
  }

  private static let countFirst = TimeRule(
    "N first units: 3 premiers mois",
    [.one(.integer), .one(.ordinal), .one(.unit)]
  ) { match in
    guard let count = match.integer(0), (1...1000).contains(count), match.ordinal(1) == 1,
      let unit = match.unit(2)
    else { return nil }
    return Reading(.inside(.slice(count, unit, fromEnd: false)))
  }

  private static let lastSpan = TimeRule(
    "last N units of something",
    [.one(.last, .lastPlural), .one(.span)]
  ) { match in
    guard let (count, unit) = match.span(1) else { return nil }
    return Reading(.inside(.slice(count, unit, fromEnd: true)))
  }

  private static let countLast = TimeRule(
    "N last units of something",
    [.one(.integer), .one(.last, .lastPlural), .one(.unit)]
  ) { match in
    guard let count = match.integer(0), (1...1000).contains(count), let unit = match.unit(2) else {
      return nil
    }
    return Reading(.inside(.slice(count, unit, fromEnd: true)))
  }
}
