/// What every model says of the days after an origin, from the days up to it.
struct CandidatePaths {
  /// By model in the order of `ForecastModel.allCases`, `horizon` days each, none negative.
  let paths: [[Double]]
  /// The regression they share.
  let fit: DemandRegression
  /// Its effects on all days to the end of the horizon.
  let effects: EffectPath

  /// Smoothing looks at no more than these days.
  private static let memory = 750

  /// Runs all models.
  ///
  /// - Parameters:
  ///   - series: the product's days.
  ///   - count: days known at the origin.
  ///   - horizon: days to forecast.
  ///   - table: features of the calendar.
  ///   - prior: of the regression at this origin.
  ///   - start: the regression at a former origin.
  init(
    _ series: AlignedSeries,
    count: Int,
    horizon: Int,
    table: FeatureTable,
    prior: CoefficientPrior,
    start: DemandRegression?
  ) {
    let fit = DemandRegression(series, count: count, table: table, prior: prior, start: start)
    let effects =
      EffectPath(fit, series, count: count, end: count + horizon, table: table)
    // A day that was not as others is taken for what it would have been.
    let history = (0..<count).map { day in
      series.exceptional[day] ? effects.level[day] * effects.shape(day) : series.quantities[day]
    }
    let context = Context(
      history: history[...],
      calm: (0..<count).map { day in
        let mean = effects.level[day] * effects.shape(day)
        return min(history[day], mean + fit.most(above: mean))
      },
      effects: effects,
      horizon: horizon
    )
    self.fit = fit
    self.effects = effects
    paths = ForecastModel.allCases.map { model in
      context.path(model).map { $0.isFinite ? max(0, $0) : 0 }
    }
  }

  /// One origin's data, with the shapes that several models use.
  private struct Context {
    let history: ArraySlice<Double>
    /// The history with outliers brought down to the most a day may have.
    let calm: [Double]
    let effects: EffectPath
    let horizon: Int

    /// The days after the origin, as positions in the series.
    var ahead: Range<Int> { history.count..<history.count + horizon }

    func path(_ model: ForecastModel) -> [Double] {
      switch model {
      case .seasonalNaive: Baselines.seasonalNaive(history, horizon: horizon)
      case .mean: Baselines.mean(history, horizon: horizon)
      case .yearAgo: Baselines.yearAgo(history, horizon: horizon)
      case .smoothing: smoothing()
      case .theta: theta()
      case .regression: ahead.map { effects.level[$0] * effects.shape($0) }
      case .fastLevel: level(halfLife: 14)
      case .mediumLevel: level(halfLife: 45)
      case .slowLevel: level(halfLife: 180)
      case .croston: constant(IntermittentDemand.croston(history))
      case .tsb: constant(IntermittentDemand.bestTSB(history))
      }
    }

    private func constant(_ value: Double) -> [Double] {
      [Double](repeating: value, count: horizon)
    }

    private func smoothing() -> [Double] {
      let data = divided(by: effects.season) { effects.level[$0] * effects.week[$0] }
      let path = ExponentialSmoothing.best(data).path(horizon: horizon)
      return ahead.map { path[$0 - history.count] * effects.season[$0] }
    }

    private func theta() -> [Double] {
      let path = Theta(divided(by: shapes) { effects.level[$0] }).path(horizon: horizon)
      return ahead.map { path[$0 - history.count] * effects.shape($0) }
    }

    /// Season times weekday of each day.
    private var shapes: [Double] { effects.season.indices.map(effects.shape) }

    /// The newest days over their factor; a day on which next to nothing is expected, as on closed Sundays, says
    /// nothing of the level, and the regression's word is taken.
    private func divided(by factors: [Double], otherwise: (Int) -> Double) -> [Double] {
      let recent = calm.suffix(memory)
      return recent.indices.map { day in
        factors[day] < 0.15 ? otherwise(day) : recent[day] / factors[day]
      }
    }

    private func level(halfLife: Double) -> [Double] {
      let recent = calm.suffix(Int(halfLife * 6))
      let shape = recent.indices.map { effects.shape($0) }
      let prior = effects.level[history.count - 1]
      let factor = AdaptiveLevel.factor(
        recent,
        shape: shape[...],
        prior: prior,
        halfLife: halfLife
      )
      return ahead.map { factor * effects.shape($0) }
    }
  }
}
