import Values

/// The current unit, up to now: « ce mois-ci », "current quarter", « l'année en cours ».
enum CurrentUnitRules {
  /// The rules, in the order in which they win ties.
  static let all = [this, after, ofThe, contracted, plural]

  private static let this = TimeRule(
    "this month",
    [.one(.this), .one(.unit), .maybe(.thisAfter)]
  ) { match in
    guard case .unit(let unit, isPlural: false) = match[1] else { return nil }
    return current(unit, match.clock)
  }

  private static let after = TimeRule(
    "mois en cours",
    [.one(.unit), .one(.thisAfter)]
  ) { match in
    guard case .unit(let unit, isPlural: false) = match[0] else { return nil }
    return current(unit, match.clock)
  }

  /// Kept only when the question names no other period.
  private static let ofThe = TimeRule(
    "of the year",
    [.one(.of), .one(.bareUnit)]
  ) { match in
    guard case .bareUnit(let unit) = match[1] else { return nil }
    return .period(.toDate(unit, match.clock), .open, .bareUnit)
  }

  private static let contracted = TimeRule(
    "du mois",
    [.one(.contracted), .one(.unit)]
  ) { match in
    guard case .unit(let unit, isPlural: false) = match[1], unit != .day else { return nil }
    return .period(.toDate(unit, match.clock), .open, .bareUnit)
  }

  /// « ces 3 derniers mois », "this past week".
  private static let plural = TimeRule(
    "these last 3 months",
    [.one(.this), .one(.period)]
  ) { match in
    guard let (period, nature) = match.period(1) else { return nil }
    switch nature {
    case .rolling, .relative(_, -1), .relative(_, 1): return .period(period, nature)
    default: return nil
    }
  }

  private static func current(_ unit: TimeUnit, _ clock: Clock) -> Reading? {
    .period(.toDate(unit, clock), .relative(unit, 0))
  }
}
