import SemanticModel

extension Expression {
  /// Whether the figure sums only the rows that pass a test: `sum(if(kind = 'in', quantity, 0))`.
  var isConditionalSum: Bool {
    switch self {
    case .call("sum", let arguments): arguments.first?.hasTest ?? false
    case .unary(_, let operand): operand.isConditionalSum
    case .binary(_, let left, let right): left.isConditionalSum || right.isConditionalSum
    default: false
    }
  }

  private var hasTest: Bool {
    switch self {
    case .call("if", _): true
    case .call(_, let arguments): arguments.contains { $0.hasTest }
    case .unary(_, let operand): operand.hasTest
    case .binary(_, let left, let right): left.hasTest || right.hasTest
    default: false
    }
  }
}
