/// The models that forecasts are combined from.
package enum ForecastModel: String, CaseIterable, Hashable, Sendable {
  /// The last week again.
  case seasonalNaive = "seasonal_naive"
  /// The mean of all days.
  case mean
  /// The year before, with growth.
  case yearAgo = "year_ago"
  /// Exponential smoothing with weekly season, on data without the effects of year, promotions and events.
  case smoothing = "exponential_smoothing"
  /// Theta, on data without season.
  case theta
  /// Regression with trend changes, seasons, promotions and events.
  case regression
  /// The regression's seasons at the level of the last weeks.
  case fastLevel = "fast_level"
  /// The regression's seasons at the level of the last two months.
  case mediumLevel = "medium_level"
  /// The regression's seasons at the level of the last year.
  case slowLevel = "slow_level"
  /// Croston, corrected.
  case croston
  /// Teunter, Syntetos and Babai.
  case tsb

  /// The weight before any backtest; the sum is 1.
  var priorWeight: Double {
    switch self {
    case .seasonalNaive: 0
    case .mean: 0
    case .yearAgo: 0.03
    case .smoothing: 0.12
    case .theta: 0.1
    case .regression: 0.3
    case .fastLevel: 0.05
    case .mediumLevel: 0.2
    case .slowLevel: 0.15
    case .croston: 0.02
    case .tsb: 0.03
    }
  }
}
