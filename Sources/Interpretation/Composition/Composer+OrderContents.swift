import Language
import SemanticModel

/// « que contient la commande X ? », "what is on order X, how many, line totals": the goods of one order.
extension Composer {
  private static let order = "customer_order"

  /// "on order X": an order that has its number behind it, and not goods that are still to come.
  mutating func readOrderNumbers() {
    for index in items.indices.dropLast()
    where items[index + 1].span.value?.dimension == Self.order && saysOnOrder(items[index].span) {
      read(index, as: .marker(.filler))
      isUsed[index] = true
    }
  }

  private func saysOnOrder(_ span: Span) -> Bool {
    switch span.meaning {
    case .segment("open_orders"), .metric("open_order_units", _), .marker(.rank):
      ["order", "orders"].contains(utterance.tokens[span.tokens.upperBound - 1].folded)
    default: false
    }
  }

  /// Lists what is on the order named, with units and money of each product.
  mutating func listContents() {
    let lines: Set<String> = ["product", "sale_line", Self.order]
    guard query.rollup == nil, query.comparison == nil, rank == nil, query.conditions.isEmpty,
      query.filters.contains(where: { $0.namesOne(Self.order) }), asksForContents,
      mentions.isEmpty && asksInside
        || query.keys.allSatisfy({ $0.dimension.map(lines.contains) ?? false })
          && query.measures.allSatisfy({ model.metrics[$0.metric]?.unit != .date })
    else { return }
    take([.count, .howMuch, .sum])
    counted = nil
    query.keys = [.dimension("product")]
    query.measures = [Measure("units_sold"), Measure("revenue")]
    query.order = nil
  }

  /// A word for what is inside, or "what is on", « qu'y a-t-il dans ».
  private var asksForContents: Bool {
    let words = utterance.tokens.map(\.folded)
    let stems = ["contien", "contenu", "contain", "content", "compos", "ligne", "line", "detail"]
    return words.contains { word in stems.contains { word.hasPrefix($0) } } || asksInside
  }

  private var asksInside: Bool {
    asksForThings
      && utterance.tokens.contains { ["on", "in", "dans", "sur"].contains($0.folded) }
  }
}
