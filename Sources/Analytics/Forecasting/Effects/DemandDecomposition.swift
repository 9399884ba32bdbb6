/// A history taken apart: demand = trend × season × week + residual, on every day.
package struct DemandDecomposition: Sendable {
  /// Level with its changes, units.
  package let trend: [Double]
  /// Factor of the time of the year, promotions and events.
  package let season: [Double]
  /// Factor of the weekday.
  package let week: [Double]
  /// Demand beyond trend × season × week, units.
  package let residual: [Double]

  /// The first `count` days of what a regression says, beside what was sold.
  init(_ effects: EffectPath, _ quantities: [Double], count: Int) {
    trend = Array(effects.level.prefix(count))
    season = Array(effects.season.prefix(count))
    week = Array(effects.week.prefix(count))
    residual = (0..<count).map { quantities[$0] - effects.level[$0] * effects.shape($0) }
  }

  /// What each day was expected to sell, units.
  package var expected: [Double] {
    trend.indices.map { trend[$0] * season[$0] * week[$0] }
  }
}
