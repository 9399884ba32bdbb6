import Diagnostics
import SQLiteStore
import Values

/// Keeps counts of the other tables in `optiflow_meta`, for those who only want to know how much there is.
struct IndicatorStep {
  let file: Connection

  private static let tables = [
    "optiflow_forecasts", "optiflow_outlook", "optiflow_accuracy", "optiflow_backtest",
    "optiflow_event_effects", "optiflow_alert_days", "optiflow_quality_days",
  ]

  /// Counts, inside the caller's transaction.
  ///
  /// - Returns: how many entries were written.
  func run() throws(Failure) -> Int {
    for table in Self.tables {
      let rows = try file.query("SELECT COUNT(*) FROM \(table)").rows
      let count = rows.first?.first?.number ?? 0
      try file.setMeta("rows.\(table)", String(Int(count)))
    }
    return Self.tables.count
  }
}
