/// The alert level of a product, with every figure it comes from.
///
/// s = on hand − Σ forecast of the lead time (days 1…lead). Critical when s < 0; attention when 0 ≤ s < Σ forecast
/// of the next three days; else all is well. Open orders are not counted.
package struct AlertAssessment: Sendable, Equatable {
  /// Days whose sales are kept after the lead time.
  package static let reserveDays = 3

  /// The level.
  package let level: AlertLevel
  /// Units.
  package let onHand: Double
  /// Days from order to receipt.
  package let leadTimeDays: Int
  /// Whether the lead time is the usual one because none is known.
  package let isLeadTimeAssumed: Bool
  /// Forecasts of the days of the lead time, units; fewer where the horizon ends before.
  package let leadForecasts: [Double]
  /// Their sum, units.
  package let leadDemand: Double
  /// s, units: what is left after the lead time.
  package let balance: Double
  /// Forecast of the next three days, units.
  package let reserve: Double
  /// Days the level asks for that are not forecast; above 0, demand and level may be greater.
  package let missingDays: Int

  /// Units that lack at the end of the lead time; 0 unless critical.
  package var shortfall: Double { max(0, -balance) }

  /// Assesses a product.
  package init(_ situation: StockSituation) {
    let lead = situation.leadTimeDays
    onHand = situation.onHand
    leadTimeDays = lead
    isLeadTimeAssumed = situation.isLeadTimeAssumed
    leadForecasts = Array(situation.demand.means.prefix(lead))
    leadDemand = situation.expectedDemand(through: lead)
    balance = BinaryNoise.settled(situation.onHand - leadDemand, scale: leadDemand)
    reserve = situation.expectedDemand(through: Self.reserveDays)
    missingDays = situation.missingDays(through: max(lead, Self.reserveDays))
    level = Self.level(balance: balance, reserve: reserve)
  }

  private static func level(balance: Double, reserve: Double) -> AlertLevel {
    if balance < 0 { return .critical }
    return BinaryNoise.isAbove(reserve, balance) ? .attention : .ok
  }
}
