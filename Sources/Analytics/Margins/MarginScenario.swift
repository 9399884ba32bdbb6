/// What sales would have brought at other prices, costs and volumes.
///
/// Revenue R, cost of goods C, relative changes p, c and v: R' = R (1 + p)(1 + v), C' = C (1 + c)(1 + v), margin R' − C'.
package struct MarginScenario: Hashable, Sendable {
  /// What is supposed; each a fraction, 0 where nothing is.
  package struct Change: Hashable, Sendable {
    package let price: Double
    package let cost: Double
    package let volume: Double

    package init(price: Double = 0, cost: Double = 0, volume: Double = 0) {
      self.price = price
      self.cost = cost
      self.volume = volume
    }

    /// Whether nothing is supposed.
    package var isNone: Bool { price == 0 && cost == 0 && volume == 0 }
  }

  package let revenue: Double
  /// Nil where it is not known.
  package let cost: Double?
  package let change: Change

  package init(revenue: Double, cost: Double?, change: Change) {
    self.revenue = revenue
    self.cost = cost
    self.change = change
  }

  package var newRevenue: Double { revenue * (1 + change.price) * (1 + change.volume) }
  package var margin: Double? { cost.map { revenue - $0 } }
  package var newMargin: Double? { unitMargin.map { $0 * (1 + change.volume) } }

  /// The margin at the new price and cost for the same volume.
  private var unitMargin: Double? {
    cost.map { revenue * (1 + change.price) - $0 * (1 + change.cost) }
  }

  /// The relative change of volume that leaves the margin as it was: M ÷ (R (1 + p) − C (1 + c)) − 1.
  ///
  /// Nil where no volume does, because what is sold brings nothing any more, or brought nothing before.
  package var volumeToBreakEven: Double? {
    guard let margin, let unitMargin, margin > 0, unitMargin > 1e-9 else { return nil }
    return margin / unitMargin - 1
  }
}
