import Glibc

/// The computer's clock, in its own time zone.
package enum LocalTime {
  /// "2026-03-31 00:30:00".
  package static var now: String { text(of: time(nil)) }

  /// The text of seconds since 1970.
  package static func text(of seconds: Int) -> String {
    var seconds = seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }

  /// Seconds from now until the clock next shows so many minutes after midnight; at least 1.
  package static func seconds(untilMinute minute: Int) -> Int {
    var now = time(nil)
    let start = now
    var parts = tm()
    localtime_r(&now, &parts)
    let isLater = Int(parts.tm_hour) * 60 + Int(parts.tm_min) >= minute
    parts.tm_hour = Int32(minute / 60)
    parts.tm_min = Int32(minute % 60)
    parts.tm_sec = 0
    if isLater { parts.tm_mday += 1 }
    // The C library finds out by itself whether summer time holds then.
    parts.tm_isdst = -1
    return max(1, mktime(&parts) - start)
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
