import Values

/// Years: "2018", "twenty eighteen", « l'année 93 », "fiscal year 2018".
enum YearRules {
  /// The rules, in the order in which they win ties.
  static let all = [plain, inTwoNumbers, named, apostrophe]

  private static let plain = TimeRule("year: 2018", [.one(.integer)]) { match in
    guard case .integer(let number, let digits) = match[0], digits == 4 || digits == 0,
      YearNumber.plausible.contains(number)
    else { return nil }
    return Reading(.year(number), digits == 4 ? .year : .firm)
  }

  private static let inTwoNumbers = TimeRule(
    "year: twenty eighteen",
    [.one(.integer), .one(.integer)]
  ) { match in
    guard case .integer(let first, digits: 0) = match[0], first == 19 || first == 20,
      case .integer(let second, digits: 0) = match[1], (10...99).contains(second)
    else { return nil }
    return Reading(.year(first * 100 + second))
  }

  private static let named = TimeRule(
    "year: the year 2018, année 93",
    [.one(.unit), .maybe(.of), .one(.integer)]
  ) { match in
    guard match.unit(0) == .year, case .integer(let number, let digits) = match[2],
      digits != 2 || match.nodes[1] == nil,
      let year = YearNumber.year(number, digits: digits == 0 ? 4 : digits)
    else { return nil }
    return Reading(.year(year))
  }

  private static let apostrophe = TimeRule(
    "year: '18",
    [.one(.quote), .glued(.integer)]
  ) { match in
    guard case .integer(let number, digits: 2) = match[1],
      let year = YearNumber.year(number, digits: 2)
    else { return nil }
    return Reading(.year(year), .risky)
  }
}
