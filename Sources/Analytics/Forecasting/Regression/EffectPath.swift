import Glibc

/// What a regression says of each day, taken apart: level, season of the year with promotions and events,
/// and weekday.
struct EffectPath {
  /// Level and trend, in units; beyond the data the growth of the year dies out.
  private(set) var level: [Double]
  /// Factor of year, month, promotion and events.
  private(set) var season: [Double]
  /// Factor of the weekday.
  private(set) var week: [Double]

  /// Days 0 to `end` of a series, of which the first `count` are data.
  init(
    _ fit: DemandRegression,
    _ series: AlignedSeries,
    count: Int,
    end: Int,
    table: FeatureTable
  ) {
    level = []
    season = []
    week = []
    level.reserveCapacity(end)
    season.reserveCapacity(end)
    week.reserveCapacity(end)
    let beta = fit.coefficients
    let denseCount = FeatureTable.denseCount
    let lastDrift = count > 0 ? table.dense[(series.start + count - 1) * denseCount + 1] : 0
    var ahead = 0.0
    var step = 1.0
    for day in 0..<end {
      let row = series.start + day
      let base = row * denseCount
      var drift = table.dense[base + 1]
      if day >= count {
        step *= DemandRegression.damping
        ahead += step
        drift = lastDrift + ahead / 365.25
      }
      var levelSum = beta[0] + beta[1] * drift
      var seasonSum = beta[table.promotionColumn] * series.promotions[day]
      var weekSum = 0.0
      for column in 2..<denseCount { seasonSum += beta[column] * table.dense[base + column] }
      for position in table.offsets[row]..<table.offsets[row + 1] {
        let column = table.sparseColumns[position]
        let part = beta[column] * table.sparseValues[position]
        if column >= table.knotColumns.lowerBound {
          levelSum += part
        } else if table.weekdayColumns.contains(column) {
          weekSum += part
        } else {
          seasonSum += part
        }
      }
      level.append(exp(min(30, max(-30, levelSum))))
      season.append(exp(min(5, max(-5, seasonSum))))
      week.append(exp(min(5, max(-5, weekSum))))
    }
  }

  /// Season times weekday of a day.
  func shape(_ day: Int) -> Double { season[day] * week[day] }
}
