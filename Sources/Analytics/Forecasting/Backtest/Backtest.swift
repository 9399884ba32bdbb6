/// Forecasts of every model at every origin, beside what came; days that were not as others are left out.
struct Backtest {
  /// One day forecast at one origin.
  struct Row {
    /// The origin's place in the plan.
    let origin: Int
    /// Days after the origin, from 0.
    let step: Int
    /// Units that came.
    let actual: Double
    /// Units each model expected, in the order of `ForecastModel.allCases`.
    let expected: [Double]
  }

  /// Origin after origin, day after day.
  let rows: [Row]
  /// The models' run on the whole history.
  let final: CandidatePaths
  /// The regressions at the origins, with the days before the end of the history.
  let fits: [(offset: Int, fit: DemandRegression)]

  /// Runs all models at all origins of a plan, then on the whole history for `horizon` days.
  init(
    _ series: AlignedSeries,
    plan: BacktestPlan,
    horizon: Int,
    table: FeatureTable,
    profile: DemandProfile?
  ) {
    var rows: [Row] = []
    var fits: [(offset: Int, fit: DemandRegression)] = []
    let total = series.quantities.count
    var fit: DemandRegression?
    for (origin, offset) in plan.offsets.enumerated() {
      let run = Self.run(series, total - offset, plan.horizon, table, profile, fit, offset)
      fit = run.fit
      fits.append((offset, run.fit))
      for step in 0..<plan.horizon where !series.exceptional[total - offset + step] {
        let day = total - offset + step
        rows.append(
          Row(
            origin: origin,
            step: step,
            actual: series.quantities[day],
            expected: run.paths.map { $0[step] }
          )
        )
      }
    }
    final = Self.run(series, total, horizon, table, profile, fit, 0)
    fits.append((0, final.fit))
    self.rows = rows
    self.fits = fits
  }

  private static func run(
    _ series: AlignedSeries,
    _ count: Int,
    _ horizon: Int,
    _ table: FeatureTable,
    _ profile: DemandProfile?,
    _ start: DemandRegression?,
    _ offset: Int
  ) -> CandidatePaths {
    let prior = CoefficientPrior(
      table: table,
      history: count,
      profile: profile?.shape(offset: offset)
    )
    return CandidatePaths(
      series,
      count: count,
      horizon: horizon,
      table: table,
      prior: prior,
      start: start
    )
  }
}
