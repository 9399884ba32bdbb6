import SQL
import SemanticModel
import Values

/// Turns figures into SQL over component columns `c0`, `c1` …, and collects those components.
struct MetricCompiler {
  let model: SemanticModel
  let facts: DatabaseFacts
  /// Whether the query has a time axis: levels are then read per bucket.
  let hasTimeAxis: Bool
  /// The dataset of the things whose levels are told of a place: what they are by themselves is the same everywhere.
  var placedThings: String?
  private(set) var components: [Component] = []

  init(model: SemanticModel, facts: DatabaseFacts, hasTimeAxis: Bool) {
    self.model = model
    self.facts = facts
    self.hasTimeAxis = hasTimeAxis
  }

  /// SQL of a metric's value in each group.
  mutating func figure(_ name: String, _ variant: Variant) throws(PlanningProblem) -> SQLFragment {
    guard let metric = model.metrics[name] else { preconditionFailure("no metric \(name)") }
    var variant = variant
    if variant.period == nil, let days = metric.defaultDays, !hasTimeAxis {
      variant.period = Period(
        start: facts.now.adding(days: 1 - days),
        end: facts.now.adding(days: 1),
        grain: .day
      )
    }
    let value = try render(metric.expression, of: metric, variant)
    return metric.emptyIsZero ? "COALESCE(\(value), 0)" : value
  }

  private mutating func render(
    _ expression: Expression,
    of metric: Metric,
    _ variant: Variant
  ) throws(PlanningProblem) -> SQLFragment {
    switch expression {
    case .null: return "NULL"
    case .text(let text): return .value(.text(text))
    case .number(let number):
      return number == number.rounded() ? .constant(Int(number)) : .value(.real(number))
    case .name(let path): return try figure(path[0], variant)
    case .call(let function, let arguments) where Expression.aggregates[function] != nil:
      return try aggregate(function, arguments, of: metric, variant)
    case .call(let function, let arguments):
      var rendered: [SQLFragment] = []
      for argument in arguments { rendered.append(try render(argument, of: metric, variant)) }
      switch function {
      case "abs": return "ABS(\(rendered[0]))"
      case "coalesce": return "COALESCE(\(rendered.joined(", ")))"
      case "round_up": return RowScope.roundedUp(rendered[0], to: rendered[1])
      case "margin": return .value(.real(variant.margin ?? OrderDefaults.margin / 100))
      case "sqrt": return "SQRT(\(rendered[0]))"
      case "gamma_quantile": return Self.gammaQuantile(rendered[0], rendered[1], rendered[2])
      case "greatest": return "MAX(\(rendered.joined(", ")))"
      case "if": return "CASE WHEN \(rendered[0]) THEN \(rendered[1]) ELSE \(rendered[2]) END"
      default:
        guard let term = variant.terms.told(by: function) else {
          preconditionFailure("\(function) is not a function of figures")
        }
        return .value(term.value.map(Value.real) ?? .null)
      }
    case .unary(.minus, let operand): return "- \(try render(operand, of: metric, variant))"
    case .unary(.not, let operand): return "NOT (\(try render(operand, of: metric, variant)))"
    case .binary(let symbol, let left, let right):
      return RowScope.binary(
        symbol,
        try render(left, of: metric, variant),
        try render(right, of: metric, variant)
      )
    case .membership, .isNull: preconditionFailure("\(metric.name) tests rows outside an aggregate")
    }
  }

  /// m (1 − c/9 + z √c/3)³ with c = v/m² (Wilson and Hilferty, 1931); 0 where the mean is.
  private static func gammaQuantile(
    _ mean: SQLFragment,
    _ variance: SQLFragment,
    _ score: SQLFragment
  ) -> SQLFragment {
    let share: SQLFragment = "((\(variance)) / ((\(mean)) * (\(mean))))"
    return """
      (CASE WHEN (\(mean)) > 0 THEN (\(mean)) * POWER(MAX(0, 1 - \(share) / 9.0 + (\(score)) * SQRT(\(share)) / 3.0), 3)
      WHEN (\(mean)) <= 0 THEN 0 END)
      """
  }

  /// A condition over figures (a segment's): every name is a metric.
  mutating func condition(
    _ expression: Expression,
    _ variant: Variant
  ) throws(PlanningProblem) -> SQLFragment {
    switch expression {
    case .name(let path): return try figure(path[0], variant)
    case .binary(let symbol, let left, let right):
      return RowScope.binary(symbol, try condition(left, variant), try condition(right, variant))
    case .unary(.not, let operand): return "NOT (\(try condition(operand, variant)))"
    case .unary(.minus, let operand): return "- \(try condition(operand, variant))"
    case .number(let number):
      return number == number.rounded() ? .constant(Int(number)) : .value(.real(number))
    case .text(let text): return .value(.text(text))
    case .isNull(let operand, let negated):
      return "\(try condition(operand, variant)) IS \(negated ? "NOT NULL" : "NULL")"
    case .call("now", _): return .value(.text(facts.now.iso))
    case .null, .call, .membership: preconditionFailure("not a condition over figures")
    }
  }

  private mutating func aggregate(
    _ function: String,
    _ arguments: [Expression],
    of metric: Metric,
    _ variant: Variant
  ) throws(PlanningProblem) -> SQLFragment {
    guard let name = metric.dataset, let dataset = model.datasets[name] else {
      preconditionFailure("\(metric.name) aggregates without a dataset")
    }
    let isOwn = name == placedThings && function != "count"
    let arm = Arm(
      dataset: name,
      window: try window(of: dataset, for: metric, variant),
      filters: isOwn ? variant.filters.filter { !isPlace($0) } : variant.filters,
      isComparison: variant.isComparison
    )
    let argument = arguments.first
    switch function {
    case "sum": return column(Component(arm: arm, function: .sum, argument: argument))
    case "count": return column(Component(arm: arm, function: .count, argument: argument))
    case "count_distinct":
      return column(Component(arm: arm, function: .countDistinct, argument: argument))
    case "min": return column(Component(arm: arm, function: .minimum, argument: argument))
    case "max": return column(Component(arm: arm, function: .maximum, argument: argument))
    case "square_sums":
      return column(
        Component(arm: arm, function: .squareSums, argument: argument, thing: arguments[1])
      )
    case "avg":
      let sum = column(Component(arm: arm, function: .sum, argument: argument))
      let count = column(Component(arm: arm, function: .count, argument: argument))
      return "(\(sum) * 1.0 / NULLIF(\(count), 0))"
    default: preconditionFailure("no aggregate \(function)")
    }
  }

  private func isPlace(_ filter: Filter) -> Bool {
    filter.dimension.flatMap { model.dimensions[$0] }?.isPlace ?? false
  }

  private mutating func column(_ component: Component) -> SQLFragment {
    let index = components.firstIndex(of: component) ?? components.count
    if index == components.count { components.append(component) }
    return .identifier("c\(index)")
  }

  /// The rows in time that a metric reads.
  private func window(
    of dataset: Dataset,
    for metric: Metric,
    _ variant: Variant
  ) throws(PlanningProblem) -> Window {
    let end = min(variant.period?.end ?? facts.now.adding(days: 1), facts.now.adding(days: 1))
    if metric.trailingDays != nil, hasTimeAxis { throw .undated(dataset: dataset.name) }
    switch dataset.kind {
    case .entity:
      // Things have no period but where they are told along time, by the day they came to be.
      let period = hasTimeAxis ? variant.period : nil
      return .rows(period ?? Period(start: nil, end: nil))
    case .snapshot:
      let period = variant.period ?? Period(start: nil, end: nil)
      if metric.averagesSnapshots { return .levels(period) }
      return hasTimeAxis ? .levelPerBucket(period) : .level(at: end.adding(days: -1))
    case .flow:
      guard let days = metric.trailingDays.map({ variant.trailingDays ?? $0 }) else {
        return .rows(variant.period ?? Period(start: nil, end: nil))
      }
      return .rows(Period(start: end.adding(days: -days), end: end, grain: .day))
    }
  }
}
