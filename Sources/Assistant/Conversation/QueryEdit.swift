import Interpretation
import Language
import SemanticModel
import Values

/// Puts what a follow-up changes into the query before; everything it does not speak of stays.
struct QueryEdit {
  let model: SemanticModel
  let now: CalendarDay

  /// The query with the changes.
  func apply(_ fragment: Fragment, to before: Query, earlier: Query? = nil) -> Query {
    var before = before
    if fragment.isBoth, let earlier { before = both(before, earlier, fragment) }
    let fragment = whom(named(fragment, before), before)
    if fragment.needsFigures { before = counted(before) }
    if asksAboutThings(fragment, before), let about = about(before, fragment) { return about }
    if fragment.listsCounted, let list = listed(before) {
      return apply(fragment.withoutList, to: list)
    }
    if let best = theOne(fragment, of: before) ?? oneOfThese(fragment, before) { return best }
    var query = before
    drop(fragment, &query)
    editFigures(fragment, &query)
    editKeys(fragment, &query)
    for filter in fragment.filters {
      let known = fitting(filter, before)
      if fragment.dropsNamed {
        lift(known, &query)
        continue
      }
      put(
        fragment.excludes ? known.denied : known,
        into: &query,
        besides: fragment.adds || fragment.excludes,
        replacing: fragment.replacesState
      )
    }
    if fragment.dropsFilter { _ = query.filters.popLast() }
    if fragment.releasesAll {
      query.filters = []
      query.limit = nil
      query.skip = 0
    }
    for name in fragment.allOf { release(name, &query) }
    if let days = fragment.days { lengthen(&query, to: days) }
    query.conditions += fragment.conditions
    if let threshold = fragment.threshold, let measure = query.measures.first, !query.keys.isEmpty {
      query.conditions.removeAll { $0.measure == measure }
      query.conditions.append(Condition(measure, threshold.test, .number(threshold.number)))
      query.limit = nil
    }
    editTime(fragment, &query)
    editOrder(fragment, &query)
    editFold(fragment, &query, before)
    return query
  }

  // MARK: - Figures and groups

  private func editFigures(_ fragment: Fragment, _ query: inout Query) {
    if fragment.isRate { editRates(fragment, &query) }
    if fragment.isAtPrice {
      query.measures = query.measures.map { measure in
        measure.metric == "stock_value" ? Measure("stock_value_at_price") : measure
      }
    }
    guard !fragment.metrics.isEmpty else { return }
    let names = fragment.metrics
    let figures = names.map { name -> Measure in
      var measure = Measure(name)
      measure.filters = query.measures.first?.filters ?? []
      return measure
    }
    if fragment.adds {
      query.measures += figures.filter { figure in
        !query.measures.contains { $0.metric == figure.metric }
      }
    } else {
      query.measures = figures
      if query.order != nil { query.order?.subject = .measure(0) }
    }
  }

  /// The same with a vague word for money or number as the figure it means of what was told.
  private func named(_ fragment: Fragment, _ before: Query) -> Fragment {
    if fragment.sorts, fragment.isRate, fragment.sortsBy == nil,
      let rate = before.measures.first(where: { model.metrics[$0.metric]?.unit == .percent })
    {
      // « trie par taux »: by the one that is told.
      var fragment = fragment
      fragment.isRate = false
      fragment.sortsBy = rate.metric
      return fragment
    }
    let own = fragment.metrics.first { !["revenue", "units_sold"].contains($0) }
    guard fragment.isVagueMoney || fragment.isVagueQuantity,
      let metric = own ?? before.measures.first?.metric ?? countedRows(before)
    else { return fragment }
    var fragment = fragment
    let dataset = model.datasets(ofMetric: metric).first.flatMap { model.datasets[$0] }
    let amount =
      fragment.isVagueMoney ? model.amount(ofRate: metric) ?? dataset?.money : dataset?.quantity
    if let amount { fragment.metrics = [amount] }
    return fragment
  }

  /// The same with the things that « chez qui » means: suppliers of what is bought, else customers.
  private func whom(_ fragment: Fragment, _ before: Query) -> Fragment {
    guard fragment.asksWhom else { return fragment }
    var fragment = fragment
    let isBought = facts(of: before).contains("purchase_orders")
    if fragment.things.isEmpty { fragment.things = [isBought ? "supplier" : "customer"] }
    fragment.opens = true
    return fragment
  }

  /// How many of a thing, told as a figure of its own where there is one, so that other figures may stand beside it.
  private func counted(_ before: Query) -> Query {
    guard before.rollup?.functions == [.count],
      let thing = (before.rollup?.over ?? before.keys.first)?.dimension,
      let home = model.dimensions[thing]?.dataset,
      let dataset = facts(of: before).first.flatMap({ model.datasets[$0] }),
      let relationship = dataset.relationships.first(where: { $0.target == home }),
      let metric = model.metrics.values.filter({
        $0.dataset == dataset.name
          && $0.expression == .call("count_distinct", [.name([relationship.from])])
      }).map(\.name).min()
    else { return before }
    var query = before
    query.rollup = nil
    query.keys.removeAll { $0 == .dimension(thing) }
    query.measures = [Measure(metric)]
    query.measures[0].filters = before.measures.first?.filters ?? []
    return query
  }

  /// Whether a table lists the things of a state with the figure that shows it: « sous le seuil ».
  private func isToldOfAState(_ query: Query) -> Bool {
    query.filters.contains { filter in
      guard case .segment(let name, _, _) = filter, let segment = model.segments[name] else {
        return false
      }
      // « pertes des produits critiques par fournisseur » tells suppliers, whose losses add up.
      if case .entity(let thing, _) = segment.scope, !query.keys.contains(.dimension(thing)) {
        return false
      }
      return query.measures.first.map { segment.showing.contains($0.metric) } ?? true
    }
  }

  /// The count of what a list lists, for want of a figure.
  private func countedRows(_ before: Query) -> String? {
    let home = before.keys.compactMap { $0.dimension.flatMap { model.dimensions[$0]?.dataset } }
      .first
    return model.metrics.values.filter { $0.dataset == home && home != nil && $0.unit == .count }
      .map(\.name).min()
  }

  /// « en taux »: the rate behind each figure, be it that of a state (« livrées en retard »).
  private func editRates(_ fragment: Fragment, _ query: inout Query) {
    for filter in query.filters {
      guard case .segment(let name, _, false) = filter, let rate = model.segments[name]?.rate else {
        continue
      }
      query.filters.removeAll { $0 == filter }
      query.measures = [Measure(rate)]
      return
    }
    let rates = query.measures.compactMap { model.rate(of: $0.metric) }.map { Measure($0) }
    if fragment.adds {
      query.measures += rates.filter { rate in !query.measures.contains(rate) }
    } else if !rates.isEmpty {
      query.measures = rates
      query.order = query.order.map { Order(.measure(0), descending: $0.isDescending) }
    }
  }

  private func editKeys(_ fragment: Fragment, _ query: inout Query) {
    var keys = fragment.keys.filter { key in
      // « toutes les catégories », of some of them: no groups, but none left out.
      !fragment.allOf.contains { key == .dimension($0) && isFiltered($0, query) }
    }
    if keys.isEmpty, fragment.narrows, fragment.limit != nil {
      keys = fragment.things.map { .dimension($0) }
    }
    if keys.isEmpty, fragment.opens || fragment.adds || fragment.isOnlyThings {
      keys = fragment.things.map { .dimension($0) }
    }
    if fragment.isTrend, !keys.contains(where: { $0.dimension == nil }) {
      keys.append(.time(.month))
    }
    if fragment.isOverall { regroup(&query, by: []) }
    guard !keys.isEmpty else { return }
    for key in keys { if let name = key.dimension { unfilter(name, &query) } }
    if let count = query.rollup, count.functions == [.count],
      let thing = (count.over ?? query.keys.first)?.dimension, !keys.contains(.dimension(thing))
    {
      // « par segment », of how many customers ordered: how many in each.
      query.keys = keys + [.dimension(thing)]
      query.rollup = Rollup([.count], over: .dimension(thing))
      return
    }
    query.rollup = nil
    query.limitWithin = nil
    if fragment.adds || fragment.isTrend && fragment.keys.isEmpty && query.keys.isEmpty {
      query.keys += keys.filter { !query.keys.contains($0) }
    } else {
      query.keys = keys
      // A ranking of other things is a ranking still; a series has no first ones.
      if keys.contains(where: { $0.dimension == nil }) {
        query.order = nil
        query.limit = nil
      }
    }
    query.population = .facts
  }

  /// "split by payment method", of what was paid by card: of one of them alone there is nothing to split.
  private func unfilter(_ name: String, _ query: inout Query) {
    func isOfOne(_ filter: Filter) -> Bool {
      if case .values(name, let values, false) = filter { values.count == 1 } else { false }
    }
    query.filters.removeAll(where: isOfOne)
    for index in query.measures.indices { query.measures[index].filters.removeAll(where: isOfOne) }
  }

  /// Other groups, folded or not: what was ranked and cut is no more.
  private func regroup(_ query: inout Query, by keys: [Key], _ rollup: Rollup? = nil) {
    query.keys = keys
    query.rollup = rollup
    query.order = nil
    query.limit = nil
  }

  // MARK: - Order and folds

  private func editOrder(_ fragment: Fragment, _ query: inout Query) {
    if let metric = fragment.sortsBy {
      let isSame = { (measure: Measure) in
        measure.metric == metric
          // « les plus lents », of lead times, are those of the longest ones.
          || fragment.ranksQuality
            && model.metrics[measure.metric]?.unit == model.metrics[metric]?.unit
      }
      let index = query.measures.firstIndex(where: isSame) ?? query.measures.count
      if index == query.measures.count { query.measures.append(Measure(metric)) }
      let isHigh = isHighFirst(fragment.descends ?? true, fragment, query.measures[index])
      query.order = Order(.measure(index), descending: isHigh)
      if fragment.isSingular, fragment.limit == nil { query.limit = 1 }
    } else if let growth = fragment.growth, fragment.isSingular || fragment.limit != nil,
      query.comparison != nil, !query.keys.isEmpty
    {
      query.order = Order(.change(0), descending: growth)
      query.limit = fragment.limit ?? 1
    } else if let descends = fragment.descends, !query.keys.isEmpty,
      let measure = query.measures.first
    {
      let isHigh = isHighFirst(descends, fragment, measure)
      query.order = Order(query.order?.subject ?? .measure(0), descending: isHigh)
      if fragment.limit == nil, fragment.isSingular { query.limit = 1 }
    }
    if let limit = fragment.limit, !fragment.isTotal, !fragment.isMean, !fragment.isBoth {
      query.limit = limit
      query.skip = 0
      if query.order == nil, !query.measures.isEmpty {
        query.order = Order(.measure(0), descending: true)
      }
    }
  }

  /// Whether the highest come first; the best of a delay are the lowest.
  func isHighFirst(_ descends: Bool, _ fragment: Fragment, _ measure: Measure) -> Bool {
    let isLowGood = model.metrics[measure.metric]?.better == .lower
    return fragment.ranksQuality && isLowGood ? !descends : descends
  }

  private func editFold(_ fragment: Fragment, _ query: inout Query, _ before: Query) {
    if fragment.isMean, fragment.metrics.isEmpty, !query.keys.isEmpty, !query.measures.isEmpty {
      query.rollup = Rollup([.mean])
      return
    }
    if fragment.isShare {
      // Without groups it is the part that the names are of the whole; else each group's.
      let part = query.keys.isEmpty ? query.filters : []
      query.rollup = nil
      query.measures = query.measures.map { measure in
        var share = measure
        share.display = .share
        share.filters += part
        return share
      }
      if query.keys.isEmpty { query.filters = [] }
    }
    if fragment.counts, !fragment.isTotal, fragment.metrics.isEmpty, let thing = entity(of: before),
      !fragment.keys.isEmpty, !fragment.keys.contains(.dimension(thing))
    {
      // "count them per supplier": how many of what was told, in each group.
      let keys = fragment.keys + [.dimension(thing)]
      regroup(&query, by: keys, Rollup([.count], over: .dimension(thing)))
      return
    }
    if fragment.counts, !fragment.isTotal, fragment.metrics.isEmpty, fragment.keys.isEmpty,
      query.keys == fragment.things.map({ .dimension($0) }), query.keys != before.keys
    {
      // « y a combien d'articles en surstock dans celui-là »
      regroup(&query, by: query.keys, Rollup([.count]))
      return
    }
    if fragment.isTotal || fragment.counts && fragment.metrics.isEmpty, !query.keys.isEmpty {
      let addsUp = query.measures.first.flatMap { model.metrics[$0.metric]?.emptyIsZero } ?? false
      let isList =
        fragment.counts && entity(of: query) != nil
        && (fragment.isTotal
          ? isToldOfAState(query)
          : !fragment.countsLines || !query.conditions.isEmpty || isToldOfAState(query))
      let function: Rollup.Function = query.measures.isEmpty || isList ? .count : .sum
      if function == .sum, !addsUp || query.limit == nil && query.conditions.isEmpty {
        regroup(&query, by: [])
      } else {
        query.rollup = Rollup([function])
      }
    }
  }
}

extension Fragment {
  /// Whether figures are put beside the one told, or made shares of or compared.
  fileprivate var needsFigures: Bool {
    isShare || compares || adds && !metrics.isEmpty && keys.isEmpty && things.isEmpty
  }
}
