/// The stock at which to order again, so that it lasts until the receipt in 95 cases of 100.
///
/// mean × lead + z σ √lead, of daily demand over the last 90 days, with the sample's σ and z = 1.65, the normal
/// quantile of 95 % (Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, chapter 6).
package struct ReorderPoint: Sendable, Equatable {
  /// Days of history that count.
  package static let window = 90
  /// z unless said otherwise.
  package static let usualSafetyFactor = 1.65

  /// Days of history that were counted.
  package let days: Int
  /// Mean demand a day, units.
  package let meanDailyDemand: Double
  /// σ of daily demand, units.
  package let deviation: Double
  /// Days from order to receipt.
  package let leadTimeDays: Int
  /// z.
  package let safetyFactor: Double

  /// mean × lead, units.
  package var leadDemand: Double { meanDailyDemand * Double(leadTimeDays) }
  /// z σ √lead, units.
  package var safetyStock: Double { safetyFactor * deviation * Double(leadTimeDays).squareRoot() }
  /// Demand of the lead time and safety stock, units.
  package var quantity: Double { leadDemand + safetyStock }

  /// The reorder point of a product.
  ///
  /// - Parameters:
  ///   - dailyDemand: units a day up to now, days without sales as 0; the last 90 count, and what is negative or no
  ///     number is 0.
  ///   - leadTimeDays: from order to receipt; above 0.
  ///   - safetyFactor: z; above 0.
  /// - Throws: `notPositive`, or `tooFewDays` below two.
  package init(
    dailyDemand: [Double],
    leadTimeDays: Int = StockSituation.usualLeadTime,
    safetyFactor: Double = ReorderPoint.usualSafetyFactor
  ) throws(ReplenishmentError) {
    try ReplenishmentError.check(Double(leadTimeDays), .leadTime)
    try ReplenishmentError.check(safetyFactor, .safetyFactor)
    let counted = dailyDemand.suffix(Self.window).map { $0.isFinite ? max(0, $0) : 0 }
    guard counted.count >= 2 else { throw .tooFewDays(counted.count) }
    let moments = SampleMoments(counted)
    days = counted.count
    meanDailyDemand = moments.mean
    deviation = moments.deviation
    self.leadTimeDays = leadTimeDays
    self.safetyFactor = safetyFactor
  }
}
