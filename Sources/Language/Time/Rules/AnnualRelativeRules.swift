import Values

/// A yearless period set by the clock: « mars dernier », "this summer", "Q3 this year".
enum AnnualRelativeRules {
  /// The rules, in the order in which they win ties.
  static let all = [last, lastAfter, this, next, nextAfter, inYear, afterYear]

  private static let last = TimeRule("last March", [.one(.last), .one(.annual)]) { match in
    reading(match.annual(1)) { $0.previous(match.clock) }
  }

  private static let lastAfter = TimeRule(
    "été dernier",
    [.one(.annual), .one(.lastAfter)]
  ) { match in
    reading(match.annual(0)) { $0.previous(match.clock) }
  }

  private static let this = TimeRule(
    "this summer",
    [.one(.this), .one(.annual), .maybe(.thisAfter)]
  ) { match in
    reading(match.annual(1)) { $0.current(match.clock) }
  }

  private static let next = TimeRule("next June", [.one(.next), .one(.annual)]) { match in
    reading(match.annual(1)) { $0.next(match.clock) }
  }

  private static let nextAfter = TimeRule(
    "juin prochain",
    [.one(.annual), .one(.nextAfter)]
  ) { match in
    reading(match.annual(0)) { $0.next(match.clock) }
  }

  private static let inYear = TimeRule(
    "Q3 this year, juin de l'année prochaine",
    [.one(.annual), .maybe(.of, .comma), .one(.period, .bareUnit)]
  ) { match in
    year(match[2], match.clock).flatMap { AnnualYearRules.named(match.annual(0), $0) }
  }

  private static let afterYear = TimeRule(
    "last year's Q3, l'an dernier en mars",
    [.one(.period), .maybe(.of), .one(.annual)]
  ) { match in
    year(match[0], match.clock).flatMap { AnnualYearRules.named(match.annual(2), $0) }
  }

  /// The number of a year that was said relative to now.
  private static func year(_ value: TimeValue?, _ clock: Clock) -> Int? {
    guard let (period, unit) = value?.container(clock), unit == .year else { return nil }
    return period.start?.year
  }

  private static func reading(_ annual: Annual?, _ pick: (Recurrence) -> Period?) -> Reading? {
    guard let annual, !annual.isDayRange else { return nil }
    return .period(pick(.annual(annual)), AnnualYearRules.nature(of: annual))
  }
}
