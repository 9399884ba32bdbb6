/// Forecasts where the history is too short for models of its own.
enum ShortHistory {
  /// The category's profile at the product's level; the mean without a profile; zeros without sales.
  static func forecast(
    _ series: AlignedSeries,
    on calendar: DemandCalendar,
    _ request: ForecastRequest,
    horizon: Int
  ) -> Forecast {
    let sold = series.usual.contains { $0 > 0 }
    let errors = ErrorModel([], unit: SaleUnit(series.usual))
    if let profile = request.profile {
      let means = self.means(series, on: calendar, profile, horizon: horizon)
      return result(means, .categoryProfile, errors, request)
    }
    guard sold else {
      let nothing = ForecastDay(mean: 0, median: 0, lower: 0, upper: 0)
      let days = [ForecastDay](repeating: nothing, count: horizon)
      return Forecast(
        days: days,
        basis: .none,
        backtest: nil,
        effects: nil,
        decomposition: nil,
        models: [:],
        errors: errors
      )
    }
    let means = Baselines.mean(series.usual[...], horizon: horizon)
    return result(means, .mean, errors, request)
  }

  /// The profile's days at a level between the category's and the product's own.
  ///
  /// (Σ y + 7 L) / (Σ f + 7) with the profile's factors f and its typical level L: a week's worth of the
  /// category, which the product's own days outweigh as they come.
  private static func means(
    _ series: AlignedSeries,
    on calendar: DemandCalendar,
    _ profile: DemandProfile,
    horizon: Int
  ) -> [Double] {
    let table = calendar.features
    let prior = CoefficientPrior(
      table: table,
      history: 0,
      profile: profile.shape(offset: 0)
    )
    let shape = ProfileShape(series, table: table, coefficients: prior.centres)
    let count = series.quantities.count
    let weight = 7.0
    let above = series.usual.reduce(0, +) + weight * profile.typicalLevel
    let below =
      (0..<count).reduce(0.0) { $0 + (series.exceptional[$1] ? 0 : shape.factors[$1]) } + weight
    // A product that sold for months and stopped is not brought back by its category.
    return (0..<horizon).map { above / below * shape.factors[count + $0] }
  }

  private static func result(
    _ means: [Double],
    _ basis: ForecastBasis,
    _ errors: ErrorModel,
    _ request: ForecastRequest
  ) -> Forecast {
    let outside = errors.outside(level: request.level)
    let days = means.enumerated().map { step, mean in
      DemandForecaster.day(mean * request.multiplier(step), step, errors, outside)
    }
    return Forecast(
      days: days,
      basis: basis,
      backtest: nil,
      effects: nil,
      decomposition: nil,
      models: [:],
      errors: errors
    )
  }
}
