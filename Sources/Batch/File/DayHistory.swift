import Diagnostics
import SQLiteStore
package import Values

/// What is kept of past days, to which each nightly run adds today's.
package enum DayHistory: String, CaseIterable, Sendable {
  /// How many products were at each alert level.
  case alerts = "optiflow_alert_days"
  /// How sound the data were.
  case quality = "optiflow_quality_days"
  /// What each rule of data quality came to.
  case checks = "optiflow_quality_checks"

  /// The first day that a side file has something of.
  ///
  /// - Parameter path: the side file.
  /// - Returns: nil when it has none, or there is no such file.
  package func firstDay(_ path: String) -> CalendarDay? {
    do throws(Failure) {
      let rows = try Connection.readOnly(path: path).query("SELECT MIN(day) FROM \(rawValue)").rows
      return rows.first?.first?.text.flatMap { CalendarDay(iso: $0) }
    } catch {
      return nil
    }
  }

  /// The first days of all that a side file has something of.
  ///
  /// - Parameter path: the side file.
  /// - Returns: none for what it lacks.
  package static func firstDays(_ path: String) -> [DayHistory: CalendarDay] {
    var days: [DayHistory: CalendarDay] = [:]
    for history in allCases { days[history] = history.firstDay(path) }
    return days
  }
}
