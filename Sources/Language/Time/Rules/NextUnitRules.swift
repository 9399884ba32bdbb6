import Values

/// The whole unit after the current one: "next month", « la semaine prochaine », « mois à venir ».
enum NextUnitRules {
  /// The rules, in the order in which they win ties.
  static let all = [next, nextAfter]

  private static let next = TimeRule("next month", [.one(.next), .one(.unit)]) { match in
    unit(match[1], match.clock)
  }

  private static let nextAfter = TimeRule(
    "mois prochain",
    [.one(.unit), .one(.nextAfter)]
  ) { match in
    unit(match[0], match.clock)
  }

  /// "Next day" is a way to ship.
  private static func unit(_ value: TimeValue?, _ clock: Clock) -> Reading? {
    guard case .unit(let unit, isPlural: false) = value, unit != .day else { return nil }
    return .period(.relative(unit, 1, clock), .relative(unit, 1))
  }
}
