import SQL
package import SemanticModel
import Values

/// Compiles a `Query` to one read-only statement.
///
/// One aggregate subquery per fact and period (an *arm*), joined only many-to-one; arms are combined by
/// UNION ALL and regrouped, so no fact multiplies another; figures are formulas over the regrouped components.
package struct QueryPlanner: Sendable {
  package let model: SemanticModel
  package let facts: DatabaseFacts
  /// The period that computed classes (ABC) are computed over: the query's.
  var classPeriod: Period?
  /// Whether things are told by their keys as they are stored, in no order, instead of by name.
  var tellsStoredKeys = false

  package init(model: SemanticModel, facts: DatabaseFacts) {
    self.model = model
    self.facts = facts
  }

  /// The statement of a query and the meaning of its columns.
  package func plan(_ query: Query) throws(PlanningProblem) -> Plan {
    if let folded = toldOneByOne(query) { return try plan(folded).telling(query.measures) }
    let details = details(of: query)
    if !details.isEmpty, let all = try? plan(query, telling: details) { return all }
    return try plan(query, telling: details.filter { (try? plan(query, telling: [$0])) != nil })
  }

  /// The statement of a query with further keys that are only told with each row.
  private func plan(_ asked: Query, telling details: [Key]) throws(PlanningProblem) -> Plan {
    var query = asked
    query.keys += details
    var planner = self
    planner.classPeriod = query.period
    var builder = GroupsBuilder(planner: planner, query: query)
    let groups = try builder.build()
    let outer = OutputBuilder(
      planner: planner,
      query: query,
      groups: groups,
      details: details.count
    )
    let (statement, columns) = outer.build()
    let prepared = statement.fragment.prepared
    return Plan(
      sql: prepared.sql,
      parameters: prepared.parameters,
      columns: columns,
      datasets: groups.datasets
    )
  }

  /// The statement of a query whose rows are counted and not shown: with the keys of things as they are stored, which tell two
  /// of the same name apart, and in no order.
  package func keyedPlan(_ query: Query) throws(PlanningProblem) -> Plan {
    var planner = self
    planner.tellsStoredKeys = true
    return try planner.plan(query)
  }

  /// The query with each thing that its figures are told by, added up again; nil where they are told by nothing.
  private func toldOneByOne(_ query: Query) -> Query? {
    guard query.rollup == nil,
      let thing = query.measures.lazy.compactMap({ self.model.metrics[$0.metric]?.toldBy }).first,
      !query.keys.contains(.dimension(thing))
    else { return nil }
    var folded = query
    folded.keys.append(.dimension(thing))
    folded.rollup = Rollup([.sum], over: .dimension(thing))
    return folded
  }

  /// The groups of a query as one subquery: keys `k0` (`k0_name`) …, figures `m0` … .
  func groups(_ query: Query) throws(PlanningProblem) -> SQLFragment {
    var builder = GroupsBuilder(planner: self, query: query)
    let groups = try builder.build()
    return Statement(
      subqueries: groups.subqueries,
      body: "SELECT * FROM \(.identifier("grouped"))\(groups.keptOnly)"
    ).fragment
  }

  /// The keys of the groups of a query with one key, for IN: all of them, or those a ranking keeps.
  func members(_ query: Query) throws(PlanningProblem) -> SQLFragment {
    guard let limit = query.limit, let order = query.order else {
      return "SELECT k0 FROM (\(try groups(query))) WHERE k0 IS NOT NULL"
    }
    let name: SQLFragment = hasName(query.keys[0]) ? "k0_name" : "k0"
    let (source, rank) = try ranking(query, by: order.subject, name: name)
    let direction: SQLFragment = order.isDescending ? "DESC" : "ASC"
    let offset: SQLFragment = query.skip > 0 ? " OFFSET \(.constant(query.skip))" : ""
    return
      "SELECT k0 FROM \(source) WHERE k0 IS NOT NULL ORDER BY \(rank) IS NULL, \(rank) \(direction), \(name), k0 LIMIT \(.constant(limit))\(offset)"
  }

  /// The groups to rank, and what they are ranked by.
  private func ranking(
    _ query: Query,
    by subject: Order.Subject,
    name: SQLFragment
  ) throws(PlanningProblem) -> (source: SQLFragment, rank: SQLFragment) {
    var now = query
    now.comparison = nil
    let figures = try groups(now)
    switch subject {
    case .measure(let index): return ("(\(figures))", .identifier("m\(index)"))
    case .key: return ("(\(figures))", name)
    case .change(let index), .difference(let index):
      var before = now
      before.period = query.comparison
      let column = SQLFragment.identifier("m\(index)")
      let gain: SQLFragment = "(now.\(column) - COALESCE(earlier.\(column), 0))"
      let joined: SQLFragment =
        "(SELECT now.*, \(gain) AS gain, earlier.\(column) AS base FROM (\(figures)) AS now LEFT JOIN (\(try groups(before))) AS earlier ON earlier.k0 IS now.k0)"
      if case .difference = subject { return (joined, "gain") }
      return (joined, "gain * 1.0 / NULLIF(ABS(base), 0)")
    }
  }

  /// The members of an entity whose figures satisfy a condition.
  func members(
    of dimension: String,
    where condition: Expression,
    days: Int?,
    at places: [Filter]
  ) throws(PlanningProblem) -> SQLFragment {
    var query = Query()
    query.keys = [.dimension(dimension)]
    query.population = .every(dimension)
    if isLevel(condition) { query.filters = places }
    var builder = GroupsBuilder(planner: self, query: query)
    builder.figureCondition = (condition, days)
    let groups = try builder.build()
    return Statement(
      subqueries: groups.subqueries,
      body: "SELECT k0 FROM \(.identifier("grouped"))\(groups.keptOnly)"
    ).fragment
  }

  /// Whether a condition speaks of levels alone, which lie somewhere: « en rupture à Lyon ».
  func isLevel(_ condition: Expression) -> Bool {
    let datasets = condition.allNames.flatMap { model.datasets(ofMetric: $0[0]) }
    return !datasets.isEmpty && datasets.allSatisfy { ["stock", "products"].contains($0) }
  }

  /// The keys of the members of a dimension whose names contain all of some folded words.
  func members(of name: String, named words: [String]) throws(PlanningProblem) -> SQLFragment {
    guard let dimension = model.dimensions[name], let home = model.datasets[dimension.dataset]
    else {
      preconditionFailure("no dimension \(name)")
    }
    var scope = try RowScope(model: model, facts: facts, dataset: home)
    let label = try scope.sql(dimension.label)
    var select = Select()
    select.columns = [(try scope.sql(dimension.key), "k0")]
    select.from = try scope.from()
    select.joins = scope.joins.map(\.clause)
    select.conditions = words.map { word -> SQLFragment in
      "instr(fold(\(label)), \(.value(.text(word)))) > 0"
    }
    return select.fragment
  }

  /// Statements that list a dimension's values, key and name: one for its home, one for each dataset that carries it itself.
  ///
  /// Datasets of events are left out where the home has the values: they only repeat them.
  package func valueStatements(of dimension: Dimension) -> [String] {
    guard dimension.computation == nil, dimension.type == .text else { return [] }
    var statements: [String] = []
    let homes =
      [(dimension.dataset, dimension.key, dimension.label)]
      + dimension.overrides.sorted { $0.key < $1.key }.map {
        ($0.key, $0.value.key, $0.value.label)
      }
    for (name, key, label) in homes where name != "sales" || statements.isEmpty {
      // What is computed has no names of its own, and may not be there yet.
      guard let dataset = model.datasets[name], !dataset.isComputed else { continue }
      if dimension.isEntity, !statements.isEmpty { continue }
      if let select = try? valueSelect(dimension, dataset, key, label) {
        statements.append(select.prepared.sql)
      }
    }
    return statements
  }

  /// Whether any of a dimension's value statements can be made on this database.
  package func hasValues(_ dimension: Dimension) -> Bool {
    guard dimension.computation == nil, dimension.type == .text else { return false }
    let homes =
      [(dimension.dataset, dimension.key, dimension.label)]
      + dimension.overrides.map { ($0.key, $0.value.key, $0.value.label) }
    return homes.contains { name, key, label in
      model.datasets[name].map { (try? valueSelect(dimension, $0, key, label)) != nil } ?? false
    }
  }

  private func valueSelect(
    _ dimension: Dimension,
    _ dataset: Dataset,
    _ key: Expression,
    _ label: Expression
  ) throws(PlanningProblem) -> SQLFragment {
    var scope = try RowScope(model: model, facts: facts, dataset: dataset)
    var select = Select()
    select.columns = [
      (DimensionBinding.tidy(try scope.sql(key), dimension), "key"),
      (DimensionBinding.tidy(try scope.sql(label), dimension), "name"),
    ]
    select.from = try scope.from()
    select.joins = scope.joins.map(\.clause)
    select.grouping = ["1", "2"]
    return select.fragment
  }

  /// Whether a key is shown by another column than itself.
  func hasName(_ key: Key) -> Bool {
    guard !tellsStoredKeys, case .dimension(let name) = key, let dimension = model.dimensions[name]
    else {
      return false
    }
    return dimension.computation == nil && dimension.key != dimension.label
  }
}

extension Plan {
  /// The same statement, its sums being the figures themselves.
  fileprivate func telling(_ measures: [Measure]) -> Plan {
    let columns = columns.map { column in
      guard case .rollup(.sum, .some(let index)) = column.role else { return column }
      return PlannedColumn(role: .measure(index), name: column.name, unit: column.unit)
    }
    return Plan(sql: sql, parameters: parameters, columns: columns, datasets: datasets)
  }
}
