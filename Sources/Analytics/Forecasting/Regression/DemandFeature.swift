/// One influence on a day's demand, with a coefficient on the logarithmic scale.
enum DemandFeature: Hashable, Sendable {
  /// The level.
  case level
  /// Growth a year.
  case drift
  /// Sines and cosines of the year: 0 is sin 1×, 1 is cos 1×, 2 is sin 2×, …
  case yearly(Int)
  /// 1 is Monday.
  case weekday(Int)
  /// The first four days of a month.
  case monthStart
  /// The last four days of a month.
  case monthEnd
  /// The days around New Year, 0: 24–25 December, 1: 26–30 December, 2: 31 December and 1 January,
  /// 3: 2–6 January.
  case turnOfYear(Int)
  /// The product's own promotion.
  case promotion
  /// A day of an event.
  case event(String)
  /// One of the days of an event, counted from its first, where it differs from the others.
  case eventDay(String, Int)
  /// The level's departure around a date, counted from the calendar's first.
  case knot(Int)

  /// Whether the coefficient is the product's own and never taken from its category.
  var isLevel: Bool {
    switch self {
    case .level, .drift, .knot: true
    default: false
    }
  }

  /// The deviation expected of the coefficient before any data: how strongly it is held to its centre.
  var spread: Double {
    switch self {
    case .level: 10
    case .drift: 0.15
    case .yearly(let index): 0.25 / Double(index / 2 + 1)
    case .weekday: 0.3
    case .monthStart, .monthEnd: 0.08
    case .turnOfYear: 0.25
    case .promotion: 0.5
    case .event: 0.35
    case .eventDay: 0.2
    case .knot: 0.6
    }
  }
}
