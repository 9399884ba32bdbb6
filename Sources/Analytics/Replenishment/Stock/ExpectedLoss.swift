/// Sales that will be lost if nothing is ordered.
///
/// Σ forecast from the stock-out day to the end of the lead time × selling price; 0 when stock lasts until then.
package struct ExpectedLoss: Sendable, Equatable {
  /// The stock-out day, counted from now; nil when stock lasts for the lead time.
  package let firstDay: Int?
  /// The last day counted: the end of the lead time.
  package let lastDay: Int
  /// Sales lost, units.
  package let units: Double
  /// Money a unit; nil when unknown.
  package let unitPrice: Double?
  /// Days of the lead time that are not forecast; above 0, the loss may be greater.
  package let missingDays: Int

  /// Money; nil when units are lost whose price is unknown.
  package var amount: Double? { units > 0 ? unitPrice.map { units * $0 } : 0 }

  /// The loss of a product.
  package init(_ situation: StockSituation) {
    let last = situation.leadTimeDays
    let first = situation.stockOutDay.flatMap { $0 <= last ? $0 : nil }
    firstDay = first
    lastDay = last
    units = first.map { situation.expectedDemand(from: $0, through: last) } ?? 0
    unitPrice = situation.unitPrice
    missingDays = situation.missingDays(through: last)
  }
}
