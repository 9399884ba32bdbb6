/// A part of the day, from one time of day up to another one, which may lie behind midnight.
package struct DayHours: Hashable, Sendable {
  /// Minutes after midnight, up to 1439.
  package let start: Int
  /// The minute that no longer belongs to it, up to 1440, the end of the day; at or before `start` it is one of the next day.
  package let end: Int

  /// From one minute up to another; midnight as an end is that of the day's end.
  package init(from start: Int, to end: Int) {
    self.start = start % Self.day
    self.end = end == 0 ? Self.day : end
  }

  /// Whole hours.
  package init(_ start: Int, _ end: Int) {
    self.init(from: start * 60, to: end * 60)
  }

  /// Minutes of a day.
  package static let day = 24 * 60

  /// Whether it goes on behind midnight.
  package var wraps: Bool { end <= start }
}

extension DayHours: CustomStringConvertible {
  /// "22:00-06:00".
  package var description: String { Self.clock(start) + "-" + Self.clock(end) }

  /// "06:30", of minutes after midnight.
  package static func clock(_ minutes: Int) -> String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
