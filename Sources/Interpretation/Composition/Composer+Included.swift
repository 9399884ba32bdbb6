import Language
import SemanticModel

/// « y compris les résolues », "resolved ones included": rows that count too, and no restriction to them.
extension Composer {
  /// Takes states that are only said to count as well.
  mutating func takeIncluded() {
    for index in items.indices where !isUsed[index] && isState(index) && isIncluded(index) {
      isUsed[index] = true
      includesOthers = true
      takeIncludedTerms(at: index)
    }
  }

  private func isState(_ index: Int) -> Bool {
    switch items[index].span.meaning {
    case .segment: true
    case .value(let value): model.dimensions[value.dimension]?.isEntity == false
    case .period: saysEndOfMonth(items[index].span)
    default: false
    }
  }

  private func isIncluded(_ index: Int) -> Bool {
    let tokens = items[index].span.tokens
    let before = utterance.tokens[..<tokens.lowerBound].suffix(3).map(\.folded)
    let after = utterance.tokens[tokens.upperBound...].prefix(2).map(\.folded)
    return before.contains { Self.including.contains($0) }
      || after.contains { Self.included.contains($0) }
  }

  private static let including: Set<String> = ["including", "incl", "compris", "inclus"]
  private static let included: Set<String> = [
    "included", "incl", "inclus", "incluses", "comprises", "compris", "comprise", "incluse",
  ]
}
