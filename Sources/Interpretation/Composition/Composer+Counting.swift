import Language
import SemanticModel
import Values

/// « combien de X »: which figure counts the things asked for, under the conditions put on them.
extension Composer {
  /// The figure that counts the members of an entity.
  func countMetric(of dimension: String) -> String? {
    guard let entity = model.dimensions[dimension] else { return nil }
    if entity.name == "customer_order" { return "orders" }
    if entity.name == "sale_line" { return "sale_lines" }
    return entity.isEntity ? rowCount(of: entity.dataset) : nil
  }

  /// « combien de vues a eu la fiche … »: a word that says nothing elsewhere is what is counted here.
  mutating func nameCountedWord() {
    guard covering.spans.allSatisfy({ $0.metric == nil }) else { return }
    for (place, span) in covering.spans.enumerated().dropLast() where span.marker == .count {
      let word = covering.spans[place + 1]
      guard word.marker == .filler, word.tokens.count == 1,
        Self.countOpeners.contains(utterance.tokens[span.tokens.upperBound - 1].folded),
        place + 2 == covering.spans.count || covering.spans[place + 2].marker == .stop
      else { continue }
      unusedWords.append(utterance.written(word.tokens))
    }
  }

  /// « combien de pièces de … en stock »: units of it, and not articles.
  mutating func readPieces() {
    let words: Set<String> = ["piece", "pieces", "unite", "unites", "units", "pcs"]
    for index in items.indices where items[index].span.dimension == "product" {
      let tokens = items[index].span.tokens
      guard tokens.count == 1, words.contains(utterance.tokens[tokens.lowerBound].folded),
        isMarker(index - 1, [.count, .howMuch])
      else { continue }
      let figures = items.compactMap(\.span.metric)
      let liesThere = items.contains { $0.span.meaning == .segment("in_stock") } || saysStill
      if liesThere, figures.isEmpty {
        read(index, as: .metric("stock_on_hand", .noun))
      } else if figures.isEmpty
        || figures.contains(where: { ["losses", "excess_units"].contains($0) })
      {
        // « combien de pièces et combien d'euros »: the units, also beside their value.
        read(index, as: .metric("units_sold", .weak))
      } else {
        isUsed[index] = true
      }
    }
  }

  /// "how many sales did we make", « combien de ventes »: how many times something was sold, and for no amount.
  mutating func readSalesCounted() {
    for index in items.indices where isMarker(index - 1, [.count]) {
      let tokens = items[index].span.tokens
      guard items[index].span.metric == "revenue", tokens.count == 1,
        ["sales", "ventes"].contains(utterance.tokens[tokens.lowerBound].folded),
        ["many", "de", "of"].contains(
          utterance.tokens[items[index - 1].span.tokens.upperBound - 1].folded
        )
      else { continue }
      read(index, as: .metric("orders", .noun))
    }
  }

  /// "how many suppliers, products and customers do we have": each is counted, and none is split by the others.
  mutating func readThingsCounted() {
    guard !items.contains(where: { $0.span.isPeriod || $0.span.marker == .group }) else { return }
    for start in items.indices where isMarker(start, [.count]) {
      var things: [(item: Int, metric: String)] = []
      var place = start + 1
      while items.indices.contains(place), let metric = thingCounted(place) {
        things.append((place, metric))
        place += 1
        while isMarker(place, [.and]), items.indices.contains(place + 1),
          isMarker(place + 1, [.and, .count]) || thingCounted(place + 1) != nil
        {
          place += 1
        }
        if isMarker(place, [.count]) { place += 1 }
      }
      guard things.count > 1, Set(things.map(\.metric)).count == things.count else { continue }
      for thing in things { read(thing.item, as: .metric(thing.metric, .noun)) }
      for index in start..<place where isMarker(index, [.count, .and]) { isUsed[index] = true }
    }
  }

  /// "which is our best customer and how many orders did they place?": behind the « and », one more figure.
  mutating func readCountBeside() {
    for start in items.indices where isMarker(start, [.count]) && isMarker(start - 1, [.and]) {
      guard items.indices.contains(start + 1), let name = items[start + 1].span.dimension,
        items[start + 1].isPlural, let count = countMetric(of: name),
        items[..<start].contains(where: { $0.span.dimension.map { $0 != name } ?? false }),
        items[..<start].contains(where: { [.best, .worst, .top].contains($0.span.marker) }),
        !items[..<start].indices.contains(where: { isMarker($0, [.count, .howMuch]) }),
        !items[start...].contains(where: { $0.span.marker == .group })
      else { continue }
      read(start + 1, as: .metric(count, .noun))
    }
  }

  /// The number of the things that an item names in the plural.
  private func thingCounted(_ index: Int) -> String? {
    guard let name = items[index].span.dimension, items[index].isPlural else { return nil }
    let metric =
      countMetric(of: name)
      ?? model.dimensions[name].flatMap { alias in
        model.dimensions.values.first {
          $0.isEntity && $0.dataset == alias.dataset && $0.key == alias.key
        }
        .flatMap { countMetric(of: $0.name) }
      }
    return metric == "orders" ? nil : metric
  }

  /// "how many stocktake adjustments has each user booked": the rows that the names are of.
  mutating func countRowsNamed() {
    guard query.measures.isEmpty, query.rollup == nil, rank == nil, asksHowMany,
      !query.keys.isEmpty,
      query.keys.allSatisfy({ $0.dimension != nil }),
      let home = query.filters.compactMap({ $0.dimension })
        .compactMap({ model.dimensions[$0]?.dataset }).first,
      query.keys.allSatisfy({ key in
        key.dimension.flatMap { model.dimensions[$0] }.map { $0.dataset == home && !$0.isEntity }
          ?? false
      }),
      let count = rowCount(of: home)
    else { return }
    query.measures = [Measure(count)]
  }

  private var namesOneProduct: Bool { query.filters.contains { $0.namesOne("product") } }

  /// « on a encore », "do we still have".
  private var saysStill: Bool {
    utterance.tokens.contains {
      ["encore", "reste", "restent", "still", "left"].contains($0.folded)
    }
  }

  private static let countOpeners: Set<String> = ["de", "d'", "des", "many", "of"]

  /// "which products get the most views", « quelle note moyenne donnent-ils »: with no figure of ours beside it, the word
  /// that the superlative or the mean is of is the figure that is asked for.
  mutating func nameUnknownFigure() {
    guard mentions.isEmpty, query.conditions.isEmpty, segments.isEmpty, counted == nil else {
      return
    }
    for index in items.indices {
      let isMost = isMarker(index, [.top, .bottom]) && rank?.item == index && saysMost(index)
      guard isMost || isMarker(index, [.mean]) else { continue }
      let place = covering.spans.firstIndex { $0.tokens == items[index].span.tokens } ?? 0
      let neighbours = isMost ? [1] : [1, -1]
      for step in neighbours {
        var next = place + step
        while covering.spans.indices.contains(next), covering.spans[next].marker == .stop {
          next += step
        }
        guard covering.spans.indices.contains(next), covering.spans[next].marker == .filler,
          covering.spans[next].tokens.count == 1, isWord(covering.spans[next])
        else { continue }
        unusedWords.append(utterance.written(covering.spans[next].tokens))
        return
      }
    }
  }

  /// "… per country, and how many there are", « et combien ils sont »: the number of the things beside their figures.
  mutating func countBeside() {
    guard let index = items.indices.last(where: { !isUsed[$0] && marker($0) == .count }),
      !query.measures.isEmpty
    else { return }
    if isMarker(index + 1, [.and]), let thing = countedBeside, let metric = countMetric(of: thing),
      !query.measures.contains(where: { $0.metric == metric })
    {
      // "open orders: number and total quantity per supplier"
      isUsed[index] = true
      take([.sum])
      query.measures.insert(Measure(metric), at: 0)
      return
    }
    if heads.isEmpty, !query.conditions.isEmpty, query.keys.count == 1, query.rollup == nil,
      rank == nil
    {
      // "of the orders placed in 2017, how many took more than 10 days"
      isUsed[index] = true
      query.rollup = Rollup([.count])
      return
    }
    guard index == items.count - 1 else { return }
    if !isMarker(index - 1, [.and]), query.keys.count == 1, query.rollup == nil, rank == nil {
      // "anything under its minimum? just the count"
      isUsed[index] = true
      query.rollup = Rollup([.count])
      return
    }
    guard isMarker(index - 1, [.and]),
      let thing = countedBeside, let metric = countMetric(of: thing),
      !query.measures.contains(where: { $0.metric == metric })
    else { return }
    isUsed[index] = true
    query.measures.append(Measure(metric))
  }

  /// « nb de clients classés perdus et leur CA »: the number of those that a class names, beside their figure.
  mutating func countMembers() {
    guard query.keys.isEmpty && !query.measures.isEmpty || isGrouped && query.measures.isEmpty,
      query.rollup == nil,
      let index = items.indices.first(where: { !isUsed[$0] && marker($0) == .count }),
      items.indices.contains(index + 1), let count = membersCount(of: items[index + 1].span),
      !query.measures.contains(where: { $0.metric == count })
    else { return }
    isUsed[index] = true
    query.measures.insert(Measure(count), at: 0)
  }

  /// « segments RFM », « répartition des clients en segments RFM »: how many there are in each.
  mutating func countClasses() {
    let classes = Set((heads + asides).map(\.dimension)).filter {
      model.dimensions[$0]?.computation != nil
    }
    guard query.measures.isEmpty, query.rollup == nil, rank == nil, classes.count == 1,
      let split = classes.first, let owner = owner(of: split), let things = countMetric(of: owner),
      query.keys == [.dimension(split)]
        || query.keys == [.dimension(owner)]
          && items.indices.contains(where: { isMarker($0, [.breakdown]) })
    else { return }
    query.keys = [.dimension(split)]
    query.measures = [Measure(things)]
    for (dimension, item) in heads + asides where dimension == split { isUsed[item] = true }
  }

  /// What counts the things of a class or of a part of the rows.
  private func membersCount(of span: Span) -> String? {
    if let value = span.value {
      guard model.dimensions[value.dimension]?.computation != nil else { return nil }
      return owner(of: value.dimension).flatMap(countMetric)
    }
    guard case .segment(let name) = span.meaning,
      case .rows(let dataset, _) = model.segments[name]?.scope
    else { return nil }
    return rowCount(of: dataset)
  }

  private var countedBeside: String? {
    if let head = heads.first?.dimension, !query.keys.contains(.dimension(head)) { return head }
    for name in segments {
      switch model.segments[name]?.scope {
      case .entity(let dimension, _): return dimension
      case .rows(let dataset, _):
        return model.dimensions.values.filter { $0.isEntity && $0.dataset == dataset }.map(\.name)
          .min()
      case nil: continue
      }
    }
    // "first order, last order, how many in total?": the orders that the dates are of.
    let figures = query.measures.compactMap { model.metrics[$0.metric] }
    let areDates = figures.allSatisfy { $0.unit == .date && $0.dataset == "sales" }
    return areDates && !figures.isEmpty ? "customer_order" : nil
  }

  /// « les alertes ont-elles augmenté ? »: how many there are, and not each of them.
  mutating func dropCountedKey() {
    guard query.measures.count == 1, let metric = model.metrics[query.measures[0].metric],
      metric.countsRows
    else { return }
    query.keys = query.keys.filter { key in
      key.dimension.flatMap { model.dimensions[$0] }.map {
        !$0.isEntity || $0.dataset != metric.dataset
      } ?? true
    }
  }

  func rowCount(of dataset: String) -> String? {
    let exact = model.metrics.values.filter {
      $0.dataset == dataset && $0.expression == .call("count", [])
    }
    return exact.map(\.name).min()
  }

  /// « combien de X »: rows of the entity itself, or of those its facts and thresholds leave.
  mutating func count(isShare: Bool) {
    if isShare, counted == "sale_line", query.measures.map(\.metric) == ["promotion_share"] {
      // "what share of sales came from promotions": the part has a name of its own.
      counted = nil
      heads.removeAll { $0.dimension == "sale_line" }
      return figures(isShare: false)
    }
    guard let counted, let dimension = model.dimensions[counted] else { return }
    if counted == "product", !isShare, namesOneProduct,
      mentions.contains(where: { $0.metric == "units_sold" })
    {
      // "how many Révision complète jobs did we sell": units of the one that is named.
      self.counted = nil
      heads.removeAll { $0.dimension == counted }
      query.measures = [Measure("units_sold")]
      return figures(isShare: isShare)
    }
    if dimension.computation != nil, let owner = owner(of: counted),
      let things = countMetric(of: owner), items.contains(where: { $0.span.dimension == owner })
    {
      // "how many A, B and C products": the products of each class.
      query.keys = [.dimension(counted)]
      query.measures = [Measure(things)]
      return
    }
    // « combien de remise en moyenne »: how much of it, not how many different ones.
    if has(.mean), !dimension.isEntity { penalty += 0.3 }
    if countsGroups(of: counted) { return }
    let rest = heads.map(\.dimension).filter { $0 != counted }
    for dimension in rest { addKey(.dimension(dimension)) }
    for (dimension, item) in asides
    where model.dimensions[dimension]?.isEntity == false
      && (items[item].isPlural || model.dimensions[dimension]?.computation != nil)
    {
      addKey(.dimension(dimension))
    }
    let others = query.measures
    if has(.mean),
      let other = (heads + asides).map(\.dimension).first(where: {
        $0 != counted && model.dimensions[$0]?.isEntity == true
      }),
      let above = countMetric(of: counted), let below = countMetric(of: other)
    {
      if let ratio = ratio(above, below) {
        take([.mean])
        query.measures = [Measure(ratio)]
        query.keys.removeAll { $0 == .dimension(other) }
        return
      }
      if let distinct = factCount(of: counted), below == "orders" || other == "customer" {
        // "how many different products are there in one order, on average?"
        take([.mean])
        query.measures = [Measure(distinct)]
        query.keys = [.dimension(other)]
        query.rollup = Rollup([.mean])
        return
      }
    }
    let place = heads.first { $0.dimension == counted }?.item ?? -1
    let verbs = mentions.filter {
      ($0.role == .verb || isHad($0)) && $0.item > place && !isAskedOnTop($0.item)
    }
    if let own = ownCount(of: counted, among: others) {
      query.measures = [own] + rowsBehind(own, counted)
      return
    }
    // « répartition des clients en segments »: shares of all of them, by what they are split by.
    let isSplit =
      isShare && query.filters.isEmpty && query.keys.contains { $0 != .dimension(counted) }
    let needsGroups =
      !query.conditions.isEmpty || (!verbs.isEmpty && others.count == verbs.count)
      || isShare && !isSplit
    if !needsGroups, let metric = countMetric(of: counted), canCount(metric) {
      query.measures = [Measure(metric)] + others.filter { $0.metric != metric }
      return
    }
    if !needsGroups, query.period == nil { penalty += 0.6 }
    query.keys.append(.dimension(counted))
    if query.measures.isEmpty {
      query.measures =
        query.conditions.isEmpty
        ? [Measure(factMetric(of: counted))] : [query.conditions[0].measure]
    }
    query.rollup = Rollup(
      [isShare ? .shareOfCount : .count],
      over: query.keys.count > 1 ? .dimension(counted) : nil
    )
    requireSome(of: verbs)
    let countsTwice = items.count { $0.span.marker == .count } > 1
    if !isShare, verbs.isEmpty,
      mentions.contains(where: { $0.role == .noun && !isHad($0) || isAskedOnTop($0.item) })
        || sumsUp
        || countsTwice && others.isEmpty
    {
      query.rollup?.functions.append(.sum)
    }
    if isShare, query.conditions.isEmpty, !query.filters.isEmpty { shareOfMembers(counted) }
  }

  /// « combien d'anomalies, et sur combien de produits », « combien de clients et de commandes »: the rows, and how many things they are
  /// about, whichever is said first.
  private mutating func countsGroups(of counted: String) -> Bool {
    let counts = items.indices.filter { isMarker($0, [.count]) }
    let place = heads.first { $0.dimension == counted }?.item ?? -1
    guard query.conditions.isEmpty, rank == nil,
      let (thing, item) = (heads + asides).first(where: { thing, item in
        thing != counted && model.dimensions[thing]?.isEntity == true
          && (counts.count == 2
            ? item == counts[1] + 1
            : counts.count == 1 && query.keys.isEmpty && query.measures.isEmpty
              && item == place + 2 && isMarker(item - 1, [.and]))
      }),
      let (rows, things) = [(counted, thing), (thing, counted)].first(where: counts(_:by:)),
      let metric = countMetric(of: rows)
    else { return false }
    isUsed[item] = true
    if counts.count == 2 { isUsed[counts[1]] = true }
    query.keys = [.dimension(things)]
    query.measures = [Measure(metric)]
    query.rollup = Rollup([.count, .sum])
    return true
  }

  /// Whether the rows of a thing can be counted for each of another one.
  private func counts(_ rows: String, by thing: String) -> Bool {
    guard let metric = countMetric(of: rows), canCount(metric) else { return false }
    return model.datasets(ofMetric: metric).allSatisfy {
      reaches($0, model.dimensions[thing]?.dataset ?? "")
    }
  }

  /// "…, and how much cash is tied up in them": asked besides the number.
  private func isAskedOnTop(_ item: Int) -> Bool {
    isMarker(item - 1, [.and])
      || isMarker(item - 2, [.and]) && isMarker(item - 1, [.howMuch, .count])
  }

  /// "how many orders were cancelled": a figure that counts rows of the thing itself is the answer.
  func ownCount(of dimension: String, among measures: [Measure]) -> Measure? {
    guard query.conditions.isEmpty, measures.count == 1,
      let metric = model.metrics[measures[0].metric],
      metric.unit == .count, let home = model.dimensions[dimension]?.dataset
    else { return nil }
    return metric.dataset == home ? measures[0] : nil
  }

  /// « combien d'unités …, sur combien de commandes »: the number of the rows that the units are of, where it is asked.
  private func rowsBehind(_ measure: Measure, _ counted: String) -> [Measure] {
    let counts = items.indices.filter { isMarker($0, [.count]) }
    guard counts.count > 1, let last = counts.last, items.indices.contains(last + 1),
      items[last + 1].span.thing == counted, let metric = model.metrics[measure.metric],
      case .call("sum", let inner) = metric.expression,
      case .call("if", let parts)? = inner.first, parts.count == 3, parts[1] != .number(1)
    else { return [] }
    let rows = Expression.call("sum", [.call("if", [parts[0], .number(1), parts[2]])])
    let partner = model.metrics.values.filter {
      $0.dataset == metric.dataset && $0.expression == rows
    }
    return partner.map(\.name).min().map { [Measure($0)] } ?? []
  }

  /// The entity's own rows can be counted unless a period or a fact's filter speaks of what happened to them.
  func canCount(_ metric: String) -> Bool {
    guard let dataset = model.metrics[metric]?.dataset, let home = model.datasets[dataset] else {
      return false
    }
    if home.kind == .entity, let period = query.period, period.start != nil || period.end != nil {
      return false
    }
    return query.filters.allSatisfy { filter in
      guard let dimension = filter.dimension.flatMap({ model.dimensions[$0] }) else { return true }
      return dimension.overrides[dataset] != nil
        || (try? model.joinPath(from: dataset, to: dimension.dataset)) != nil
    }
      && query.keys.allSatisfy { key in
        switch key {
        case .time: return home.kind != .entity
        case .dimension(let name):
          guard let dimension = model.dimensions[name] else { return false }
          return dimension.overrides[dataset] != nil
            || (try? model.joinPath(from: dataset, to: dimension.dataset)) != nil
        }
      }
  }

  func factMetric(of dimension: String) -> String {
    let places = ["warehouse", "warehouse_city", "location"]
    let isPlaced =
      query.keys.contains {
        if case .dimension(let name) = $0 { places.contains(name) } else { false }
      }
      || query.filters.contains { $0.dimension.map { places.contains($0) } ?? false }
    return isPlaced || model.dimensions[dimension]?.dataset == "warehouses"
      ? "stock_on_hand" : "units_sold"
  }

  /// « part des clients du segment X »: members that pass the filters, of all members.
  mutating func shareOfMembers(_ dimension: String) {
    guard let metric = countMetric(of: dimension) else { return }
    var measure = Measure(metric)
    measure.filters = query.filters
    measure.display = .share
    query.filters = []
    query.measures = [measure]
    query.keys.removeAll { $0 == .dimension(dimension) }
    query.rollup = nil
  }

  /// The thing a figure is usually told of.
  func entity(of metric: String) -> String {
    let datasets = model.datasets(ofMetric: metric)
    if datasets.contains(where: { ["suppliers"].contains($0) }) { return "supplier" }
    if datasets.contains("customer_orders") { return "customer_order" }
    if datasets.contains("purchase_orders") { return "supplier" }
    return "product"
  }
}
