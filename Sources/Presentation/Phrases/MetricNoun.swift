import SemanticModel
import Values

/// What a count counts: « commande », « commandes ».
struct CountedThings: Hashable, Sendable {
  /// Nil when the corpus only names the plural (« nombre de commandes »).
  let one: String?
  let many: String

  /// The form that goes with a number, nil when it is not known; French counts below two as singular.
  func form(for number: Double, _ tongue: Tongue) -> String? {
    let isOne = tongue == .french ? abs(number) < 2 : number == 1
    return isOne ? one : many
  }
}

extension Voice {
  /// A metric as the subject of a sentence: « chiffre d'affaires », « nombre de commandes », "number of orders".
  ///
  /// A count whose noun is the thing counted gets "number of", so that one set of sentences serves all figures.
  func metricNoun(_ name: String) -> NounPhrase {
    guard let metric = model.metrics[name] else { return NounPhrase(name) }
    if let things = things(metric), things.one != nil {
      return NounPhrase(
        pick("nombre \(FrenchGrammar.de(things.many))", "number of \(things.many)")
      )
    }
    return singular(metric.noun)
  }

  /// What a metric counts, from its noun (« nombre de commandes ») or its formula; nil for quantities and amounts.
  func things(_ metric: Metric) -> CountedThings? {
    guard metric.unit == .count else { return nil }
    let noun = metric.noun.singular[tongue]
    for prefix in ["nombre de ", "nombre d'", "number of "] where noun.hasPrefix(prefix) {
      return CountedThings(one: nil, many: String(noun.dropFirst(prefix.count)))
    }
    let head = noun.split(separator: " ").first.map(Fold.fold) ?? ""
    if Self.quantityHeads.contains(head) { return nil }
    guard Self.pieceHeads.contains(head) || metric.expression.countsRows else { return nil }
    return CountedThings(one: noun, many: metric.noun.plural[tongue])
  }

  /// « unités » for a figure that is a quantity and whose name does not say so: a stock, what is sold; nil for all others.
  func units(ofMetric name: String, _ number: Double) -> String? {
    guard let metric = model.metrics[name], metric.unit == .count, things(metric) == nil else {
      return nil
    }
    let words = metric.noun.singular[tongue].split(separator: " ").map(Fold.fold)
    guard !words.contains(where: Self.pieceHeads.contains) else { return nil }
    let isOne = tongue == .french ? abs(number) < 2 : abs(number) == 1
    return pick(isOne ? "unité" : "unités", isOne ? "unit" : "units")
  }

  /// What a figure is called in a list of several: « chiffre d'affaires », « nouveaux clients ».
  func name(_ metric: Metric) -> String {
    let isCount = things(metric)?.one != nil
    return (isCount ? metric.noun.plural : metric.noun.singular)[tongue]
  }

  /// Whether the groups of a metric add up to its total: sums, row counts, and sums and differences of these.
  func isAdditive(_ metric: Metric, depth: Int = 0) -> Bool {
    guard depth < 8 else { return false }
    return isAdditive(metric.expression, depth: depth)
  }

  private func isAdditive(_ expression: Expression, depth: Int) -> Bool {
    switch expression {
    case .call(let function, _): return function == "sum" || function == "count"
    case .name(let path):
      guard path.count == 1, let metric = model.metrics[path[0]] else { return false }
      return isAdditive(metric, depth: depth + 1)
    case .binary(.add, let left, let right), .binary(.subtract, let left, let right):
      return isAdditive(left, depth: depth) && isAdditive(right, depth: depth)
    default: return false
    }
  }

  /// Heads of nouns that already say "how many".
  private static let quantityHeads: Set<String> = [
    "quantite", "effectif", "volume", "total", "count", "quantity",
  ]

  /// Heads of nouns that only make sense counted.
  private static let pieceHeads: Set<String> = [
    "unite", "unites", "article", "articles", "piece", "pieces", "unit", "units", "item", "items",
  ]
}

extension Expression {
  /// Whether the formula counts: rows, distinct values, or rows that satisfy something, `sum(if(…, 1, 0))`.
  fileprivate var countsRows: Bool {
    guard case .call(let function, let arguments) = self else { return false }
    if function == "count" || function == "count_distinct" { return true }
    guard function == "sum", case .call("if", let branches) = arguments.first else { return false }
    return branches.dropFirst() == [.number(1), .number(0)]
  }
}
