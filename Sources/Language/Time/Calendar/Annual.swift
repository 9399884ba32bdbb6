import Values

/// Something that comes once a year and waits for its year: "March", "Q3", "5 May", "Christmas".
indirect enum Annual: Hashable, Sendable {
  case month(Int)
  case quarter(Int)
  case half(Int)
  /// ISO week.
  case week(Int)
  /// A meteorological season by its first month (3, 6, 9, 12); winter belongs to the year it
  /// begins in.
  case season(Int)
  case inside(Inside, Annual)

  /// One day of the year.
  static func day(month: Int, day: Int) -> Annual {
    .inside(.nth(day, .day), .month(month))
  }

  /// The days meant in a year; nil when that year has none (29 February).
  func period(in year: Int) -> Period? {
    switch self {
    case .month(let month): Self.months(from: month, 1, year, grain: .month)
    case .quarter(let quarter): Self.months(from: 3 * quarter - 2, 3, year, grain: .quarter)
    case .half(let half): Self.months(from: 6 * half - 5, 6, year, grain: nil)
    case .season(let month): Self.months(from: month, 3, year, grain: nil)
    case .week(let week): Inside.isoWeek(week, of: year)
    case .inside(let inside, let outer):
      outer.period(in: year).flatMap { inside.period(in: $0, unit: outer.unit) }
    }
  }

  /// The unit it counts as when something is looked for inside it.
  var unit: TimeUnit {
    switch self {
    case .month: .month
    case .quarter, .season: .quarter
    case .half: .half
    case .week: .week
    case .inside: .day
    }
  }

  /// The month, when it is a whole month.
  var month: Int? {
    if case .month(let month) = self { month } else { nil }
  }

  /// Whether it is a range of days ("2 to 22 October"), which no preposition opens.
  var isDayRange: Bool {
    if case .inside(.days, _) = self { true } else { false }
  }

  /// Whether it is one day ("5 May").
  var isDay: Bool {
    switch self {
    case .inside(.nth(_, .day), _), .inside(.weekday, _): true
    default: false
    }
  }

  private static func months(from month: Int, _ count: Int, _ year: Int, grain: Grain?) -> Period? {
    guard let start = CalendarDay(year: year, month: month, day: 1) else { return nil }
    return Period(start: start, end: start.adding(months: count), grain: grain)
  }
}
