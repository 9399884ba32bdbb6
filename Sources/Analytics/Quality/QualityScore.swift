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
  }

  /// Σ weight of the rules that all their rows fulfil ÷ Σ weight, over rules that had something to check; nil without any.
  package static func of(_ parts: [Part]) -> Double? {
    let checked = parts.filter { $0.checked > 0 }
    let weight = checked.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    return checked.filter { $0.failing == 0 }.reduce(0) { $0 + $1.weight } / weight
  }
}
