/// The order quantity that costs least in orders and holding together.
///
/// √(2 D S ÷ H) (Harris, How Many Parts to Make at Once, 1913).
package struct EconomicOrderQuantity: Sendable, Equatable {
  /// D, units a year.
  package let annualDemand: Double
  /// S, money an order.
  package let orderCost: Double
  /// H, money a unit and year.
  package let holdingCost: Double

  /// Before rounding, units.
  package var exact: Double { (2 * annualDemand * orderCost / holdingCost).squareRoot() }
  /// The nearest whole number of units, at least 1.
  package var quantity: Int { Int(min(1e15, max(1, exact.rounded()))) }
  /// Orders a year of the exact quantity.
  package var ordersPerYear: Double { annualDemand / exact }
  /// Money a year for orders and holding: √(2 D S H).
  package var annualCost: Double { exact * holdingCost }

  /// Takes the three figures, each above 0.
  ///
  /// - Parameters:
  ///   - annualDemand: units a year.
  ///   - orderCost: money an order.
  ///   - holdingCost: money a unit and year.
  /// - Throws: `notPositive` for the first that is not above 0.
  package init(
    annualDemand: Double,
    orderCost: Double,
    holdingCost: Double
  ) throws(ReplenishmentError) {
    try ReplenishmentError.check(annualDemand, .annualDemand)
    try ReplenishmentError.check(orderCost, .orderCost)
    try ReplenishmentError.check(holdingCost, .holdingCost)
    self.annualDemand = annualDemand
    self.orderCost = orderCost
    self.holdingCost = holdingCost
  }
}
