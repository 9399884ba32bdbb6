import Language
import SemanticModel

/// What a part of a hundred can be a threshold of: a rate, a share of the whole, a chance.
extension Composer {
  /// « plus d'une chance sur deux de tomber en rupture »: a part of a hundred of what may happen.
  var saysRunningOut: Bool {
    model.metrics["stockout_risk"] != nil
      && items.contains { item in
        guard case .segment(let name) = item.span.meaning else { return false }
        return name == "out_of_stock" || name == "soon_out_of_stock"
      }
  }

  /// « plus de 3 % du CA », "more than 3% of sales": a part of the whole, where the figure has no rate of its own.
  func isShareOf(_ metric: String, at target: Int) -> Bool {
    guard model.metrics[metric]?.emptyIsZero == true,
      rate(of: metric) == nil || isOfTheWhole(target),
      model.metrics[metric]?.unit != .percent
    else { return false }
    // "of our 2025 revenue": a time may stand between.
    let number = items[..<target].lastIndex { $0.span.isNumber } ?? target
    return items[target].followsPreposition
      || number + 1 < target && items[number + 1].followsPreposition
        && items[(number + 1)..<target].allSatisfy { isPeriodOrValue($0.span) }
  }

  /// « ont livré en retard plus de 30 % de leurs commandes »: the rate of what is said of things, among each one's own.
  mutating func rateOfTheirs(_ target: Int) -> String? {
    let owners: Set<String> = ["leurs", "leur", "ses", "their", "its", "his", "her"]
    let place = items[target].span.tokens.lowerBound
    guard place > 0, owners.contains(utterance.tokens[place - 1].folded),
      let said = items[..<target].indices.first(where: { index in
        !isUsed[index] && items[index].span.metric.flatMap { rate(of: $0) } != nil
      }), let figure = items[said].span.metric
    else { return nil }
    isUsed[said] = true
    return rate(of: figure)
  }

  /// Money, days and counts are no part of a hundred: better no answer than so many of them.
  func isNeverPercent(_ metric: String) -> Bool {
    guard let unit = model.metrics[metric]?.unit else { return false }
    return unit != .percent && unit != .number
  }

  /// « 1 % de la marge », "of our margin" are of all of it; « 20 % de marge » is a rate.
  private func isOfTheWhole(_ target: Int) -> Bool {
    let place = items[target].span.tokens.lowerBound
    let articles: Set<String> = ["la", "le", "l'", "du", "the", "our", "notre"]
    return [place - 1, place].contains {
      $0 >= 0 && articles.contains(utterance.tokens[$0].folded)
    }
  }

  private func isPeriodOrValue(_ span: Span) -> Bool {
    switch span.meaning {
    case .period, .value: true
    default: false
    }
  }
}
