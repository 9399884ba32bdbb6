import Values

/// So many units back or ahead: « il y a 3 mois », "2 days ago", « dans 2 semaines », "5 days from
/// now".
enum AgoRules {
  /// The rules, in the order in which they win ties.
  static let all = [before, after, ahead, fromNow, fromDay]

  private static let before = TimeRule(
    "il y a 3 mois",
    [.one(.agoBefore), .one(.span)]
  ) { match in
    unit(match.span(1), -1, match.clock)
  }

  private static let after = TimeRule("3 months ago", [.one(.span), .one(.agoAfter)]) { match in
    unit(match.span(0), -1, match.clock)
  }

  private static let ahead = TimeRule(
    "dans 2 semaines, in 2 days from today",
    [.one(.inFuture), .one(.span), .maybe(.fromNow)]
  ) { match in
    unit(match.span(1), 1, match.clock, match.nodes[2] == nil ? .promise : .firm)
  }

  private static let fromNow = TimeRule(
    "5 days from now",
    [.one(.span), .one(.fromNow)]
  ) { match in
    unit(match.span(0), 1, match.clock)
  }

  /// Only days and weeks: a month after a day is seldom meant to the day.
  private static let fromDay = TimeRule(
    "2 days after tomorrow, 3 jours avant Noël",
    [.one(.span), .one(.after, .before, .onward), .maybe(.the), .one(.annual, .period, .weekday)]
  ) { match in
    guard let (count, unit) = match.span(0), unit == .day || unit == .week,
      let value = match[3], value.isMoment, let day = value.period(match.clock), day.length == 1,
      let start = day.start
    else { return nil }
    let sign = match[1] == .word(.before) ? -1 : 1
    return .period(.day(start.adding(sign * count, unit)))
  }

  private static func unit(
    _ span: (count: Int, unit: TimeUnit)?,
    _ sign: Int,
    _ clock: Clock,
    _ evidence: Evidence = .firm
  ) -> Reading? {
    guard let (count, unit) = span else { return nil }
    let offset = sign * count
    return .period(.relative(unit, offset, clock), .relative(unit, offset), evidence)
  }
}
