/// A figure that a calculation of stock or orders cannot take.
package enum ReplenishmentError: Error, Hashable, Sendable {
  /// What was given.
  package enum Figure: Hashable, Sendable {
    /// Days an order is to last.
    case coverDays
    /// Days from order to receipt.
    case leadTime
    /// Units a year.
    case annualDemand
    /// Money an order.
    case orderCost
    /// Money a unit and year.
    case holdingCost
    /// Money there is for orders.
    case budget
    /// Volume there is for orders.
    case volumeLimit
    /// The safety factor z.
    case safetyFactor
    /// Deviations above the mean from which a day is a peak.
    case peakFactor
  }

  /// A margin that is not within 0–50 %.
  case marginOutsideRange(percent: Double)
  /// A figure that must be above 0, and finite, and is not.
  case notPositive(Figure, Double)
  /// A history of fewer than two days, which has no deviation.
  case tooFewDays(Int)

  /// Lets a figure through that is above 0 and finite.
  static func check(_ value: Double, _ figure: Figure) throws(ReplenishmentError) {
    guard value > 0, value.isFinite else { throw .notPositive(figure, value) }
  }
}
