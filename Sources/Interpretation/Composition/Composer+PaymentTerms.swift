import Language
import SemanticModel
import Values

/// Terms of payment called by their days: « les fournisseurs à 60 jours », "on net 30".
extension Composer {
  /// "60 day payment terms", « payés à 60 jours »: terms are called by their number.
  mutating func takeTerms(_ number: Double, at index: Int) -> Bool {
    guard model.dimensions["payment_terms"] != nil, number == number.rounded(), number < 1000
    else { return false }
    let noun = items.indices.first {
      abs($0 - index) <= 2
        && (items[$0].span.dimension == "payment_terms"
          // "suppliers on 60 days payment": no means of payment lasts.
          || items[$0].span.dimension == "payment_method" && isDuration(index))
    }
    guard let place = noun ?? (isAboutTerms(index) ? index : nil) else { return false }
    asides.removeAll { $0.item == place }
    heads.removeAll { $0.item == place }
    isUsed[place] = true
    query.keys.removeAll { $0 == .dimension("payment_terms") }
    query.filters.append(
      .nameMatches(dimension: "payment_terms", words: [String(Int(number))], negated: false)
    )
    claimEnd(of: index)
    if heads.isEmpty { heads.append(("supplier", index)) }
    return true
  }

  /// "on end-of-month payment terms", « conditions de paiement fin de mois »: what they are called, and no time.
  mutating func takeEndOfMonth() {
    let segment = "end_of_month_terms"
    guard model.segments[segment] != nil else { return }
    for index in items.indices {
      guard case .period = items[index].span.meaning, saysEndOfMonth(items[index].span),
        let terms = [index + 1, index - 1].first(where: { place in
          items.indices.contains(place)
            && ["payment_terms", "payment_method"].contains(items[place].span.dimension)
        })
      else { continue }
      read(index, as: .segment(segment))
      read(terms, as: .marker(.filler))
      isUsed[terms] = true
    }
  }

  /// « fin de mois », "end of month".
  func saysEndOfMonth(_ span: Span) -> Bool {
    let words = span.tokens.map { utterance.tokens[$0].folded }
    return words.contains { ["end", "fin"].contains($0) }
      && words.contains { ["month", "mois"].contains($0) }
  }

  /// « à 45 jours, fin de mois inclus »: all terms of so many days, with whatever they add.
  mutating func takeIncludedTerms(at index: Int) {
    guard let value = items[index].span.value, value.dimension == "payment_terms",
      let days = items[index].span.tokens.map({ utterance.tokens[$0] }).first(where: {
        $0.kind == .number
      })
    else { return }
    query.filters.append(
      .nameMatches(dimension: value.dimension, words: [days.folded], negated: false)
    )
  }

  /// « à 45 jours net », "60 days net": how the days are counted changes no terms.
  private mutating func claimEnd(of terms: Int) {
    let next = items[terms].span.tokens.upperBound
    if next < utterance.tokens.count, ["net", "nets"].contains(utterance.tokens[next].folded) {
      claimed.insert(next)
    }
  }

  /// « les fournisseurs à soixante jours »: days of suppliers, of whom nothing else is asked.
  private func isAboutTerms(_ index: Int) -> Bool {
    guard isDuration(index),
      heads.map(\.dimension) == ["supplier"]
        || heads.isEmpty && segments.contains(where: { entity(ofSegment: $0) == "supplier" })
    else { return false }
    return items.allSatisfy { item in
      switch item.span.meaning {
      // Suppliers picked by what is known of themselves, like their rating.
      case .metric(let name, _): isProperty(name) && model.metrics[name]?.unit != .days
      case .segment(let name): entity(ofSegment: name) == "supplier"
      case .period, .analysis: false
      default: true
      }
    }
  }

  private func isDuration(_ index: Int) -> Bool {
    if case .duration = items[index].span.meaning { true } else { false }
  }

  private func entity(ofSegment name: String) -> String? {
    switch model.segments[name]?.scope {
    case .entity(let entity, _): entity
    case .rows(let dataset, _):
      model.dimensions.values.filter { $0.isEntity && $0.dataset == dataset }.map(\.name).min()
    case nil: nil
    }
  }
}
