import SemanticModel

extension Filter {
  /// Whether it keeps to one thing of a dimension, which is named.
  func namesOne(_ dimension: String) -> Bool {
    if case .values(dimension, let values, false) = self { values.count == 1 } else { false }
  }
}
