/// A past day that was forecast again from the days before it, beside what came.
package struct BacktestDay: Sendable, Equatable {
  /// Days from the day to the end of the history: 0 is the history's last day.
  package let age: Int
  /// Days from the origin of the forecast to the day, from 1.
  package let daysAhead: Int
  /// Units the combination expected.
  package let expected: Double
  /// The combination's interval, units.
  package let interval: ClosedRange<Double>
  /// Units that came.
  package let actual: Double

  /// Days that are kept one by one: whole origins of 28 days, so that all distances are there alike.
  package static let daysKept = 112
}
