import Values

/// The three years the demonstration covers, days being counted from the first one.
enum DemoCalendar {
  /// 1 April 2023, day 0.
  static let firstDay = day(2023, 4, 1)
  /// 31 March 2026, a Tuesday: nothing is dated later but plans (forecasts, expected deliveries).
  static let lastDay = day(2026, 3, 31)
  /// Days of history, both ends included.
  static let dayCount = lastDay.ordinal - firstDay.ordinal + 1
  /// Position of the last day.
  static let lastIndex = dayCount - 1
  /// Days planned beyond the last one.
  static let horizon = 90

  /// A day the source text names; one that does not exist is a mistake in that text.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    guard let result = CalendarDay(year: year, month: month, day: day) else {
      preconditionFailure("no such day: \(year)-\(month)-\(day)")
    }
    return result
  }

  /// Days from the first day to this one; negative before.
  static func index(_ day: CalendarDay) -> Int {
    day.ordinal - firstDay.ordinal
  }

  /// Same as `index(_:)` for a day given by its parts.
  static func index(_ year: Int, _ month: Int, _ day: Int) -> Int {
    index(self.day(year, month, day))
  }

  /// The day at a position.
  static func day(at index: Int) -> CalendarDay {
    firstDay.adding(days: index)
  }

  /// "2024-03-05" for a position; the days of the demonstration are written once and kept.
  static func iso(_ index: Int) -> String {
    let slot = index + textOffset
    return texts.indices.contains(slot) ? texts[slot] : day(at: index).iso
  }

  /// "2024-03-05 14:02:11" for a position and a second of the day.
  static func iso(_ index: Int, second: Int) -> String {
    var bytes = Array(iso(index).utf8)
    bytes.append(0x20)
    for (position, part) in [second / 3600, second / 60 % 60, second % 60].enumerated() {
      if position > 0 { bytes.append(0x3A) }
      bytes.append(UInt8(0x30 + part / 10))
      bytes.append(UInt8(0x30 + part % 10))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Position of the same day or of the Monday after when it is a Saturday or a Sunday.
  static func workingDay(_ index: Int) -> Int {
    let weekday = day(at: index).weekday
    return weekday > 5 ? index + 8 - weekday : index
  }

  /// Whether stock is counted that day: every week, on the weekday of the last day.
  static func isCountingDay(_ index: Int) -> Bool {
    index >= 0 && (lastIndex - index) % 7 == 0
  }

  private static let textOffset = 1500

  private static let texts: [String] =
    (-textOffset..<(dayCount + 2 * horizon)).map { day(at: $0).iso }
}
