import Diagnostics
import Planning
import SemanticModel
import Values

extension Assistant {
  /// Until when the data go, what was left out, and the checks made.
  func receipt(_ query: Query, _ plan: Plan, _ answer: Answer) -> Answer.Receipt {
    var receipt = receipt(ofDatasets: plan.datasets)
    if let sum = groupsAddUp(query, answer) {
      receipt.checks.append(Answer.Check(.groupsAddUp, passed: sum))
    }
    return receipt
  }

  /// The same of whatever was made of the rows of some datasets.
  func receipt(ofDatasets names: [String]) -> Answer.Receipt {
    var receipt = Answer.Receipt()
    for name in names {
      guard let dataset = model.datasets[name] else { continue }
      if !receipt.tables.contains(dataset.table) { receipt.tables.append(dataset.table) }
      let dated = dated(dataset)
      if let time = dated.time, let range = context.facts.ranges[.init(dated.table, time)],
        range.lowerBound <= context.facts.now
      {
        receipt.dataFrom = min(receipt.dataFrom ?? range.lowerBound, range.lowerBound)
        // Rows dated after "now" are there, but not counted.
        let newest = min(range.upperBound, context.facts.now)
        receipt.dataUntil = max(receipt.dataUntil ?? newest, newest)
      }
      for (column, count) in context.unreadable where column.table == dataset.table && count > 0 {
        receipt.excludedRows["\(column.table).\(column.name)"] = count
      }
    }
    receipt.checks.append(Answer.Check(.readOnly, passed: true))
    return receipt
  }

  /// The dataset whose days tell from when to when the data go: what lies ahead comes from the sales until now.
  private func dated(_ dataset: Dataset) -> Dataset {
    guard dataset.isComputed, dataset.time == nil || dataset.aheadDays != nil else {
      return dataset
    }
    return model.datasets["sales"] ?? dataset
  }

  /// Whether the groups of an additive figure add up to the figure without groups; nil where that says nothing.
  private func groupsAddUp(_ query: Query, _ answer: Answer) -> Bool? {
    guard !query.keys.isEmpty, query.limit == nil, query.rollup == nil, query.conditions.isEmpty,
      !query.isCumulative, let measure = query.measures.first,
      let metric = model.metrics[measure.metric],
      metric.emptyIsZero, metric.isAdditive, !answer.isTruncated,
      let dataset = metric.dataset.flatMap({ model.datasets[$0] }),
      context.facts.rowCounts[dataset.table, default: 0] <= 50_000,
      let column = answer.columns.firstIndex(where: { $0.role == .measure(0) })
    else { return nil }
    var whole = query
    whole.keys = []
    whole.order = nil
    whole.population = .facts
    whole.comparison = nil
    whole.measures = [Measure(measure.metric)]
    guard let plan = try? planner.plan(whole),
      let total = try? executor.run(plan.sql, parameters: plan.parameters, limit: 1).rows.first?
        .first?.number
    else { return nil }
    let sum = answer.rows.reduce(0) { $0 + ($1[column].number ?? 0) }
    return abs(sum - total) <= max(0.01, abs(total) * 1e-9)
  }
}

extension Metric {
  /// Whether values of groups may be added: sums and counts of rows, not distinct counts nor ratios.
  var isAdditive: Bool {
    switch expression {
    case .call("sum", _), .call("count", _): !averagesSnapshots
    default: false
    }
  }
}
