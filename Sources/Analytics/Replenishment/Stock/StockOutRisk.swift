/// The probability that demand of some days exceeds what there is for it.
///
/// P(demand of n days > on hand + receipts expected by then), over the days that are forecast.
package struct StockOutRisk: Sendable, Equatable {
  /// The days asked for, n.
  package let days: Int
  /// The probability, 0…1.
  package let probability: Double
  /// The greatest of the same probability on the days 1…n, 0…1.
  ///
  /// Above `probability` where a receipt comes late: it covers the demand of all days, but not in time.
  package let highest: Double
  /// The first day of that greatest probability; nil when no day is forecast.
  package let highestDay: Int?
  /// Expected demand of the days, units.
  package let demand: Double
  /// Units on hand and received by then.
  package let available: Double
  /// Units of overdue receipts, which are left out.
  package let overdue: Double
  /// Days asked for that are not forecast; above 0, the risk is greater than said.
  package let missingDays: Int

  /// The risk of a product within some days.
  ///
  /// - Parameters:
  ///   - situation: the product.
  ///   - days: from tomorrow; at least 0.
  package init(_ situation: StockSituation, within days: Int) {
    let days = max(0, days)
    // Past the horizon neither demand nor receipts count, so that one does not outweigh the other.
    let known = min(days, situation.horizon)
    let risks = (0..<known).map { $0 + 1 }.map { day in
      situation.demand.probability(days: day, above: situation.available(through: day))
    }
    self.days = days
    available = situation.available(through: known)
    probability = situation.demand.probability(days: known, above: available)
    highest = risks.max() ?? probability
    highestDay = risks.firstIndex(of: highest).map { $0 + 1 }
    demand = situation.expectedDemand(through: known)
    overdue = situation.overdueQuantity
    missingDays = situation.missingDays(through: days)
  }
}
