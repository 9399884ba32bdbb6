/// Sales that an order placed now serves: lead time × expected demand a day × selling price.
package struct OrderBenefit: Sendable, Equatable {
  /// Days from order to receipt.
  package let leadTimeDays: Int
  /// Expected demand a day over the lead time, units.
  package let dailyForecast: Double
  /// Money a unit; nil when unknown.
  package let unitPrice: Double?

  /// Lead time × demand a day, units.
  package var units: Double { Double(leadTimeDays) * dailyForecast }
  /// Money; nil when units are sold whose price is unknown.
  package var amount: Double? { units > 0 ? unitPrice.map { units * $0 } : 0 }

  /// The benefit for a product.
  package init(_ situation: StockSituation) {
    leadTimeDays = situation.leadTimeDays
    dailyForecast = situation.dailyForecast
    unitPrice = situation.unitPrice
  }
}
