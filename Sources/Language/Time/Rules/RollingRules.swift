import Values

/// The last N units, today included: "last 30 days", « 3 derniers mois », « 12 mois glissants ».
enum RollingRules {
  /// The rules, in the order in which they win ties.
  static let all = [
    lastSpan, countLast, spanLast, sliding, slidingBefore, since, unnumbered, lapse, ended,
    endedUnit,
  ]

  private static let lastSpan = TimeRule(
    "last 3 months",
    [.one(.last, .lastPlural), .one(.span)]
  ) { match in
    rolling(match.span(1), match.clock)
  }

  private static let countLast = TimeRule(
    "3 derniers mois",
    [.one(.integer), .one(.last, .lastPlural), .one(.unit)]
  ) { match in
    rolling(count(match), match.clock)
  }

  private static let spanLast = TimeRule(
    "3 mois passés",
    [.one(.span), .one(.lastAfter)]
  ) { match in
    guard let (count, unit) = match.span(0), count > 1 else { return nil }
    return rolling((count, unit), match.clock)
  }

  private static let sliding = TimeRule(
    "12 mois glissants",
    [.one(.span), .one(.sliding)]
  ) { match in
    rolling(match.span(0), match.clock)
  }

  private static let slidingBefore = TimeRule(
    "rolling 12 months",
    [.one(.sliding), .one(.span)]
  ) { match in
    rolling(match.span(1), match.clock)
  }

  private static let since = TimeRule(
    "depuis 6 mois",
    [.one(.since), .one(.span)]
  ) { match in
    rolling(match.span(1), match.clock)
  }

  /// « ces derniers mois » names no number: a month of days or weeks, a quarter of months.
  private static let unnumbered = TimeRule(
    "ces derniers mois",
    [.one(.last, .lastPlural), .one(.unit)]
  ) { match in
    guard case .unit(let unit, let isPlural) = match[1],
      isPlural || (match[0] == .word(.lastPlural) && unit == .month)
    else { return nil }
    switch unit {
    case .day, .week: return .period(.rolling(30, .day, match.clock), .rolling)
    case .month, .quarter: return .period(.rolling(3, .month, match.clock), .rolling)
    case .half, .year: return .period(.rolling(3, .year, match.clock), .rolling)
    }
  }

  /// "haven't sold in six months": after a negated perfect, the months behind.
  private static let lapse = TimeRule(
    "not in 6 months",
    [.one(.inFuture), .one(.span)]
  ) { match in
    rolling(match.span(1), match.clock, .lapse)
  }

  private static let ended = TimeRule(
    "12 months ended 31 March 2026",
    [.one(.span), .one(.ended), .maybe(.the), .one(.annual, .period)]
  ) { match in
    upTo(match[3], match.span(0), match.clock)
  }

  private static let endedUnit = TimeRule(
    "year ended 31 December 2025",
    [.one(.unit), .one(.ended), .maybe(.the), .one(.annual, .period)]
  ) { match in
    upTo(match[3], match.unit(0).map { (1, $0) }, match.clock)
  }

  /// So many units up to the end of a moment.
  private static func upTo(
    _ moment: TimeValue?,
    _ span: (count: Int, unit: TimeUnit)?,
    _ clock: Clock
  ) -> Reading? {
    guard let span, let moment, moment.isMoment, let end = moment.period(clock)?.end else {
      return nil
    }
    let start = end.adding(-span.count, span.unit)
    return .period(Period(start: start, end: end, grain: span.unit.grain), .rolling)
  }

  /// "3 last week" counts something else; "3 last weeks" and « 3 derniers mois » count weeks and
  /// months.
  static func count(_ match: Match) -> (count: Int, unit: TimeUnit)? {
    guard let count = match.integer(0), (1...1000).contains(count),
      case .unit(let unit, let isPlural) = match[2],
      isPlural || unit == .month || count == 1 || match[1] == .word(.lastPlural)
    else { return nil }
    return (count, unit)
  }

  private static func rolling(
    _ span: (count: Int, unit: TimeUnit)?,
    _ clock: Clock,
    _ evidence: Evidence = .firm
  ) -> Reading? {
    guard let span else { return nil }
    return .period(.rolling(span.count, span.unit, clock), .rolling, evidence)
  }
}
