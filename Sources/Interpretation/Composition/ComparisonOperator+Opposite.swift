import SemanticModel

extension ComparisonOperator {
  /// The comparison that holds exactly when this one does not.
  var opposite: ComparisonOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}

extension Metric.Unit {
  /// Whether figures of the two units can be set against each other.
  func isComparable(with other: Metric.Unit?) -> Bool {
    guard let other else { return false }
    let plain: Set<Metric.Unit> = [.count, .number]
    return self == other || (plain.contains(self) && plain.contains(other))
  }
}
