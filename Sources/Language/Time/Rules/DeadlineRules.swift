import Values

/// From tomorrow to a moment ahead: « d'ici fin juin », "by the end of the month".
enum DeadlineRules {
  /// The rules, in the order in which they win ties.
  static let all = [by, fromNow]

  private static let by = TimeRule(
    "d'ici fin juin",
    [.one(.deadline), .maybe(.the), .one(.year, .annual, .period, .weekday, .monthly)]
  ) { match in
    until(match[2], match.clock)
  }

  private static let fromNow = TimeRule(
    "between now and the end of June",
    [
      .one(.between, .from), .one(.now), .one(.and, .to, .until), .maybe(.the),
      .one(.year, .annual, .period, .weekday, .monthly),
    ]
  ) { match in
    until(match[4], match.clock)
  }

  private static func until(_ value: TimeValue?, _ clock: Clock) -> Reading? {
    guard let value, value.isMoment, let end = end(of: value, clock) else { return nil }
    let tomorrow = clock.now.adding(days: 1)
    guard end > tomorrow else { return nil }
    return .period(Period(start: tomorrow, end: end), .range, .boundYear)
  }

  /// The end of the first one that is not over.
  private static func end(of value: TimeValue, _ clock: Clock) -> CalendarDay? {
    switch value {
    case .period(_, .relative): return value.container(clock)?.period.end
    case .annual, .weekday, .monthly:
      guard let recurrence = value.recurrence,
        let current = recurrence.last(startingBy: clock.now.adding(days: 1))
      else { return nil }
      let limit = clock.now.adding(days: 1)
      if let end = current.end, end > limit { return end }
      return recurrence.first(startingFrom: limit)?.end
    default: return value.period(clock)?.end
    }
  }
}
