import SQL
import SemanticModel
import Values

/// Builds the subquery of one arm: one row a group, with the group's keys and the arm's components.
struct ArmBuilder {
  let planner: QueryPlanner
  let keys: [Key]
  /// The comparison: from which period to which the time keys move.
  let comparison: (from: Period, to: Period)?
  /// Filters on where stock lies: they hold inside the segments of stock figures too.
  var places: [Filter] = []

  private var model: SemanticModel { planner.model }
  private var facts: DatabaseFacts { planner.facts }

  init(planner: QueryPlanner, keys: [Key], comparison: (from: Period, to: Period)?) {
    self.planner = planner
    self.keys = keys
    self.comparison = comparison
  }

  /// The aggregate subquery; `components` carry their global index for their column names.
  func select(
    _ arm: Arm,
    components: [(index: Int, component: Component)]
  ) throws(PlanningProblem) -> Select {
    guard let dataset = model.datasets[arm.dataset] else {
      preconditionFailure("no dataset \(arm.dataset)")
    }
    var scope = try RowScope(model: model, facts: facts, dataset: dataset)
    var select = Select()
    var date = try timeColumn(&scope)
    switch arm.window {
    case .rows(let period):
      if let condition = try periodCondition(period, date, dataset) {
        select.conditions.append(condition)
      }
      select.from = try scope.from()
    case .level: break  // Read last, when it is known which columns are needed.
    case .levels(let period):
      select.from = try levelsAtSnapshots(dataset, period)
      date = "points.day"
    case .levelPerBucket:
      select.from = try levels(dataset, at: "\(.identifier(Self.axis(of: arm))) AS points")
      date = "points.day"
    }
    try addKeys(arm, date, dataset, &scope, &select)
    if let filter = dataset.filter(under: arm.filters) {
      select.conditions.append(try scope.sql(filter))
    }
    for filter in arm.filters {
      select.conditions.append(try self.filter(filter, date: date, dataset: dataset, &scope))
    }
    let isPointwise = if case .levels = arm.window { true } else { false }
    for (index, component) in components {
      select.columns.append(
        (try aggregate(component, isPointwise: isPointwise, &scope), "c\(index)")
      )
    }
    if case .level(let day) = arm.window {
      select.from = try newestLevels(dataset, scope.columns, at: day)
    }
    select.joins = scope.joins.map(\.clause)
    return select
  }

  /// The keys that the rows of a dataset have, where no figure is asked: every filter and the period must hold.
  func list(
    from name: String,
    filters: [Filter],
    period: Period?
  ) throws(PlanningProblem) -> Select {
    guard let dataset = model.datasets[name] else { preconditionFailure("no dataset \(name)") }
    var scope = try RowScope(model: model, facts: facts, dataset: dataset)
    var select = Select()
    let date = dataset.kind == .entity ? nil : try timeColumn(&scope)
    select.from = try scope.from()
    let window = period ?? Period(start: nil, end: nil)
    let arm = Arm(dataset: name, window: .rows(window), filters: [], isComparison: false)
    try addKeys(arm, date, dataset, &scope, &select)
    if period != nil, let condition = try periodCondition(window, date, dataset) {
      select.conditions.append(condition)
    }
    if let filter = dataset.filter(under: filters) {
      select.conditions.append(try scope.sql(filter))
    }
    for filter in filters {
      select.conditions.append(try self.filter(filter, date: date, dataset: dataset, &scope))
    }
    select.joins = scope.joins.map(\.clause)
    return select
  }

  /// All members of an entity without their figures, so that those without rows are there too.
  func members(of entity: Dimension, filters: [Filter]) throws(PlanningProblem) -> Select {
    guard let dataset = model.datasets[entity.dataset] else {
      preconditionFailure("no dataset \(entity.dataset)")
    }
    var scope = try RowScope(model: model, facts: facts, dataset: dataset)
    var select = Select()
    let date = try timeColumn(&scope)
    select.from = try scope.from()
    let arm = Arm(
      dataset: dataset.name,
      window: .rows(Period(start: nil, end: nil)),
      filters: [],
      isComparison: false
    )
    try addKeys(arm, date, dataset, &scope, &select)
    if let filter = dataset.filter { select.conditions.append(try scope.sql(filter)) }
    for filter in filters {
      // A filter that the entity's own table cannot carry restricts its facts, not its members.
      var trial = scope
      do throws(PlanningProblem) {
        let condition = try self.filter(filter, date: nil, dataset: dataset, &trial)
        select.conditions.append(condition)
        scope = trial
      } catch .unreachable {
        continue
      } catch .undated {
        continue
      } catch .untimed {
        continue
      }
    }
    select.joins = scope.joins.map(\.clause)
    return select
  }

  /// The subquery with the buckets that an arm's levels are read at.
  static func axis(of arm: Arm) -> String { arm.isComparison ? "spine_previous" : "spine" }

  // MARK: - Keys and aggregates

  private func addKeys(
    _ arm: Arm,
    _ date: SQLFragment?,
    _ dataset: Dataset,
    _ scope: inout RowScope,
    _ select: inout Select
  ) throws(PlanningProblem) {
    for (index, key) in keys.enumerated() {
      switch key {
      case .time(let grain):
        guard var date else { throw .undated(dataset: dataset.name) }
        if arm.isComparison, let comparison {
          date = TimeAxis.moved(date, from: comparison.from, to: comparison.to, grain)
        }
        if grain == .hour { date = try clock(of: dataset, &scope) }
        select.columns.append((TimeAxis.label(date, grain), "k\(index)"))
      case .dimension(let name):
        guard let dimension = model.dimensions[name] else {
          preconditionFailure("no dimension \(name)")
        }
        let (key, label) = try self.key(dimension, dataset, &scope)
        select.columns.append((key, "k\(index)"))
        if let label { select.columns.append(("MIN(\(label))", "k\(index)_name")) }
      }
      select.grouping.append(.identifier("k\(index)"))
    }
  }

  /// SQL of a dimension's key, and of its name when that is another expression.
  private func key(
    _ dimension: Dimension,
    _ dataset: Dataset,
    _ scope: inout RowScope
  ) throws(PlanningProblem) -> (key: SQLFragment, label: SQLFragment?) {
    let binding = try DimensionBinding.find(dimension, from: dataset, in: scope)
    let key = try scope.sql(binding.key)
    if let computation = dimension.computation {
      return (try classColumn(computation, of: dimension, key, &scope), nil)
    }
    let isNamed = binding.key != binding.label && !planner.tellsStoredKeys
    return (DimensionBinding.tidy(key, dimension), isNamed ? try scope.sql(binding.label) : nil)
  }

  /// The column of a computed class of the thing with this key, joined.
  private func classColumn(
    _ computation: String,
    of dimension: Dimension,
    _ key: SQLFragment,
    _ scope: inout RowScope
  ) throws(PlanningProblem) -> SQLFragment {
    guard let home = model.datasets[dimension.dataset] else {
      preconditionFailure("no dataset \(dimension.dataset)")
    }
    let (table, column) = try planner.computedClass(computation)
    // All scores of a thing are columns of one table, read once.
    let kind = String(computation.prefix { $0 != "." })
    let columns = QueryPlanner.classColumns(of: kind).map { SQLFragment.identifier($0) }
    var things = try RowScope(model: model, facts: facts, dataset: home)
    let thing = try things.sql(dimension.key)
    // SQLite takes what comes out of window functions for a row or two and makes no index on it: all classes would be read for each
    // row. Things without a key, of which there are none, tell it how many to expect.
    let none =
      "SELECT \(thing), \(columns.map { _ in "NULL" as SQLFragment }.joined(", ")) FROM \(try things.from()) WHERE \(thing) IS NULL"
      as SQLFragment
    scope.addJoin(
      alias: kind,
      clause:
        "LEFT JOIN (SELECT member, \(columns.joined(", ")) FROM (\(table)) UNION ALL \(none)) AS \(.identifier(kind)) ON \(.column(kind, "member")) = \(key)"
    )
    return "\(.identifier(kind)).\(column)"
  }

  private func aggregate(
    _ component: Component,
    isPointwise: Bool,
    _ scope: inout RowScope
  ) throws(PlanningProblem) -> SQLFragment {
    let argument: SQLFragment =
      if let argument = component.argument { try scope.sql(argument) } else { "*" }
    switch component.function {
    case .countDistinct: return "COUNT(DISTINCT \(argument))"
    case .sum where isPointwise: return "SUM(\(argument)) * 1.0 / COUNT(DISTINCT points.day)"
    case .sum: return "SUM(\(argument))"
    case .count: return "COUNT(\(argument))"
    case .minimum: return "MIN(\(argument))"
    case .maximum: return "MAX(\(argument))"
    case .squareSums:
      let thing = try component.thing.map { (thing) throws(PlanningProblem) in try scope.sql(thing)
      }
      return "square_sums(\(argument), \(thing ?? "NULL"))"
    }
  }

  // MARK: - Time

  /// The dataset's date column, nil when it has none; its absence matters only where a date is needed.
  private func timeColumn(_ scope: inout RowScope) throws(PlanningProblem) -> SQLFragment? {
    guard let time = scope.dataset.time, scope.has(scope.dataset, time) else { return nil }
    return try scope.sql(.name([time]))
  }

  /// `date >= ? AND date < ?`; nil when nothing bounds the rows.
  private func periodCondition(
    _ period: Period,
    _ date: SQLFragment?,
    _ dataset: Dataset
  ) throws(PlanningProblem) -> SQLFragment? {
    let isTimed = keys.contains { if case .time = $0 { true } else { false } }
    guard period.start != nil || period.end != nil || isTimed || hasFutureRows(dataset) else {
      return nil
    }
    guard let date else {
      if period.start == nil, period.end == nil, !isTimed { return nil }
      throw .undated(dataset: dataset.name)
    }
    var bounds: [SQLFragment] = []
    if let start = period.start { bounds.append("\(date) >= \(.value(.text(start.iso)))") }
    if let end = period.end {
      bounds.append("\(date) < \(.value(.text(end.iso)))")
    } else if hasFutureRows(dataset) {
      // A total without a period keeps the rows whose date cannot be read; only what is to come is left out.
      let tomorrow = SQLFragment.value(.text(facts.now.adding(days: 1).iso))
      let keepsUndated = period.start == nil && !isTimed
      bounds.append(
        keepsUndated ? "(\(date) < \(tomorrow) OR \(date) IS NULL)" : "\(date) < \(tomorrow)"
      )
    }
    if bounds.isEmpty { bounds.append("\(date) IS NOT NULL") }
    return bounds.joined(" AND ")
  }

  /// Whether the flow has rows dated after "now", which then count only where a period names them.
  private func hasFutureRows(_ dataset: Dataset) -> Bool {
    guard dataset.kind == .flow, dataset.looksBack, let time = dataset.time,
      let range = facts.ranges[.init(dataset.table, time)]
    else { return false }
    return range.upperBound > facts.now
  }

  // MARK: - Levels

  /// The newest row of each key at or before a day; ties by the higher id.
  ///
  /// Newest is the row that none follows: in ascending order an index on keys and time serves as it is, and with
  /// only the columns that are read there is little to carry through the window.
  private func newestLevels(
    _ dataset: Dataset,
    _ columns: Set<String>,
    at day: CalendarDay
  ) throws(PlanningProblem) -> SQLFragment {
    let (partition, time, tie) = try levelKeys(dataset)
    let read = (columns.sorted().map { SQLFragment.identifier($0) } + ["LEAD(1)"]).joined(", ")
    return """
      (SELECT * FROM (SELECT \(read) OVER (PARTITION BY \(partition) ORDER BY \(time), \(tie)) AS is_followed
      FROM \(.identifier(dataset.table)) AS \(.identifier(dataset.name)) WHERE \(time) < \(.value(.text(day.adding(days: 1).iso)))\(try own(dataset))) WHERE is_followed IS NULL) AS \(.identifier(dataset.name))
      """
  }

  /// ` AND …` with the condition on the rows that count as levels; nothing where all do.
  private func own(_ dataset: Dataset) throws(PlanningProblem) -> SQLFragment {
    guard let filter = dataset.filter else { return "" }
    var scope = try RowScope(model: model, facts: facts, dataset: dataset)
    return " AND \(try scope.sql(filter))"
  }

  /// Each key's level at every snapshot date of the period.
  private func levelsAtSnapshots(_ dataset: Dataset, _ period: Period) throws(PlanningProblem)
    -> SQLFragment
  {
    let (_, time, _) = try levelKeys(dataset)
    var bounds: [SQLFragment] = [
      "\(time) < \(.value(.text((period.end ?? facts.now.adding(days: 1)).iso)))"
    ]
    if let start = period.start { bounds.append("\(time) >= \(.value(.text(start.iso)))") }
    let points: SQLFragment = """
      (SELECT DISTINCT substr(\(time), 1, 10) AS day, date(substr(\(time), 1, 10), '+1 day') AS until
      FROM \(.identifier(dataset.table)) WHERE \(bounds.joined(" AND "))) AS points
      """
    return try levels(dataset, at: points)
  }

  /// Levels are valid from their day until the next row of the same key.
  private func levels(_ dataset: Dataset, at points: SQLFragment) throws(PlanningProblem)
    -> SQLFragment
  {
    let (partition, time, tie) = try levelKeys(dataset)
    return """
      \(points) JOIN (SELECT *, LEAD(\(time)) OVER (PARTITION BY \(partition) ORDER BY \(time), \(tie)) AS replaced_on
      FROM \(.identifier(dataset.table)) AS \(.identifier(dataset.name)) WHERE \(time) IS NOT NULL\(try own(dataset))) AS \(.identifier(dataset.name))
      ON \(.column(dataset.name, dataset.time ?? "")) < points.until
      AND (replaced_on IS NULL OR replaced_on >= points.until)
      """
  }

  /// What one level belongs to, its moment (none where it cannot be read), and what orders rows of one moment.
  private func levelKeys(
    _ dataset: Dataset
  ) throws(PlanningProblem) -> (partition: SQLFragment, time: SQLFragment, tie: SQLFragment) {
    guard case .snapshot(let keys) = dataset.kind, let time = dataset.time else {
      preconditionFailure("\(dataset.name) is no snapshot")
    }
    guard facts.has(dataset.table) else { throw .missingTable(dataset.table) }
    guard facts.has(dataset.table, time) else {
      throw .missingColumn(table: dataset.table, column: time)
    }
    let present = keys.filter { facts.has(dataset.table, $0) }
    if present.isEmpty, let key = keys.first {
      throw .missingColumn(table: dataset.table, column: key)
    }
    let column = SQLFragment.identifier(time)
    let isDirty = facts.dirtyDates.contains(.init(dataset.table, time))
    let hasKey = facts.has(dataset.table, dataset.primaryKey)
    return (
      present.map { SQLFragment.identifier($0) }.joined(", "),
      isDirty ? "(CASE WHEN \(RowScope.isISODate(column)) THEN \(column) END)" : column,
      .identifier(hasKey ? dataset.primaryKey : "rowid")
    )
  }
}

extension Dataset {
  /// Whether rows after "now" are not part of the past: plans and forecasts look ahead by nature.
  package var looksBack: Bool {
    aheadDays == nil && !["forecasts", "learned_events", "expected_receipts"].contains(name)
  }
}
