import Language
import SemanticModel
import Values

/// The figures asked for, and the words that change which they are: when, worth, at weekends.
extension Composer {
  /// The figures asked for, each once, in order.
  func measures() -> [Measure] {
    var names: [String] = []
    for mention in mentions where !names.contains(mention.metric) { names.append(mention.metric) }
    // « Combien a-t-on vendu ? » asks for units and money alike.
    if names == ["units_sold"], mentions.allSatisfy({ $0.role == .verb }), heads.isEmpty,
      rank == nil, asksHowMany, !hasProductName
    {
      // « combien vend-on, en euros »: the money alone.
      names = saysInMoney || saysForHowMuch ? ["revenue"] : ["revenue", "units_sold"]
    } else if names == ["units_sold"], mentions.allSatisfy({ $0.role == .verb }), saysForHowMuch {
      names = ["revenue"]
    }
    rankFirst(&names)
    return names.map { Measure($0) }
  }

  /// « dont le stock a le plus faible taux de rotation »: what stands behind the superlative is ranked.
  private func rankFirst(_ names: inout [String]) {
    guard let rank, names.count > 1,
      let next = mentions.first(where: { $0.item == rank.item + 1 && $0.role == .noun }),
      let place = names.firstIndex(of: next.metric),
      mentions.contains(where: { $0.item < rank.item && $0.role == .noun })
    else { return }
    names.swapAt(0, place)
  }

  /// Each figure once, whatever made two of one.
  mutating func leaveRepeatedMeasures() {
    var seen: [Measure] = []
    for measure in query.measures where !seen.contains(measure) { seen.append(measure) }
    if query.order == nil { query.measures = seen }
  }

  /// « on a vendu pour combien »: for what money.
  var saysForHowMuch: Bool {
    let words = utterance.tokens.map(\.folded)
    return zip(words, words.dropFirst()).contains { $0 == "pour" && $1 == "combien" }
  }

  var asksHowMany: Bool {
    items.contains { $0.span.marker == .count || $0.span.marker == .howMuch }
  }

  var hasProductName: Bool { items.contains { $0.span.value != nil } }

  /// The day on which happened what a verb tells.
  static let datesOfVerbs = [
    "delivery_time": "delivery_date", "shipping_time": "shipping_date",
    "delivered_orders": "delivery_date",
    "orders": "last_sale_date", "units_sold": "last_sale_date", "revenue": "last_sale_date",
    "supplier_lead_time": "receipt_date", "quantity_received": "receipt_date",
    "buying_customers": "last_sale_date",
  ]

  /// « quand la commande X a-t-elle été livrée ? »: the date of the event, not its duration.
  mutating func applyWhen() {
    tellWhenLast()
    guard has(.when) else { return }
    var changed = false
    let when = firstItem([.when]) ?? 0
    let isLast = !mentions.contains { $0.item > when }
    mentions = mentions.map { mention in
      guard isLast || mention.item > when, !isMarker(mention.item - 1, [.howMuch, .count]),
        mention.role == .verb || (mention.role == .weak && mention.metric != "revenue"),
        let date = Self.datesOfVerbs[mention.metric], model.metrics[date] != nil
      else { return mention }
      changed = true
      return Mention(metric: date, role: mention.role, item: mention.item)
    }
    if !changed, let index = firstItem([.when]),
      let head = heads.first, let date = model.dimensions[head.dimension]?.dateMetric
    {
      mentions.insert(Mention(metric: date, role: .noun, item: index), at: 0)
    }
    if changed || mentions.contains(where: { model.metrics[$0.metric]?.unit == .date }) {
      take([.when])
    }
  }

  /// "how many days would the stock last", « combien de jours de stock »: the cover.
  mutating func applyLasting() {
    guard has(.howLong), model.metrics["days_of_cover"] != nil,
      mentions.allSatisfy({ $0.metric == "stock_on_hand" }), !mentions.isEmpty
    else { return }
    take([.howLong])
    mentions = [Mention(metric: "days_of_cover", role: .noun, item: mentions[0].item)]
  }

  /// "which are above their maximum, and by how many units": the excess, or what is short.
  mutating func addExcess() {
    addExcessOfComparison()
    let figures = [
      "overstocked": "excess_units", "below_minimum": "shortage_units",
      "overdue_orders": "overdue_days",
    ]
    guard let name = segments.first(where: { figures[$0] != nil }), let metric = figures[name],
      let place = items.lastIndex(where: {
        if case .segment(let said) = $0.span.meaning { said == name } else { false }
      }),
      let asked = items.indices.first(where: {
        $0 > place && isMarker($0, [.howMuch, .count, .howLong]) && !isUsed[$0]
      }), counted == nil, !query.measures.contains(where: { $0.metric == metric })
    else { return }
    isUsed[asked] = true
    if isMarker(asked - 1, [.group]) { isUsed[asked - 1] = true }
    query.measures.removeAll {
      $0.metric == "units_sold" || metric == "overdue_days" && $0.metric == "quantity_received"
    }
    query.measures.append(Measure(metric))
  }

  /// « dépassent leur stock maximum, et de combien d'unités »: the units beyond, where the level is what is compared with.
  private mutating func addExcessOfComparison() {
    guard let condition = query.conditions.first(where: { $0.measure.metric == "stock_on_hand" }),
      case .measure(let level) = condition.operand,
      let excess = ["max_stock_level": "excess_units", "min_stock_level": "shortage_units"][
        level.metric
      ], model.metrics[excess] != nil,
      query.measures.contains(where: { $0.metric == "units_sold" }),
      mentions.contains(where: { $0.metric == "units_sold" && $0.role == .weak })
    else { return }
    query.measures.removeAll { $0.metric == "units_sold" }
    query.measures.append(Measure(excess))
    // « …, et de combien le dépasse-t-il »: said again.
    take([.greater, .less])
  }

  /// « en combien de jours on livre »: how long what is counted takes.
  mutating func applyHowLong() {
    let asksLength =
      has(.howLong) || has(.mean)
      || rank.map { rank in
        items[rank.item].span.tokens.contains {
          Self.durationWords.contains(utterance.tokens[$0].folded)
        }
      } ?? false
    guard asksLength else { return }
    mentions = mentions.map { mention in
      guard let length = Self.lengths[mention.metric], mention.role != .noun else { return mention }
      return Mention(metric: length, role: mention.role, item: mention.item)
    }
  }

  private static let durationWords: Set<String> = [
    "long", "longue", "longs", "longues", "longest", "shortest", "court", "courte", "courts",
    "courtes", "longer", "shorter", "longtemps",
  ]

  /// How long what is counted takes, beside the times that end at a date.
  private static let lengths = lapses.merging([
    "delivered_orders": "delivery_time", "quantity_received": "supplier_lead_time",
  ]) { lapse, _ in lapse }

  /// « valorisé au prix de vente »: the value of the stock at selling price; « au coût » is what it is anyway.
  mutating func applyValuation() {
    let atPrice = take([.atPrice])
    let atCost = take([.atCost]) || atPrice && mentions.contains(where: saysCost)
    guard atCost || atPrice else { return }
    if mentions.isEmpty, liesInStock,
      let index = items.indices.first(where: { isMarker($0, [.atPrice, .atCost]) })
    {
      // "what are the phones in stock worth at selling price?"
      mentions = [Mention(metric: "stock_value", role: .noun, item: index)]
    }
    let valued = ["losses": "loss_value", "excess_units": "excess_value"]
    let base = mentions.first { valued[$0.metric] != nil }
    let values = [atCost ? "stock_value" : nil, atPrice ? "stock_value_at_price" : nil]
      .compactMap { $0 }
    mentions = mentions.flatMap { mention -> [Mention] in
      if let base, mention.metric == "units_sold", mention.role == .weak {
        // « pertes …, en unités et en valeur au coût »: both.
        return [Mention(metric: base.metric, role: .noun, item: mention.item)]
      }
      if let value = valued[mention.metric] {
        return [Mention(metric: value, role: .noun, item: mention.item)]
      }
      guard ["stock_on_hand", "stock_value"].contains(mention.metric) else { return [mention] }
      return values.map { Mention(metric: $0, role: .noun, item: mention.item) }
    }
  }

  /// « valeur du stock au coût »: the name of the figure says what it is valued at.
  private func saysCost(_ mention: Mention) -> Bool {
    mention.metric == "stock_value"
      && items[mention.item].span.tokens.contains {
        ["cout", "cost", "achat", "revient"].contains(utterance.tokens[$0].folded)
      }
  }

  /// "do we make more per day at weekends or on weekdays": both beside each other, a day's mean and the sum.
  mutating func contrastWeekends() {
    guard contrastsWeekends, query.measures.count == 1, heads.isEmpty,
      query.keys.allSatisfy({ $0 == .time(.day) }),
      let measure = query.measures.first, model.metrics[measure.metric]?.emptyIsZero == true
    else { return }
    take([.compare, .mean, .greater, .less, .group, .times])
    // "do we sell more at weekends?": in money and in units, as wherever a verb is all that is said.
    let sells = measure.metric == "units_sold" && mentions.contains { $0.role == .verb }
    query.keys = [.time(.day)]
    query.measures = (sells ? [Measure("revenue"), measure] : [measure]).flatMap { figure in
      [[6, 7], [1, 2, 3, 4, 5]].map { days in
        var part = figure
        part.filters.append(.weekdays(days))
        return part
      }
    }
    query.rollup = Rollup(sells ? [.mean] : [.mean, .sum])
  }

  mutating func takeWeekend() {
    if has(.weekend), has(.workweek) {
      take([.weekend, .workweek])
      contrastsWeekends = true
    }
    if take([.weekend]) { query.filters.append(.weekdays([6, 7])) }
    if take([.workweek]) { query.filters.append(.weekdays([1, 2, 3, 4, 5])) }
    takeWeekdays()
  }

  /// « le samedi » keeps those days only; several get a row each; beside « par jour de la semaine » they add nothing.
  private mutating func takeWeekdays() {
    var days: [Int] = []
    for index in items.indices {
      guard !isUsed[index], case .weekday(let day) = items[index].span.meaning else { continue }
      isUsed[index] = true
      days.append(day)
    }
    if days.isEmpty || query.keys.contains(.time(.weekday)) { return }
    let goesOn = utterance.tokens.contains { ["etc", "...", "…"].contains($0.folded) }
    if !goesOn { query.filters.append(.weekdays(days.sorted())) }
    if days.count > 1, !asksForOneShare { addKey(.time(.weekday)) }
  }

  /// "what share of revenue came in on Saturdays and Sundays": that of all of them, in one figure.
  var asksForOneShare: Bool {
    let shares = items.filter { $0.span.marker == .share }
    return !shares.isEmpty
      && shares.allSatisfy { item in
        !item.span.tokens.contains { ["parts", "shares"].contains(utterance.tokens[$0].folded) }
      } && !items.contains { $0.span.marker == .each || $0.span.marker == .compare }
  }

  /// Named groups give one row each: « meubles et technologie ».
  mutating func addNamedGroups() {
    for dimension in namedGroups where !heads.contains(where: { $0.dimension == dimension }) {
      // « entre Grenoble et Annecy, quelle boutique …»: the best of both, not of each.
      let isOfHeads = heads.contains {
        model.dimensions[$0.dimension]?.isEntity == true
          && model.dimensions[$0.dimension]?.dataset == model.dimensions[dimension]?.dataset
      }
      if rank != nil, isOfHeads { continue }
      addKey(.dimension(dimension))
    }
  }
}
