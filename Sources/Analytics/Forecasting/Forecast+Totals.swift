extension Forecast {
  /// Demand of the first day, of the first two, and so on: element n − 1 is `total(days: n)`.
  ///
  /// In one pass; asking for each total by itself takes the square of the time.
  package var totals: [DemandTotal] { totals(days: days.count) }

  func totals(days count: Int) -> [DemandTotal] {
    var mean = 0.0
    var variance = TotalVariance()
    return days.prefix(count).enumerated().map { step, day in
      guard basis != .none else { return DemandTotal(mean: 0, variance: 0, isWhole: false) }
      mean += day.mean
      variance.add(self.variance(step: step))
      return DemandTotal(mean: mean, variance: variance.value, isWhole: errors.unit.isWhole)
    }
  }

  /// Demand of some of the days together; steps count from 0, the day after now.
  package func total(of steps: Range<Int>) -> DemandTotal {
    var mean = 0.0
    var variance = TotalVariance()
    for step in steps.clamped(to: days.indices) where basis != .none {
      mean += days[step].mean
      variance.add(self.variance(step: step))
    }
    return DemandTotal(mean: mean, variance: variance.value, isWhole: errors.unit.isWhole)
  }
}
