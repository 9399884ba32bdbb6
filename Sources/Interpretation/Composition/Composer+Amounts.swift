import Language
import SemanticModel
import Values

/// Money, units and rates of what is named: « le montant des retours », "sales, in units", « avec quel taux ».
extension Composer {
  /// « combien de commandes, et pour quel montant ? »: the money behind what is counted.
  mutating func addAmounts() {
    for index in items.indices where asksAmount(index) && isMarker(index - 1, [.and]) {
      let next = items.indices.contains(index + 1) ? items[index + 1].span.metric : nil
      guard next == nil, !items[index...].contains(where: { isMoney($0.span.metric) }) else {
        continue
      }
      // « quels produits dorment, et pour quelle valeur »: what lies there, not what was sold.
      let dataset =
        counted.flatMap { model.dimensions[$0]?.dataset } ?? mentions.first.flatMap {
          model.metrics[$0.metric]?.dataset
        } ?? ""
      let money =
        moneyOfCondition ?? model.datasets[dataset]?.money
        ?? (liesInStock ? "stock_value" : "revenue")
      // « combien vendues …, et pour quel montant »: what stands before is asked as well.
      if let partner = mentions.lastIndex(where: { $0.item < index && $0.role != .noun }) {
        mentions[partner] = Mention(
          metric: mentions[partner].metric,
          role: .noun,
          item: mentions[partner].item
        )
      }
      mentions.append(Mention(metric: money, role: .noun, item: index))
      isUsed[index] = true
      isUsed[index - 1] = true
    }
  }

  /// "in dollars", « en valeur »: what is told is money.
  var saysInMoney: Bool {
    let words = utterance.tokens.map(\.folded)
    return zip(words, words.dropFirst()).contains { before, word in
      ["en", "in"].contains(before) && Self.moneyWords.contains(word)
    }
  }

  private static let moneyWords: Set<String> = [
    "dollars", "dollar", "euros", "euro", "francs", "fcfa", "cfa", "pounds", "livres", "valeur",
    "value", "argent", "money",
  ]

  /// "from whom did we buy most, in dollars": a number of units is no answer.
  mutating func weighMoney() {
    guard saysInMoney || saysForHowMuch, !query.measures.isEmpty,
      query.measures.allSatisfy({ model.metrics[$0.metric]?.unit == .count })
    else { return }
    if query.measures.map(\.metric) == ["units_sold"], mentions.allSatisfy({ $0.role != .noun }) {
      // « quel jour vend-on le moins en valeur »: what a verb sells.
      query.measures[0].metric = "revenue"
      return
    }
    penalty += 0.5
  }

  /// "and how much", « et combien » of things picked by their money.
  private func asksAmount(_ index: Int) -> Bool {
    if marker(index) == .howMuch || saysWorth(index) { return true }
    return marker(index) == .count && index == items.count - 1 && isUsed[index]
      && moneyOfCondition != nil
  }

  /// "…, how many and what's it worth": asked at the end, on top of a number.
  private func saysWorth(_ index: Int) -> Bool {
    index == items.count - 1 && isMarker(index, [.atCost]) && !isUsed[index]
      && items[..<index].indices.contains { isMarker($0, [.count, .and]) }
      && ["worth", "vaut", "valent"].contains(
        utterance.tokens[items[index].span.tokens.upperBound - 1].folded
      )
  }

  /// The money that things are picked by: "which products do we lose money on, and how much?" asks for the loss.
  private var moneyOfCondition: String? {
    let figures = segments.flatMap { name -> [String] in
      guard case .entity(_, let condition) = model.segments[name]?.scope else { return [] }
      return condition.allNames.compactMap(\.last)
    }
    return (query.conditions.map(\.measure.metric) + figures).first { isMoney($0) }
  }

  private func isMoney(_ metric: String?) -> Bool {
    metric.map { model.metrics[$0]?.unit == .currency } ?? false
  }

  /// Whether goods are spoken of as they lie there: dormant, too many, in stock.
  var liesInStock: Bool {
    let lying: Set<String> = ["dormant", "overstocked", "in_stock"]
    return segments.contains { lying.contains($0) }
  }

  /// « taux de rejet à la réception », "margin rate": an amount beside the word for a rate is the rate.
  mutating func mergeRateWords() {
    leavePercentOfRates()
    for index in items.indices where marker(index) == .share {
      // "in $ and as avg %"
      let isMean = isMarker(index - 1, [.mean])
      guard isMarker(isMean ? index - 2 : index - 1, [.and]) else { continue }
      // « marge brute en euros et en % »: of a figure with a rate of its own, the rate.
      guard saysPercent(index),
        let last = mentions.last(where: { $0.item < index && $0.role != .weak }),
        isMoney(last.metric), items[(last.item + 1)..<index].allSatisfy(saysOnlyWhen),
        let rate = rate(of: last.metric),
        items[(index + 1)...].allSatisfy({ $0.span.metric == nil })
      else { continue }
      for used in (isMean ? index - 2 : index - 1)...index { isUsed[used] = true }
      mentions.append(Mention(metric: rate, role: .noun, item: index))
    }
    for index in items.indices where marker(index) == .rate && !isUsed[index] {
      if isAskedBeside(index), let last = mentions.last(where: { $0.item < index }),
        let rate = rate(of: last.metric), !mentions.contains(where: { $0.metric == rate })
      {
        // « … a rapporté le plus de marge, et avec quel taux ? »
        isUsed[index] = true
        mentions.append(Mention(metric: rate, role: .noun, item: index))
        continue
      }
      guard
        let place = mentions.firstIndex(where: {
          ($0.item == index + 1 && items[$0.item].followsPreposition)
            || ($0.item == index - 1
              && items[$0.item].span.tokens.upperBound == items[index].span.tokens.lowerBound)
        }), let rate = rate(of: mentions[place].metric)
      else { continue }
      isUsed[index] = true
      mentions[place] = Mention(metric: rate, role: .noun, item: mentions[place].item)
    }
  }

  /// « rapportent le plus, en pourcentage … le taux de marge », « (en taux de rejet) »: an amount and how it is to be told is the rate.
  private mutating func leavePercentOfRates() {
    guard let rated = mentions.first(where: { model.metrics[$0.metric]?.unit == .percent }) else {
      return tellLastAsRate()
    }
    if let share = items.indices.first(where: { index in
      !isUsed[index] && isMarker(index, [.share]) && saysPercent(index) && !saysPart(index)
    }) {
      isUsed[share] = true
      mentions = mentions.filter { rate(of: $0.metric) != rated.metric || $0.role == .noun }
    } else if isBracketed(rated.item) {
      mentions = mentions.filter { rate(of: $0.metric) != rated.metric }
    }
  }

  /// "how much of what they deliver we reject (as a percentage)": the rate of the amount named last.
  private mutating func tellLastAsRate() {
    guard
      let share = items.indices.last(where: {
        !isUsed[$0] && isMarker($0, [.share]) && saysPercent($0) && !saysPart($0)
      }), isBracketed(share),
      let amount = mentions.last(where: { $0.item < share && rate(of: $0.metric) != nil }),
      let rate = rate(of: amount.metric), model.metrics[rate]?.unit == .percent
    else { return }
    isUsed[share] = true
    let home = model.metrics[amount.metric]?.dataset
    mentions = mentions.filter {
      $0.metric != amount.metric
        && ($0.item > share || model.metrics[$0.metric]?.dataset != home && $0.role == .noun)
    }
    mentions.append(Mention(metric: rate, role: .noun, item: amount.item))
  }

  /// "what percentage of": a part is asked for.
  func saysPart(_ index: Int) -> Bool {
    let end = items[index].span.tokens.upperBound
    let next = utterance.tokens.indices.contains(end) ? utterance.tokens[end].folded : ""
    let last = utterance.tokens[end - 1].folded
    return ["of", "de", "des", "du", "d'"].contains(next) || ["of", "de", "des"].contains(last)
  }

  /// « (en taux de rejet) »: how the figure before is to be told.
  private func isBracketed(_ item: Int) -> Bool {
    let start = items[item].span.tokens.lowerBound
    let before = utterance.tokens[max(0, start - 2)..<start].map(\.folded)
    return before.last == "("
      || before.first == "(" && ["en", "in", "by", "as"].contains(before.last)
  }

  /// « marge en 2025, en euros et en % »: times, commas and the money itself may stand between.
  private func saysOnlyWhen(_ item: Item) -> Bool {
    item.span.isPeriod || [.and, .mean, .group].contains(item.span.marker)
      || item.span.dimension != nil && item.span.role != .weak
      || item.span.metric == "revenue" && item.span.role == .weak
  }

  func saysPercent(_ index: Int) -> Bool {
    let words: Set<String> = ["%", "pourcentage", "pourcent", "percent", "percentage"]
    let last = items[index].span.tokens.upperBound - 1
    return words.contains(utterance.tokens[last].folded)
  }

  /// Behind « et » and with nothing behind it: asked on top of the rest.
  private func isAskedBeside(_ index: Int) -> Bool {
    items[(index + 1)...].allSatisfy { $0.span.metric == nil }
      && (isMarker(index - 1, [.and])
        || isMarker(index - 2, [.and]) && isMarker(index - 1, [.list]))
  }

  /// « quel montant avons-nous perdu en casse »: the money of what is counted.
  mutating func tellInMoney() {
    guard items.indices.contains(where: { marker($0) == .howMuch && saysMoney($0) }),
      !mentions.isEmpty, mentions.allSatisfy({ model.metrics[$0.metric]?.unit == .count })
    else { return }
    for place in mentions.indices {
      guard mentions[place].role != .noun || part(countedBy: mentions[place].metric) != nil,
        let money = takeMoney(ofCounted: mentions[place].metric)
      else {
        penalty += 0.5
        continue
      }
      mentions[place] = Mention(metric: money, role: .noun, item: mentions[place].item)
    }
  }

  /// "how much has Adrian Barton bought from us": for what money, not how many times.
  mutating func tellWhatWasBought() {
    guard items.indices.contains(where: { isMarker($0, [.howMuch]) }) else { return }
    let stems = ["bought", "buy", "purchas", "achet"]
    mentions = mentions.map { mention in
      let words = utterance.tokens[items[mention.item].span.tokens].map(\.folded)
      guard mention.metric == "orders", mention.role == .verb,
        words.contains(where: { word in stems.contains { word.hasPrefix($0) } })
      else { return mention }
      return Mention(metric: "revenue", role: .verb, item: mention.item)
    }
  }

  /// « combien d'unités doivent encore arriver »: what the verb counts, and no sales.
  mutating func tellVerbInUnits() {
    guard let units = mentions.firstIndex(where: isBareUnits),
      isMarker(mentions[units].item - 1, [.count, .howMuch]),
      let verb = mentions.first(where: { $0.role == .verb && $0.item > mentions[units].item }),
      model.metrics[verb.metric]?.unit == .count,
      !model.datasets(ofMetric: verb.metric).contains("sales")
    else { return }
    mentions.remove(at: units)
  }

  /// "how many units did we lose to breakage": the loss, in units.
  mutating func tellLossInUnits() {
    guard let units = mentions.firstIndex(where: isBareUnits),
      let loss = mentions.firstIndex(where: { $0.metric == "loss_value" && $0.role == .verb }),
      isMarker(mentions[units].item - 1, [.count, .howMuch])
    else { return }
    mentions[loss] = Mention(metric: "losses", role: .noun, item: mentions[loss].item)
    mentions.remove(at: units)
  }

  /// "suncare sales this summer, units": the sales are told in units.
  mutating func tellInUnits() {
    guard let last = items.indices.last, items[last].span.metric == "units_sold",
      items[last].span.role == .weak, isMarker(last - 1, [.and]),
      let place = mentions.firstIndex(where: { $0.metric == "revenue" && saysSales($0.item) })
    else { return }
    mentions[place] = Mention(metric: "units_sold", role: .noun, item: mentions[place].item)
  }

  /// "how much of the revenue comes from …": the part of it.
  mutating func readHowMuchOf() {
    let sources: Set<String> = ["comes", "come", "came", "from", "vient", "viennent", "provient"]
    guard utterance.tokens.contains(where: { sources.contains($0.folded) }) else { return }
    for index in items.indices.dropLast() where isMarker(index, [.howMuch]) {
      let end = items[index].span.tokens.upperBound
      guard items[index + 1].span.metric != nil, end < utterance.tokens.count,
        utterance.tokens[end].folded == "of" || utterance.tokens[end - 1].folded == "of"
      else { continue }
      read(index, as: .marker(.share))
    }
  }

  /// « combien vend-on, en euros »: the money alone, not the units beside it.
  mutating func tellSalesInMoney() {
    guard saysInMoney, mentions.contains(where: { $0.metric == "revenue" && $0.role == .weak })
    else { return }
    mentions.removeAll { $0.metric == "units_sold" && $0.role == .verb }
  }

  private func saysSales(_ index: Int) -> Bool {
    let tokens = items[index].span.tokens
    return tokens.count == 1
      && ["sales", "sale", "ventes", "vente"].contains(utterance.tokens[tokens.lowerBound].folded)
  }

  /// « stock qui dort …, ça fait combien d'argent »: the value of what lies there.
  mutating func valueStock() {
    let asksMoney =
      mentions.contains { $0.metric == "revenue" && $0.role == .weak }
      || items.indices.contains { !isUsed[$0] && marker($0) == .howMuch && saysMoney($0) }
    guard asksMoney, liesInStock || namesValueOfStock,
      mentions.contains(where: { $0.metric == "stock_on_hand" }) || saysValueOfLying,
      mentions.allSatisfy({ $0.metric == "stock_on_hand" || $0.metric == "revenue" })
    else { return }
    let isBeside = mentions.first.map { stock in
      stock.metric == "stock_on_hand" && saysUnits(stock.item)
        && items.indices.contains { isMarker($0, [.and]) && $0 > stock.item }
    }
    if isBeside == true, let last = items.indices.last {
      // "units on hand per warehouse, and what it's worth": both.
      take([.howMuch])
      mentions = [
        Mention(metric: "stock_on_hand", role: .noun, item: mentions[0].item),
        Mention(metric: "stock_value", role: .noun, item: last),
      ]
      return
    }
    take([.howMuch])
    let stock = mentions.filter { $0.metric == "stock_on_hand" }
    mentions = (stock.isEmpty ? mentions : stock).map {
      Mention(metric: "stock_value", role: .noun, item: $0.item)
    }
  }

  private func saysUnits(_ item: Int) -> Bool {
    items[item].span.tokens.contains {
      ["units", "unites", "pieces", "quantity", "quantite", "qty", "qte"].contains(
        utterance.tokens[$0].folded
      )
    }
  }

  /// « stock dormant depuis 60 jours, valeur par article »: the worth of what lies there, no sales of it.
  private var saysValueOfLying: Bool {
    guard liesInStock, mentions.count == 1, let only = mentions.first, only.role == .weak else {
      return false
    }
    let word = utterance.tokens[items[only.item].span.tokens.upperBound - 1].folded
    return ["valeur", "value", "worth", "argent", "cash", "money", "montant"].contains(word)
  }

  /// « la valeur totale de notre stock »: the stock stands behind the word for money, and belongs to it.
  private var namesValueOfStock: Bool {
    guard let money = mentions.first(where: { $0.metric == "revenue" && $0.role == .weak }),
      let stock = mentions.first(where: { $0.metric == "stock_on_hand" && $0.item > money.item })
    else { return false }
    return items[stock.item].followsPreposition
      && (money.item + 1..<stock.item).allSatisfy { isMarker($0, [.sum]) }
  }

  /// « comment X se répartit entre les entrepôts, en unités et en valeur »: what lies in them, where only units and
  /// value are said.
  mutating func tellWhatLiesInWarehouses() {
    let lies = items.contains { $0.span.value?.dimension == "warehouse" }
    guard query.keys == [.dimension("warehouse")] || lies, !mentions.isEmpty,
      mentions.allSatisfy({ isPlainUnit($0) })
    else { return }
    mentions = mentions.map {
      let figure = $0.metric == "units_sold" ? "stock_on_hand" : "stock_value"
      return Mention(metric: figure, role: .noun, item: $0.item)
    }
  }

  private func isPlainUnit(_ mention: Mention) -> Bool {
    let words: Set<String> = [
      "unite", "unites", "units", "unit", "pieces", "valeur", "value", "quantite", "quantites",
      "quantity", "qte", "qty",
    ]
    let tokens = items[mention.item].span.tokens
    return tokens.count == 1 && words.contains(utterance.tokens[tokens.lowerBound].folded)
      && ["units_sold", "revenue"].contains(mention.metric)
  }

  private func saysMoney(_ index: Int) -> Bool {
    let words: Set<String> = [
      "argent", "valeur", "montant", "somme", "money", "value", "amount", "pognon", "fric", "thune",
      "thunes", "sous", "cash", "dough", "dosh",
    ]
    return items[index].span.tokens.contains { words.contains(utterance.tokens[$0].folded) }
  }

  /// The money of what a figure counts, told of those rows alone: the amount of late orders is that of the late ones.
  private mutating func takeMoney(ofCounted metric: String) -> String? {
    guard let dataset = model.metrics[metric]?.dataset, let money = model.datasets[dataset]?.money
    else { return nil }
    if let part = part(countedBy: metric) { query.filters.append(part) }
    return money
  }

  /// « la casse ça nous a coûté combien »: what is lost, in money.
  mutating func mergeCosts() {
    guard
      let cost = mentions.firstIndex(where: {
        ["product_cost", "cost_amount"].contains($0.metric) && $0.role != .noun
      }),
      let things = mentions.firstIndex(where: {
        model.metrics[$0.metric]?.unit == .count && $0.role == .noun
      }),
      model.metrics[mentions[things].metric]?.dataset != "sales",
      let money = takeMoney(ofCounted: mentions[things].metric)
    else { return }
    let counted = mentions[things].metric
    for place in mentions.indices where mentions[place].metric == counted {
      mentions[place] = Mention(metric: money, role: .noun, item: mentions[place].item)
    }
    mentions.remove(at: cost)
  }

  /// « le montant des retours », "total value of the orders": money of what is counted, not both.
  mutating func mergeAmounts() {
    for place in mentions.indices.dropLast().reversed() {
      let (amount, things) = (mentions[place], mentions[place + 1])
      guard amount.role == .weak || part(countedBy: things.metric) != nil,
        amount.metric == "revenue", things.role == .noun,
        things.item == amount.item + 1, items[things.item].followsPreposition,
        model.metrics[things.metric]?.unit == .count,
        let money = takeMoney(ofCounted: things.metric)
      else { continue }
      mentions[place] = Mention(metric: money, role: .noun, item: things.item)
      mentions.remove(at: place + 1)
    }
  }

  private func isBareUnits(_ mention: Mention) -> Bool {
    mention.metric == "units_sold" && mention.role == .weak
  }

  /// « acheté …, en montant et en nombre de commandes fournisseur »: the money of what is spoken of.
  mutating func adoptMoney() {
    guard let place = mentions.firstIndex(where: { $0.metric == "revenue" && $0.role == .weak })
    else { return }
    let others = Set(
      mentions.filter { $0.metric != "revenue" && !isBareUnits($0) }.compactMap {
        model.metrics[$0.metric]?.dataset
      }
    )
    guard others.count == 1, let dataset = others.first, dataset != "sales",
      let money = model.datasets[dataset]?.money, money != "revenue"
    else { return }
    if let quantity = model.datasets[dataset]?.quantity,
      // « au coût » puts the value beside the units by itself.
      !has(.atCost), !has(.atPrice), let units = mentions.firstIndex(where: isBareUnits)
    {
      // « achats …, en valeur et en quantité ».
      mentions[units] = Mention(metric: quantity, role: .noun, item: mentions[units].item)
    }
    if mentions.contains(where: { $0.metric == money }) {
      let verb = mentions.firstIndex { $0.metric == money } ?? place
      mentions[verb] = Mention(metric: money, role: .noun, item: mentions[verb].item)
      mentions.remove(at: place)
    } else {
      mentions[place] = Mention(metric: money, role: .noun, item: mentions[place].item)
    }
  }
}
