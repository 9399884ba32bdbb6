/// A figure's formula or a row's condition as the corpus writes it: `sum(quantity * unit_price)`.
///
/// A value without SQL in it: the planner resolves names against the database and renders it.
package indirect enum Expression: Hashable, Sendable {
  case null
  case number(Double)
  case text(String)
  /// `unit_price`, or `product.unit_price` through the relationship `product`. Outside an aggregate, a metric's name.
  case name([String])
  /// `coalesce(a, b)`, `days(from, to)`, `sum(x)` …
  case call(String, [Expression])
  case unary(UnaryOperator, Expression)
  case binary(BinaryOperator, Expression, Expression)
  /// `status in ('sent', 'in_transit')`; `negated` for `not in`.
  case membership(Expression, [Expression], negated: Bool)
  /// `x is null`; `negated` for `is not null`.
  case isNull(Expression, negated: Bool)

  package enum UnaryOperator: String, Hashable, Sendable {
    case minus = "-"
    case not = "not"
  }

  package enum BinaryOperator: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and
    case or
  }

  /// The functions that fold many rows into one value: name → allowed argument counts.
  package static let aggregates: [String: ClosedRange<Int>] = [
    "sum": 1...1, "avg": 1...1, "count": 0...1, "count_distinct": 1...1, "min": 1...1,
    "max": 1...1,
    "square_sums": 2...2,  // Σ over the second of (Σ of the first)²
  ]

  /// The functions of one row: name → allowed argument counts.
  package static let scalars: [String: ClosedRange<Int>] = [
    "coalesce": 1...9,  // the first that is known; columns the database lacks are skipped
    "days": 2...2,  // whole days from the first date to the second
    "day": 1...1,  // the date without its time
    "hour": 1...1,  // 0…23
    "now": 0...0,  // the fixed "now"
    "abs": 1...1,
    "if": 3...3,
    "contains": 2...2,  // whether a text holds some words, written folded
    "greatest": 2...2,
    "sqrt": 1...1,
    // The quantile of a Gamma distribution by its mean, its variance and the normal score: m (1 − c/9 + z √c/3)³, c = v/m².
    "gamma_quantile": 3...3,
    "round_up": 2...2,  // to the next multiple of the second
    "margin": 0...0,  // what is ordered beyond the need, a fraction; said in the question
    "order_cost": 0...0,  // money an order; said in the question
    "holding_cost": 0...0,  // money a unit and year; said in the question
    "annual_demand": 0...0,  // units a year; said in the question
  ]

  /// Every name in the formula, with the aggregates it stands under left out or kept.
  package func names(insideAggregates: Bool) -> [[String]] {
    switch self {
    case .null, .number, .text: return []
    case .name(let path): return insideAggregates ? [] : [path]
    case .call(let function, let arguments):
      if Self.aggregates[function] != nil {
        return insideAggregates ? arguments.flatMap { $0.allNames } : []
      }
      return arguments.flatMap { $0.names(insideAggregates: insideAggregates) }
    case .unary(_, let operand): return operand.names(insideAggregates: insideAggregates)
    case .binary(_, let left, let right):
      return left.names(insideAggregates: insideAggregates)
        + right.names(insideAggregates: insideAggregates)
    case .membership(let operand, let list, _):
      return ([operand] + list).flatMap { $0.names(insideAggregates: insideAggregates) }
    case .isNull(let operand, _): return operand.names(insideAggregates: insideAggregates)
    }
  }

  /// Every name in the formula, aggregates or not.
  package var allNames: [[String]] {
    names(insideAggregates: false) + names(insideAggregates: true)
  }

  /// The functions that the formula calls.
  package var functions: Set<String> {
    switch self {
    case .null, .number, .text, .name: []
    case .call(let function, let arguments):
      arguments.reduce(into: [function]) { $0.formUnion($1.functions) }
    case .unary(_, let operand), .isNull(let operand, _): operand.functions
    case .binary(_, let left, let right): left.functions.union(right.functions)
    case .membership(let operand, let list, _):
      list.reduce(into: operand.functions) { $0.formUnion($1.functions) }
    }
  }

  /// Whether an aggregate function stands somewhere in the formula.
  package var hasAggregate: Bool {
    switch self {
    case .null, .number, .text, .name: false
    case .call(let function, let arguments):
      Self.aggregates[function] != nil || arguments.contains { $0.hasAggregate }
    case .unary(_, let operand), .isNull(let operand, _): operand.hasAggregate
    case .binary(_, let left, let right): left.hasAggregate || right.hasAggregate
    case .membership(let operand, let list, _):
      operand.hasAggregate || list.contains { $0.hasAggregate }
    }
  }
}
