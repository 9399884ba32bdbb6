/// How sound data are, by the rules they were checked against.
package enum QualityScore {
  /// What one rule came to.
  package struct Part: Hashable, Sendable {
    package let checked: Int
    package let failing: Int
    package let weight: Double

    package init(checked: Int, failing: Int, weight: Double) {
      self.checked = checked
      self.failing = failing
      self.weight = weight
    }

    /// Share of the rows that fulfil it, 0 to 1.
    package var passShare: Double {
      checked > 0 ? max(0, 1 - Double(failing) / Double(checked)) : 1
    }
  }

  /// Σ weight × share of the rows that pass ÷ Σ weight, over rules that had something to check; nil without any.
  package static func of(_ parts: [Part]) -> Double? {
    let checked = parts.filter { $0.checked > 0 }
    let weight = checked.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    return checked.reduce(0) { $0 + $1.weight * $1.passShare } / weight
  }
}
