import Language
import SemanticModel
import Values

/// Prices recorded one after the other: how one went, and by how much it rose between two days.
extension Composer {
  private static let recorded = "purchase_price"
  /// The newest price of each supplier at a day.
  private static let newest = "last_purchase_price"

  /// Tells the prices recorded for a product, or the one at the end of a time against the one at its start.
  mutating func tellPriceRecords() {
    guard query.rollup == nil, rank == nil, query.conditions.isEmpty,
      query.measures.contains(where: { [Self.recorded, Self.newest].contains($0.metric) }),
      let product = query.filters.first(where: { $0.dimension == "product" }),
      query.keys.allSatisfy({ $0.dimension != nil }) || followsCourse
    else { return }
    if asksForRecords {
      listPrices(ofSeveral: isGroup(product))
    } else if let period = query.period, query.keys.isEmpty, saysOneTime {
      comparePrices(within: period)
    }
  }

  private mutating func listPrices(ofSeveral: Bool) {
    query.keys = [.time(.day)]
    if ofSeveral { query.keys.append(.dimension("product")) }
    query.keys.append(.dimension("supplier"))
    query.measures = [Measure(Self.recorded)]
    query.filters.append(
      .values(
        dimension: "cost_type",
        values: [NamedValue(key: .text(Self.recorded), name: Self.recorded)],
        negated: false
      )
    )
    query.comparison = nil
    query.order = Order(.key(0), descending: false)
  }

  /// "rise between January 2024 and today": a price holds until the next one, so that of the last day stands against that of
  /// the first time said.
  private mutating func comparePrices(within period: Period) {
    guard query.comparison != nil, let start = period.start, let last = period.lastDay else {
      return
    }
    query.measures = [Measure(Self.newest)]
    query.period = Period(.day, containing: last)
    query.comparison = Period(start.day == 1 && !saysDay ? .month : .day, containing: start)
  }

  /// « a-t-il évolué », "price history", « les prix relevés »: each price with its day.
  private var asksForRecords: Bool {
    let stems = ["evol", "histor", "record", "enregistr", "relev", "successi", "date"]
    return followsCourse
      || utterance.tokens.contains { token in stems.contains { token.folded.hasPrefix($0) } }
  }

  private func isGroup(_ filter: Filter) -> Bool {
    if case .values(_, let values, false) = filter { values.count > 1 } else { true }
  }

  /// Whether one time was said, and none that it is to be compared with.
  private var saysOneTime: Bool {
    let times = items.count { item in
      switch item.span.meaning {
      case .period, .relative: true
      default: false
      }
    }
    return times == 1
  }

  /// « depuis le 1er janvier »: that very day.
  private var saysDay: Bool {
    utterance.tokens.contains { ["1", "1er", "1st", "premier", "first"].contains($0.folded) }
  }
}
