/// Forecasts without parameters, that every other one has to beat.
enum Baselines {
  /// Each day as the same weekday of the last week.
  static func seasonalNaive(_ history: ArraySlice<Double>, horizon: Int) -> [Double] {
    guard history.count >= 7 else { return mean(history, horizon: horizon) }
    let week = Array(history.suffix(7))
    return (0..<horizon).map { week[$0 % 7] }
  }

  /// Each day as the mean of all days.
  static func mean(_ history: ArraySlice<Double>, horizon: Int) -> [Double] {
    let mean = history.isEmpty ? 0 : history.reduce(0, +) / Double(history.count)
    return [Double](repeating: mean, count: horizon)
  }

  /// Each day as the one 52 weeks before, smoothed over three weeks and grown as the last eight weeks have.
  ///
  /// Days near the end of the year, Easter or a sale keep their own height, which no wave describes.
  /// Needs 52 + 8 weeks; the mean otherwise.
  static func yearAgo(_ history: ArraySlice<Double>, horizon: Int) -> [Double] {
    let days = Array(history)
    let year = 364
    let recent = 56
    guard days.count >= year + recent else { return mean(history, horizon: horizon) }
    let now = days.suffix(recent).reduce(0, +)
    let then = days[(days.count - year - recent)..<(days.count - year)].reduce(0, +)
    // A share of the mean in both keeps a quiet former season from blowing up the ratio.
    let usual = 0.25 * days.reduce(0, +) / Double(days.count) * Double(recent)
    let growth = min(4, max(0.25, (now + usual) / max(then + usual, 1e-12)))
    return (0..<horizon).map { step in
      let day = days.count - year + step % year
      let near = [(0, 0.5), (-7, 0.25), (7, 0.25)]
      var sum = 0.0
      var weights = 0.0
      for (shift, weight) in near where days.indices.contains(day + shift) {
        sum += weight * days[day + shift]
        weights += weight
      }
      return growth * sum / weights
    }
  }
}
