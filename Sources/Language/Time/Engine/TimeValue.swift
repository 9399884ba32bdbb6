import Values

/// What a stretch of words means, on the way to a time span.
enum TimeValue: Hashable, Sendable {
  /// A function word, by its role.
  case word(NodeKind)
  /// A whole number and its count of digits; 0 when it is in words.
  case integer(Int, digits: Int)
  case ordinal(Int)
  case unit(TimeUnit, isPlural: Bool)
  /// "the month", "l'année": the current one, if anything.
  case bareUnit(TimeUnit)
  /// "3 months".
  case span(Int, TimeUnit)
  case inside(Inside)
  case year(Int)
  case annual(Annual)
  /// A place in a month that was not named ("the 18th").
  case monthly(Recurrence)
  case weekday(Int)
  case weekend
  case relative(RelativePhrase)
  case period(Period, PeriodNature)
  case comparison(TimeComparison)
  case grain(Grain, each: Bool)

  /// What rules ask for it by.
  var kind: NodeKind {
    switch self {
    case .word(let kind): kind
    case .integer: .integer
    case .ordinal: .ordinal
    case .unit: .unit
    case .bareUnit: .bareUnit
    case .span: .span
    case .inside: .inside
    case .year: .year
    case .annual: .annual
    case .monthly: .monthly
    case .weekday: .weekday
    case .weekend: .weekend
    case .relative: .relative
    case .period: .period
    case .comparison: .comparison
    case .grain: .grain
    }
  }
}

/// How a period came about, which decides what may be built on it.
enum PeriodNature: Hashable, Sendable {
  /// The unit so many units from the current one ("last month" is −1).
  case relative(TimeUnit, Int)
  /// A unit said by name and year ("March 2024").
  case named(TimeUnit)
  /// A day, or days that are no unit (a season, a weekend, part of a month).
  case plain
  /// From one moment to another.
  case range
  /// The last or next N units.
  case rolling
  /// Open on one side.
  case open
}

extension TimeValue {
  /// What the value repeats as, when it does.
  var recurrence: Recurrence? {
    switch self {
    case .annual(let annual): .annual(annual)
    case .monthly(let recurrence): recurrence
    case .weekday(let weekday): .weekday(weekday)
    default: nil
    }
  }

  /// The days meant, on their own; nil when the value is no period.
  func period(_ clock: Clock) -> Period? {
    switch self {
    case .year(let year):
      CalendarDay(year: year, month: 1, day: 1).map { Period(.year, around: $0) }
    case .period(let period, _): period
    default: recurrence?.plain(clock)
    }
  }

  /// The unit in which a part or an n-th may be looked for, with its whole bounds.
  func container(_ clock: Clock) -> (period: Period, unit: TimeUnit)? {
    switch self {
    case .year: period(clock).map { ($0, .year) }
    case .bareUnit(let unit), .unit(let unit, isPlural: false):
      (Period(unit, around: clock.now), unit)
    case .period(_, .relative(let unit, let offset)):
      (Period.relative(unit, offset, clock), unit)
    case .period(let period, .named(let unit)): (period, unit)
    default: nil
    }
  }

  /// A bound of a range, or what "since", "before" … may be said of.
  var isMoment: Bool {
    switch self {
    case .year, .weekday, .period(_, .relative), .period(_, .named), .period(_, .plain): true
    case .annual(let annual): !annual.isDayRange
    case .monthly(.monthly(.nth)), .monthly(.weekdayOn): true
    default: false
    }
  }
}
