/// Forecasts products, one at a time, from nothing but what it is given.
///
/// Pure and deterministic: the same series, calendar and request give the same forecast to the last bit, on any
/// thread. A product of three years takes some tens of milliseconds, backtest included.
package enum DemandForecaster {
  /// Expected demand of the days after now, with intervals, backtest and effects.
  ///
  /// With four weeks of history and two days with sales it is a combination of models; with less, the
  /// category's profile at the product's level, else the mean, else nothing.
  ///
  /// - Parameters:
  ///   - product: its daily demand; days missing up to now count as 0.
  ///   - calendar: shared by all products.
  ///   - request: horizon, level and the category's profile.
  /// - Returns: at most `calendar.horizon` days.
  package static func forecast(
    _ product: DemandSeries,
    on calendar: DemandCalendar,
    _ request: ForecastRequest
  ) -> Forecast {
    let series = AlignedSeries(product, on: calendar)
    let horizon = min(request.horizon, calendar.horizon)
    let plan = BacktestPlan(history: series.quantities.count)
    guard !plan.offsets.isEmpty, series.usual.count(where: { $0 > 0 }) >= 2 else {
      return ShortHistory.forecast(series, on: calendar, request, horizon: horizon)
    }
    let backtest = Backtest(
      series,
      plan: plan,
      horizon: horizon,
      table: calendar.features,
      profile: request.profile
    )
    let weights = CombinationWeights(backtest.rows)
    let errors = errorModel(backtest, weights, series)
    let outside = errors.outside(level: request.level)
    let final = backtest.final
    let paths = final.paths.map { path in
      path.enumerated().map { $0.element * request.multiplier($0.offset) }
    }
    let days = (0..<horizon).map { step in
      day(weights.combined(paths.map { $0[step] }), step, errors, outside)
    }
    let count = series.quantities.count
    return Forecast(
      days: days,
      basis: basis(weights),
      backtest: report(backtest, plan, weights, errors, outside),
      effects: DemandEffects(final, series, on: calendar, level: request.level),
      decomposition: DemandDecomposition(final.effects, series.quantities, count: count),
      models: Dictionary(uniqueKeysWithValues: zip(ForecastModel.allCases, paths)),
      errors: errors
    )
  }

  /// One day of a forecast from its mean.
  static func day(_ mean: Double, _ step: Int, _ errors: ErrorModel, _ outside: Double)
    -> ForecastDay
  {
    let bounds = errors.bounds(expected: mean, step: step, outside: outside)
    let median = errors.quantile(0.5, expected: mean, step: step)
    return ForecastDay(mean: mean, median: median, lower: bounds.lower, upper: bounds.upper)
  }

  private static func errorModel(
    _ backtest: Backtest,
    _ weights: CombinationWeights,
    _ series: AlignedSeries
  ) -> ErrorModel {
    let cases = backtest.rows.map { row in
      ErrorModel.Case(
        origin: row.origin,
        step: row.step,
        expected: weights.combined(row.expected),
        actual: row.actual
      )
    }
    return ErrorModel(cases, unit: SaleUnit(series.usual))
  }

  private static func basis(_ weights: CombinationWeights) -> ForecastBasis {
    for (model, weight) in zip(ForecastModel.allCases, weights.values) where weight > 0.95 {
      return .model(model)
    }
    return .combination
  }

  private static func report(
    _ backtest: Backtest,
    _ plan: BacktestPlan,
    _ weights: CombinationWeights,
    _ errors: ErrorModel,
    _ outside: Double
  ) -> BacktestReport {
    let actual = backtest.rows.map(\.actual)
    var models: [ForecastModel: ForecastAccuracy] = [:]
    var used: [ForecastModel: Double] = [:]
    for (index, model) in ForecastModel.allCases.enumerated() {
      let expected = backtest.rows.map { $0.expected[index] }
      models[model] = ForecastAccuracy(actual: actual, forecast: expected)
      if weights.values[index] > 0 { used[model] = weights.values[index] }
    }
    let combined = backtest.rows.map { weights.combined($0.expected) }
    let intervals = zip(backtest.rows, combined).map { row, expected in
      let bounds = errors.bounds(expected: expected, step: row.step, outside: outside)
      return bounds.lower...bounds.upper
    }
    return BacktestReport(
      horizon: plan.horizon,
      originCount: plan.offsets.count,
      models: models,
      combination: ForecastAccuracy(actual: actual, forecast: combined, intervals: intervals),
      weights: used,
      days: days(backtest, plan, combined, intervals)
    )
  }

  /// The days of the newest origins, one by one.
  private static func days(
    _ backtest: Backtest,
    _ plan: BacktestPlan,
    _ combined: [Double],
    _ intervals: [ClosedRange<Double>]
  ) -> [BacktestDay] {
    backtest.rows.indices.compactMap { index in
      let row = backtest.rows[index]
      let offset = plan.offsets[row.origin]
      guard offset <= BacktestDay.daysKept else { return nil }
      return BacktestDay(
        age: offset - row.step - 1,
        daysAhead: row.step + 1,
        expected: combined[index],
        interval: intervals[index],
        actual: row.actual
      )
    }
  }
}
