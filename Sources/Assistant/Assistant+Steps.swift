import Planning
import SemanticModel
import Values

extension Assistant {
  /// The figures that the one figure of a query is computed from, where it is told of one thing: sums of steps are no steps.
  func steps(to query: Query) -> [Answer.Step] {
    guard query.keys.isEmpty, query.comparison == nil, query.rollup == nil,
      let only = query.measures.first,
      query.measures.count == 1, let metric = model.metrics[only.metric], !metric.steps.isEmpty
    else { return [] }
    var inner = query
    inner.keys = [.dimension(Self.thing)]
    inner.order = nil
    inner.conditions = []
    if inner.period == nil { inner.period = daysAhead(ofSteps: metric.steps) }
    inner.measures = metric.steps.map { Measure($0) }.filter { step in
      var alone = inner
      alone.measures = [step]
      return canPlan(alone)
    }
    guard let plan = try? planner.plan(inner),
      let rows = try? rows(of: plan, limit: 2).rows.rows, rows.count == 1, let row = rows.first
    else { return [] }
    return inner.measures.indices.compactMap { index in
      plan.columns.firstIndex { $0.role == .measure(index) }.map {
        Answer.Step(metric: inner.measures[index].metric, value: row[$0])
      }
    }
  }

  /// The days that steps ahead are told of where the figure names none: those of the standard cover.
  private func daysAhead(ofSteps steps: [String]) -> Period? {
    let areAhead = steps.contains { step in
      model.datasets(ofMetric: step).contains { model.datasets[$0]?.aheadDays != nil }
    }
    guard areAhead else { return nil }
    let tomorrow = context.facts.now.adding(days: 1)
    return Period(start: tomorrow, end: tomorrow.adding(days: OrderDefaults.coverDays))
  }

  /// What such figures are told of one by one.
  private static let thing = "product"
}
