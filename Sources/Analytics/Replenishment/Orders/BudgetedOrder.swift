/// What to order when money, and perhaps volume, do not suffice for all that is suggested.
///
/// Greedy, in whole packs. First the packs that avoid loss, products with the most loss avoided per unit of money
/// first; then, with what is left, the rest of the suggestions, products that last the fewest days first. Of what
/// does not fit wholly, as many packs as fit are taken. Ties are broken by name. Money is compared to a millionth.
package struct BudgetedOrder: Sendable, Equatable {
  /// What is bought, in the order it was chosen.
  package let lines: [BudgetedLine]
  /// What is not, by loss, greatest first.
  package let leftOut: [LeftOutProduct]
  /// Money there is.
  package let budget: Double
  /// Volume there is; nil without a limit.
  package let volumeLimit: Double?

  /// Money spent.
  package var spent: Double { lines.reduce(0) { $0 + $1.cost } }
  /// Money left.
  package var moneyLeft: Double { max(0, budget - spent) }
  /// Volume bought, where it is known.
  package var volumeUsed: Double { lines.reduce(0) { $0 + ($1.volume ?? 0) } }
  /// Loss avoided, money.
  package var lossAvoided: Double { lines.reduce(0) { $0 + $1.lossAvoided } }
  /// Loss that is left, money.
  package var lossLeft: Double {
    lines.reduce(0) { $0 + $1.lossLeft } + leftOut.reduce(0) { $0 + $1.loss }
  }
  /// Money that all suggestions of known cost would take.
  package var fullCost: Double {
    lines.reduce(0) { $0 + Double($1.wanted) * $1.unitCost }
      + leftOut.reduce(0) { $0 + ($1.cost ?? 0) }
  }
  /// Money that lacks for these.
  package var deficit: Double { max(0, fullCost - budget) }

  /// Chooses what to order.
  ///
  /// - Parameters:
  ///   - candidates: products with what is suggested; those with nothing suggested are passed over.
  ///   - budget: money, above 0.
  ///   - volumeLimit: above 0; nil for no limit.
  /// - Throws: `notPositive`.
  package init(
    _ candidates: [OrderCandidate],
    budget: Double,
    volumeLimit: Double? = nil
  ) throws(ReplenishmentError) {
    try ReplenishmentError.check(budget, .budget)
    if let volumeLimit { try ReplenishmentError.check(volumeLimit, .volumeLimit) }
    var purse = OrderPurse(money: budget, volume: volumeLimit)
    let baskets = Self.filled(candidates.filter { $0.quantity > 0 }, &purse)
    lines = baskets.filter { $0.packs > 0 }.map { $0.line(purse) }
    leftOut = baskets.filter { $0.packs == 0 }.map { $0.leftOut(purse) }
      .sorted { ($1.loss, $0.product) < ($0.loss, $1.product) }
    self.budget = budget
    self.volumeLimit = volumeLimit
  }

  private static func filled(
    _ candidates: [OrderCandidate],
    _ purse: inout OrderPurse
  ) -> [OrderBasket] {
    var baskets = candidates.map(OrderBasket.init)
      .sorted { ($1.lossPerMoney, $0.product) < ($0.lossPerMoney, $1.product) }
    for index in baskets.indices { baskets[index].fill(to: baskets[index].urgentPacks, &purse) }
    let order = baskets.indices.sorted { left, right in
      (baskets[left].daysCovered, left) < (baskets[right].daysCovered, right)
    }
    for index in order { baskets[index].fill(to: baskets[index].wantedPacks, &purse) }
    // As chosen: those that avoid loss by rank, then the others by the days they last.
    let (urgent, others) = (
      baskets.indices.filter { baskets[$0].urgentPacks > 0 },
      order.filter { baskets[$0].urgentPacks == 0 }
    )
    return (urgent + others).map { baskets[$0] }
  }
}
