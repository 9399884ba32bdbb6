import Values

/// What a period is set against: « par rapport au mois dernier », "vs N-1", "same period last
/// year".
enum ComparisonRules {
  /// The rules, in the order in which they win ties.
  static let all = [relative, marked, same, yearFirst, sameMarked, twice, previousOne]

  private static let relative = TimeRule(
    "compared with last month",
    [.one(.compared), .maybe(.the, .of), .one(.period)]
  ) { match in
    previous(match.period(2)?.nature)
  }

  private static let marked = TimeRule(
    "vs N-1",
    [.one(.compared), .maybe(.the, .of), .one(.comparison)]
  ) { match in
    match[2].map { Reading($0) }
  }

  private static let same = TimeRule(
    "same period last year",
    [.one(.samePeriod), .maybe(.of), .one(.period, .comparison)]
  ) { match in
    if case .comparison = match[2] { return match[2].map { Reading($0) } }
    return previous(match.period(2)?.nature)
  }

  private static let yearFirst = TimeRule(
    "l'an dernier à la même période",
    [.one(.period), .maybe(.comma), .one(.comparison)]
  ) { match in
    guard case .comparison(.yearBefore) = match[2], let nature = match.period(0)?.nature,
      nature == .relative(.year, -1)
    else { return nil }
    return Reading(.comparison(.yearBefore))
  }

  private static let sameMarked = TimeRule(
    "vs the same period",
    [.one(.compared), .maybe(.the), .one(.samePeriod)]
  ) { _ in
    Reading(.comparison(.yearBefore))
  }

  private static let twice = TimeRule(
    "N-1 à la même période",
    [.one(.comparison), .maybe(.comma, .of), .one(.comparison, .period)]
  ) { match in
    guard case .comparison(let left) = match[0] else { return nil }
    switch match[2] {
    case .comparison(let right) where left == right: return Reading(.comparison(left))
    case .period(_, .relative(.year, -1)) where left == .yearBefore:
      return Reading(.comparison(.yearBefore))
    default: return nil
    }
  }

  private static let previousOne = TimeRule(
    "vs the previous one",
    [.one(.compared), .one(.previousOne)]
  ) { _ in
    Reading(.comparison(.unitBefore(nil)))
  }

  /// The comparison with the unit before the current one; nil for any other period.
  private static func previous(_ nature: PeriodNature?) -> Reading? {
    guard case .relative(let unit, -1) = nature else { return nil }
    return Reading(.comparison(unit == .year ? .yearBefore : .unitBefore(unit.grain)))
  }
}
