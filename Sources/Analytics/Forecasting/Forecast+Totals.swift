extension Forecast {
  /// Demand of the first day, of the first two, and so on: element n − 1 is `total(days: n)`.
  ///
  /// In one pass; asking for each total by itself takes the square of the time.
  package var totals: [DemandTotal] {
    var mean = 0.0
    var variance = 0.0
    var deviations = 0.0
    return days.enumerated().map { step, day in
      guard basis != .none else { return DemandTotal(mean: 0, variance: 0, isWhole: false) }
      let deviation = errors.deviation(expected: day.mean, step: step)
      mean += day.mean
      variance += deviation * deviation
      deviations += deviation
      return DemandTotal(
        mean: mean,
        variance: variance
          + errors.correlation * max(0, deviations * deviations - variance),
        isWhole: errors.unit.isWhole
      )
    }
  }
}
