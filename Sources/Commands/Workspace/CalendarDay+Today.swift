import Glibc
import Values

extension CalendarDay {
  /// The computer's day, in its own time zone.
  static var today: CalendarDay {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let day = CalendarDay(
      year: Int(parts.tm_year) + 1900,
      month: Int(parts.tm_mon) + 1,
      day: Int(parts.tm_mday)
    )
    return day ?? CalendarDay(ordinal: seconds / 86_400)
  }
}
