import Values

/// The next N units, from tomorrow on: "next 14 days", « 3 prochains mois », "within 10 days".
enum UpcomingRules {
  /// The rules, in the order in which they win ties.
  static let all = [nextSpan, countNext, spanNext, within, unnumbered]

  private static let nextSpan = TimeRule(
    "next 3 months",
    [.one(.next, .nextPlural), .one(.span)]
  ) { match in
    upcoming(match.span(1), match.clock)
  }

  private static let countNext = TimeRule(
    "3 prochains mois",
    [.one(.integer), .one(.next, .nextPlural), .one(.unit)]
  ) { match in
    guard let count = match.integer(0), (1...1000).contains(count),
      case .unit(let unit, let isPlural) = match[2],
      isPlural || unit == .month || count == 1 || match[1] == .word(.nextPlural)
    else { return nil }
    return upcoming((count, unit), match.clock)
  }

  private static let spanNext = TimeRule(
    "3 mois à venir",
    [.one(.span), .one(.nextAfter)]
  ) { match in
    upcoming(match.span(0), match.clock)
  }

  private static let within = TimeRule(
    "within 10 days",
    [.one(.within), .one(.span)]
  ) { match in
    upcoming(match.span(1), match.clock, .promise)
  }

  /// « dans les prochains jours » names no number: a month of days or weeks, a quarter of months.
  private static let unnumbered = TimeRule(
    "prochains mois",
    [.one(.next, .nextPlural), .one(.unit)]
  ) { match in
    guard case .unit(let unit, let isPlural) = match[1],
      isPlural || (match[0] == .word(.nextPlural) && unit == .month)
    else { return nil }
    switch unit {
    case .day, .week: return upcoming((30, .day), match.clock)
    case .month, .quarter: return upcoming((3, .month), match.clock)
    case .half, .year: return upcoming((3, .year), match.clock)
    }
  }

  private static func upcoming(
    _ span: (count: Int, unit: TimeUnit)?,
    _ clock: Clock,
    _ evidence: Evidence = .firm
  ) -> Reading? {
    guard let span else { return nil }
    return .period(.upcoming(span.count, span.unit, clock), .rolling, evidence)
  }
}
