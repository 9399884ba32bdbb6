/// A product that a budget buys, wholly or in part.
package struct BudgetedLine: Sendable, Equatable {
  /// The product.
  package let product: NamedKey
  /// Who supplies it; nil when unknown.
  package let supplier: NamedKey?
  /// Units bought, whole packs.
  package let quantity: Int
  /// Units suggested, rounded up to whole packs.
  package let wanted: Int
  /// Money a unit.
  package let unitCost: Double
  /// Money.
  package let cost: Double
  /// Volume; nil when unknown.
  package let volume: Double?
  /// Loss that the quantity avoids, money.
  package let lossAvoided: Double
  /// Loss that is left, money.
  package let lossLeft: Double
  /// Days that stock and the quantity last; nil without demand.
  package let daysCovered: Double?
  /// What there was too little of for the rest; nil when all that is wanted is bought.
  package let limit: BudgetLimit?

  /// As a line of an order.
  package var draft: DraftLine {
    DraftLine(product: product, supplier: supplier, quantity: quantity, unitCost: unitCost)
  }
}
