import Values

/// Suppliers by a weighted score of several criteria.
///
/// Each criterion is put between 0 (the worst of those compared) and 1 (the best) by min–max; one that is the same for all
/// is 1 for all. A criterion that is not known of a supplier leaves its weight to the others.
package enum SupplierScore {
  /// One criterion; the lower its figure, the better.
  package struct Criterion: Hashable, Sendable {
    package let weight: Double
    /// One for each supplier; nil where it is not known.
    package let figures: [Double?]

    package init(weight: Double, figures: [Double?]) {
      self.weight = weight
      self.figures = figures
    }

    /// The figures between 0 and 1, 1 the best.
    var normalised: [Double?] {
      let known = figures.compactMap(\.self)
      guard let low = known.min(), let high = known.max() else { return figures.map { _ in nil } }
      return figures.map { figure in
        figure.map { high > low ? (high - $0) / (high - low) : 1 }
      }
    }
  }

  /// The scores, 0 to 1; nil for a supplier of which nothing is known.
  package static func scores(_ criteria: [Criterion]) -> [Double?] {
    let normalised = criteria.map(\.normalised)
    return (criteria.first?.figures.indices ?? 0..<0).map { supplier in
      var (sum, weight) = (0.0, 0.0)
      for (criterion, values) in zip(criteria, normalised) {
        guard let value = values[supplier] else { continue }
        sum += criterion.weight * value
        weight += criterion.weight
      }
      return weight > 0 ? sum / weight : nil
    }
  }

  /// Weights that add up to 1: those said as they are, the rest shared by the others as they stood.
  ///
  /// Terms stressed without a number get 60 % together.
  package static func weights(
    _ standard: [String: Double],
    said: [String: Double],
    stressed: Set<String>
  ) -> [String: Double] {
    var fixed = said.filter { standard[$0.key] != nil }
    if fixed.isEmpty, !stressed.isEmpty, stressed.count < standard.count {
      for name in stressed { fixed[name] = 0.6 / Double(stressed.count) }
    }
    let sum = fixed.sum
    if sum >= 1 {
      return standard.mapValues { _ in 0 }.merging(fixed.mapValues { $0 / sum }) { $1 }
    }
    let others = standard.filter { fixed[$0.key] == nil }
    let rest = others.sum
    guard rest > 0 else { return fixed.mapValues { sum > 0 ? $0 / sum : 0 } }
    return fixed.merging(others.mapValues { $0 / rest * (1 - sum) }) { first, _ in first }
  }
}
