/// A product in an order.
package struct DraftLine: Sendable, Equatable {
  /// The product.
  package let product: NamedKey
  /// Who supplies it; nil when unknown.
  package let supplier: NamedKey?
  /// Units.
  package let quantity: Int
  /// Money a unit; nil when unknown.
  package let unitCost: Double?

  /// Money; nil when the cost is unknown.
  package var cost: Double? { unitCost.map { Double(quantity) * $0 } }

  /// A line of an order.
  package init(product: NamedKey, supplier: NamedKey?, quantity: Int, unitCost: Double?) {
    self.product = product
    self.supplier = supplier
    self.quantity = quantity
    self.unitCost = unitCost
  }

  /// What is suggested for a product.
  package init(_ candidate: OrderCandidate) {
    self.init(
      product: candidate.product,
      supplier: candidate.supplier,
      quantity: candidate.quantity,
      unitCost: candidate.unitCost
    )
  }
}
