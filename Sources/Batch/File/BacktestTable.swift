import Analytics

/// What those who read `optiflow_backtest` must know of it.
package enum BacktestTable {
  /// Days up to now that it may hold.
  package static let days = BacktestDay.daysKept
}
