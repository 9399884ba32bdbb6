/// Quarters and half-years by their number: « 1er trimestre », "quarter 2", "second half".
enum QuarterRules {
  /// The rules, in the order in which they win ties.
  static let all = [ordinal, numbered]

  private static let ordinal = TimeRule(
    "third quarter",
    [.one(.ordinal), .one(.unit)]
  ) { match in
    guard let number = match.ordinal(0), let unit = match.unit(1) else { return nil }
    return reading(unit, number)
  }

  private static let numbered = TimeRule(
    "trimestre 2",
    [.one(.unit), .maybe(.numberSign), .one(.integer)]
  ) { match in
    guard case .unit(let unit, isPlural: false) = match[0], let number = match.integer(2) else {
      return nil
    }
    return reading(unit, number)
  }

  private static func reading(_ unit: TimeUnit, _ number: Int) -> Reading? {
    switch unit {
    case .quarter where (1...4).contains(number): Reading(.annual(.quarter(number)), .code)
    case .half where (1...2).contains(number): Reading(.annual(.half(number)), .code)
    default: nil
    }
  }
}
