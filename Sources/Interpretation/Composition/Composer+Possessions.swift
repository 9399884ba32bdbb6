import Language
import SemanticModel

/// What the things counted have some of: only those that have any are counted.
extension Composer {
  /// "how many customers have late orders", « combien de clients ont des retours »: what those counted have some of.
  func isHad(_ mention: Mention) -> Bool {
    guard mention.role == .noun, model.metrics[mention.metric]?.unit == .count else { return false }
    let start = items[mention.item].span.tokens.lowerBound
    let before = utterance.tokens[max(0, start - 2)..<start].map(\.folded)
    return before.contains(where: Self.possessions.contains)
  }

  private static let possessions: Set<String> = [
    "have", "has", "had", "having", "ont", "avaient", "ayant", "auront",
  ]

  /// Only those that a figure of some of the rows is not nothing for: « combien de clients attendent leur commande ».
  mutating func requireSome(of mentions: [Mention]) {
    guard query.conditions.isEmpty else { return }
    for mention in mentions {
      guard let metric = model.metrics[mention.metric], metric.emptyIsZero,
        isOfSomeRows(metric.expression),
        query.measures.contains(Measure(mention.metric))
      else { continue }
      query.conditions.append(Condition(Measure(mention.metric), .greater, .number(0)))
    }
  }

  /// Whether a figure adds up only some of the rows, so that it is nothing for many things.
  private func isOfSomeRows(_ expression: Expression) -> Bool {
    guard case .call(_, let inner) = expression, case .call("if", _)? = inner.first else {
      return false
    }
    return true
  }
}
