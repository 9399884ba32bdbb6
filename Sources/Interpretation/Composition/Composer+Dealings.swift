import Language
import SemanticModel
import Values

/// « qu'a acheté X en mars ? », "what do we buy from Y?", « qu'attend-on encore d'Y ? »: the goods that went or are to come from
/// one to the other, and how many of each.
extension Composer {
  /// Goods that change hands: with whom, and the figure of their units.
  private static let dealings = [
    (partner: "customer", units: "units_sold"), (partner: "supplier", units: "quantity_ordered"),
  ]

  /// Lists the goods bought by or from somebody who is named, where it is asked what they are.
  mutating func listDealings() {
    guard query.rollup == nil, query.comparison == nil, rank == nil, counted == nil,
      query.conditions.isEmpty, !saysSpent, asksForThings || heads.map(\.dimension) == ["product"],
      let dealing = Self.dealings.first(where: { dealing in
        query.filters.contains { names(dealing.partner, in: $0) }
          && isDealing(with: dealing.partner, told: dealing.units)
      })
    else { return }
    query.keys = [.dimension("product")]
    query.measures = [Measure(dealing.units)]
    query.order = Order(.measure(0), descending: true)
  }

  /// "what did we spend on purchases from X": an amount, and no goods.
  private var saysSpent: Bool {
    let verbs = ["spend", "spent", "pay", "paid", "depens", "paye"]
    return utterance.tokens.contains { token in verbs.contains { token.folded.hasPrefix($0) } }
  }

  /// Lists what is still to come from a supplier who is named, order by order.
  mutating func listAwaited() {
    let awaited = ["open_order_units", "expected_date"]
    let open = Filter.segment("open_orders", days: nil, negated: false)
    guard query.rollup == nil, query.comparison == nil, rank == nil, counted == nil,
      query.conditions.isEmpty, asksForThings,
      query.keys.allSatisfy({ ["product", "purchase_order"].contains($0.dimension) }),
      query.filters.contains(where: { names("supplier", in: $0) }),
      query.filters.contains(open) || query.measures.contains(where: { $0.metric == awaited[0] }),
      query.measures.allSatisfy({ measure in
        model.metrics[measure.metric]?.dataset == "purchase_orders"
          // « pour quelle date », "which dates": of what is to come, as weak words say nothing else.
          || mentions.contains { $0.metric == measure.metric && $0.role == .weak }
      })
    else { return }
    take([.count, .howMuch, .when])
    if !query.filters.contains(open) { query.filters.append(open) }
    query.keys = [.dimension("purchase_order")]
    query.measures = awaited.map { Measure($0) }
    query.order = Order(.measure(1), descending: false)
  }

  private func names(_ partner: String, in filter: Filter) -> Bool {
    if case .values(partner, _, false) = filter { true } else { false }
  }

  /// Whether buying or selling is all that is said, by a verb and of the goods that a figure counts.
  private func isDealing(with partner: String, told units: String) -> Bool {
    if mentions.isEmpty {
      // "what products did X order": the noun for an order, behind a name.
      return asides.count == 1 && model.dimensions[asides[0].dimension]?.isEntity == true
        && saysDealing(asides[0].item)
        && items[asides[0].item - 1].span.value?.dimension == partner
    }
    return query.keys.allSatisfy { $0 == .dimension("product") }
      && mentions.allSatisfy { mention in
        mention.role != .noun && saysDealing(mention.item)
          && model.metrics[mention.metric]?.dataset == model.metrics[units]?.dataset
      }
  }

  /// A verb of buying or selling.
  private func saysDealing(_ item: Int) -> Bool {
    let stems = ["bought", "buy", "purchas", "achet", "order", "command", "sell", "sold", "vend"]
    return items[item].span.tokens.contains { token in
      stems.contains { utterance.tokens[token].folded.hasPrefix($0) }
    }
  }
}
