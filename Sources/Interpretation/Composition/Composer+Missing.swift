import Language
import SemanticModel
import ValueIndex

/// Things of which something is not entered: « produits sans fournisseur », "whose city is missing".
extension Composer {
  /// « produits sans fournisseur », "which customers have no region": where nothing is entered.
  mutating func takeMissing(_ dimension: String, at index: Int) -> Bool {
    guard isMarker(index - 1, [.without, .never, .not]), !isUsed[index - 1],
      !items[index].opensClause,
      let object = model.dimensions[dimension], let home = model.datasets[object.dataset],
      home.kind == .entity || !object.isEntity,
      items[..<(index - 1)].contains(where: {
        $0.span.thing.map { $0 != dimension && model.dimensions[$0]?.isEntity == true } ?? false
      }),
      !(items.indices.contains(index + 1) && items[index + 1].span.value?.dimension == dimension)
    else { return false }
    isUsed[index - 1] = true
    isUsed[index] = true
    query.filters.append(.missing(dimension: dimension))
    return true
  }

  /// « dont la ville n'est pas renseignée », "whose city is missing": where nothing is entered.
  mutating func takeUnfilled(_ dimension: String, at index: Int) -> Bool {
    let end = items[index].span.tokens.upperBound
    let words = utterance.tokens[end..<min(end + 5, utterance.tokens.count)].map(\.folded)
    let isDenied =
      isMarker(index + 1, [.not, .never])
      && words.contains { word in Self.filled.contains { word.hasPrefix($0) } }
    let isVoid =
      ["is", "are", "est", "sont"].contains(words.first)
      && words.dropFirst().first.map(Self.void.contains) == true
    guard isDenied || isVoid, let object = model.dimensions[dimension],
      let home = model.datasets[object.dataset], home.kind == .entity || !object.isEntity,
      items[..<index].contains(where: {
        $0.span.thing.map { $0 != dimension && model.dimensions[$0]?.isEntity == true } ?? false
      })
    else { return false }
    isUsed[index] = true
    if isDenied { isUsed[index + 1] = true }
    query.filters.append(.missing(dimension: dimension))
    return true
  }

  private static let filled = [
    "renseign", "rempli", "indiqu", "connu", "saisi", "filled", "known", "recorded", "entered",
    "complet", "precis", "given",
  ]
  private static let void: Set<String> = [
    "missing", "blank", "empty", "unknown", "manquant", "manquante", "vide", "vides", "inconnu",
    "inconnue", "absent", "absente",
  ]
}
