import Analytics

/// Demand as the side file keeps it: means by day, and what each day adds to the variance.
struct StoredDemand: DemandOutlook {
  /// Units a day, from the day after now.
  private(set) var means: [Double] = []
  /// Whether demand comes in whole units.
  let isWhole: Bool
  /// Mean and variance of the first n days, at position n.
  private var sums: [(mean: Double, variance: Double)] = [(0, 0)]

  init(isWhole: Bool) {
    self.isWhole = isWhole
  }

  /// Adds the next day.
  mutating func append(_ quantity: Double, variance: Double) {
    let last = sums[sums.count - 1]
    means.append(quantity)
    sums.append((last.mean + quantity, last.variance + variance))
  }

  func total(days count: Int) -> DemandTotal {
    let sum = sums[min(max(0, count), means.count)]
    return DemandTotal(mean: sum.mean, variance: sum.variance, isWhole: isWhole)
  }
}
