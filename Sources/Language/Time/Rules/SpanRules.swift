/// Lengths: "3 months", « une semaine », « une dizaine de jours ».
enum SpanRules {
  /// The rules, in the order in which they win ties.
  static let all = [counted, one, collection, hyphenated]

  private static let counted = TimeRule(
    "span: 3 months",
    [.one(.integer), .one(.unit)]
  ) { match in
    guard let count = match.integer(0), (1...1000).contains(count), let unit = match.unit(1) else {
      return nil
    }
    return Reading(.span(count, unit))
  }

  private static let one = TimeRule("span: a month", [.one(.one), .one(.unit)]) { match in
    guard case .unit(let unit, isPlural: false) = match[1] else { return nil }
    return Reading(.span(1, unit))
  }

  private static let collection = TimeRule(
    "span: une dizaine de jours",
    [.one(.integer), .one(.of), .one(.unit)]
  ) { match in
    guard case .integer(let count, digits: 0) = match[0], count > 1,
      case .unit(let unit, isPlural: let isPlural) = match[2], isPlural || unit == .month
    else { return nil }
    return Reading(.span(count, unit))
  }

  private static let hyphenated = TimeRule(
    "span: 5-day",
    [.one(.integer), .glued(.dash), .glued(.unit)]
  ) { match in
    guard let count = match.integer(0), (1...1000).contains(count), let unit = match.unit(2) else {
      return nil
    }
    return Reading(.span(count, unit))
  }
}
