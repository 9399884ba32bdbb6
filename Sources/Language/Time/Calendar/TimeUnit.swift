import Values

/// A calendar unit as people name it: the grains of the model, and the half-year.
enum TimeUnit: Hashable, Sendable, CaseIterable {
  case day, week, month, quarter, half, year

  /// The grain of the model; nil for the half-year, which has none.
  var grain: Grain? {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .half: nil
    case .year: .year
    }
  }
}

extension CalendarDay {
  /// The first day of the unit this day lies in.
  func start(ofUnit unit: TimeUnit) -> CalendarDay {
    if let grain = unit.grain { return start(of: grain) }
    return CalendarDay(year: year, month: month <= 6 ? 1 : 7, day: 1) ?? self
  }

  /// This day moved by whole units.
  func adding(_ count: Int, _ unit: TimeUnit) -> CalendarDay {
    if let grain = unit.grain { return adding(count, grain) }
    return adding(months: 6 * count)
  }
}

extension Period {
  /// The whole unit a day lies in.
  init(_ unit: TimeUnit, around day: CalendarDay) {
    let start = day.start(ofUnit: unit)
    self.init(start: start, end: start.adding(1, unit), grain: unit.grain)
  }

  /// One day.
  static func day(_ day: CalendarDay) -> Period {
    Period(.day, around: day)
  }

  /// From the first day of a unit to now, the day itself included.
  static func toDate(_ unit: TimeUnit, _ clock: Clock) -> Period {
    let start = clock.now.start(ofUnit: unit)
    let end = clock.now.adding(days: 1)
    let isPartial = end < start.adding(1, unit)
    return Period(start: start, end: end, grain: unit.grain, isPartial: isPartial)
  }

  /// The whole unit that is `offset` units from the current one.
  static func relative(_ unit: TimeUnit, _ offset: Int, _ clock: Clock) -> Period {
    Period(unit, around: clock.now.start(ofUnit: unit).adding(offset, unit))
  }

  /// The last `count` units, today included.
  static func rolling(_ count: Int, _ unit: TimeUnit, _ clock: Clock) -> Period {
    let start = clock.now.adding(-count, unit).adding(days: 1)
    return Period(start: start, end: clock.now.adding(days: 1), grain: unit.grain)
  }

  /// The next `count` units, from tomorrow on.
  static func upcoming(_ count: Int, _ unit: TimeUnit, _ clock: Clock) -> Period {
    let end = clock.now.adding(count, unit).adding(days: 1)
    return Period(start: clock.now.adding(days: 1), end: end, grain: unit.grain)
  }
}
