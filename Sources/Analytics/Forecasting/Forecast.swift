/// Expected demand of one day.
package struct ForecastDay: Sendable, Equatable {
  /// The mean, units: what sums over days and products are made of.
  package let mean: Double
  /// The middle of the distribution, units: the least absolute error, but not to be summed.
  package let median: Double
  /// Lower end of the interval, units, at least 0.
  package let lower: Double
  /// Upper end of the interval, units.
  package let upper: Double
}

/// What a forecast rests on.
package enum ForecastBasis: Sendable, Equatable {
  /// One model, which has nearly all weight.
  case model(ForecastModel)
  /// Several models, weighted by their backtest.
  case combination
  /// The category's shape, as the product's history is too short.
  case categoryProfile
  /// The mean of a history that is too short for more, without a category.
  case mean
  /// Nothing: never sold, and no category; all days are 0.
  case none
}

/// Demand of one product for the days after now.
package struct Forecast: Sendable {
  /// From the day after now.
  package let days: [ForecastDay]
  /// What it rests on.
  package let basis: ForecastBasis
  /// How the models did on the past; nil where history was too short to try.
  package let backtest: BacktestReport?
  /// Estimated effects; nil where history was too short.
  package let effects: DemandEffects?
  /// The history taken apart; nil where it was too short.
  package let decomposition: DemandDecomposition?
  /// What each model alone says of the days, units; empty where history was too short for models.
  package let models: [ForecastModel: [Double]]
  /// The spread of demand around the forecast.
  package let errors: ErrorModel

  /// Demand of the next `count` days together; errors of one path are correlated.
  package func total(days count: Int) -> DemandTotal {
    totals(days: min(max(0, count), days.count)).last
      ?? DemandTotal(mean: 0, variance: 0, isWhole: errors.unit.isWhole)
  }

  /// The demand a day stays below with a probability, units; `step` counts from 0, the day after now.
  package func quantile(_ probability: Double, step: Int) -> Double {
    guard days.indices.contains(step), basis != .none else { return 0 }
    return errors.quantile(probability, expected: days[step].mean, step: step)
  }
}
