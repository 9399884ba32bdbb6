import SemanticModel

/// « combien d'argent », « quelle valeur » where no figure is named: the money of what is spoken of.
extension Composer {
  /// Tells the money that is asked for of discounts or of what lies in warehouses.
  mutating func tellMoneyAsked() -> Bool {
    if query.keys == [.dimension("warehouse")], query.filters.isEmpty,
      items.indices.contains(where: { !isUsed[$0] && isMarker($0, [.atCost, .howMuch]) })
    {
      // « quelle valeur au coût dans chaque entrepôt ? »
      take([.atCost, .howMuch])
      query.measures = [Measure("stock_value")]
      return true
    }
    if segments == ["discounted"], query.keys.allSatisfy({ $0.dimension != "product" }),
      items.indices.contains(where: { isMarker($0, [.howMuch]) }),
      model.metrics["discount_amount"] != nil
    {
      // « combien d'argent a-t-on laissé en remises ? »
      query.filters.removeAll { $0 == .segment("discounted", days: nil, negated: false) }
      query.measures = [Measure("discount_amount")]
      take([.howMuch])
      return true
    }
    return false
  }
}
