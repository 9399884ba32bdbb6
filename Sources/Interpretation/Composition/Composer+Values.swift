import Language
import SemanticModel
import ValueIndex
import Values

/// Names of the data as filters: « chez Dupont », "Furniture and Technology", « hors Paris ».
extension Composer {
  mutating func findMentions() {
    for index in items.indices where !isUsed[index] {
      guard case .metric(let name, let role) = items[index].span.meaning else { continue }
      mentions.append(Mention(metric: name, role: role, item: index))
      isUsed[index] = true
    }
    mergeRateWords()
    addAmounts()
    mergeAmounts()
    addOpposites()
    for mention in mentions where mention.role == .weak && isMarker(mention.item - 1, [.list]) {
      penalty += 0.4
    }
    // « le montant d'une commande »: the thing, not how many there are.
    for mention in mentions where isIndefinite(mention.item) {
      if model.metrics[mention.metric]?.unit == .count { penalty += 0.5 }
    }
    for mention in mentions where isListedKind(mention) { penalty += 0.9 }
    mergeRatios()
    rankGrowth()
    dropEchoes()
  }

  /// "storage, shipping, fees": one of a list of kinds is a kind, not a figure of its own.
  private func isListedKind(_ mention: Mention) -> Bool {
    let dataset = model.metrics[mention.metric]?.dataset
    return [(-1, -2), (1, 2)].contains { and, beyond in
      guard isMarker(mention.item + and, [.and]), items.indices.contains(mention.item + beyond),
        let value = items[mention.item + beyond].span.value
      else { return false }
      return model.dimensions[value.dimension]?.dataset == dataset && dataset != nil
    }
  }

  private func isIndefinite(_ item: Int) -> Bool {
    let start = items[item].span.tokens.lowerBound
    let articles: Set<String> = ["une", "un", "a", "an"]
    return start > 0 && articles.contains(utterance.tokens[start - 1].folded)
      && !items[item].isPlural
  }

  /// « combien de commandes, et pour quel montant ? »: the money behind what is counted.
  private mutating func addAmounts() {
    for index in items.indices where marker(index) == .howMuch && isMarker(index - 1, [.and]) {
      let next = items.indices.contains(index + 1) ? items[index + 1].span.metric : nil
      guard next == nil else { continue }
      let dataset =
        counted.flatMap { model.dimensions[$0]?.dataset } ?? mentions.first.flatMap {
          model.metrics[$0.metric]?.dataset
        } ?? ""
      let money = model.datasets[dataset]?.money ?? "revenue"
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

  /// « taux de rejet à la réception », "margin rate": an amount beside the word for a rate is the rate.
  private mutating func mergeRateWords() {
    for index in items.indices where marker(index) == .rate && !isUsed[index] {
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

  /// « le montant des retours », "total value of the orders": money of what is counted, not both.
  private mutating func mergeAmounts() {
    for place in mentions.indices.dropLast().reversed() {
      let (amount, things) = (mentions[place], mentions[place + 1])
      guard amount.role == .weak, amount.metric == "revenue", things.role == .noun,
        things.item == amount.item + 1, items[things.item].followsPreposition,
        let metric = model.metrics[things.metric], metric.unit == .count,
        let dataset = metric.dataset, let money = model.datasets[dataset]?.money
      else { continue }
      mentions[place] = Mention(metric: money, role: .noun, item: things.item)
      mentions.remove(at: place + 1)
    }
  }

  /// « la première et la dernière commande », "first and last sale": both ends of the dates.
  private mutating func addOpposites() {
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
        !((isGrowth || names[mention.item].span.entity != nil) && all.contains { $0.role == .noun })
      case .verb:
        !hasNoun || isJoined(mention.item) || asksAnew(mention.item)
          || has(.share) && !generic.contains(mention.metric)
      case .weak:
        isJoined(mention.item) && !repeatsRanked(mention, among: all)
          || !all.contains { $0.role != .weak && (hasNoun || abs($0.item - mention.item) <= 2) }
      }
    }
  }

  /// « dont il reste le moins, avec la quantité »: the figure ranked by, said again.
  private func repeatsRanked(_ mention: Mention, among all: [Mention]) -> Bool {
    all.contains { other in
      (other.role == .top || other.role == .bottom)
        && model.metrics[other.metric]?.unit == model.metrics[mention.metric]?.unit
    }
  }

  /// "…, how much has he spent": a verb with a question word of its own, or with one behind it.
  private func asksAnew(_ index: Int) -> Bool {
    let asks: Set<Marker> = [.howMuch, .count, .when]
    if isMarker(index - 1, asks), isMarker(index - 2, [.and]) || index == 1 { return true }
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

  mutating func findValues() {
    var byDimension: [(dimension: String, negated: Bool, readings: [(ValueReading, Int)])] = []
    for index in items.indices where !isUsed[index] {
      guard var reading = items[index].span.value else { continue }
      isUsed[index] = true
      penalty += strangeness(of: reading.dimension, item: index)
      let negated = takeNegation(before: index) || isNegatedList(index)
      if negated, model.dimensions[reading.dimension]?.valueWords.isEmpty == false {
        penalty += 0.3
      }
      if let destination = destination(of: reading, item: index) {
        query.filters.append(
          .values(dimension: destination, values: reading.names, negated: negated)
        )
        continue
      }
      reading = ownersOwn(reading, item: index)
      if let place = byDimension.firstIndex(where: {
        $0.dimension == reading.dimension && $0.negated == negated
      }) {
        byDimension[place].readings.append((reading, index))
      } else {
        byDimension.append((reading.dimension, negated, [(reading, index)]))
      }
    }
    for mention in mentions {
      guard let reason = items[mention.item].span.reason,
        model.dimensions[reason.dimension]?.dataset == model.metrics[mention.metric]?.dataset
      else { continue }
      if let place = byDimension.firstIndex(where: { $0.dimension == reason.dimension }) {
        byDimension[place].readings.append((reason, mention.item))
      } else {
        byDimension.append((reason.dimension, false, [(reason, mention.item)]))
      }
    }
    for group in byDimension {
      let filters = group.readings.map { filter(for: $0.0, item: $0.1, negated: group.negated) }
      query.filters.append(merge(filters, dimension: group.dimension, negated: group.negated))
      let named = Set(group.readings.map(\.0.names)).count
      // Several reasons of one loss only tell which losses: no row for each.
      let isReason = group.readings.allSatisfy { items[$0.1].span.reason != nil }
      if named > 1, !group.negated, !isReason { namedGroups.append(group.dimension) }
    }
  }

  /// « clients belges », "customers in the West": where they live, not where an order of theirs went.
  private func ownersOwn(_ reading: ValueReading, item index: Int) -> ValueReading {
    guard let dimension = model.dimensions[reading.dimension], let own = dimension.besideOwner
    else { return reading }
    // "customers based in Switzerland or Luxembourg": the whole list is theirs.
    var first = index
    while isMarker(first - 1, [.and]), items.indices.contains(first - 2),
      items[first - 2].span.value?.dimension == reading.dimension
    {
      first -= 2
    }
    guard isBeside(dimension.dataset, item: first) else { return reading }
    var owned = reading
    owned.dimension = own
    return owned
  }

  /// How much worse a name fits than one of another place: "Belgian customers" live there, « le dépôt de Lyon » stands there.
  private func strangeness(of dimension: String, item index: Int) -> Float {
    guard let home = model.dimensions[dimension]?.dataset else { return 0 }
    if isListed(dimension, at: index) { return -0.15 }
    let datasets = Set(mentions.flatMap { model.datasets(ofMetric: $0.metric) })
    if model.datasets[home]?.kind == .flow {
      if counts(home) { return -0.15 }
      if datasets.contains(home) { return -0.05 }
    }
    guard Self.places.contains(home), model.dimensions[dimension]?.isEntity == false else {
      return 0
    }
    let best = Self.places.map { kinship(of: $0, item: index) }.max() ?? 0
    return best - kinship(of: home, item: index)
  }

  /// "Switzerland or Luxembourg": the names of a list are of one kind.
  private func isListed(_ dimension: String, at index: Int) -> Bool {
    [(-1, -2), (1, 2)].contains { and, beyond in
      isMarker(index + and, [.and]) && items.indices.contains(index + beyond)
        && items[index + beyond].span.value?.dimension == dimension
    }
  }

  /// Whether the question counts the things of a table: « commandes clients annulées ».
  private func counts(_ dataset: String) -> Bool {
    let entities = model.dimensions.values.filter { $0.isEntity && $0.dataset == dataset }
    return entities.contains { entity in
      let count = countMetric(of: entity.name)
      return mentions.contains { $0.metric == count } || counted == entity.name
        || heads.contains { $0.dimension == entity.name }
    }
  }

  /// The tables whose things have an address.
  private static let places = ["customers", "warehouses", "suppliers"]

  /// How surely a name beside this item belongs to things of a table.
  ///
  /// Without a word for them the figure decides: what was sold went to customers, stock lies in warehouses.
  private func kinship(of home: String, item index: Int) -> Float {
    if isBeside(home, item: index) { return 0.45 }
    let things = items.compactMap(\.span.thing) + query.keys.compactMap(\.dimension)
    if things.contains(where: { model.dimensions[$0]?.dataset == home }) { return 0.3 }
    let datasets = Set(mentions.flatMap { model.datasets(ofMetric: $0.metric) })
    let usual: Set<String> =
      switch home {
      case "customers": ["sales", "customer_orders", "returns", "customer_debuts", "customers"]
      case "warehouses":
        ["stock", "movements", "stock_history", "product_snapshots", "product_stock", "warehouses"]
      default: ["purchase_orders", "suppliers", "costs"]
      }
    return !datasets.isEmpty && datasets.isSubset(of: usual) ? 0.2 : 0
  }

  /// Whether a thing of a table stands right beside a name, nothing but names and small words between.
  private func isBeside(_ home: String, item index: Int) -> Bool {
    [index - 2, index - 1, index + 1].contains { neighbour in
      // « la région West » names the place itself; only a thing owns it.
      guard items.indices.contains(neighbour),
        let thing = items[neighbour].span.thing ?? items[neighbour].span.value?.dimension,
        let owner = model.dimensions[thing], owner.isEntity, owner.dataset == home
      else { return false }
      return items[min(neighbour, index)...max(neighbour, index)].allSatisfy {
        $0.span.marker == nil && $0.span.metric == nil
      }
    }
  }

  /// « transférées vers Lyon », "moved to Lyon": the other end of a movement.
  private func destination(of reading: ValueReading, item index: Int) -> String? {
    let ends = ["warehouse": "counterpart_warehouse", "warehouse_city": "counterpart_city"]
    let start = items[index].span.tokens.lowerBound
    guard let end = ends[reading.dimension], model.dimensions[end] != nil,
      mentions.contains(where: { model.metrics[$0.metric]?.dataset == "movements" }),
      utterance.tokens[max(0, start - 3)..<start].contains(where: {
        ["vers", "to", "into"].contains($0.folded)
      })
        || start > 0 && utterance.tokens[start - 1].folded == "a"
          && items[max(0, index - 1)].span.value != nil
    else { return nil }
    return end
  }

  /// « hors Paris et Lyon »: the second name stands behind the same exception.
  private func isNegatedList(_ index: Int) -> Bool {
    guard marker(index - 1) == .and, index >= 3, items[index - 2].span.value != nil else {
      return false
    }
    return isMarker(index - 3, [.except, .without])
  }

  /// Several names of one dimension are one filter with all of them.
  private func merge(_ filters: [Filter], dimension: String, negated: Bool) -> Filter {
    var values: [NamedValue] = []
    for case .values(_, let more, _) in filters { values += more.filter { !values.contains($0) } }
    if values.isEmpty
      || filters.contains(where: { if case .nameMatches = $0 { true } else { false } })
    {
      return filters.count == 1
        ? filters[0] : filters.first ?? .values(dimension: dimension, values: [], negated: negated)
    }
    return .values(dimension: dimension, values: values, negated: negated)
  }

  /// The filter of a mention: one value, a group of things called by a common word, or a choice to be asked.
  mutating func filter(for reading: ValueReading, item index: Int, negated: Bool) -> Filter {
    let dimension = reading.dimension
    let written = utterance.written(items[index].span.tokens)
    if let first = reading.names.first, reading.total == 1 || reading.names.count == 1 {
      if reading.quality >= .typo { notes.append(.corrected(word: written, name: first.name)) }
      return .values(dimension: dimension, values: [first], negated: negated)
    }
    if reading.quality <= .plural {
      // Two things with the very same name stay two, whether or not it can be asked which is meant.
      if model.dimensions[dimension]?.isEntity == true {
        sharedNames.append(choice(of: reading, item: index))
      }
      return .values(dimension: dimension, values: reading.names, negated: negated)
    }
    if dimension == "product", reading.quality == .allTokens || reading.quality == .prefix {
      notes.append(.group(word: written, dimension: dimension))
      let words = reading.words.map(CanonicalWord.of).filter { !Self.links.contains($0) }
      return .nameMatches(dimension: dimension, words: words, negated: negated)
    }
    ambiguousNames.append(choice(of: reading, item: index))
    return .values(dimension: dimension, values: Array(reading.names.prefix(1)), negated: negated)
  }

  private func choice(of reading: ValueReading, item index: Int) -> Reading.NameChoice {
    Reading.NameChoice(
      words: utterance.written(items[index].span.tokens),
      tokens: items[index].span.tokens,
      dimension: reading.dimension,
      names: reading.names,
      total: reading.total
    )
  }

  private static let links: Set<String> = [
    "de", "du", "des", "la", "le", "les", "of", "the", "and", "et", "a", "d", "l",
  ]
}
