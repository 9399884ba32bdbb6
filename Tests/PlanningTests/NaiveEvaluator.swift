import SemanticModel
import Values

/// Answers plain queries by loops over rows in memory: the planner's independent judge.
struct NaiveEvaluator {
  let shop: NaiveShop

  /// Which rows a figure reads, and how it folds those of a group.
  private struct Figure: Sendable {
    let datasets: [String]
    let fold: @Sendable ([String: [NaiveShop.Fact]]) -> Double?
  }

  private static func sum(_ dataset: String, _ column: String) -> Figure {
    Figure(datasets: [dataset]) { rows in
      let numbers = (rows[dataset] ?? []).compactMap { $0.numbers[column] }
      return numbers.isEmpty ? nil : numbers.reduce(0, +)
    }
  }

  private static func zero(_ figure: Figure) -> Figure {
    Figure(datasets: figure.datasets) { figure.fold($0) ?? 0 }
  }

  private static func ratio(_ above: Figure, _ below: Figure) -> Figure {
    Figure(datasets: Array(Set(above.datasets + below.datasets))) { rows in
      guard let top = above.fold(rows), let bottom = below.fold(rows), bottom != 0 else {
        return nil
      }
      return top / bottom
    }
  }

  private static let units = zero(sum("sales", "quantity"))
  private static let revenue = zero(sum("sales", "amount"))
  private static let margin = Figure(datasets: ["sales"]) { rows in
    (revenue.fold(rows) ?? 0) - (zero(sum("sales", "cost")).fold(rows) ?? 0)
  }
  private static let orders = Figure(datasets: ["sales"]) { rows in
    let sales = rows["sales"] ?? []
    let named = Set(sales.compactMap { $0.things["order"] })
    return Double(named.count + sales.count { $0.things["order"] == nil })
  }

  private static let figures: [String: Figure] = [
    "units_sold": units, "revenue": revenue, "gross_margin": margin, "orders": orders,
    "cost_of_goods": zero(sum("sales", "cost")),
    "sale_lines": Figure(datasets: ["sales"]) { Double(($0["sales"] ?? []).count) },
    "buying_customers": Figure(datasets: ["sales"]) { rows in
      Double(Set((rows["sales"] ?? []).compactMap { $0.things["customer"] }).count)
    },
    "average_basket": ratio(revenue, orders), "margin_rate": ratio(margin, revenue),
    "revenue_per_unit": ratio(revenue, units), "units_per_order": ratio(units, orders),
    "returned_units": zero(sum("returns", "quantity")), "refunds": zero(sum("returns", "refund")),
    "return_rate": ratio(zero(sum("returns", "quantity")), units),
    "stock_on_hand": sum("stock", "level"),
  ]

  /// Figures that do not add up over groups.
  private static let rates: Set<String> = ["margin_rate", "return_rate", "units_per_order"]

  /// The figures it knows, with the datasets each reads.
  static let metrics: [String: [String]] = figures.mapValues(\.datasets)

  /// The rows a query gives, in order.
  func rows(_ query: Query) -> [[Value]] {
    let measures = query.measures + query.conditions.flatMap(\.measures)
    let datasets = Set(measures.flatMap { Self.metrics[$0.metric] ?? [] })
    var groups: [[Value]: [String: [NaiveShop.Fact]]] = [:]
    if query.keys.isEmpty { groups[[]] = [:] }
    for dataset in datasets {
      for fact in shop.facts[dataset] ?? [] where isKept(fact, of: dataset, query) {
        guard let key = self.key(fact, query.keys) else { continue }
        groups[key, default: [:]][dataset, default: []].append(fact)
      }
    }
    // A rate has no group without its key; sums need it to add up to the total.
    let isAdditive =
      query.measures.isEmpty || query.measures.contains { !Self.rates.contains($0.metric) }
    if datasets.count > 1 || !isAdditive {
      groups = groups.filter { hasDimensions($0.key, query.keys) }
    }
    let kept = groups.filter { group in query.conditions.allSatisfy { holds($0, group.value) } }
    let lines = kept.map { key, rows in
      (
        key: key, names: zip(query.keys, key).map(name),
        figures: query.measures.map { fold($0, rows) }
      )
    }
    // A rate of nothing is no row of a breakdown by attributes.
    let attributes: Set<String> = [
      "category", "subcategory", "segment", "region", "ship_mode", "channel",
    ]
    let hidesEmpty =
      !isAdditive && query.measures.count == 1 && !query.keys.isEmpty
      && query.keys.allSatisfy { $0.dimension.map { attributes.contains($0) } ?? false }
    let shown = lines.filter { !hidesEmpty || $0.figures[0] != nil }
    let sorted = shown.sorted { isBefore($0, $1, query) }
    return sorted.prefix(query.limit ?? .max).map { line in
      line.names + line.figures.map { $0.map { .real($0) } ?? .null }
    }
  }

  private func fold(_ measure: Measure, _ rows: [String: [NaiveShop.Fact]]) -> Double? {
    guard let figure = Self.figures[measure.metric] else {
      preconditionFailure("no figure \(measure.metric)")
    }
    return figure.fold(rows)
  }

  // MARK: - Rows and groups

  private func isKept(_ fact: NaiveShop.Fact, of dataset: String, _ query: Query) -> Bool {
    if dataset != "stock", let period = query.period {
      guard let day = fact.day, period.contains(day) else { return false }
    }
    return query.filters.allSatisfy { isKept(fact, $0) }
  }

  private func isKept(_ fact: NaiveShop.Fact, _ filter: Filter) -> Bool {
    switch filter {
    case .values(let dimension, let values, let negated):
      let isNamed = fact.keys[dimension].map { key in values.contains { $0.key == key } } ?? false
      return isNamed != negated
    case .compare(let dimension, let comparison, let value):
      let column = dimension == "discount" ? "discount" : "quantity"
      guard let left = fact.numbers[column], let right = value.number else { return false }
      return Self.compare(left, comparison, right)
    case .segment(let name, _, let negated):
      let isDiscounted = (fact.numbers["discount"] ?? 0) > 0
      return (isDiscounted == (name == "discounted")) != negated
    case .weekdays(let days): return fact.day.map { days.contains($0.weekday) } ?? false
    case .hours: preconditionFailure("hours are not told here")
    case .membership(let dimension, let query, let negated):
      let members = Set(memberKeys(query))
      return (fact.keys[dimension].map { members.contains($0) } ?? false) != negated
    case .missing(let dimension):
      return fact.keys[dimension].map { $0 == .null || $0 == .text("") } ?? true
    case .nameMatches(let dimension, let words, let negated):
      let name = fact.keys[dimension].flatMap { shop.names[dimension]?[$0]?.text }.map {
        Fold.fold($0)
      }
      return (name.map { name in words.allSatisfy { name.contains($0) } } ?? false) != negated
    }
  }

  /// The keys of the groups of a query with one key, without limit.
  private func memberKeys(_ query: Query) -> [Value] {
    guard case .dimension(let dimension) = query.keys[0] else { return [] }
    var groups: [Value: [String: [NaiveShop.Fact]]] = [:]
    for dataset in Set(
      query.conditions.flatMap(\.measures).map(\.metric).flatMap { Self.metrics[$0] ?? [] } + [
        "sales"
      ]
    ) {
      for fact in shop.facts[dataset] ?? [] where isKept(fact, of: dataset, query) {
        if let key = fact.keys[dimension] {
          groups[key, default: [:]][dataset, default: []].append(fact)
        }
      }
    }
    return groups.filter { group in query.conditions.allSatisfy { holds($0, group.value) } }.map(
      \.key
    )
  }

  private func key(_ fact: NaiveShop.Fact, _ keys: [Key]) -> [Value]? {
    var result: [Value] = []
    for key in keys {
      switch key {
      case .dimension(let name): result.append(fact.keys[name] ?? .null)
      case .time(let grain):
        guard let day = fact.day else { return nil }
        result.append(Self.label(day, grain))
      }
    }
    return result
  }

  private func hasDimensions(_ values: [Value], _ keys: [Key]) -> Bool {
    zip(values, keys).allSatisfy { value, key in
      if case .dimension = key { !value.isNull } else { true }
    }
  }

  private static func label(_ day: CalendarDay, _ grain: Grain) -> Value {
    let month = day.month < 10 ? "0\(day.month)" : "\(day.month)"
    switch grain {
    case .day, .week: return .text(day.start(of: grain).iso)
    case .month: return .text("\(day.year)-\(month)")
    case .quarter: return .text("\(day.year)-Q\((day.month + 2) / 3)")
    case .year: return .text("\(day.year)")
    case .weekday: return .integer(Int64(day.weekday))
    case .monthOfYear: return .integer(Int64(day.month))
    case .hour: preconditionFailure("hours are not told here")
    }
  }

  private func name(_ key: Key, _ value: Value) -> Value {
    guard case .dimension(let dimension) = key, let names = shop.names[dimension] else {
      return value
    }
    return names[value] ?? .null
  }

  // MARK: - Conditions and order

  private func holds(_ condition: Condition, _ rows: [String: [NaiveShop.Fact]]) -> Bool {
    guard let left = fold(condition.measure, rows) else { return false }
    switch condition.operand {
    case .number(let number): return Self.compare(left, condition.comparison, number)
    case .measure(let other):
      return fold(other, rows).map { Self.compare(left, condition.comparison, $0) } ?? false
    case .text: return false
    }
  }

  private static func compare(_ left: Double, _ comparison: ComparisonOperator, _ right: Double)
    -> Bool
  {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  private typealias Line = (key: [Value], names: [Value], figures: [Double?])

  /// Time first, else the figure; unknown figures last; ties by name, then by key.
  private func isBefore(_ left: Line, _ right: Line, _ query: Query) -> Bool {
    let axis = query.keys.firstIndex { if case .time = $0 { true } else { false } }
    if query.order == nil, let axis, let isLess = Self.less(left.names[axis], right.names[axis]) {
      return isLess
    }
    if query.order != nil || axis == nil || query.keys.count > 1 {
      var place = 0
      if case .measure(let index)? = query.order?.subject { place = index }
      let isDescending = query.order?.isDescending ?? true
      switch (left.figures[place], right.figures[place]) {
      case (nil, nil): break
      case (nil, _): return false
      case (_, nil): return true
      case (let one?, let two?) where one != two: return (one > two) == isDescending
      default: break
      }
    }
    for (one, two) in zip(left.names + left.key, right.names + right.key) {
      if let isLess = Self.less(one, two) { return isLess }
    }
    return false
  }

  /// SQLite's order: NULL, numbers, texts by bytes; nil when equal.
  private static func less(_ left: Value, _ right: Value) -> Bool? {
    if left == right { return nil }
    if left.isNull || right.isNull { return left.isNull }
    if let one = left.number, let two = right.number { return one < two }
    guard let one = left.text, let two = right.text else { return left.number != nil }
    return one.utf8.lexicographicallyPrecedes(two.utf8)
  }
}

extension Condition {
  /// The figures it compares.
  var measures: [Measure] {
    if case .measure(let other) = operand { [measure, other] } else { [measure] }
  }
}
