import SQL
import SemanticModel
import Values

extension GroupsBuilder {
  /// The grain of the axis: that of the fold over time, else the finest one that runs, else a cyclic one.
  var timeGrain: Grain? {
    if case .time(let grain)? = query.rollup?.over, !grain.isCyclic { return grain }
    let grains = query.keys.compactMap { key -> Grain? in
      if case .time(let grain) = key { grain } else { nil }
    }
    return Grain.allCases.first { !$0.isCyclic && grains.contains($0) } ?? grains.first
  }

  /// Whether groups without rows are there too: where time is the only key, and where a statistic over time
  /// would be wrong without the empty periods.
  var fillsAxis: Bool {
    if query.keys.count == 1 { return timeGrain != .hour }
    guard let rollup = query.rollup, case .time(let grain)? = rollup.over, grain == timeGrain,
      rollup.functions.contains(where: { $0 != .count && $0 != .sum })
    else { return false }
    return query.keys.allSatisfy { key in
      if case .time(let other) = key {
        other == grain || (grain == .day && other != .hour)
      } else {
        true
      }
    }
  }

  /// The axis, and the one of the comparison where levels are read along it.
  ///
  /// Levels have no rows of their own in a bucket, so they need the buckets even when there are none.
  func spines(_ arms: [Arm]) throws(PlanningProblem) -> [(name: String, body: SQLFragment)] {
    guard let grain = timeGrain else { return [] }
    let levels = arms.filter { if case .levelPerBucket = $0.window { true } else { false } }
    if grain.isCyclic {
      if let level = levels.first { throw .undated(dataset: level.dataset) }
      return grain == .hour ? [] : [("spine", TimeAxis.cycle(grain))]
    }
    var list: [(name: String, body: SQLFragment)] = []
    if let body = spine("spine", grain, query.period, arms) {
      list.append(("spine", body))
    } else if !levels.isEmpty {
      list.append(("spine", TimeAxis.emptySpine))
    }
    if levels.contains(where: \.isComparison) {
      let name = "spine_previous"
      list.append((name, spine(name, grain, query.comparison, arms) ?? TimeAxis.emptySpine))
    }
    return list
  }

  /// From the later of the period's start and the data's first day, to the earlier of its end and now.
  private func spine(
    _ name: String,
    _ grain: Grain,
    _ period: Period?,
    _ arms: [Arm]
  ) -> SQLFragment? {
    let ranges = arms.compactMap { arm -> ClosedRange<CalendarDay>? in
      guard let dataset = planner.model.datasets[arm.dataset], let time = dataset.time else {
        return nil
      }
      return planner.facts.ranges[.init(dataset.table, time)]
    }
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max()
    else {
      return nil
    }
    let looksAhead = arms.contains { planner.model.datasets[$0.dataset]?.looksBack == false }
    let newest = looksAhead ? max(last, planner.facts.now) : planner.facts.now
    let start = max(period?.start ?? first, first)
    let end = min(period?.end ?? newest.adding(days: 1), newest.adding(days: 1))
    guard start < end else { return nil }
    return TimeAxis.spine(name, grain, from: start, to: end)
  }

  /// One row a bucket and, where there are other keys than time, a group that has rows in some bucket.
  func emptyGroups(of arms: [(name: String, select: Select)], named: [Bool]) -> Select {
    var select = Select()
    var others: [Int] = []
    for (index, key) in query.keys.enumerated() {
      switch key {
      case .time(let grain):
        let isCyclic = timeGrain?.isCyclic ?? false
        select.columns.append((isCyclic ? "day" : TimeAxis.label("day", grain), "k\(index)"))
      case .dimension:
        others.append(index)
        select.columns.append((.identifier("k\(index)"), "k\(index)"))
        if named[index] {
          let name = SQLFragment.identifier("k\(index)_name")
          select.columns.append((name, "k\(index)_name"))
        }
      }
    }
    select.from = "spine"
    guard !others.isEmpty else { return select }
    let groups = arms.map { arm -> SQLFragment in
      let columns = others.flatMap { index -> [SQLFragment] in
        let key = SQLFragment.identifier("k\(index)")
        guard named[index] else { return [key] }
        let name = SQLFragment.identifier("k\(index)_name")
        let isThere = arm.select.columns.contains { $0.alias == "k\(index)_name" }
        return [key, isThere ? name : "NULL AS \(name)"]
      }
      return "SELECT \(columns.joined(", ")) FROM \(.identifier(arm.name))"
    }
    select.from = "spine CROSS JOIN (\(groups.joined(" UNION "))) AS present"
    return select
  }
}
