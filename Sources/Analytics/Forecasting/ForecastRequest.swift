/// What is asked of a forecast.
package struct ForecastRequest: Sendable {
  /// Days after now; no more than the calendar's horizon are given.
  package var horizon: Int
  /// The share of days that intervals are to hold, 0…1.
  package var level: Double
  /// The category's shape: the centre of the product's effects, and its stand-in without history.
  package var profile: DemandProfile?

  /// 80 % intervals unless said otherwise.
  package init(horizon: Int, level: Double = 0.8, profile: DemandProfile? = nil) {
    self.horizon = max(0, horizon)
    self.level = min(0.999, max(0.01, level))
    self.profile = profile
  }
}
