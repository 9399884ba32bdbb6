/// The share of product-days on which there was stock.
package struct ServiceLevel: Sendable, Equatable {
  /// Days of products whose stock is known.
  package let productDays: Int
  /// Those with nothing on hand, or less.
  package let stockOutDays: Int

  /// Days with stock ÷ days, 0…1; nil when no stock is known.
  package var share: Double? {
    productDays > 0 ? Double(productDays - stockOutDays) / Double(productDays) : nil
  }

  /// Counts days.
  ///
  /// - Parameter onHand: units on hand, one a product and day; unknown ones are left out.
  package init(onHand: some Sequence<Double?>) {
    let known = onHand.compactMap(\.self).filter(\.isFinite)
    productDays = known.count
    stockOutDays = known.count { $0 <= 0 }
  }

  /// Takes counts that are known.
  ///
  /// - Parameters:
  ///   - productDays: days of products; at least 0.
  ///   - stockOutDays: those without stock; kept within the days.
  package init(productDays: Int, stockOutDays: Int) {
    self.productDays = max(0, productDays)
    self.stockOutDays = min(self.productDays, max(0, stockOutDays))
  }

  /// The service level of several products together.
  package static func + (left: ServiceLevel, right: ServiceLevel) -> ServiceLevel {
    ServiceLevel(
      productDays: left.productDays + right.productDays,
      stockOutDays: left.stockOutDays + right.stockOutDays
    )
  }
}
