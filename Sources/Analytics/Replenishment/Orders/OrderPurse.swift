/// Money and volume that are still there while an order is put together.
struct OrderPurse {
  /// Money.
  private(set) var money: Double
  /// Nil without a limit.
  private(set) var volume: Double?

  /// What there is at first.
  init(money: Double, volume: Double?) {
    self.money = money
    self.volume = volume
  }

  /// What a candidate's pack cannot be bought for lack of; nil when one more can.
  func limit(_ candidate: OrderCandidate) -> BudgetLimit? {
    guard let unitCost = candidate.unitCost else { return .unknownCost }
    if volume != nil, candidate.unitVolume == nil { return .unknownVolume }
    let size = Double(candidate.packSize)
    if unitCost * size > money + Self.coin { return .budget }
    if let volume, let unit = candidate.unitVolume, unit * size > volume + Self.coin {
      return .volume
    }
    return nil
  }

  /// Takes what packs of a candidate cost and fill, as many of them as there is enough for.
  ///
  /// - Parameters:
  ///   - packs: most to take.
  ///   - candidate: what they hold.
  /// - Returns: packs taken.
  mutating func buy(_ packs: Int, of candidate: OrderCandidate) -> Int {
    guard packs > 0, limit(candidate) == nil, let unitCost = candidate.unitCost else { return 0 }
    let size = Double(candidate.packSize)
    var count = Self.count(packs, of: unitCost * size, in: money)
    if let volume, let unit = candidate.unitVolume {
      count = Self.count(count, of: unit * size, in: volume)
      self.volume = max(0, volume - Double(count) * unit * size)
    }
    money = max(0, money - Double(count) * unitCost * size)
    return count
  }

  /// Less than any coin: what binary fractions may be off.
  private static let coin = 1e-6

  private static func count(_ packs: Int, of each: Double, in left: Double) -> Int {
    guard each > 0 else { return packs }
    var count = BinaryNoise.floor((left + coin) / each, limit: packs)
    while count > 0, Double(count) * each > left + coin { count -= 1 }
    return count
  }
}
