import Language
import SemanticModel
import Values

/// Figures that say little alone and are told with others: predicted beside actual, a priority beside what is lost.
extension Composer {
  /// « top 5 des priorités »: a priority with nothing it could be the severity of.
  mutating func readPriorities() {
    let score = "priority_score"
    guard model.metrics[score] != nil,
      let place = items.firstIndex(where: { isPriority($0.span) }),
      items.indices.allSatisfy({ $0 == place || !items[$0].span.isThing }),
      !items.indices.contains(where: { isMarker($0, [.group, .count]) })
    else { return }
    read(place, as: .metric(score, .noun))
  }

  private func isPriority(_ span: Span) -> Bool {
    span.dimension == "alert_severity"
      && span.tokens.contains { utterance.tokens[$0].folded.hasPrefix("priorit") }
  }

  /// Puts what belongs to a figure beside it, as the corpus says: the others, what they are told by, and of what.
  mutating func tellTogether() {
    guard query.rollup == nil, query.comparison == nil, query.measures.count == 1,
      let metric = model.metrics[query.measures[0].metric], let telling = metric.telling
    else { return }
    dropStrangeThings(metric)
    if query.keys.isEmpty, let spread = telling.spread,
      telling.figures.count > 1 || !namesOne(of: spread)
    {
      addSpread(spread)
      query.limit = query.limit ?? limit
    }
    if let segment = telling.among, !query.filters.contains(where: restrictsProducts) {
      query.filters.append(.segment(segment, days: nil, negated: false))
    }
    let own = query.measures[0]
    query.measures = telling.figures.map { name in
      var measure = own
      measure.metric = name
      return measure
    }
    guard let place = query.measures.firstIndex(of: own) else { return }
    if case .measure? = query.order?.subject {
      query.order?.subject = .measure(place)
    } else if case .things = telling.spread, query.order == nil,
      query.keys.contains(where: { $0.dimension != nil })
    {
      query.order = Order(.measure(place), descending: !telling.isLowestFirst)
    }
  }

  /// Whether a filter leaves one of the things that figures are told by, which need not be named again.
  private func namesOne(of spread: Metric.Spread) -> Bool {
    guard case .things(let dimensions) = spread else { return false }
    return query.filters.contains { filter in
      guard case .values(let dimension, let values, false) = filter else { return false }
      return values.count == 1 && dimensions.contains(dimension)
    }
  }

  /// "which alerts should I deal with first": alerts stand for the products that the figure is told of.
  private mutating func dropStrangeThings(_ metric: Metric) {
    guard case .things = metric.telling?.spread, let home = metric.dataset else { return }
    query.keys = query.keys.filter { key in
      guard let dimension = key.dimension.flatMap({ model.dimensions[$0] }), dimension.isEntity
      else {
        return true
      }
      return dimension.overrides[home] != nil || reaches(home, dimension.dataset)
    }
  }

  private mutating func addSpread(_ spread: Metric.Spread) {
    switch spread {
    case .things(let dimensions): query.keys = dimensions.map { .dimension($0) }
    case .time:
      let days = query.period?.length ?? 1000
      query.keys = [.time(days <= 31 ? .day : days <= 120 ? .week : .month)]
    }
  }

  /// Whether a filter already says which things are meant, one by one or by their state.
  private func restrictsProducts(_ filter: Filter) -> Bool {
    switch filter {
    case .segment, .membership: true
    case .values("product", _, _), .nameMatches("product", _, _): true
    case .values, .nameMatches, .missing, .compare, .weekdays, .hours: false
    }
  }

  /// « prévisions de CA contre réalisé en mars », "forecast vs actual last week": a forecast beside what came of it.
  mutating func confrontForecasts() {
    let names = Set(query.measures.map(\.metric))
    let forecasts = names.intersection([
      "forecast_units", "forecast_revenue", "stored_forecast", "feedback_predicted",
    ])
    let actuals = names.intersection(["units_sold", "revenue", "feedback_actual"])
    guard !forecasts.isEmpty, !actuals.isEmpty, names.count == forecasts.count + actuals.count,
      query.rollup == nil, has(.compare) || actuals.contains("feedback_actual"),
      query.period.map({ $0.start.map { $0 <= utterance.clock.now } ?? true }) ?? true
    else { return }
    take([.compare])
    let isMoney = forecasts.contains("forecast_revenue") || namesMoney
    let check = isMoney ? "forecast_revenue_check" : "forecast_check"
    guard model.metrics[check] != nil else { return }
    query.measures = [Measure(check)]
  }

  /// Whether the revenue is named by a word of money and not as sales.
  private var namesMoney: Bool {
    mentions.contains { mention in
      mention.metric == "revenue"
        && !items[mention.item].span.tokens.contains {
          utterance.tokens[$0].folded.hasPrefix("vente")
            || utterance.tokens[$0].folded.hasPrefix("sale")
            || utterance.tokens[$0].folded.hasPrefix("realis")
        }
    }
  }
}
