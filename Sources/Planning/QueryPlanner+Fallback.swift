package import SemanticModel
import Values

extension QueryPlanner {
  /// The statement of a query as this database can give it.
  ///
  /// Figures that it has no rows for give way to their fallbacks: where a table, a column or the way to what they
  /// are split by is missing, and where none of their rows lies in the period while rows of the fallback do.
  ///
  /// - Parameter query: what is asked.
  /// - Returns: what is told, and its statement.
  /// - Throws: why the query asked for cannot be compiled, where its fallback cannot either.
  package func planTold(_ query: Query) throws(PlanningProblem) -> (query: Query, plan: Plan) {
    let other = fallingBack(query)
    if let other, hasNothing(of: query), let plan = try? plan(other) { return (other, plan) }
    do throws(PlanningProblem) {
      return (query, try plan(query))
    } catch {
      guard let other, let plan = try? plan(other) else { throw error }
      return (other, plan)
    }
  }

  /// The query with the fallbacks of its figures; nil where none of them has one.
  private func fallingBack(_ query: Query) -> Query? {
    var other = query
    for index in other.measures.indices { other.measures[index].fallBack(in: model) }
    if other.measures != query.measures {
      let assumed = query.measures.flatMap { model.datasets(ofMetric: $0.metric) }
        .compactMap { model.datasets[$0]?.assumes }
      other.filters.removeAll { filter in
        if case .segment(let name, _, false) = filter { assumed.contains(name) } else { false }
      }
      other.filters = other.filters.map { inFallback($0, other.measures) }
      var seen: Set<Measure> = []
      other.measures.removeAll { !seen.insert($0).inserted }
    }
    for index in other.conditions.indices {
      other.conditions[index].measure.fallBack(in: model)
      guard case .measure(var operand) = other.conditions[index].operand else { continue }
      operand.fallBack(in: model)
      other.conditions[index].operand = .measure(operand)
    }
    return other == query ? nil : other
  }

  /// A segment of rows, as the segment that its words mean of the fallback's rows.
  private func inFallback(_ filter: Filter, _ measures: [Measure]) -> Filter {
    guard case .segment(let name, let days, let negated) = filter,
      let segment = model.segments[name], segment.dataset != nil
    else { return filter }
    let datasets = Set(measures.flatMap { model.datasets(ofMetric: $0.metric) })
    let other = segment.alternatives.first { alternative in
      model.segments[alternative]?.dataset.map(datasets.contains) ?? false
    }
    return .segment(other ?? name, days: days, negated: negated)
  }

  /// Whether a figure of the query has no row in its period, and its fallback may have some.
  ///
  /// A count of rows that finds none is 0, and no gap.
  private func hasNothing(of query: Query) -> Bool {
    query.measures.contains { measure in
      guard let metric = model.metrics[measure.metric], let fallback = metric.fallback,
        !metric.countsRows, let period = measure.period ?? query.period
      else { return false }
      return !hasRows(measure.metric, in: period) && hasRows(fallback, in: period)
    }
  }

  private func hasRows(_ metric: String, in period: Period) -> Bool {
    model.datasets(ofMetric: metric).contains { name in
      guard let dataset = model.datasets[name], let time = dataset.time,
        let range = facts.ranges[.init(dataset.table, time)]
      else { return false }
      return period.start.map { $0 <= range.upperBound } ?? true
        && period.end.map { $0 > range.lowerBound } ?? true
    }
  }
}

extension Measure {
  /// Gives way to the metric's fallback, where it has one.
  fileprivate mutating func fallBack(in model: SemanticModel) {
    if let other = model.metrics[metric]?.fallback { metric = other }
  }
}
