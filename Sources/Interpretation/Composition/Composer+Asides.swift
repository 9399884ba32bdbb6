import Language
import SemanticModel
import Values

/// Ends of a sentence that ask for what is shown anyway, and words that lean on a figure.
extension Composer {
  /// « sur quels produits avons-nous perdu, et combien ? »: the figure beside each, no number of them.
  mutating func takeAmountAsked() {
    guard let last = items.indices.last, isMarker(last, [.howMuch, .count]),
      ["combien", "much"].contains(utterance.tokens[items[last].span.tokens.upperBound - 1].folded)
    else { return }
    let joins = joins(before: last)
    guard !joins.isEmpty,
      items[..<joins.lowerBound].contains(where: {
        $0.span.dimension != nil || $0.span.metric != nil
      })
    else { return }
    for index in joins.lowerBound...last { isUsed[index] = true }
  }

  /// The « , et » right before an item.
  func joins(before index: Int) -> Range<Int> {
    var start = index
    while isMarker(start - 1, [.and]) { start -= 1 }
    return start..<index
  }

  /// « combien de jours le CA a-t-il dépassé 30 000 € ? »: the days on which a figure keeps to its threshold, counted.
  mutating func countUnitsOfTime() {
    guard heads.isEmpty, asides.isEmpty, query.comparison == nil,
      query.rollup == nil || query.rollup?.functions == [.count],
      let place = items.indices.first(where: { !isUsed[$0] && isMarker($0, [.howLong]) }),
      let grain = Self.units[utterance.tokens[items[place].span.tokens.upperBound - 1].folded],
      let figure = query.conditions.first?.measure,
      query.conditions.allSatisfy({ isFlow($0.measure.metric) })
    else { return }
    isUsed[place] = true
    take([.count, .howMuch])
    query.measures = [figure]
    query.keys = [.time(grain)]
    query.rollup = Rollup([.count])
    (query.order, query.limit) = (nil, nil)
  }

  private static let units: [String: Grain] = [
    "jours": .day, "journees": .day, "days": .day, "semaines": .week, "weeks": .week,
    "mois": .month, "months": .month, "trimestres": .quarter, "quarters": .quarter,
    "annees": .year, "years": .year,
  ]

  /// « répartition des coûts d'achat, stockage, livraison »: what each kind of cost comes to.
  mutating func tellCosts() {
    guard query.measures.isEmpty, query.keys == [.dimension("cost_type")],
      model.metrics["cost_amount"] != nil
    else { return }
    query.measures = [Measure("cost_amount")]
    take([.breakdown])
  }

  /// "which warehouse lost most to theft": what is lost is the figure, not the way it went.
  mutating func leaveLostGoods() {
    guard mentions.contains(where: { ["losses", "loss_value"].contains($0.metric) }) else { return }
    let words: Set<String> = ["lost", "lose", "loses", "perdu", "perdus", "perdue", "perd"]
    for index in items.indices where !isUsed[index] && isMarker(index, [.decline]) {
      let tokens = items[index].span.tokens
      guard tokens.contains(where: { words.contains(utterance.tokens[$0].folded) }) else {
        continue
      }
      isUsed[index] = true
      if rank == nil,
        tokens.contains(where: { ["most", "plus"].contains(utterance.tokens[$0].folded) })
      {
        rank = (true, false, index)
      }
    }
  }
}
