import Values

/// How the date of an event comes back from year to year.
enum Recurrence: Equatable {
  /// 25 December.
  case fixed(month: Int, day: Int)
  /// The fourth Thursday of November; counted from the end when `nth` is below 0. Monday is 1. So many days after it.
  case weekday(month: Int, weekday: Int, nth: Int, offset: Int = 0)
  /// So many days after Easter Sunday.
  case easter(offset: Int)
  /// A day of the Islamic calendar, by its arithmetical rule: a day early or late against what is observed.
  case hijri(month: Int, day: Int)

  /// Its days in some years, in order.
  func days(_ years: ClosedRange<Int>) -> [CalendarDay] {
    switch self {
    case .fixed(let month, let day):
      // 29 February is the 28th in other years.
      years.compactMap { year in
        CalendarDay(year: year, month: month, day: 1).flatMap { first in
          let last = CalendarDay.length(ofMonth: month, year: year)
          return day < 1 ? nil : first.adding(days: min(day, last) - 1)
        }
      }
    case .weekday(let month, let weekday, let nth, let offset):
      years.compactMap { Self.day($0, month, weekday, nth)?.adding(days: offset) }
    case .easter(let offset):
      years.compactMap { Self.easter($0)?.adding(days: offset) }
    case .hijri(let month, let day):
      Self.hijri(month, day, years)
    }
  }

  private static func day(_ year: Int, _ month: Int, _ weekday: Int, _ nth: Int) -> CalendarDay? {
    guard (1...7).contains(weekday), nth != 0, abs(nth) <= 5,
      let first = CalendarDay(year: year, month: month, day: 1)
    else { return nil }
    let last = first.adding(days: CalendarDay.length(ofMonth: month, year: year) - 1)
    let day =
      nth > 0
      ? first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
      : last.adding(days: -((last.weekday - weekday + 7) % 7) + 7 * (nth + 1))
    return day.month == month ? day : nil
  }

  /// Easter Sunday of the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8).
  private static func easter(_ year: Int) -> CalendarDay? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
    return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  private static func hijri(_ month: Int, _ day: Int, _ years: ClosedRange<Int>) -> [CalendarDay] {
    guard (1...12).contains(month), (1...30).contains(day) else { return [] }
    let first = (years.lowerBound - 622) * 33 / 32 - 1
    let last = (years.upperBound - 622) * 33 / 32 + 2
    guard first > 0 else { return [] }
    return (first...last).map { year in
      // The day's Julian number, of which 2,440,588 is 1970-01-01.
      let julian = (11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2 + day
      return CalendarDay(ordinal: julian + 1_948_440 - 385 - 2_440_588)
    }.filter { years.contains($0.year) }
  }
}
