import SemanticModel

extension SemanticModel {
  /// The figures at the ends of a measure's interval, where a query tells them; nil where it does not.
  ///
  /// They say of each group how sure its figure is; changes, shares, statistics and tables of two keys have no room for them,
  /// and a table of several figures only for those of the first.
  func interval(ofMeasure index: Int, in query: Query) -> Metric.Interval? {
    let measure = query.measures[index]
    guard query.rollup == nil, query.comparison == nil, !query.isCumulative, query.keys.count < 2,
      index == 0 || query.keys.isEmpty,
      measure.display == .value, let interval = metrics[measure.metric]?.interval,
      metrics[interval.lower] != nil, metrics[interval.upper] != nil
    else { return nil }
    let asked = query.measures.map(\.metric)
    return asked.contains(interval.lower) || asked.contains(interval.upper) ? nil : interval
  }
}
