import Glibc

/// The computer's clock, in its own time zone.
package enum LocalTime {
  /// "2026-03-31 00:30:00".
  package static var now: String { text(of: time(nil)) }

  /// The same in digits alone, for names of files: "20260331003000".
  static var stamp: String { now.filter { $0.isNumber } }

  /// The text of seconds since 1970.
  package static func text(of seconds: Int) -> String {
    var seconds = seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }

  /// Seconds since 1970 of a text made by `text(of:)`; nil for any other.
  package static func seconds(of text: String) -> Int? {
    let numbers = text.split { "- :".contains($0) }.compactMap { Int32($0) }
    guard numbers.count == 6 else { return nil }
    var parts = tm()
    parts.tm_year = numbers[0] - 1900
    parts.tm_mon = numbers[1] - 1
    parts.tm_mday = numbers[2]
    parts.tm_hour = numbers[3]
    parts.tm_min = numbers[4]
    parts.tm_sec = numbers[5]
    parts.tm_isdst = -1
    return mktime(&parts)
  }

  /// Waits until the clock next shows so many minutes after midnight.
  ///
  /// It looks at the clock now and then: a computer that slept, or whose clock was set, is not late for long.
  package static func wait(untilMinute minute: Int) {
    let end = next(minute: minute, after: time(nil))
    while time(nil) < end { sleep(UInt32(min(30, max(1, end - time(nil))))) }
  }

  /// The next moment at which the clock shows so many minutes after midnight, seconds since 1970.
  static func next(minute: Int, after seconds: Int) -> Int {
    var seconds = seconds
    let start = seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    let isLater = Int(parts.tm_hour) * 60 + Int(parts.tm_min) >= minute
    parts.tm_hour = Int32(minute / 60)
    parts.tm_min = Int32(minute % 60)
    parts.tm_sec = 0
    if isLater { parts.tm_mday += 1 }
    // The C library finds out by itself whether summer time holds then.
    parts.tm_isdst = -1
    return max(start + 1, mktime(&parts))
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
