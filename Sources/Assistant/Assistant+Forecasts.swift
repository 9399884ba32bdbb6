import Planning
import SemanticModel
import Values

/// What stands beside a forecast along time: the past that it goes on from, and the sum of its days.
extension Assistant {
  /// The same figure as it was, in the units before now; nil for what is no forecast along time.
  ///
  /// Twice as many units as are forecast, at least those of `leastUnits`, and whole ones only: what has just begun would look
  /// like a fall.
  func historyQuery(before query: Query, units: Int) -> Query? {
    guard let (grain, metric) = forecastAlongTime(query), let name = metric.history,
      model.metrics[name] != nil
    else { return nil }
    var history = query
    history.measures = [Measure(name)]
    let count = min(Self.mostUnits, max(2 * units, Self.leastUnits(grain)))
    let end = context.facts.now.adding(days: 1).start(of: grain)
    history.period = Period(start: end.adding(-count, grain), end: end, grain: grain)
    return history
  }

  /// The forecast of all its units together; nil for what is no forecast along time.
  func wholeQuery(of query: Query) -> Query? {
    guard forecastAlongTime(query) != nil else { return nil }
    var whole = query
    whole.keys = []
    return whole
  }

  /// The rows of a query beside an answer; nil where it cannot be planned or run: the answer stands without.
  func series(_ query: Query) -> Answer.Series? {
    guard let plan = try? planner.plan(query),
      let result = try? executor.run(plan.sql, parameters: plan.parameters, limit: Self.rowLimit)
    else { return nil }
    return Answer.Series(query: query, columns: plan.columns, rows: result.rows)
  }

  /// The time unit and the figure of a query whose first figure is a forecast with its interval, along time and nothing else.
  private func forecastAlongTime(_ query: Query) -> (grain: Grain, metric: Metric)? {
    guard query.keys.count == 1, case .time(let grain) = query.keys[0], !grain.isCyclic,
      query.rollup == nil, query.comparison == nil, !query.isCumulative, query.conditions.isEmpty,
      query.limit == nil, query.order == nil,
      let metric = query.measures.first.flatMap({ model.metrics[$0.metric] }),
      metric.interval != nil
    else { return nil }
    return (grain, metric)
  }

  private static let mostUnits = 366

  /// Four weeks of days; as many of the longer units as show a season or a trend.
  private static func leastUnits(_ grain: Grain) -> Int {
    switch grain {
    case .week: 13
    case .month: 12
    case .quarter: 8
    case .year: 3
    case .day, .weekday, .monthOfYear, .hour: 28
    }
  }
}
