import Language
import SemanticModel
import Values

/// Ranking, shares and statistics on top of the shape.
extension Composer {
  // MARK: - Ranking

  mutating func applyRank(isGrowth: Bool, isDecline: Bool) {
    if let rank, query.rollup?.over != nil, !isGrowth, !isDecline, query.measures.count == 1 {
      // "on which weekday do we sell most on average": the folded groups are ranked.
      query.order = Order(.measure(0), descending: rank.isDescending)
      query.limit = limit ?? (isSingular ? 1 : 10)
      return
    }
    guard query.rollup == nil, !query.keys.isEmpty, !query.measures.isEmpty else {
      if isDecline || isGrowth, query.comparison == nil { penalty += 0.5 }
      if rank != nil, query.rollup == nil, query.keys.isEmpty { penalty += 0.5 }
      return
    }
    let isTop = rank?.isDescending ?? true
    if query.comparison != nil, isGrowth || isDecline {
      guard
        rank != nil || (heads.first.map { query.keys.contains(.dimension($0.dimension)) } ?? false)
      else { return }
      let order: Order.Subject = gainsOrLoses ? .difference(0) : .change(0)
      query.order = Order(order, descending: isDecline ? !isTop : isTop)
      if rank == nil, limit == nil, !isSingular {
        // « quelles catégories ont reculé »: those that did, all of them.
        query.onlyRising = !isDecline
      } else {
        query.limit = limit ?? (isSingular ? 1 : 10)
      }
      return
    }
    guard let rank else {
      if let limit { query.limit = limit }
      return
    }
    if isSeries, limit == nil, !isMarker(rank.item, [.rank]) {
      // "is it getting better? show each year": the series stays in the order of time.
      return
    }
    let better = model.metrics[query.measures[0].metric]?.better ?? .neutral
    // « fournisseur le plus lent » names its own figure: only of another one is « pire » a matter of quality.
    let isOwn = items[rank.item].span.metric == query.measures[0].metric
    let isDescending =
      rank.isQuality && !isOwn && better == .lower ? !rank.isDescending : rank.isDescending
    query.order = Order(.measure(0), descending: isDescending)
    if query.conditions.contains(where: {
      $0.measure == query.measures[0] && $0.comparison == .equal
    }) {
      // "the top rating of 5": all that have it.
      return
    }
    limitRanking()
    if let place, query.limitWithin == nil {
      query.skip = place - 1
      query.limit = 1
    }
    if !isDescending, let entity = rankedEntity, isSalesFlow(query.measures[0].metric),
      !areSold
    {
      query.population = .every(entity)
    }
  }

  /// "who is our best customer, and how many orders did they place?": what is asked behind the « and » is told of the best, and
  /// does not say which one that is.
  mutating func rankBeside() {
    guard let rank, rank.isQuality, let first = mentions.first, first.item > rank.item,
      let head = heads.first(where: { $0.item > rank.item && $0.item < first.item }),
      items[(head.item + 1)..<first.item].contains(where: { $0.span.marker == .and }),
      isMarker(first.item - 1, [.count, .howMuch, .list]),
      rankedByDefault(.dimension(head.dimension)) != first.metric
    else { return }
    let figure = rankedByDefault(.dimension(head.dimension))
    mentions.insert(Mention(metric: figure, role: .noun, item: rank.item), at: 0)
  }

  /// "gained the most units", « perdu le plus de CA »: by how much, not by what part.
  private var gainsOrLoses: Bool {
    let words: Set<String> = [
      "gained", "gain", "lost", "lose", "gagne", "gagnes", "gagnee", "perdu", "perdus", "perdue",
      "added", "add", "ajoute", "ajoutee", "ajoutes",
    ]
    return saysInMoney
      || items.indices.contains { index in
        isMarker(index, [.growth, .decline])
          && items[index].span.tokens.contains { words.contains(utterance.tokens[$0].folded) }
      }
  }

  /// One row for a singular, ten for a plural, all for « classe les régions »; within each group when grouped too.
  private mutating func limitRanking() {
    let isOrdering = rank.map { isMarker($0.item, [.rank]) } ?? false
    let isAxisOnly = heads.isEmpty && askedGrain == nil && asides.isEmpty
    if isAxisOnly, limit == nil, !query.keys.isEmpty, !hasImpliedSubject,
      !(rank.map { items[$0.item].span.role == .top || items[$0.item].span.role == .bottom }
        ?? false
        && namesProducts && query.keys == [.dimension("product")])
    {
      // « CA par région, du plus grand au plus petit »: every group, sorted.
      return
    }
    let isSorted = rank.map { isSortWord($0.item) } ?? false
    if limit == nil, let count = takeCountOfAll() { limit = count }
    let isWhole = wantsEach || wantsAll || isSorted || isOrdering || ranksFromEndToEnd
    let count = limit ?? (isWhole ? nil : isSingular ? 1 : 10)
    query.limit = count
    if heads.isEmpty, let grain = askedGrain, query.keys.count == 2, let count,
      let other = query.keys.first(where: { $0 != .time(grain) })
    {
      // "for each year, which month was best"
      query.limitWithin = other
      query.keys = [other, .time(grain)]
      query.limit = limit ?? (count > 1 && !askedGrainIsPlural ? 1 : count)
      return
    }
    guard let head = heads.first, query.keys.count == 2, count != nil,
      let other = query.keys.first(where: { $0 != .dimension(head.dimension) })
    else { return }
    if case .dimension(let name) = other,
      heads.contains(where: { $0.dimension == name })
        || asides.contains(where: { $0.dimension == name })
    {
      return
    }
    query.limitWithin = other
    query.keys = [other, .dimension(head.dimension)]
  }

  /// « du plus gros manque à gagner au plus petit »: all of them, sorted.
  private var ranksFromEndToEnd: Bool {
    guard let first = rank?.item, let end = items.indices.last(where: { $0 > first }) else {
      return false
    }
    let opposite: Marker = isMarker(first, [.top]) ? .bottom : .top
    return isMarker(first, [.top, .bottom])
      && (first + 1...end).contains { index in
        let before = items[index].span.tokens.lowerBound - 1
        return isMarker(index, [opposite])
          && ["au", "aux", "a", "to"].contains(utterance.tokens[before].folded)
      }
  }

  /// Whether the question asks for one: « quel produit », "which region", "best month".
  private var isSingular: Bool {
    if let head = heads.first { return !items[head.item].isPlural }
    if askedGrain != nil { return !askedGrainIsPlural }
    if let aside = asides.first { return !items[aside.item].isPlural }
    return false
  }

  /// A running time axis alone, which nobody asked to pick from.
  private var isSeries: Bool {
    guard query.keys.count == 1, case .time(let grain) = query.keys[0] else { return false }
    return askedGrain == nil && heads.isEmpty && !grain.isCyclic
  }

  /// "slowest first", « les plus chers d'abord »: how all of them are to be sorted.
  func isSortWord(_ index: Int) -> Bool {
    guard items.indices.contains(index), rank?.item == index else { return false }
    let end = items[index].span.tokens.upperBound
    let words = utterance.tokens[end..<min(end + 3, utterance.tokens.count)].map(\.folded)
    return words.prefix(2).contains("first") || words.contains("abord")
      || words.starts(with: ["en", "premier"]) || words.starts(with: ["en", "tete"])
  }

  /// « … pour chacun », "for each one": a pronoun, so all of them are wanted beside the first.
  private var wantsEach: Bool {
    items.indices.contains { isMarker($0, [.each]) }
      || items.indices.contains { index in
        isMarker(index, [.group])
          && (items[index + 1..<items.count].allSatisfy { $0.span.marker != nil })
      }
  }

  /// « parmi les produits vendus en 2018, les 5 qui …»: only those that were.
  private var areSold: Bool {
    items.contains { item in
      item.span.role == .verb && item.span.metric == "units_sold"
        && query.measures[0].metric != "units_sold"
    }
  }

  private var rankedEntity: String? {
    guard query.keys.count == 1, case .dimension(let name) = query.keys[0],
      model.dimensions[name]?.isEntity == true,
      ["product", "customer"].contains(name)
    else { return nil }
    return name
  }

  private func isSalesFlow(_ metric: String) -> Bool {
    model.metrics[metric]?.emptyIsZero == true && model.datasets(ofMetric: metric) == ["sales"]
  }

  // MARK: - Shares

  /// Of the total over the groups; or of the figure without the names and segments; or held by the first n.
  ///
  /// A share asked of the one ranked first (« quel fournisseur …, et quelle part ») stands beside its name.
  mutating func share(ofEach: Bool) {
    guard query.rollup == nil, !query.measures.isEmpty,
      query.measures.allSatisfy({ $0.display == .value })
    else { return }
    if shareOfOtherFigure() || shareOfParts() { return }
    if query.limit != nil, rank != nil, !query.keys.isEmpty, query.limitWithin == nil, !ofEach {
      query.rollup = Rollup([.shareOfTotal, .sum])
      return
    }
    if let condition = query.conditions.first(where: { $0.measure.display == .share }) {
      // "account for more than 10 % of revenue, and what is each one's share": shown beside each.
      query.measures = [condition.measure]
      return
    }
    if !query.conditions.isEmpty, let metric = query.measures.first, query.keys.count == 1 {
      query.measures = [metric]
      query.rollup = Rollup([
        query.conditions.contains { $0.measure == metric } ? .shareOfCount : .shareOfTotal
      ])
      return
    }
    // The part of one figure in all of it, and of another in all of that, is hardly ever one question.
    if query.measures.count > 1 { penalty += 0.3 }
    let isSplit = query.keys.contains {
      if case .dimension(let name) = $0 { !namedGroups.contains(name) } else { false }
    }
    // "what share of lighting revenue was on promotion": the rows so marked, of those named.
    let isMarked = !rowFilters.isEmpty && rowFilters.count < query.filters.count
    let numerator =
      isSplit ? rowFilters + namedPart : partFilters ?? (isMarked ? rowFilters : query.filters)
    if let rate = rateOfPart(numerator) {
      query.measures = [Measure(rate)]
      query.filters.removeAll { numerator.contains($0) }
      return
    }
    query.measures = query.measures.map { measure in
      var share = measure
      share.display = .share
      share.filters = numerator
      return share
    }
    query.filters.removeAll { numerator.contains($0) }
    leaveEmptyShares()
  }

  /// « part des ventes avec et sans remise »: parts that stand beside each other, each of the whole; a rate is no part.
  private mutating func shareOfParts() -> Bool {
    guard query.measures.count > 1, query.measures.allSatisfy({ !$0.filters.isEmpty }),
      Set(query.measures.map(\.filters)).count > 1
    else { return false }
    for index in query.measures.indices
    where model.metrics[query.measures[index].metric]?.unit != .percent {
      query.measures[index].display = .share
    }
    return true
  }

  /// "what share of revenue came from items sold on promotion": the part of a figure that has a name of its own.
  private func rateOfPart(_ numerator: [Filter]) -> String? {
    guard query.measures.count == 1, numerator.count == 1,
      case .segment(let name, _, false) = numerator[0], let rate = model.segments[name]?.rate,
      case .binary(.divide, _, .name([query.measures[0].metric]))? = model.metrics[rate]?.expression
    else { return nil }
    return rate
  }

  /// "share of orders shipped on the day": what no part is named of is all of it, and a date has no share.
  private mutating func leaveEmptyShares() {
    let promotional: Set<String> = ["promotion_units", "promotion_revenue", "promotion_share"]
    if query.measures.count == 2, query.measures[0].metric == "revenue",
      promotional.contains(query.measures[1].metric), model.metrics["promotion_share"] != nil
    {
      // "what share of revenue came from items sold on promotion": the part of it is a figure of its own.
      query.measures = [Measure("promotion_share")]
      return
    }
    let isAll = query.keys.isEmpty && query.population == .facts
    let isUntold = query.measures.contains { measure in
      let unit = model.metrics[measure.metric]?.unit
      return unit == .date || unit == .text || isAll && measure.filters.isEmpty
    }
    guard isUntold, let word = items.indices.first(where: { isMarker($0, [.share]) }) else {
      return
    }
    unusedWords.append(utterance.written(items[word].span.tokens))
  }

  /// "highest share of suspected fraud orders": what stands between the share and the figure is the part.
  private var namedPart: [Filter] {
    guard let share = items.indices.first(where: { isMarker($0, [.share]) }),
      let metric = mentions.map(\.item).first(where: { $0 > share })
    else { return [] }
    let between = items[share..<metric].compactMap(\.span.value?.dimension)
    return query.filters.filter { filter in
      filter.dimension.map { name in
        between.contains(name) && !query.keys.contains(.dimension(name))
      } ?? false
    }
  }

  /// « part de Bancontact dans le CA réalisé en Belgique »: what stands before « dans » is the part, the rest the whole.
  private var partFilters: [Filter]? {
    guard let metric = mentions.first?.item else { return nil }
    let start = items[metric].span.tokens.lowerBound
    let words = utterance.tokens[max(0, start - 3)..<start].map(\.folded)
    guard words.contains("dans") || words.contains("in") else { return nil }
    let dimensions = items[..<metric].compactMap(\.span.value?.dimension)
    let segments = items[..<metric].compactMap { item -> String? in
      if case .segment(let name) = item.span.meaning { name } else { nil }
    }
    let part = query.filters.filter { filter in
      if case .segment(let name, _, _) = filter { return segments.contains(name) }
      return filter.dimension.map { dimensions.contains($0) } ?? false
    }
    return part.isEmpty || part.count == query.filters.count ? nil : part
  }

  /// Filters that pick some of the rows of any group: discounted, promotional, at weekends.
  private var rowFilters: [Filter] {
    query.filters.filter { filter in
      switch filter {
      case .segment(let name, _, _):
        if case .rows = model.segments[name]?.scope { return true }
        return false
      case .weekdays, .hours, .compare: return true
      case .values, .nameMatches, .missing, .membership: return false
      }
    }
  }

  // MARK: - Statistics

  /// "items under their min, what we have vs the min": the level of each, no statistic.
  private mutating func showLevels() {
    let levels: [(marker: Marker, segment: String, metric: String)] = [
      (.minimum, "below_minimum", "min_stock_level"), (.maximum, "overstocked", "max_stock_level"),
    ]
    for level in levels where has(level.marker) {
      let isCompared =
        segments.contains(level.segment)
        || query.conditions.contains { $0.operand == .measure(Measure(level.metric)) }
      guard isCompared else { continue }
      take([level.marker])
      if counted == nil, !query.measures.isEmpty,
        !query.measures.contains(where: { $0.metric == level.metric })
      {
        query.measures.append(Measure(level.metric))
      }
    }
  }

  /// Minimum, mean, deviation … asked for.
  mutating func takeStatistics() -> [Rollup.Function] {
    showLevels()
    let table: [(Marker, Rollup.Function)] = [
      (.minimum, .minimum), (.maximum, .maximum), (.mean, .mean), (.median, .median),
      (.deviation, .deviation),
    ]
    var found: [(Int, Rollup.Function)] = []
    for (marker, function) in table {
      if let index = firstItem([marker]) { found.append((index, function)) }
      take([marker])
    }
    found += extremeStatistics.map { ($0.item, $0.function) }
    var functions = found.sorted { $0.0 < $1.0 }.map(\.1)
    if !functions.isEmpty, !functions.contains(.mean), namesMean { functions.append(.mean) }
    if functions.count > 1, take([.sum]) { functions.append(.sum) }
    return functions
  }

  /// "min, max and average list price": a figure called a mean, joined to other statistics of it.
  private var namesMean: Bool {
    mentions.contains { isMarker($0.item - 1, [.and]) && isCalledMean($0.item) }
  }

  /// Over the subject or the last key of the grouping; a figure that is a mean by itself stays as it is.
  mutating func applyStatistics(_ functions: [Rollup.Function]) {
    if !functions.isEmpty, query.measures.isEmpty, query.keys.count == 1, query.rollup == nil {
      // "the median value of a customer order"
      query.measures = [Measure(rankedByDefault(query.keys[0]))]
    }
    if functions == [.mean], query.measures == [Measure("discount_amount")],
      let rate = rate(of: "discount_amount")
    {
      // "what average discount did we give": the rate, not the mean of amounts.
      query.measures = [Measure(rate)]
      return
    }
    if functions == [.mean], query.measures.count == 1,
      let average = model.metrics["average_" + query.measures[0].metric]?.name
    {
      // "on average, what does it cost us to ship an order": the mean has a name of its own.
      query.measures = [Measure(average)]
      query.keys.removeAll { $0 == .dimension("customer_order") }
      return
    }
    guard !functions.isEmpty, query.rollup == nil, let first = query.measures.first else { return }
    if query.measures.count > 1 { penalty += 0.4 }
    let metric = model.metrics[first.metric]
    let isAdditive = metric?.emptyIsZero == true || isLevel(first.metric)
    if functions == [.mean], !isAdditive { return }
    if functions == [.maximum] || functions == [.minimum], rank == nil, !query.keys.isEmpty,
      !isPlainAxis
    {
      rank = (functions == [.maximum], false, 0)
      return
    }
    if first.metric == "average_basket" {
      query.measures[0] = Measure("revenue")
      addKey(.dimension("customer_order"))
      query.rollup = Rollup(
        functions,
        over: query.keys.count > 1 ? .dimension("customer_order") : nil
      )
      return
    }
    let over = statisticKey(first.metric)
    if functions == [.mean], case .dimension(let name) = over, query.keys == [over],
      model.dimensions[name]?.isEntity == false
    {
      return
    }
    if !query.keys.contains(over) { addKey(over) }
    query.rollup = Rollup(functions, over: query.keys.count > 1 ? over : nil)
  }

  /// Whether the keys were said with a group marker, so that min or max is a statistic and no ranking.
  private var isPlainAxis: Bool { items.indices.contains { isMarker($0, [.group]) } }

  private func isLevel(_ metric: String) -> Bool {
    model.datasets(ofMetric: metric) == ["stock"]
      && model.metrics[metric]?.averagesSnapshots == false
  }

  /// "average revenue of at-risk customers": the things that a class named is a class of.
  private var thingOfClass: String? {
    let classes = query.filters.compactMap { $0.dimension.flatMap { model.dimensions[$0] } }
      .filter { $0.computation != nil }
    return classes.first.flatMap { owner(of: $0.name) }
  }

  /// What a statistic runs over: an entity named, the time axis, else what the figure is usually told of.
  private func statisticKey(_ metric: String) -> Key {
    for head in heads where model.dimensions[head.dimension]?.isEntity == true {
      return .dimension(head.dimension)
    }
    let entities = query.keys.filter { key in
      if case .dimension(let name) = key { model.dimensions[name]?.isEntity == true } else { false }
    }
    if let time = query.keys.first(where: {
      if case .time(let grain) = $0 { !grain.isCyclic } else { false }
    }) {
      return time
    }
    let isOfWeekdays = query.filters.contains { if case .weekdays = $0 { true } else { false } }
    if query.keys.contains(.time(.weekday)) || isOfWeekdays && entities.isEmpty {
      return .time(.day)
    }
    if let entity = entities.first(where: { $0 == .dimension("product") }) ?? entities.first {
      return entity
    }
    for aside in asides where model.dimensions[aside.dimension]?.isEntity == true {
      return .dimension(aside.dimension)
    }
    if let thing = thingOfClass { return .dimension(thing) }
    let isNamed = query.keys.first?.dimension.map { namedGroups.contains($0) } ?? false
    if query.keys.count == 1, !isNamed, !model.datasets(ofMetric: metric).contains("stock"),
      metric != "revenue"
    {
      return query.keys[0]
    }
    if metric == "revenue" || metric == "gross_margin" { return .dimension("customer_order") }
    return .dimension(entity(of: metric))
  }
}
