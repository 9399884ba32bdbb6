import Diagnostics
import SQLiteStore
package import Values

/// The alert levels of past days, which each nightly run adds today's to.
package enum AlertHistory {
  /// The first day that a side file has levels of.
  ///
  /// - Parameter path: the side file.
  /// - Returns: nil when it has none, or there is no such file.
  package static func firstDay(_ path: String) -> CalendarDay? {
    do throws(Failure) {
      let rows = try Connection.readOnly(path: path)
        .query("SELECT MIN(day) FROM optiflow_alert_days").rows
      return rows.first?.first?.text.flatMap { CalendarDay(iso: $0) }
    } catch {
      return nil
    }
  }
}
