/// What is asked of a forecast.
package struct ForecastRequest: Sendable {
  /// Days after now; no more than the calendar's horizon are given.
  package var horizon: Int
  /// The share of days that intervals are to hold, 0…1.
  package var level: Double
  /// The category's shape: the centre of the product's effects, and its stand-in without history.
  package var profile: DemandProfile?
  /// What the expected demand of the first days after now is multiplied by, where somebody knows better than history.
  package var multipliers: [Double]

  /// 80 % intervals unless said otherwise.
  package init(
    horizon: Int,
    level: Double = 0.8,
    profile: DemandProfile? = nil,
    multipliers: [Double] = []
  ) {
    self.multipliers = multipliers
    self.horizon = max(0, horizon)
    self.level = min(0.999, max(0.01, level))
    self.profile = profile
  }

  /// The multiplier of a day, counted from 0, the day after now.
  func multiplier(_ step: Int) -> Double {
    multipliers.indices.contains(step) ? multipliers[step] : 1
  }
}
