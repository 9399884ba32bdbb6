import SeedSupport
import SemanticModel
import Values

/// Draws queries that the naive evaluator knows how to answer.
struct RandomQuery {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  private static let saleDimensions = [
    "product", "category", "subcategory", "customer", "segment", "city", "region", "channel",
    "warehouse",
  ]
  private static let stockDimensions = ["product", "category", "subcategory", "warehouse"]
  private static let saleMetrics = NaiveEvaluator.metrics.filter { !$0.value.contains("stock") }
    .keys.sorted()

  mutating func query() -> Query {
    let isStock = random.oneIn(8)
    let dimensions = isStock ? Self.stockDimensions : Self.saleDimensions
    var query = Query()
    let metrics = isStock ? ["stock_on_hand"] : Self.saleMetrics
    for _ in 0...random.below(3) {
      let measure = Measure(random.pick(metrics))
      if !query.measures.contains(measure) { query.measures.append(measure) }
    }
    for _ in 0..<random.below(3) {
      let key = Key.dimension(random.pick(dimensions))
      if !query.keys.contains(key) { query.keys.append(key) }
    }
    // Alone, a time axis is filled with empty periods; beside a dimension it is plain grouping.
    if !isStock, !query.keys.isEmpty, random.oneIn(3) {
      query.keys.append(
        .time(random.pick([.month, .quarter, .year, .weekday, .week, .day, .monthOfYear]))
      )
    }
    if !isStock, random.oneIn(2) { query.period = period() }
    let readsReturns = query.measures.contains {
      NaiveEvaluator.metrics[$0.metric]?.contains("returns") ?? false
    }
    for _ in 0..<random.below(3) {
      query.filters.append(filter(dimensions, isSale: !isStock && !readsReturns))
    }
    if !query.keys.isEmpty { limit(&query, metrics) }
    return query
  }

  private mutating func limit(_ query: inout Query, _ metrics: [String]) {
    if random.oneIn(3) {
      let comparisons: [ComparisonOperator] = [
        .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
      ]
      // Conditions on other tables than the figures' would add groups that have no figure.
      let others = query.measures.map(\.metric)
      let operand: Condition.Operand =
        random.oneIn(4)
        ? .measure(Measure(random.pick(others))) : .number(Double(random.below(60)) / 2)
      query.conditions = [
        Condition(Measure(random.pick(others)), random.pick(comparisons), operand)
      ]
    }
    if random.oneIn(2) {
      query.order = Order(.measure(random.below(query.measures.count)), descending: random.oneIn(2))
    }
    if random.oneIn(3) { query.limit = 1 + random.below(6) }
  }

  private mutating func period() -> Period {
    let start = CalendarDay.on("2022-01-01").adding(days: random.below(700))
    let end = start.adding(days: 1 + random.below(400))
    switch random.below(6) {
    case 0: return Period(start: nil, end: end)
    case 1: return Period(start: start, end: nil)
    default: return Period(start: start, end: end)
    }
  }

  private mutating func filter(_ dimensions: [String], isSale: Bool) -> Filter {
    switch random.below(isSale ? 6 : 2) {
    case 2:
      return .compare(
        dimension: "discount",
        random.pick([.greater, .lessOrEqual, .equal]),
        .real(12.5)
      )
    case 3:
      return .segment(
        random.pick(["discounted", "undiscounted"]),
        days: nil,
        negated: random.oneIn(2)
      )
    case 4: return .weekdays(random.pick([[6, 7], [1], [2, 3, 4]]))
    case 5: return membership()
    case 6: return .missing(dimension: random.pick(["category", "customer", "product"]))
    default: break
    }
    let dimension = random.pick(dimensions)
    let negated = random.oneIn(3)
    if dimension == "product", random.oneIn(3) {
      return .nameMatches(
        dimension: "product",
        words: random.pick([["produit"], ["1"], ["6"]]),
        negated: negated
      )
    }
    return .values(dimension: dimension, values: values(of: dimension), negated: negated)
  }

  /// Customers, or products, bought in another query.
  private mutating func membership() -> Filter {
    let dimension = random.pick(["customer", "product"])
    var query = Query("sale_lines", by: [.dimension(dimension)])
    query.filters = [
      .values(dimension: "category", values: values(of: "category"), negated: random.oneIn(3))
    ]
    if random.oneIn(2) {
      query.conditions = [
        Condition(Measure("units_sold"), .greater, .number(Double(random.below(40))))
      ]
    }
    if random.oneIn(2) { query.period = period() }
    return .membership(dimension: dimension, query, negated: random.oneIn(3))
  }

  private mutating func values(of dimension: String) -> [NamedValue] {
    let names: [String: [String]] = [
      "category": ["Meubles", "Bureau", "Tech"], "subcategory": ["Chaises", "Papier", "Écrans"],
      "segment": ["Consumer", "Corporate"], "city": ["Lyon", "Paris"], "channel": ["web", "shop"],
      "region": ["West", "East", "South", "Île-de-France"],
    ]
    return (0...random.below(2)).map { _ in
      if let list = names[dimension] {
        let name = random.pick(list)
        return NamedValue(key: .text(name), name: name)
      }
      let id = 1 + random.below(dimension == "warehouse" ? 3 : 12)
      return NamedValue(key: .integer(Int64(id)), name: "\(id)")
    }
  }
}
