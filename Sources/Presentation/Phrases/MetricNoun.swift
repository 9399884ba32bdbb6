import SemanticModel
import Values

extension Voice {
  /// A metric as the subject of a sentence: « chiffre d'affaires », « nombre de commandes », "number of orders".
  ///
  /// A count whose noun is the thing counted gets "number of", so that one set of sentences serves all figures.
  func metricNoun(_ name: String) -> NounPhrase {
    guard let metric = model.metrics[name] else { return NounPhrase(name) }
    if countsThings(metric) {
      let things = metric.noun.plural[tongue]
      return NounPhrase(pick("nombre \(FrenchGrammar.de(things))", "number of \(things)"))
    }
    var noun = singular(metric.noun)
    let plural = metric.noun.plural[tongue]
    noun.isPlural =
      isFrench
      ? FrenchGrammar.isPlural(noun.text, plural: plural)
      : EnglishGrammar.isPlural(noun.text, plural: plural)
    return noun
  }

  /// Whether a metric's noun is what is counted (« commande ») and not a quantity (« quantité vendue »).
  func countsThings(_ metric: Metric) -> Bool {
    guard metric.unit == .count else { return false }
    let head = metric.noun.singular[tongue].split(separator: " ").first.map(Fold.fold) ?? ""
    if Self.quantityHeads.contains(head) { return false }
    if Self.pieceHeads.contains(head) { return true }
    guard case .call(let function, _) = metric.expression else { return false }
    return function == "count" || function == "count_distinct"
  }

  /// Whether the groups of a metric add up to its total: plain sums and row counts.
  func isAdditive(_ metric: Metric) -> Bool {
    guard metric.emptyIsZero, case .call(let function, _) = metric.expression else { return false }
    return function == "sum" || function == "count"
  }

  /// Heads of nouns that already say "how many".
  private static let quantityHeads: Set<String> = [
    "nombre", "quantite", "effectif", "volume", "total", "number", "count", "quantity",
  ]

  /// Heads of nouns that only make sense counted.
  private static let pieceHeads: Set<String> = [
    "unite", "unites", "article", "articles", "piece", "pieces", "unit", "units", "item", "items",
  ]
}
