import SQL
import SemanticModel
import Values

/// The second half of a statement: from groups to the rows of the answer – shares, changes, folds, order, limit.
struct OutputBuilder {
  let planner: QueryPlanner
  let query: Query
  let groups: GroupsBuilder.Groups
  /// How many of the last keys are only told with each row.
  let details: Int

  private var model: SemanticModel { planner.model }

  init(planner: QueryPlanner, query: Query, groups: GroupsBuilder.Groups, details: Int) {
    self.planner = planner
    self.query = query
    self.groups = groups
    self.details = details
  }

  /// The statement and its columns.
  func build() -> (Statement, [PlannedColumn]) {
    let (select, columns) = query.rollup == nil ? rows() : rolledUp()
    return (Statement(subqueries: groups.subqueries, body: select.fragment), columns)
  }

  // MARK: - One row a group

  private func rows() -> (Select, [PlannedColumn]) {
    var select = Select()
    var columns: [PlannedColumn] = []
    select.from = "grouped"
    for (index, key) in query.keys.enumerated() {
      let isDetail = index >= query.keys.count - details
      let column = keyColumn(key, isDetail: isDetail, among: columns)
      select.columns.append((shown(index), column.name))
      columns.append(column)
    }
    if let named = namedShare { select.conditions.append("\(.identifier("m\(named)")) <> 0") }
    if !wholes.isEmpty, query.limitWithin == nil {
      select.from = "(SELECT *, \(wholes.joined(", ")) FROM grouped)"
    }
    for index in query.measures.indices { appendMeasure(index, to: &select, &columns) }
    if groups.hasConditions { select.conditions.append("kept") }
    if hidesZeros {
      let figures = query.measures.indices.map { index -> SQLFragment in
        "\(.identifier("m\(index)")) <> 0"
      }
      select.conditions.append("(\(figures.joined(" OR ")))")
    }
    for (index, key) in query.keys.enumerated()
    where key.dimension.flatMap({ model.dimensions[$0]?.computation }) != nil {
      // A class is worked out for those that have figures; the others are in none.
      select.conditions.append("\(.identifier("k\(index)")) IS NOT NULL")
    }
    if leavesUnknown {
      let known = query.measures.indices.map { index -> SQLFragment in
        "\(.identifier("m\(index)")) IS NOT NULL"
      }
      let all = known.joined(" OR ")
      select.conditions.append(known.count == 1 ? all : "(\(all))")
    }
    if !isAdditive {
      // Rows without the key belong to no group; only a sum needs them to add up to the total.
      for index in query.keys.indices.dropLast(details) where query.keys[index].dimension != nil {
        select.conditions.append("\(.identifier("k\(index)")) IS NOT NULL")
      }
    }
    if let isRising = query.onlyRising, query.comparison != nil {
      let comparison: SQLFragment = isRising ? ">" : "<"
      select.conditions.append("\(expression(.difference(0))) \(comparison) 0")
    }
    if let within = query.limitWithin, let limit = query.limit {
      rank(within: within, limit: limit, &select)
    } else {
      select.ordering = ordering()
      select.limit = query.limit
      select.offset = query.skip
    }
    return (select, columns)
  }

  /// A mean of nothing is no row of a breakdown, nor a month without a price one of its history; a thing listed stays,
  /// without its figure.
  private var leavesUnknown: Bool {
    guard query.comparison == nil, query.population == .facts, !query.keys.isEmpty,
      !query.measures.isEmpty
    else { return false }
    if timeIndex != nil {
      return query.keys.count == 1
        && query.measures.allSatisfy { model.metrics[$0.metric]?.emptyIsZero == false }
    }
    return query.measures.count == 1 && !isAdditive
      && query.keys.allSatisfy {
        $0.dimension.map { model.dimensions[$0]?.isEntity == false } ?? false
      }
  }

  /// A sum over some rows only (losses, transfers) is told of the groups that have such rows.
  private var hidesZeros: Bool {
    guard query.population == .facts, timeIndex == nil, query.conditions.isEmpty,
      query.comparison == nil, !query.keys.isEmpty, !query.measures.isEmpty
    else { return false }
    return query.measures.allSatisfy { measure in
      guard let metric = model.metrics[measure.metric], metric.emptyIsZero,
        metric.unit == .count || metric.unit == .currency
      else { return false }
      return metric.expression.isConditionalSum
    }
  }

  /// A share of some values of the very thing it is split by: "by card vs in instalments", each of the whole.
  private var namedShare: Int? {
    query.measures.indices.first { index in
      let measure = query.measures[index]
      guard measure.display == .share, query.limitWithin == nil else { return false }
      let dimensions = Set(measure.filters.compactMap(\.dimension))
      return query.keys.contains { $0.dimension.map { dimensions.contains($0) } ?? false }
    }
  }

  /// Whether a share of the total needs it before a limit within groups or a condition leaves groups out.
  private func sumsBefore(_ index: Int) -> Bool {
    let measure = query.measures[index]
    guard measure.display == .share, !measure.isPartOfOther else { return false }
    return query.limitWithin != nil && query.limit != nil || groups.hasConditions
  }

  /// The totals over all groups that shares need, as columns made before anything leaves a group out.
  private var wholes: [SQLFragment] {
    var columns: [SQLFragment] = []
    if let named = namedShare {
      let whole = SQLFragment.identifier("m\(named)_whole")
      columns.append("SUM(\(whole)) OVER () AS \(.identifier("m\(named)_all"))")
    }
    for index in query.measures.indices where sumsBefore(index) {
      let figure = SQLFragment.identifier("m\(index)")
      columns.append("SUM(\(figure)) OVER () AS \(.identifier("m\(index)_whole"))")
    }
    return columns
  }

  /// Whether any figure shown adds up over the groups.
  private var isAdditive: Bool {
    query.measures.isEmpty
      || query.measures.contains { model.metrics[$0.metric]?.emptyIsZero == true }
      || query.measures.contains {
        model.metrics[$0.metric].map { $0.unit == .count || $0.unit == .currency } ?? true
      }
  }

  private func appendMeasure(
    _ index: Int,
    to select: inout Select,
    _ columns: inout [PlannedColumn]
  ) {
    let measure = query.measures[index]
    guard let metric = model.metrics[measure.metric] else { return }
    let value = SQLFragment.identifier("m\(index)")
    func append(_ role: PlannedColumn.Role, _ name: String, _ unit: Metric.Unit, _ sql: SQLFragment)
    {
      let unique = unused(name, columns)
      select.columns.append((sql, unique))
      columns.append(PlannedColumn(role: role, name: unique, unit: unit))
    }
    if query.isCumulative, let axis = timeIndex {
      let partition = query.keys.indices.filter { $0 != axis }.map {
        SQLFragment.identifier("k\($0)")
      }
      let over: SQLFragment = partition.isEmpty ? "" : "PARTITION BY \(partition.joined(", ")) "
      append(
        .measure(index),
        measure.metric,
        metric.unit,
        "SUM(\(value)) OVER (\(over)ORDER BY \(.identifier("k\(axis)")))"
      )
    } else {
      append(.measure(index), measure.metric, metric.unit, value)
    }
    if model.interval(ofMeasure: index, in: query) != nil {
      append(.lower(index), "lower", metric.unit, .identifier("m\(index)_lower"))
      append(.upper(index), "upper", metric.unit, .identifier("m\(index)_upper"))
    }
    if measure.display == .share {
      let whole: SQLFragment =
        !measure.isPartOfOther && !sumsBefore(index)
        ? "SUM(\(value)) OVER ()"
        : .identifier(namedShare == index ? "m\(index)_all" : "m\(index)_whole")
      append(.share(index), "share", .percent, "\(value) * 1.0 / NULLIF(\(whole), 0)")
    }
    if query.comparison != nil {
      let previous = SQLFragment.identifier("m\(index)_previous")
      append(.previous(index), "previous_\(measure.metric)", metric.unit, previous)
      if metric.unit != .date, metric.unit != .text {
        append(.difference(index), "difference", metric.unit, "\(value) - \(previous)")
        append(
          .change(index),
          "change",
          .percent,
          "(\(value) - \(previous)) * 1.0 / NULLIF(ABS(\(previous)), 0)"
        )
      }
    }
  }

  /// The limit within each group of a key: the rows ranked there, then cut.
  private func rank(within key: Key, limit: Int, _ select: inout Select) {
    guard let index = query.keys.firstIndex(of: key) else { return }
    let order = ordering()
    let partition = SQLFragment.identifier("k\(index)")
    select.from = """
      (SELECT *, \(wholes.map { "\($0), " }.joined(""))ROW_NUMBER() OVER (PARTITION BY \(partition) ORDER BY \(order.joined(", "))) AS place FROM grouped\(groups.keptOnly))
      """
    select.conditions.append("place <= \(.constant(limit))")
    select.ordering = [shown(index)] + order
  }

  // MARK: - Order

  /// The order asked for; else time, then the first figure downwards; ties by name; unknown figures last.
  private func ordering() -> [SQLFragment] {
    if planner.tellsStoredKeys, query.order == nil, query.limit == nil { return [] }
    var parts: [SQLFragment] = []
    if let order = query.order {
      parts += Self.sorted(expression(order.subject), descending: order.isDescending)
    } else if let axis = timeIndex {
      parts.append(.identifier("k\(axis)"))
      if query.keys.count > 1, !query.measures.isEmpty {
        parts += Self.sorted("m0", descending: true)
      }
    } else if !query.measures.isEmpty, !query.keys.isEmpty {
      parts += Self.sorted("m0", descending: true)
    }
    for index in query.keys.indices { parts.append(shown(index)) }
    // Two things may have one name: their keys tell them apart, always in the same order.
    for index in query.keys.indices where planner.hasName(query.keys[index]) {
      parts.append(.identifier("k\(index)"))
    }
    return parts
  }

  private static func sorted(_ expression: SQLFragment, descending: Bool) -> [SQLFragment] {
    ["\(expression) IS NULL", descending ? "\(expression) DESC" : "\(expression) ASC"]
  }

  private func expression(_ subject: Order.Subject) -> SQLFragment {
    switch subject {
    case .measure(let index):
      let measure = query.measures[index]
      let value = SQLFragment.identifier("m\(index)")
      return measure.isPartOfOther
        ? "(\(value) * 1.0 / NULLIF(\(.identifier("m\(index)_whole")), 0))" : value
    case .key(let index): return shown(index)
    case .difference(let index):
      return "(\(.identifier("m\(index)")) - \(.identifier("m\(index)_previous")))"
    case .change(let index):
      return
        "((\(.identifier("m\(index)")) - \(.identifier("m\(index)_previous"))) * 1.0 / NULLIF(ABS(\(.identifier("m\(index)_previous"))), 0))"
    }
  }

  private var timeIndex: Int? {
    query.keys.firstIndex { if case .time = $0 { true } else { false } }
  }

  /// The column that shows a key: its name where it has one.
  private func shown(_ index: Int) -> SQLFragment {
    .identifier(planner.hasName(query.keys[index]) ? "k\(index)_name" : "k\(index)")
  }

  private func keyColumn(
    _ key: Key,
    isDetail: Bool = false,
    among columns: [PlannedColumn]
  ) -> PlannedColumn {
    switch key {
    case .dimension(let name):
      let type = model.dimensions[name]?.type ?? .text
      return PlannedColumn(
        role: isDetail ? .detail(key) : .key(key),
        name: unused(name, columns),
        unit: type == .number ? .number : type == .date ? .date : .text
      )
    case .time(let grain):
      return PlannedColumn(role: .key(key), name: unused(grain.rawValue, columns), unit: .date)
    }
  }

  private func unused(_ name: String, _ columns: [PlannedColumn]) -> String {
    guard columns.contains(where: { $0.name == name }) else { return name }
    var number = 2
    while columns.contains(where: { $0.name == "\(name)_\(number)" }) { number += 1 }
    return "\(name)_\(number)"
  }

  // MARK: - Folds

  private func rolledUp() -> (Select, [PlannedColumn]) {
    guard let rollup = query.rollup else { preconditionFailure("no rollup") }
    var select = Select()
    var columns: [PlannedColumn] = []
    select.from = rollupSource(rollup)
    for (index, key) in query.keys.enumerated() where rollup.over != nil && key != rollup.over {
      let column = keyColumn(key, among: columns)
      select.columns.append((shown(index), column.name))
      select.grouping.append(.identifier("k\(index)"))
      columns.append(column)
    }
    for function in rollup.functions {
      let measures: [Int?] =
        function == .count || function == .shareOfCount ? [nil] : query.measures.indices.map { $0 }
      for measure in measures {
        let unit = unit(of: function, measure)
        let name = unused(
          Self.name(of: function, measure.map { query.measures[$0].metric }),
          columns
        )
        select.columns.append((aggregate(function, measure, rollup), name))
        columns.append(
          PlannedColumn(role: .rollup(function, measure: measure), name: name, unit: unit)
        )
      }
    }
    if !select.grouping.isEmpty,
      let first = columns.firstIndex(where: { if case .rollup = $0.role { true } else { false } })
    {
      if query.order == nil, let axis = timeIndex, query.keys[axis] != rollup.over {
        select.ordering = [.identifier("k\(axis)")]
      } else {
        let figure = SQLFragment.identifier(columns[first].name)
        select.ordering = Self.sorted(figure, descending: query.order?.isDescending ?? true)
      }
      select.limit = query.limit
    }
    return (select, columns)
  }

  /// The groups folded: all with their `kept` flag for shares, else only those kept; the first ones where a limit says so.
  private func rollupSource(_ rollup: Rollup) -> SQLFragment {
    let isShare =
      rollup.functions.contains(.shareOfCount) || rollup.functions.contains(.shareOfTotal)
    if let limit = query.limit, rollup.over == nil {
      let order = ordering().joined(", ")
      let condition: SQLFragment = groups.hasConditions ? "kept AND " : ""
      return
        "(SELECT *, \(condition)ROW_NUMBER() OVER (ORDER BY \(order)) <= \(.constant(limit)) AS chosen FROM grouped)\(isShare ? "" : " WHERE chosen")"
    }
    if isShare {
      return "(SELECT *, \(groups.hasConditions ? "kept" : "1") AS chosen FROM grouped)"
    }
    return "grouped\(groups.keptOnly)"
  }

  private func aggregate(_ function: Rollup.Function, _ measure: Int?, _ rollup: Rollup)
    -> SQLFragment
  {
    let value = SQLFragment.identifier("m\(measure ?? 0)")
    let whole = SQLFragment.identifier("m\(measure ?? 0)")
    switch function {
    case .count where rollup.functions.contains(.shareOfCount): return "SUM(chosen)"
    case .count: return "COUNT(*)"
    case .sum where rollup.functions.contains(.shareOfTotal):
      return "SUM(CASE WHEN chosen THEN \(value) END)"
    case .sum: return "SUM(\(value))"
    case .mean: return mean(value, measure, rollup)
    case .median: return "median(\(value))"
    case .minimum: return "MIN(\(value))"
    case .maximum: return "MAX(\(value))"
    case .deviation: return "stddev(\(value))"
    case .shareOfCount: return "SUM(chosen) * 1.0 / NULLIF(COUNT(chosen), 0)"
    case .shareOfTotal:
      return "SUM(CASE WHEN chosen THEN \(whole) END) * 1.0 / NULLIF(SUM(\(whole)), 0)"
    }
  }

  /// A mean over time divides by all calendar units, those without rows too.
  private func mean(_ value: SQLFragment, _ measure: Int?, _ rollup: Rollup) -> SQLFragment {
    let metric = measure.flatMap { model.metrics[query.measures[$0].metric] }
    guard case .time(let grain) = rollup.over ?? query.keys.first, groups.hasSpine,
      metric?.emptyIsZero == true,
      !grain.isCyclic
    else {
      return "AVG(\(value))"
    }
    for case .weekdays(let days) in measure.map({ query.measures[$0].filters }) ?? [] {
      let list = days.map { SQLFragment.constant($0) }.joined(", ")
      return
        "SUM(\(value)) * 1.0 / (SELECT COUNT(*) FROM spine WHERE \(TimeAxis.label("day", .weekday)) IN (\(list)))"
    }
    if let axis = query.keys.firstIndex(of: .time(.weekday)) {
      return
        "SUM(\(value)) * 1.0 / (SELECT COUNT(*) FROM spine WHERE \(TimeAxis.label("day", .weekday)) = \(.identifier("k\(axis)")))"
    }
    return "SUM(\(value)) * 1.0 / (SELECT COUNT(*) FROM spine)"
  }

  private func unit(of function: Rollup.Function, _ measure: Int?) -> Metric.Unit {
    switch function {
    case .count: .count
    case .shareOfCount, .shareOfTotal: .percent
    case .sum, .mean, .median, .minimum, .maximum, .deviation:
      measure.flatMap { model.metrics[query.measures[$0].metric]?.unit } ?? .number
    }
  }

  private static func name(of function: Rollup.Function, _ metric: String?) -> String {
    switch function {
    case .count: "count"
    case .shareOfCount, .shareOfTotal: "share"
    case .sum: metric ?? "sum"
    case .mean: "mean"
    case .median: "median"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .deviation: "standard_deviation"
    }
  }
}
