import Language
import SemanticModel
import Values

/// The figures named: which words name one, which only say another one again, which belong together.
extension Composer {
  mutating func findMentions() {
    for index in items.indices where !isUsed[index] {
      guard case .metric(let name, let role) = items[index].span.meaning else { continue }
      mentions.append(Mention(metric: name, role: role, item: index))
      isUsed[index] = true
    }
    countRowsOfAttribute()
    mergeRateWords()
    addAmounts()
    mergeAmounts()
    valueStock()
    adoptMoney()
    mergeCosts()
    tellInUnits()
    tellLossInUnits()
    tellVerbInUnits()
    dropObjects()
    leaveUnnamedError()
    tellSalesInMoney()
    tellWhatLiesInWarehouses()
    addOpposites()
    for mention in mentions where mention.role == .weak && isMarker(mention.item - 1, [.list]) {
      penalty += 0.4
    }
    // « le montant d'une commande »: the thing, not how many there are.
    for mention in mentions where isIndefinite(mention.item) {
      if model.metrics[mention.metric]?.unit == .count { penalty += 0.5 }
    }
    for mention in mentions where isListedKind(mention) { penalty += 0.9 }
    // « le CA en promo et le CA hors promo »: no figure of promotions is of what is out of them.
    if segments.contains("non_promotional"),
      mentions.contains(where: { $0.metric.hasPrefix("promotion_") })
    {
      penalty += 0.5
    }
    tellInMoney()
    takeTransfers()
    tellWhatWasBought()
    mergeRatios()
    rankGrowth()
    tellPromiseAndOutcome()
    leaveWhatLasts()
    dropEchoes()
  }

  /// « le stock tient encore combien de jours ? »: how long, and not how much of it there is.
  private mutating func leaveWhatLasts() {
    let asks: Set<String> = ["combien", "long", "many"]
    guard
      mentions.contains(where: { mention in
        mention.metric == "days_of_cover"
          && items[mention.item].span.tokens.contains { asks.contains(utterance.tokens[$0].folded) }
      })
    else { return }
    mentions.removeAll { $0.metric == "stock_on_hand" }
  }

  /// « combien de stock a-t-on perdu »: what is lost is the object of the verb, and no level.
  private mutating func dropObjects() {
    let isMoved = mentions.contains { mention in
      mention.role == .verb && model.datasets(ofMetric: mention.metric) == ["movements"]
    }
    guard isMoved else { return }
    mentions.removeAll { $0.metric == "stock_on_hand" }
  }

  /// "storage, shipping, fees": one of a list of kinds is a kind, not a figure of its own.
  private func isListedKind(_ mention: Mention) -> Bool {
    let dataset = model.metrics[mention.metric]?.dataset
    return [(-1, -2), (1, 2)].contains { and, beyond in
      guard isMarker(mention.item + and, [.and]), items.indices.contains(mention.item + beyond),
        let value = items[mention.item + beyond].span.value
      else { return false }
      // « coûts d'achat, stockage, livraison »: all of them figures, or all of them kinds.
      if value.dimension == "cost_type" { return true }
      return model.dimensions[value.dimension]?.dataset == dataset && dataset != nil
    }
  }

  private func isIndefinite(_ item: Int) -> Bool {
    let start = items[item].span.tokens.lowerBound
    let articles: Set<String> = ["une", "un", "a", "an"]
    return start > 0 && articles.contains(utterance.tokens[start - 1].folded)
      && !items[item].isPlural
  }

  /// « la première et la dernière commande », "first and last sale": both ends of the dates.
  private mutating func addOpposites() {
    addEndsNamedLast()
    for (place, mention) in mentions.enumerated().reversed() {
      guard let opposite = model.metrics[mention.metric]?.opposite,
        let end = items[..<mention.item].indices.last(where: {
          isMarker($0, [.top, .bottom]) || isOrdinal($0)
        }),
        end == mention.item - 1 || end == mention.item - 2 && isMarker(mention.item - 1, [.and]),
        utterance.tokens[
          items[end].span.tokens.upperBound..<items[mention.item].span.tokens.lowerBound
        ].contains(where: { ["et", "and", "&", "puis", "ou", "or"].contains($0.folded) })
      else { continue }
      if rank?.item == end { rank = nil }
      for used in end..<mention.item { isUsed[used] = true }
      mentions.insert(Mention(metric: opposite, role: .noun, item: end), at: place)
    }
  }

  /// « commandé pour la première fois, et pour la dernière »: the other end is named last.
  private mutating func addEndsNamedLast() {
    guard let last = items.indices.last, isMarker(last, [.top, .bottom]) || isOrdinal(last) else {
      return
    }
    let joins = joins(before: last)
    guard !joins.isEmpty, let mention = mentions.last, mention.item == joins.lowerBound - 1,
      let opposite = model.metrics[mention.metric]?.opposite
    else { return }
    if rank?.item == last { rank = nil }
    for index in joins.lowerBound...last { isUsed[index] = true }
    mentions.append(Mention(metric: opposite, role: mention.role, item: last))
  }

  /// « ce qui doit rentrer : produit + qté »: how much of that, and no sales.
  private func saysCountAgain(_ mention: Mention, among all: [Mention]) -> Bool {
    mention.metric == "units_sold"
      && all.contains { other in
        (other.item < mention.item
          // "how many units were received": what the verb counts.
          || other.item == mention.item + 1 && isMarker(mention.item - 1, [.count]))
          && other.role == .verb
          && model.metrics[other.metric]?.unit == .count
          && !model.datasets(ofMetric: other.metric).contains("sales")
      }
  }

  /// "forecast error, measured as WAPE": the error that is named, and not the one usually told as well.
  private mutating func leaveUnnamedError() {
    guard
      let general = mentions.firstIndex(where: { mention in
        mention.metric == "forecast_error_mape"
          && !items[mention.item].span.tokens.contains { utterance.tokens[$0].folded == "mape" }
      }),
      mentions.indices.contains(where: { place in
        place != general
          && model.metrics[mentions[place].metric]?.dataset
            == model.metrics["forecast_error_mape"]?.dataset
      })
    else { return }
    mentions.remove(at: general)
  }

  private func isOrdinal(_ index: Int) -> Bool {
    if case .number(_, .ordinal) = items[index].span.meaning { true } else { false }
  }

  /// A verb or a weak word beside a clear noun only says it again: « rapporte le moins de CA ».
  private mutating func dropEchoes() {
    let all = mentions
    let hasNoun = all.contains { $0.role == .noun || $0.role == .top || $0.role == .bottom }
    let names = items
    let generic: Set<String> = [
      "revenue", "units_sold", "orders", "gross_margin", "purchases", "stock_on_hand",
      "delivery_time", "shipping_time", "buying_customers", "purchase_order_count",
      "purchase_price", "product_price", "cost_amount",
    ]
    if hasNoun {
      penalty += all.contains { $0.role == .verb && !generic.contains($0.metric) } ? 0.6 : 0
    }
    let isGrowth = items.indices.contains { isMarker($0, [.growth, .decline]) }
    func isJoined(_ index: Int) -> Bool {
      [-1, 1].contains { step in
        var beyond = index + step
        while names.indices.contains(beyond),
          names[beyond].span.marker == .and || names[beyond].span.marker == .compare
        {
          beyond += step
        }
        guard beyond != index + step, names.indices.contains(beyond) else { return false }
        return names[beyond].span.metric != nil || names[beyond].span.dimension != nil
          || names[beyond].span.marker == .howMuch
      }
    }
    mentions = all.filter { mention in
      switch mention.role {
      case .noun: true
      // "grew fastest": with a growth word the superlative is only a rank.
      case .top, .bottom:
        // "brought in the most margin": the margin is ranked.
        !(generic.contains(mention.metric) && ranksNext(mention, all))
          && !((isGrowth || names[mention.item].span.entity != nil)
            && all.contains { $0.role == .noun })
      // "ordered for the first time": the plain verb carries the one that says more.
      case .verb
      where generic.contains(mention.metric) && !isJoined(mention.item)
        && all.contains { $0.role == .verb && $0.metric == "new_customers" }:
        false
      case .verb:
        !hasNoun || isJoined(mention.item) || asksAnew(mention.item)
          || has(.share) && !generic.contains(mention.metric)
      case .weak where saysUnitsAgain(mention, among: all) || saysCountAgain(mention, among: all):
        false
      case .weak:
        (isJoined(mention.item) || isCompared(mention, with: all) || asksAnew(mention.item))
          && !repeatsRanked(mention, among: all)
          || !all.contains { $0.role != .weak && (hasNoun || abs($0.item - mention.item) <= 2) }
      }
    }
  }

  /// Whether a clear figure stands right behind a superlative of another one.
  private func ranksNext(_ mention: Mention, _ all: [Mention]) -> Bool {
    all.contains {
      $0.item == mention.item + 1 && $0.role == .noun && $0.metric != mention.metric
        && (!items[$0.item].followsPreposition || endsInMost(mention.item))
    }
  }

  /// « a gagné le plus | de nouveaux clients »: the most of what follows.
  private func endsInMost(_ item: Int) -> Bool {
    let words: Set<String> = ["plus", "moins", "most", "least", "fewest"]
    return words.contains(utterance.tokens[items[item].span.tokens.upperBound - 1].folded)
  }

  /// "compare the announced lead time with the real one": two figures of one unit.
  func isCompared(_ mention: Mention, with all: [Mention]) -> Bool {
    guard let compare = items.indices.first(where: { isMarker($0, [.compare]) }),
      compare < mention.item
    else { return false }
    return all.contains { other in
      other.role == .noun && other.item < mention.item && other.metric != mention.metric
        && model.metrics[other.metric]?.unit == model.metrics[mention.metric]?.unit
    }
  }

  /// « dont il reste le moins, avec la quantité »: the figure ranked by, said again.
  private func repeatsRanked(_ mention: Mention, among all: [Mention]) -> Bool {
    all.contains { other in
      (other.role == .top || other.role == .bottom)
        && model.metrics[other.metric]?.unit == model.metrics[mention.metric]?.unit
    }
  }

  /// « casse et vol, combien d'unités »: what is lost is told in units anyway.
  private func saysUnitsAgain(_ mention: Mention, among all: [Mention]) -> Bool {
    mention.metric == "units_sold" && isMarker(mention.item - 1, [.count])
      && all.contains { other in
        guard other.role == .noun, other.metric != mention.metric,
          let metric = model.metrics[other.metric]
        else { return false }
        return metric.unit == .count && !metric.countsRows
      }
  }

  /// "…, how much has he spent": a verb with a question word of its own, or with one behind it.
  private func asksAnew(_ index: Int) -> Bool {
    let asks: Set<Marker> = [.howMuch, .count, .when]
    // "how much has Adrian Barton bought": who it is may stand between.
    var asked = index - 1
    while items.indices.contains(asked), items[asked].span.value != nil { asked -= 1 }
    if isMarker(asked, asks), isMarker(asked - 1, [.and]) || asked == 0 { return true }
    // « combien vendues depuis juillet et pour quel montant »
    guard let next = items.indices.first(where: { $0 > index && isMarker($0, [.and]) }),
      isMarker(next + 1, [.howMuch])
    else { return false }
    return items[(index + 1)..<next].allSatisfy {
      switch $0.span.meaning {
      case .period, .value: true
      default: false
      }
    }
  }

  /// "grew fastest" asks for the most growth whatever the figure the word usually ranks.
  private mutating func rankGrowth() {
    guard let current = rank, items.indices.contains(where: { isMarker($0, [.growth, .decline]) }),
      case .metric(let name, let role) = items[current.item].span.meaning,
      role == .top || role == .bottom
    else { return }
    let isGood = (role == .bottom) == (model.metrics[name]?.better == .lower)
    rank = (isGood, false, current.item)
  }

  /// "revenue per buying customer": a figure for each unit of a count is the ratio of the two, where the corpus has it.
  private mutating func mergeRatios() {
    for index in items.indices where marker(index) == .group && index + 1 < items.count {
      guard let below = mentions.firstIndex(where: { $0.item == index + 1 }),
        let above = mentions.lastIndex(where: { $0.item < index }),
        let ratio = ratio(mentions[above].metric, mentions[below].metric)
      else { continue }
      mentions[above] = Mention(metric: ratio, role: .noun, item: mentions[above].item)
      mentions.remove(at: below)
    }
  }
}
