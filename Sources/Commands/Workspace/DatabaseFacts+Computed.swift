import Batch
import Corpus
import Planning
import Values

extension DatabaseFacts {
  /// Adds the tables that the assistant computes itself, where the database has what they are computed from.
  ///
  /// - Parameter since: the first days of what is kept of past days.
  mutating func addComputed(since: [DayHistory: CalendarDay]) {
    let sales = ["product_id", "order_date", "quantity"]
    guard has("products", "id"), sales.allSatisfy({ has("sales_history", $0) }) else { return }
    let hasStock = has("stock_levels", "quantity_on_hand")
    for (name, columns) in ContractSchema.computed where name != "optiflow_outlook" || hasStock {
      self.columns[name] = Set(columns.map(\.0))
      for (column, kind) in columns where kind == .date {
        ranges[Column(name, column)] = days(of: name, since)
      }
    }
  }

  /// The days that a table may hold: those forecast again for the backtest, those kept, or those ahead.
  private func days(
    of table: String,
    _ since: [DayHistory: CalendarDay]
  ) -> ClosedRange<CalendarDay> {
    if let history = DayHistory(rawValue: table) { return min(now, since[history] ?? now)...now }
    let sales = ranges[Column("sales_history", "order_date")]
    switch table {
    case "optiflow_backtest":
      let first = now.adding(days: 1 - BacktestTable.days)
      return min(now, max(first, sales?.lowerBound ?? first))...now
    default: return now.adding(days: 1)...now.adding(days: DemandForecasts.horizon)
    }
  }
}
