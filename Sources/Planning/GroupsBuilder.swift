import SQL
import SemanticModel
import Values

/// The first half of a statement: from rows to one row a group, with its figures.
struct GroupsBuilder {
  /// The subqueries built, the last of which is called `groups`.
  struct Groups {
    var subqueries: [(name: String, body: SQLFragment)]
    var datasets: [String]
    /// Whether `groups` has a column `kept` (1 where the conditions hold).
    var hasConditions: Bool
    var hasSpine: Bool

    /// ` WHERE kept`, or nothing.
    var keptOnly: SQLFragment { hasConditions ? " WHERE kept" : "" }
  }

  let planner: QueryPlanner
  private(set) var query: Query
  /// A segment's condition over figures, and the days that replace its trailing days.
  var figureCondition: (expression: Expression, days: Int?)?

  private var compiler: MetricCompiler
  private var keyNames: [Bool]
  /// Segments of the only key, as conditions on its groups in place of filters on its rows.
  private var segments: [KeySegment] = []

  init(planner: QueryPlanner, query: Query) {
    self.planner = planner
    self.query = query
    compiler = MetricCompiler(
      model: planner.model,
      facts: planner.facts,
      hasTimeAxis: query.keys.contains { if case .time = $0 { true } else { false } }
    )
    keyNames = []
  }

  /// Compiles figures and conditions, then the arms they need.
  mutating func build() throws(PlanningProblem) -> Groups {
    compiler.placedThings = placedThings
    if let sharing = try withSharedSegments() { self = sharing }
    return try assemble()
  }

  /// The dataset of the things grouped by, where levels are told of them: « en surstock à Lille ».
  private var placedThings: String? {
    let model = planner.model
    let things = query.keys.compactMap(\.dimension).compactMap { model.dimensions[$0] }
      .filter { model.datasets[$0.dataset]?.kind == .entity }.map(\.dataset)
    let told =
      query.measures.map(\.metric) + query.conditions.map(\.measure.metric)
      + (figureCondition?.expression.allNames.map { $0[0] } ?? [])
    let hasLevels = told.contains { name in
      model.datasets(ofMetric: name).contains { name in
        if case .snapshot = model.datasets[name]?.kind { true } else { false }
      }
    }
    return hasLevels ? things.first : nil
  }

  /// The same groups with the segments of their key as conditions, where those need no arm that is not there already.
  ///
  /// « produits en rupture » with their stock: which are in the segment is told by the figure that is shown, so
  /// the levels need not be read a second time to list the segment's members.
  private func withSharedSegments() throws(PlanningProblem) -> GroupsBuilder? {
    guard figureCondition == nil else { return nil }
    let (segments, others) = planner.segmentsOfKey(query)
    guard !segments.isEmpty else { return nil }
    var sharing = self
    sharing.query.filters = others
    sharing.segments = segments
    var trial = sharing
    _ = try trial.figures()
    let arms = trial.compiler.components.map(\.arm)
    _ = try trial.conditions()
    return trial.compiler.components.allSatisfy { arms.contains($0.arm) } ? sharing : nil
  }

  private mutating func assemble() throws(PlanningProblem) -> Groups {
    let figures = try figures()
    let kept = try conditions()
    let arms = try armSelects()
    var subqueries = arms.subqueries
    var body = Select()
    body.from = arms.source.map { .identifier($0) }
    for (index, _) in query.keys.enumerated() {
      body.columns.append((.identifier("k\(index)"), "k\(index)"))
      if arms.named[index] {
        body.columns.append((.identifier("k\(index)_name"), "k\(index)_name"))
      }
    }
    body.columns += figures.map { (expression: $0.0, alias: $0.1) }
    if let kept { body.columns.append((kept, "kept")) }
    // Rows of a secondary fact that carry no key (unallocated costs) are no group of their own.
    if arms.mixesFacts {
      for (index, key) in query.keys.enumerated() {
        if case .dimension = key {
          body.conditions.append("\(.identifier("k\(index)")) IS NOT NULL")
        }
      }
    }
    if body.columns.isEmpty { body.columns.append(("1", "one")) }
    subqueries.append(("grouped", body.fragment))
    return Groups(
      subqueries: subqueries,
      datasets: arms.datasets,
      hasConditions: kept != nil,
      hasSpine: arms.hasSpine
    )
  }

  private mutating func figures() throws(PlanningProblem) -> [(SQLFragment, String)] {
    var figures: [(SQLFragment, String)] = []
    for (index, measure) in query.measures.enumerated() {
      figures.append((try figure(measure), "m\(index)"))
      if let interval = planner.model.interval(ofMeasure: index, in: query) {
        for (end, name) in [(interval.lower, "lower"), (interval.upper, "upper")] {
          var bound = measure
          bound.metric = end
          figures.append((try figure(bound), "m\(index)_\(name)"))
        }
      }
      if measure.isPartOfOther {
        var whole = measure
        whole.metric = measure.whole ?? measure.metric
        whole.filters = []
        figures.append((try figure(whole), "m\(index)_whole"))
      }
      if let comparison = query.comparison {
        figures.append((try figure(measure, comparison: comparison), "m\(index)_previous"))
      }
    }
    return figures
  }

  private mutating func figure(
    _ measure: Measure,
    comparison: Period? = nil
  ) throws(PlanningProblem) -> SQLFragment {
    let variant = Variant(
      period: comparison ?? measure.period ?? query.period,
      filters: query.filters + measure.filters,
      isComparison: comparison != nil,
      trailingDays: measure.trailingDays,
      margin: measure.margin,
      terms: measure.terms
    )
    return try compiler.figure(measure.metric, variant)
  }

  /// All conditions on groups as one SQL condition; nil when there are none.
  private mutating func conditions() throws(PlanningProblem) -> SQLFragment? {
    var parts: [SQLFragment] = []
    for condition in query.conditions {
      var left = try figure(condition.measure)
      if condition.measure.display == .share {
        // A part of the total over the groups.
        left = "(\(left) * 1.0 / NULLIF(SUM(\(left)) OVER (), 0))"
      }
      let right: SQLFragment
      switch condition.operand {
      case .number(let number): right = .value(.real(number))
      case .text(let text): right = .value(.text(text))
      case .measure(let measure): right = try figure(measure)
      }
      parts.append(RowScope.binary(condition.comparison.binary, left, right))
    }
    for segment in segments {
      let variant = Variant(period: nil, filters: [], trailingDays: segment.days)
      let condition = try compiler.condition(segment.condition, variant)
      parts.append("\(.identifier("k0")) IS NOT NULL AND \(condition)")
    }
    if let (expression, days) = figureCondition {
      parts.append(
        try compiler.condition(
          expression,
          Variant(period: query.period, filters: query.filters, trailingDays: days)
        )
      )
    }
    return parts.isEmpty ? nil : parts.joined(" AND ")
  }

  // MARK: - Arms

  private struct Arms {
    var subqueries: [(name: String, body: SQLFragment)] = []
    /// Nil where the figures need no rows: all they are made of was said.
    var source: String?
    /// Whether rows of different tables meet: not so for two periods of one table.
    var mixesFacts = false
    var named: [Bool] = []
    var datasets: [String] = []
    var hasSpine = false
  }

  private func armSelects() throws(PlanningProblem) -> Arms {
    let components = compiler.components
    var order: [Arm] = []
    for component in components where !order.contains(component.arm) { order.append(component.arm) }
    var builder = ArmBuilder(
      planner: planner,
      keys: query.keys,
      comparison: query.comparison.flatMap { from in query.period.map { (from, $0) } }
    )
    builder.places = query.filters.filter { filter in
      filter.dimension.flatMap { planner.model.dimensions[$0]?.isPlace } ?? false
    }
    var arms = Arms()
    var selects: [(name: String, select: Select, components: [Int])] = []
    for (number, arm) in order.enumerated() {
      let own = components.enumerated().filter { $0.element.arm == arm }
      let select = try builder.select(
        arm,
        components: own.map { (index: $0.offset, component: $0.element) }
      )
      let name = order.count == 1 ? arm.dataset + "_figures" : "\(arm.dataset)_\(number + 1)"
      selects.append((name, select, own.map(\.offset)))
    }
    if let members = try memberSelect(builder, isOnlySource: order.isEmpty) {
      selects.append(("members", members, []))
    }
    arms.datasets = Array(Set(order.map(\.dataset))).sorted()
    arms.mixesFacts = arms.datasets.count > 1 || (!order.isEmpty && selects.count > order.count)
    let spines = try spines(order)
    arms.subqueries += spines
    arms.hasSpine = !spines.isEmpty
    arms.named = query.keys.indices.map { index in
      selects.contains { $0.select.columns.contains { $0.alias == "k\(index)_name" } }
    }
    if arms.hasSpine, fillsAxis {
      let sources = selects.map { (name: $0.name, select: $0.select) }
      selects.append(("buckets", emptyGroups(of: sources, named: arms.named), []))
    }
    arms.subqueries += selects.map { ($0.name, $0.select.fragment) }
    if selects.isEmpty {
      guard query.keys.isEmpty else { throw .undated(dataset: "") }
      return arms
    }
    if selects.count == 1 {
      arms.source = selects[0].name
    } else {
      arms.subqueries.append(
        ("combined", combine(selects, named: arms.named, components: components.count))
      )
      arms.source = "combined"
    }
    return arms
  }

  /// The members of the entity asked for: all of it, or the only source of a list without figures.
  private func memberSelect(_ builder: ArmBuilder, isOnlySource: Bool) throws(PlanningProblem)
    -> Select?
  {
    if case .every(let entity) = query.population, let dimension = planner.model.dimensions[entity]
    {
      return try builder.members(of: dimension, filters: query.filters)
    }
    guard isOnlySource else { return nil }
    for key in query.keys {
      guard case .dimension(let name) = key, let dimension = planner.model.dimensions[name] else {
        continue
      }
      return try list(of: dimension, builder)
    }
    return nil
  }

  /// The things listed: from their own table, else from one that knows them and all that is asked of them
  /// (suppliers of a category: from the products).
  private func list(of dimension: Dimension, _ builder: ArmBuilder) throws(PlanningProblem)
    -> Select
  {
    do throws(PlanningProblem) {
      return try builder.list(from: dimension.dataset, filters: query.filters, period: query.period)
    } catch {
      guard case .unreachable = error else { throw error }
      for dataset in catalogues(besides: dimension.dataset) {
        if let select = try? builder.list(
          from: dataset,
          filters: query.filters,
          period: query.period
        ) {
          return select
        }
      }
      throw error
    }
  }

  /// The datasets of things that may tell a list: those of what else is asked first, as only they hold all of it.
  ///
  /// What is computed lists nothing: it holds what was worth a computation.
  private func catalogues(besides own: String) -> [String] {
    let asked = query.keys.compactMap(\.dimension) + query.filters.compactMap(\.dimension)
    let homes = Set(asked.compactMap { planner.model.dimensions[$0]?.dataset })
    let others = planner.model.datasets.values.filter {
      $0.kind == .entity && !$0.isComputed && $0.name != own
    }.map(\.name).sorted()
    return others.filter(homes.contains) + others.filter { !homes.contains($0) }
  }

  /// UNION ALL of the arms, each with nulls for the others' components, regrouped by key.
  ///
  /// A group has at most one row in each arm, so MAX picks that row's component, null where there is none.
  private func combine(
    _ selects: [(name: String, select: Select, components: [Int])],
    named: [Bool],
    components: Int
  ) -> SQLFragment {
    let rows = selects.map { arm -> SQLFragment in
      var columns: [SQLFragment] = []
      for index in query.keys.indices {
        columns.append("\(.identifier("k\(index)"))")
        if named[index] {
          let has = arm.select.columns.contains { $0.alias == "k\(index)_name" }
          columns.append(
            has ? .identifier("k\(index)_name") : "NULL AS \(.identifier("k\(index)_name"))"
          )
        }
      }
      for index in 0..<components {
        let own = arm.components.contains(index)
        columns.append(own ? .identifier("c\(index)") : "NULL AS \(.identifier("c\(index)"))")
      }
      if columns.isEmpty { columns = ["1"] }
      return "SELECT \(columns.joined(", ")) FROM \(.identifier(arm.name))"
    }
    var select = Select()
    select.from = "(\(rows.joined("\nUNION ALL ")))"
    for index in query.keys.indices {
      select.columns.append((.identifier("k\(index)"), "k\(index)"))
      if named[index] {
        select.columns.append(("MAX(\(.identifier("k\(index)_name")))", "k\(index)_name"))
      }
      select.grouping.append(.identifier("k\(index)"))
    }
    for index in 0..<components {
      select.columns.append(("MAX(\(.identifier("c\(index)")))", "c\(index)"))
    }
    if select.columns.isEmpty { select.columns.append(("1", "one")) }
    return select.fragment
  }
}
