import Values

/// The whole unit before the current one: "last month", « la semaine passée », and the one before
/// it.
enum PreviousUnitRules {
  /// The rules, in the order in which they win ties.
  static let all = [last, lastAfter, secondLast, beforeLast]

  private static let last = TimeRule("last month", [.one(.last), .one(.unit)]) { match in
    unit(match[1], -1, match.clock)
  }

  private static let lastAfter = TimeRule(
    "mois dernier",
    [.one(.unit), .one(.lastAfter)]
  ) { match in
    unit(match[0], -1, match.clock)
  }

  private static let secondLast = TimeRule(
    "avant-dernier mois",
    [.one(.secondLast), .one(.unit)]
  ) { match in
    unit(match[1], -2, match.clock)
  }

  private static let beforeLast = TimeRule(
    "the month before last",
    [.one(.unit), .one(.lastOfList)]
  ) { match in
    unit(match[0], -2, match.clock)
  }

  /// A "last day" is left alone: it is a delivery, a day of sale, anything.
  private static func unit(_ value: TimeValue?, _ offset: Int, _ clock: Clock) -> Reading? {
    guard case .unit(let unit, isPlural: false) = value, unit != .day else { return nil }
    return .period(.relative(unit, offset, clock), .relative(unit, offset))
  }
}
