/// A product that is to be ordered, with what an order of it costs and saves.
package struct OrderCandidate: Sendable, Equatable {
  /// The product.
  package let product: NamedKey
  /// Who supplies it; nil when unknown.
  package let supplier: NamedKey?
  /// Units that are suggested, at least 0.
  package let quantity: Int
  /// Units a pack, at least 1.
  package let packSize: Int
  /// Money a unit; nil when unknown.
  package let unitCost: Double?
  /// Volume a unit; nil when unknown.
  package let unitVolume: Double?
  /// Units that will be lost without an order.
  package let unitsAtRisk: Double
  /// Money lost with each of them; 0 when the price is unknown.
  package let unitLoss: Double
  /// Units on hand.
  package let onHand: Double
  /// Expected demand a day, units.
  package let dailyForecast: Double

  /// A product and the quantity suggested for it.
  ///
  /// - Parameters:
  ///   - situation: the product.
  ///   - quantity: units; negative ones count as 0, and none above 10¹⁵.
  package init(_ situation: StockSituation, quantity: Int) {
    let loss = ExpectedLoss(situation)
    product = situation.product
    supplier = situation.supplier
    self.quantity = min(max(0, quantity), Self.largest)
    packSize = situation.packSize
    // A cost of 0 is one that nobody entered: it would make the product free.
    unitCost = situation.unitCost.flatMap { $0 > 0 ? $0 : nil }
    unitVolume = situation.unitVolume
    unitsAtRisk = loss.units
    unitLoss = loss.unitPrice ?? 0
    onHand = situation.onHand
    dailyForecast = situation.dailyForecast
  }

  /// A product with its figures as a query gives them.
  ///
  /// - Parameters:
  ///   - product: what is ordered.
  ///   - supplier: who supplies it; nil when unknown.
  ///   - quantity: units suggested; negative ones count as 0, and none above 10¹⁵.
  ///   - packSize: units a pack; below 1 counts as 1.
  ///   - unitCost: money; nil or 0 when nobody entered it.
  ///   - unitPrice: money; nil when unknown, which leaves the loss at 0.
  ///   - expectedLoss: money lost without an order.
  ///   - onHand: units.
  ///   - dailyForecast: units a day.
  package init(
    product: NamedKey,
    supplier: NamedKey?,
    quantity: Int,
    packSize: Int,
    unitCost: Double?,
    unitPrice: Double?,
    expectedLoss: Double,
    onHand: Double,
    dailyForecast: Double
  ) {
    self.product = product
    self.supplier = supplier
    self.quantity = min(max(0, quantity), Self.largest)
    self.packSize = max(1, packSize)
    self.unitCost = unitCost.flatMap { $0 > 0 ? $0 : nil }
    unitVolume = nil
    let price = unitPrice.flatMap { $0 > 0 ? $0 : nil }
    unitsAtRisk = price.map { max(0, expectedLoss) / $0 } ?? 0
    unitLoss = price ?? 0
    self.onHand = onHand
    self.dailyForecast = dailyForecast
  }

  /// So that numbers of packs can be multiplied.
  private static let largest = 1_000_000_000_000_000

  /// The loss that a quantity avoids, money: units at risk that it replaces × loss a unit.
  package func lossAvoided(by quantity: Int) -> Double {
    min(Double(quantity), unitsAtRisk) * unitLoss
  }

  /// Days that stock and a quantity last at the expected demand a day; nil without demand.
  package func daysCovered(by quantity: Int) -> Double? {
    dailyForecast > 0 ? (max(0, onHand) + Double(quantity)) / dailyForecast : nil
  }
}
