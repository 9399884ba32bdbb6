/// How much a split of a whole tells of its change: nothing where all parts moved alike.
package enum ChangeConcentration {
  /// Parts that are counted: those that moved the whole most its way.
  private static let countedParts = 3

  /// The share of the change that the leading parts make, beyond their share of the whole before.
  ///
  /// 0 where every part moved in proportion; 0.4 where parts that were half of the whole make nine tenths of its change.
  /// The excess of "explanatory power" over weight, after Adtributor (Bhagwan et al., NSDI 2014, section 3).
  ///
  /// - Parameters:
  ///   - drivers: the contributions of all parts.
  ///   - change: of the whole, not 0.
  /// - Returns: the excess, 0 or more.
  package static func of(_ drivers: [ChangeDriver], change: Double) -> Double {
    drivers
      .map { (excess: $0.contribution / change - max(0, $0.weight), driver: $0) }
      .filter { $0.driver.contribution / change > 0 }
      .sorted { ($0.excess, $1.driver.index) > ($1.excess, $0.driver.index) }
      .prefix(countedParts)
      .reduce(0) { $0 + max(0, $1.excess) }
  }
}
