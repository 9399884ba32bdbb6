import Values

/// The quantity of a product to order.
///
/// max(0, Σ forecast to the cover date − on hand) × (1 + margin ÷ 100), rounded up to whole packs.
package struct OrderSuggestion: Sendable, Equatable {
  /// Units.
  package let quantity: Int
  /// How it was arrived at.
  package let steps: SuggestionSteps

  /// Suggests a quantity.
  ///
  /// - Parameters:
  ///   - situation: the product.
  ///   - coverDays: days the order is to last, from tomorrow; above 0.
  ///   - margin: percent, 0–50.
  /// - Throws: `marginOutsideRange`, or `notPositive` for the days.
  package init(
    _ situation: StockSituation,
    coverDays: Int = OrderDefaults.coverDays,
    margin: Double = OrderDefaults.margin
  ) throws(ReplenishmentError) {
    try ReplenishmentError.check(Double(coverDays), .coverDays)
    guard OrderDefaults.margins.contains(margin) else { throw .marginOutsideRange(percent: margin) }
    let demand = situation.expectedDemand(through: coverDays)
    let need = max(0, demand - situation.onHand)
    let withMargin = need * (100 + margin) / 100
    let packs = BinaryNoise.ceiling(withMargin / Double(situation.packSize))
    quantity = Self.units(packs: packs, of: situation.packSize)
    steps = SuggestionSteps(
      coverDays: coverDays,
      missingDays: situation.missingDays(through: coverDays),
      demand: demand,
      onHand: situation.onHand,
      need: need,
      margin: margin,
      needWithMargin: withMargin,
      packSize: situation.packSize,
      packs: packs,
      onOrder: situation.received(through: coverDays),
      overdue: situation.overdueQuantity
    )
  }

  private static func units(packs: Int, of size: Int) -> Int {
    let (units, isTooMuch) = packs.multipliedReportingOverflow(by: size)
    return isTooMuch ? Int.max : units
  }
}
