import SemanticModel
import Values

/// « pourquoi ? » behind an answer: what its figure's change is made of.
extension QueryEdit {
  /// The drivers of what a query told; nil where it told no figure that runs in time.
  ///
  /// Its periods stay. Of a figure along time, the last unit told is set against the one before; of a ranking, the whole
  /// is looked into by what was ranked.
  func reason(of before: Query) -> Query? {
    guard model.analyses[Self.drivers]?.isComputed == true, let measure = before.measures.first,
      let metric = model.metrics[measure.metric],
      [.currency, .count, .percent, .number, .days].contains(metric.unit)
    else { return nil }
    var query = Query()
    query.measures = [measure]
    query.measures[0].display = .value
    query.filters = before.filters
    query.keys = before.keys.filter { $0.dimension != nil }
    query.period = before.period
    query.comparison = before.comparison
    for case .time(let grain) in before.keys where !grain.isCyclic && before.comparison == nil {
      query.period = .lastWhole(grain, until: min(before.period?.lastDay ?? now, now))
    }
    query.analysis = AnalysisCall(Self.drivers)
    return query
  }

  private static let drivers = "drivers"
}
