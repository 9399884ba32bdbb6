/// Articles change nothing: "the last month", « le 5 mars ».
enum ArticleRule {
  /// The rules, in the order in which they win ties.
  static let all = [before, unit, contracted]

  private static let before = TimeRule(
    "article: the last month",
    [.one(.the), .one(.period, .annual, .year, .weekday, .inside, .comparison, .span, .relative)]
  ) { match in
    guard let value = match[1], let evidence = match.evidence(1),
      match.period(1)?.nature != .open
    else { return nil }
    return Reading(value, evidence)
  }

  private static let unit = TimeRule("article: the month", [.one(.the), .one(.unit)]) { match in
    guard case .unit(let unit, isPlural: false) = match[1], unit != .day else { return nil }
    return Reading(.bareUnit(unit))
  }

  /// « du mois » holds both "of" and "the".
  private static let contracted = TimeRule(
    "article: du mois",
    [.one(.contracted), .one(.unit)]
  ) { match in
    guard case .unit(let unit, isPlural: false) = match[1], unit != .day else { return nil }
    return Reading(.bareUnit(unit))
  }
}
