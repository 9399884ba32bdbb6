/// When a product will be out of stock, with a range.
///
/// The day is the first on which the cumulated forecast exceeds stock and receipts expected by then. The range takes
/// the bounds of cumulated demand instead of its mean: its upper bound gives the earliest day, its lower bound the
/// latest. Days count from now.
package struct StockOut: Sendable, Equatable {
  /// The day; nil when not within the horizon.
  package let day: Int?
  /// The day if demand follows its upper bound; nil when not even then.
  package let earliest: Int?
  /// The day if demand follows its lower bound; nil when not within the horizon then.
  package let latest: Int?
  /// The share of cases that the range holds, 0…1.
  package let level: Double
  /// Days that were looked at.
  package let horizon: Int
  /// Units.
  package let onHand: Double
  /// Units of receipts expected by the day, or within the horizon without one.
  package let received: Double
  /// Units of overdue receipts, which are left out.
  package let overdue: Double

  /// Whether there is nothing on hand now.
  package var isOutNow: Bool { onHand <= 0 }

  /// Looks for the day.
  ///
  /// - Parameters:
  ///   - situation: the product.
  ///   - level: the share of cases that the range is to hold, 0…1.
  package init(_ situation: StockSituation, level: Double = 0.8) {
    let level = min(0.999, max(0.01, level))
    let expected = situation.stockOutDay
    let outside = (1 - level) / 2
    // A bound of demand is above a quantity exactly where the probability of more than it is above what the bound
    // leaves outside; asking for the probability spares the search for the bound.
    let early = Self.first(situation) { $0 > outside }
    let late = Self.first(situation) { $0 > 1 - outside }
    day = expected
    // The mean of skewed demand may lie outside its own range.
    earliest = [early, expected].compactMap(\.self).min()
    latest = late.flatMap { late in expected.map { max(late, $0) } }
    self.level = level
    horizon = situation.horizon
    onHand = situation.onHand
    received = situation.received(through: expected ?? situation.horizon)
    overdue = situation.overdueQuantity
  }

  private static func first(
    _ situation: StockSituation,
    where isEnough: (Double) -> Bool
  ) -> Int? {
    (0..<situation.horizon).map { $0 + 1 }.first { day in
      isEnough(situation.demand.probability(days: day, above: situation.available(through: day)))
    }
  }
}
