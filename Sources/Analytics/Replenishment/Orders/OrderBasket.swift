/// A candidate with the packs bought of it so far.
struct OrderBasket {
  /// What may be bought.
  let candidate: OrderCandidate
  /// Packs bought.
  private(set) var packs = 0

  /// Nothing of a candidate as yet.
  init(_ candidate: OrderCandidate) {
    self.candidate = candidate
  }

  /// The product.
  var product: NamedKey { candidate.product }

  /// Packs that hold what is suggested.
  var wantedPacks: Int {
    candidate.quantity / candidate.packSize
      + (candidate.quantity % candidate.packSize > 0 ? 1 : 0)
  }

  /// Packs of these that avoid loss.
  var urgentPacks: Int {
    guard candidate.unitLoss > 0 else { return 0 }
    let needed = BinaryNoise.ceiling(candidate.unitsAtRisk / Double(candidate.packSize))
    return min(wantedPacks, needed)
  }

  /// Loss avoided by these packs per unit of money; 0 without any, or without a cost.
  var lossPerMoney: Double {
    guard urgentPacks > 0, let unitCost = candidate.unitCost else { return 0 }
    let units = urgentPacks * candidate.packSize
    return candidate.lossAvoided(by: units) / (Double(units) * unitCost)
  }

  /// Days that stock and what is bought last; without end where nothing is sold.
  var daysCovered: Double { candidate.daysCovered(by: quantity) ?? .infinity }

  private var quantity: Int { packs * candidate.packSize }

  /// Buys packs up to a number, as far as there is money and volume.
  mutating func fill(to count: Int, _ purse: inout OrderPurse) {
    packs += purse.buy(count - packs, of: candidate)
  }

  /// The line of what was bought.
  func line(_ purse: OrderPurse) -> BudgetedLine {
    let unitCost = candidate.unitCost ?? 0
    let avoided = candidate.lossAvoided(by: quantity)
    return BudgetedLine(
      product: product,
      supplier: candidate.supplier,
      quantity: quantity,
      wanted: wantedPacks * candidate.packSize,
      unitCost: unitCost,
      cost: Double(quantity) * unitCost,
      volume: candidate.unitVolume.map { Double(quantity) * $0 },
      lossAvoided: avoided,
      lossLeft: max(0, candidate.unitsAtRisk * candidate.unitLoss - avoided),
      daysCovered: candidate.daysCovered(by: quantity),
      limit: packs < wantedPacks ? purse.limit(candidate) : nil
    )
  }

  /// Why nothing was bought.
  func leftOut(_ purse: OrderPurse) -> LeftOutProduct {
    let wanted = wantedPacks * candidate.packSize
    return LeftOutProduct(
      product: product,
      wanted: wanted,
      cost: candidate.unitCost.map { Double(wanted) * $0 },
      loss: candidate.unitsAtRisk * candidate.unitLoss,
      limit: purse.limit(candidate) ?? .budget
    )
  }
}
