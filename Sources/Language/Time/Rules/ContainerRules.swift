import Values

/// A place inside a unit that is named after it: « début mars », "last week of 2016", "end of
/// month".
enum ContainerRules {
  /// The rules, in the order in which they win ties.
  static let all = [inAnnual, inNamed, partOfBare, dayInRelative, placeAfter, numberedMonth]

  private static let inAnnual = TimeRule(
    "2nd week of March, mid-May",
    [.one(.inside), .maybe(.of), .maybe(.the), .one(.annual)]
  ) { match in
    guard let inside = match.inside(0), let outer = match.annual(3), fits(inside, outer.unit),
      !outer.isDay, !outer.isDayRange, needsNoLink(inside) || match.nodes[1] != nil
    else { return nil }
    return Reading(.annual(.inside(inside, outer)))
  }

  private static let inNamed = TimeRule(
    "third quarter of 2016, early last year, 20th of next month",
    [.one(.inside), .maybe(.of), .maybe(.the), .one(.year, .period, .bareUnit)]
  ) { match in
    guard let inside = match.inside(0), let value = match[3],
      let (period, unit) = value.container(match.clock), fits(inside, unit),
      match.nodes[1] != nil || needsNoLink(inside) || isLinked(value)
    else { return nil }
    return .period(inside.period(in: period, unit: unit), nature(of: inside))
  }

  /// « fin de mois », "mid-year".
  private static let partOfBare = TimeRule(
    "end of month",
    [.one(.inside), .maybe(.of), .one(.unit)]
  ) { match in
    guard let inside = match.inside(0), case .part = inside, let value = match[2],
      let (period, unit) = value.container(match.clock), fits(inside, unit)
    else { return nil }
    return .period(inside.period(in: period, unit: unit))
  }

  private static let dayInRelative = TimeRule(
    "20 du mois prochain",
    [.one(.integer, .ordinal), .one(.of), .maybe(.the), .one(.period, .bareUnit)]
  ) { match in
    guard let day = match.day(0), let (period, unit) = match[3]?.container(match.clock),
      unit == .month, !isNamed(match[3])
    else { return nil }
    return .period(Inside.nth(day, .day).period(in: period, unit: unit))
  }

  private static let placeAfter = TimeRule(
    "March, second week",
    [.one(.annual), .one(.comma), .one(.inside)]
  ) { match in
    guard let outer = match.annual(0), let inside = match.inside(2), fits(inside, outer.unit),
      !outer.isDay, !outer.isDayRange
    else { return nil }
    return Reading(.annual(.inside(inside, outer)))
  }

  private static let numberedMonth = TimeRule(
    "month number: mois 3 de 2018",
    [.one(.unit), .one(.integer), .maybe(.of), .one(.year)]
  ) { match in
    guard match.unit(0) == .month, let month = match.integer(1), (1...12).contains(month) else {
      return nil
    }
    return AnnualYearRules.named(.month(month), match.year(3))
  }

  /// Whether such a place is looked for in such a unit.
  private static func fits(_ inside: Inside, _ outer: TimeUnit) -> Bool {
    switch inside {
    case .part: outer != .day
    case .nth(_, .day), .weekday: outer != .day
    case .nth(_, let unit): order(unit) < order(outer) && !(unit == .week && outer == .quarter)
    case .slice(_, let unit, _): order(unit) < order(outer)
    case .days, .fortnight: outer == .month
    }
  }

  private static func order(_ unit: TimeUnit) -> Int {
    TimeUnit.allCases.firstIndex(of: unit) ?? 0
  }

  /// "Last month" before anything else is the month before this one, unless "of" ties them.
  private static func needsNoLink(_ inside: Inside) -> Bool {
    switch inside {
    case .nth(let count, _), .weekday(_, ordinal: let count): count > 0
    case .slice(_, _, fromEnd: true): false
    case .part, .slice, .days, .fortnight: true
    }
  }

  /// « dernier trimestre 2018 » needs no "of", and « du mois » holds it.
  private static func isLinked(_ value: TimeValue) -> Bool {
    switch value {
    case .year, .bareUnit: true
    default: false
    }
  }

  private static func isNamed(_ value: TimeValue?) -> Bool {
    if case .period(_, .named) = value { true } else { false }
  }

  private static func nature(of inside: Inside) -> PeriodNature {
    switch inside {
    case .nth(_, let unit) where unit != .day: .named(unit)
    case .days: .range
    default: .plain
    }
  }
}
