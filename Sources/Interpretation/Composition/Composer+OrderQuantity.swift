import Language
import SemanticModel
import Values

/// « combien en commander jusqu'au 30 septembre avec 15 % de marge ? »: the cover and the margin of what is to be ordered.
extension Composer {
  private static let figure = "order_quantity"
  private static let figureUntil = "order_quantity_until"

  /// Takes a percentage beside a word for the margin from the words that name figures.
  mutating func takeOrderMargin() {
    readStoredSuggestions()
    countWhatIsToOrder()
    guard items.contains(where: { $0.span.metric == Self.figure }) else { return }
    for index in items.indices where items[index].span.metric == "days_of_cover" {
      // « pour tenir jusqu'au 31 mai », « couverture jusqu'au … »: how far the order goes, and no figure.
      isUsed[index] = true
    }
    // « pour couvrir 45 jours » names no terms of payment.
    if items.contains(where: { $0.span.value?.dimension == "payment_terms" }) { penalty += 3 }
    orderCoverDays = takeDuration()
    guard let number = utterance.numbers.first(where: { $0.unit == .percent }),
      let word = marginWord(near: number.tokens)
    else { return }
    orderMargin = number.value / 100
    let taken = min(number.tokens.lowerBound, word)..<(max(number.tokens.upperBound, word + 1))
    for index in items.indices where items[index].span.tokens.overlaps(taken) {
      isUsed[index] = true
    }
  }

  /// « combien de lampes à commander jusqu'au 31 mai »: how many of them, and not how many are to be ordered.
  private mutating func countWhatIsToOrder() {
    guard model.metrics[Self.figure] != nil, has(.count) || has(.howMuch) || saysQuantity,
      let place = items.firstIndex(where: { $0.span.meaning == .segment("to_order") }),
      utterance.numbers.contains(where: { $0.unit == .percent }) || namesOfProducts
    else { return }
    read(place, as: .metric(Self.figure, .noun))
    if place > 0, items[place - 1].span.metric == "units_sold" { isUsed[place - 1] = true }
  }

  /// « qté de congélateurs à commander »: a quantity, by a word that says no more.
  private var saysQuantity: Bool {
    let words: Set<String> = [
      "quantite", "quantites", "qte", "qtes", "quantity", "qty", "nb", "nombre",
      "units", "unites",
    ]
    return utterance.tokens.contains { words.contains($0.folded) }
  }

  /// Whether products are named one by one or by their kind.
  private var namesOfProducts: Bool {
    items.contains { item in
      item.span.value.map { ["product", "subcategory", "category"].contains($0.dimension) } ?? false
    }
  }

  private func marginWord(near tokens: Range<Int>) -> Int? {
    let words: Set<String> = ["marge", "margin", "securite", "safety", "buffer", "tampon"]
    let near = max(0, tokens.lowerBound - 3)..<min(utterance.tokens.count, tokens.upperBound + 3)
    return near.first { words.contains(utterance.tokens[$0].folded) }
  }

  /// Covers the demand until the date asked about, product by product.
  mutating func coverOrders() {
    guard query.measures.contains(where: { $0.metric == Self.figure }) else { return }
    let tomorrow = utterance.clock.now.adding(days: 1)
    var cover = orderCoverDays.map(ahead)
    if let period = query.period, cover == nil {
      query.period = nil
      if let end = period.end, end > tomorrow, !period.isPartial || period.start == nil {
        cover = Period(start: tomorrow, end: end)
      } else if !period.contains(utterance.clock.now),
        let said = items.first(where: \.span.isPeriod)
      {
        // « que dois-je commander aujourd'hui ? », "this week" ask for what is to be ordered now; another time that
        // an order cannot cover is named, not dropped.
        unusedWords.append(utterance.written(said.span.tokens))
      }
    }
    guard cover != nil || orderMargin != nil else { return }
    query.period = cover ?? ahead(days: OrderDefaults.coverDays)
    for index in query.measures.indices { tellUntil(&query.measures[index]) }
    for index in query.conditions.indices { tellUntil(&query.conditions[index].measure) }
  }

  /// The same figure until the end of the period, with the margin said.
  private func tellUntil(_ measure: inout Measure) {
    guard measure.metric == Self.figure else { return }
    measure.metric = Self.figureUntil
    measure.margin = orderMargin
  }

  /// « réappros au-dessus de la quantité suggérée »: the one stored with the orders placed.
  private mutating func readStoredSuggestions() {
    let stored = "suggested_units"
    guard model.metrics[stored] != nil,
      items.contains(where: { item in
        item.span.dimension == "purchase_order"
          || item.span.metric.map { model.metrics[$0]?.dataset == "purchase_orders" } ?? false
      })
    else { return }
    for index in items.indices where items[index].span.metric == Self.figure {
      // Compared line by line with what was ordered it is a property of orders, which no figure here is.
      if items.indices.contains(where: { isMarker($0, [.greater, .less, .atLeast, .atMost]) }) {
        unusedWords.append(utterance.written(items[index].span.tokens))
      }
      read(index, as: .metric(stored, .noun))
    }
  }
}
