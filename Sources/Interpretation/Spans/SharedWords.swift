import Language
import SemanticModel
import ValueIndex

/// Loose words that several dimensions share: « nature », "type".
///
/// Which one is meant, the rest of the question tells: the one whose values stand beside it (« par nature : stockage, livraison »),
/// else the one that the rows of the figure have (« coûts par nature »). The others are no readings then, so that they crowd out none.
struct SharedWords {
  let model: SemanticModel

  /// The spans without the readings of shared words that the question does not back, where it backs one.
  func settled(_ spans: [[Span]], in utterance: Utterance) -> [[Span]] {
    spans.map { starting in
      var kept = starting
      for tokens in Set(starting.filter(isShared).map(\.tokens)) {
        let shared = starting.filter { $0.tokens == tokens && isShared($0) }
        guard shared.count > 1 else { continue }
        let others = spans.joined().filter {
          !$0.tokens.overlaps(tokens) && !isAround($0, tokens, utterance)
        }
        let backed = backed(shared, by: others)
        if !backed.isEmpty { kept.removeAll { shared.contains($0) && !backed.contains($0) } }
      }
      return kept
    }
  }

  /// "which location in Warehouse D": what lies around the thing asked for, and is not one of them.
  private func isAround(_ span: Span, _ tokens: Range<Int>, _ utterance: Utterance) -> Bool {
    guard span.value != nil, span.tokens.lowerBound == tokens.upperBound + 1 else { return false }
    return ["in", "inside", "dans"].contains(utterance.tokens[tokens.upperBound].folded)
  }

  /// Those whose values are named by other words, else those that the rows of a figure named there have.
  private func backed(_ shared: [Span], by others: [Span]) -> [Span] {
    let named = Set(
      others.compactMap { $0.value.flatMap { $0.quality == .exact ? $0.dimension : nil } }
    )
    let listed = shared.filter { named.contains($0.dimension ?? "") }
    if !listed.isEmpty { return listed }
    let datasets = Set(
      others.compactMap { span -> String? in
        guard case .metric(let name, .noun) = span.meaning else { return nil }
        return model.metrics[name]?.dataset
      }
    )
    return shared.filter { span in
      model.dimensions[span.dimension ?? ""].map { datasets.contains($0.dataset) } ?? false
    }
  }

  /// « à Marseille », "in Paris": the place, and no goods that bear its name as well.
  func placed(_ spans: [[Span]], in utterance: Utterance) -> [[Span]] {
    let places = spans.joined().filter { span in
      guard let name = span.value, name.quality == .exact else { return false }
      let before = span.tokens.lowerBound - 1
      return Self.places.contains(name.dimension) && before >= 0
        && Self.prepositions.contains(utterance.tokens[before].folded)
    }.map(\.tokens)
    return spans.map { starting in
      starting.filter { span in
        guard let name = span.value, name.quality > .plural, places.contains(span.tokens) else {
          return true
        }
        return Self.places.contains(name.dimension) || name.dimension == "warehouse"
      }
    }
  }

  /// « classement des sous-catégories par marge »: in front of what is sorted it is a ranking, also where goods bear that name.
  func ordered(_ spans: [[Span]], in utterance: Utterance) -> [[Span]] {
    guard let first = spans.first, first.contains(where: { $0.marker == .rank }),
      utterance.tokens.indices.contains(1),
      ["des", "de", "du", "of"].contains(utterance.tokens[1].folded)
    else { return spans }
    return [first.filter { $0.value == nil || $0.tokens.count > 1 }] + spans.dropFirst()
  }

  private static let places: Set<String> = ["city", "warehouse_city", "region", "country"]
  private static let prepositions: Set<String> = ["a", "in", "at"]

  private func isShared(_ span: Span) -> Bool {
    if case .dimension(_, .weak) = span.meaning { true } else { false }
  }
}
