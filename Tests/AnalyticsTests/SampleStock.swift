@testable import Analytics

/// Situations with the figures a test is about, and usual ones for the rest.
enum SampleStock {
  /// A product's key by its name.
  static func key(_ name: String) -> NamedKey { NamedKey(id: name, name: name) }

  /// A product with certain demand.
  static func situation(
    _ name: String = "Congélateur",
    onHand: Double,
    lead: Int? = nil,
    pack: Int? = nil,
    price: Double? = nil,
    cost: Double? = nil,
    receipts: [ExpectedReceipt] = [],
    means: [Double],
    bounds: [ClosedRange<Double>] = []
  ) -> StockSituation {
    StockSituation(
      product: key(name),
      onHand: onHand,
      leadTimeDays: lead,
      packSize: pack,
      unitPrice: price,
      unitCost: cost,
      receipts: receipts,
      demand: DailyDemand(means: means, bounds: bounds)
    )
  }

  /// The same demand every day.
  static func steady(_ mean: Double, days: Int) -> [Double] {
    [Double](repeating: mean, count: days)
  }

  /// Some situation: stock from −20 to 180, demand to 12 a day, forecasts of 0 to 60 days.
  static func random(_ random: inout SeededDemand, name: String = "P", onHand: Double? = nil)
    -> StockSituation
  {
    let stock = onHand ?? (200 * random.unit() - 20).rounded()
    let days = Int(61 * random.unit())
    let means = (0..<days).map { _ in 12 * random.unit() }
    return situation(
      name,
      onHand: stock,
      lead: Int(15 * random.unit()),
      pack: Int(30 * random.unit()),
      price: 100 * random.unit(),
      cost: 60 * random.unit(),
      receipts: [ExpectedReceipt(day: Int(20 * random.unit()), quantity: 40 * random.unit())],
      means: means,
      bounds: means.map { 0.5 * $0...1.6 * $0 }
    )
  }
}
