import Analytics

/// Demand as the side file keeps it: means by day, and what each day brings to the variance.
struct StoredDemand: DemandOutlook {
  /// Units a day, from the day after now.
  private(set) var means: [Double] = []
  /// Whether demand comes in whole units.
  let isWhole: Bool
  private var variance = TotalVariance()
  /// Mean and variance of the first n days, at position n.
  private var sums: [(mean: Double, variance: Double)] = [(0, 0)]

  init(isWhole: Bool) {
    self.isWhole = isWhole
  }

  /// Adds the next day.
  mutating func append(_ quantity: Double, _ day: DayVariance) {
    means.append(quantity)
    variance.add(day)
    sums.append((sums[sums.count - 1].mean + quantity, variance.value))
  }

  func total(days count: Int) -> DemandTotal {
    let sum = sums[min(max(0, count), means.count)]
    return DemandTotal(mean: sum.mean, variance: sum.variance, isWhole: isWhole)
  }
}
