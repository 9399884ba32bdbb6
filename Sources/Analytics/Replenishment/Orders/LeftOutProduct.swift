/// A product that a budget buys nothing of.
package struct LeftOutProduct: Sendable, Equatable {
  /// The product.
  package let product: NamedKey
  /// Units suggested, rounded up to whole packs.
  package let wanted: Int
  /// Money for these; nil when the cost is unknown.
  package let cost: Double?
  /// Loss that is not avoided, money.
  package let loss: Double
  /// Why.
  package let limit: BudgetLimit
}
