import Batch
import Corpus
import Planning
import Values

extension DatabaseFacts {
  /// Adds the tables that the assistant computes itself, where the database has what they are computed from.
  ///
  /// - Parameter alertsSince: the first day of which alert levels are kept; nil when none is yet.
  mutating func addComputed(alertsSince: CalendarDay?) {
    let sales = ["product_id", "order_date", "quantity"]
    guard has("products", "id"), sales.allSatisfy({ has("sales_history", $0) }) else { return }
    let hasStock = has("stock_levels", "quantity_on_hand")
    for (name, columns) in ContractSchema.computed where name != "optiflow_outlook" || hasStock {
      self.columns[name] = Set(columns.map(\.0))
      for (column, kind) in columns where kind == .date {
        ranges[Column(name, column)] = days(of: name, alertsSince)
      }
    }
  }

  /// The days that a table may hold: those forecast again for the backtest, those kept, or those ahead.
  private func days(of table: String, _ alertsSince: CalendarDay?) -> ClosedRange<CalendarDay> {
    let sales = ranges[Column("sales_history", "order_date")]
    switch table {
    case "optiflow_backtest":
      let first = now.adding(days: 1 - BacktestTable.days)
      return min(now, max(first, sales?.lowerBound ?? first))...now
    case "optiflow_alert_days": return min(now, alertsSince ?? now)...now
    default: return now.adding(days: 1)...now.adding(days: DemandForecasts.horizon)
    }
  }
}
