import SemanticModel
import Values

extension AnalysisRequest {
  /// The same request of another query.
  func with(_ query: Query) -> AnalysisRequest {
    AnalysisRequest(query: query, analysis: analysis, model: model, now: now, source: source)
  }

  /// The request without its filters on a dimension, and those filters.
  func separating(_ dimension: String) -> (request: AnalysisRequest, filters: [Filter]) {
    var query = query
    let taken = query.filters.filter { $0.dimension == dimension }
    query.filters.removeAll { $0.dimension == dimension }
    return (with(query), taken)
  }

  /// The request of all the history, and the period taken off.
  var withoutPeriod: (request: AnalysisRequest, period: Period?) {
    var query = query
    query.period = nil
    return (with(query), self.query.period)
  }

  /// Whether a figure of all is the sum of the figure of its parts.
  func addsUp(_ measure: Measure) -> Bool {
    guard let metric = model.metrics[measure.metric], metric.dataset != nil else { return false }
    if case .call("sum", _) = metric.expression { return true }
    return metric.countsRows
  }

  /// The dimension that the question groups by, of those that are no time.
  var group: Key? { query.keys.first { $0.dimension != nil } }

  /// The period of the question as far as it is over; nil for all the history.
  var past: Period { (query.period ?? Period(start: nil, end: nil)).cut(after: now).closed(now) }
}

extension Period {
  /// Ending with "now" where nothing ends it.
  fileprivate func closed(_ now: CalendarDay) -> Period {
    var closed = self
    closed.end = end ?? now.adding(days: 1)
    return closed
  }
}
