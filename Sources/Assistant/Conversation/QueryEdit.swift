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
    let before = fragment.isBoth ? earlier.map { both(before, $0) } ?? before : before
    if asksAboutThings(fragment, before), let about = about(before, fragment) { return about }
    if fragment.listsCounted, let list = listed(before) {
      return apply(fragment.withoutList, to: list)
    }
    if let best = theOne(fragment, of: before) { return best }
    var query = before
    drop(fragment, &query)
    editFigures(fragment, &query)
    editKeys(fragment, &query)
    for filter in fragment.filters {
      let known = fitting(filter, before)
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
    query.conditions += fragment.conditions
    editTime(fragment, &query)
    editOrder(fragment, &query)
    editFold(fragment, &query, before)
    return query
  }

  // MARK: - Figures and groups

  private func editFigures(_ fragment: Fragment, _ query: inout Query) {
    if fragment.isRate {
      query.measures = query.measures.map { measure in
        model.rate(of: measure.metric).map { Measure($0) } ?? measure
      }
    }
    if fragment.isAtPrice {
      query.measures = query.measures.map { measure in
        measure.metric == "stock_value" ? Measure("stock_value_at_price") : measure
      }
    }
    guard !fragment.metrics.isEmpty else { return }
    let names = self.names(fragment, query.measures.first)
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

  /// The figures named; a vague word for money or number is that of what was told.
  private func names(_ fragment: Fragment, _ measure: Measure?) -> [String] {
    guard fragment.isVagueMoney || fragment.isVagueQuantity, let measure else {
      return fragment.metrics
    }
    if fragment.isVagueMoney, let amount = model.amount(ofRate: measure.metric) { return [amount] }
    let dataset = model.datasets(ofMetric: measure.metric).first.flatMap { model.datasets[$0] }
    let name = fragment.isVagueMoney ? dataset?.money : dataset?.quantity
    return name.map { [$0] } ?? fragment.metrics
  }

  func isFiltered(_ name: String, _ query: Query) -> Bool {
    let family = family(of: name)
    return query.filters.contains { $0.dimension.map { family.contains($0) } ?? false }
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
    guard !keys.isEmpty else { return }
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

  // MARK: - Names

  /// A name takes the place of one of the same kind; another kind narrows further.
  private func put(_ filter: Filter, into query: inout Query, besides: Bool, replacing: Bool) {
    if besides, widen(&query, by: filter) || takeBack(&query, filter) { return }
    switch filter {
    case .missing(let name) where query.keys.contains(.dimension(name)):
      // « sans les fournisseurs », of a table by supplier, is the table without them.
      query.keys.removeAll { $0 == .dimension(name) }
      return
    case .values(let name, _, false), .nameMatches(let name, _, false):
      let family = family(of: name)
      query.filters.removeAll { other in
        switch other {
        case .values(let dimension, _, false), .nameMatches(let dimension, _, false):
          family.contains(dimension)
        case .segment(let said, _, _): tests(said, name)
        default: false
        }
      }
    case .segment(let name, _, _):
      let rivals = [name] + (model.segments[name]?.exclusive ?? [])
      query.filters.removeAll { other in
        if case .segment(let said, _, _) = other {
          replacing || rivals.contains(said)
        } else {
          false
        }
      }
    case .weekdays:
      query.filters.removeAll { if case .weekdays = $0 { true } else { false } }
    default: break
    }
    query.filters.append(filter)
  }

  /// « rajoute l'éclairage »: one name more beside those of the same kind.
  private func widen(_ query: inout Query, by filter: Filter) -> Bool {
    guard case .values(let name, let values, let negated) = filter,
      let place = query.filters.firstIndex(where: {
        if case .values(name, _, negated) = $0 { true } else { false }
      }), case .values(_, let said, _) = query.filters[place]
    else { return false }
    let union = said + values.filter { !said.contains($0) }
    query.filters[place] = .values(dimension: name, values: union, negated: negated)
    return true
  }

  /// « enlève Lyon », of Lyon and Lille: what is left of the names asked about.
  private func takeBack(_ query: inout Query, _ filter: Filter) -> Bool {
    guard case .values(let name, let values, true) = filter,
      let place = query.filters.firstIndex(where: {
        if case .values(name, let said, false) = $0 {
          values.allSatisfy(said.contains)
        } else {
          false
        }
      }), case .values(_, let said, _) = query.filters[place]
    else { return false }
    let rest = said.filter { !values.contains($0) }
    if rest.isEmpty {
      query.filters.remove(at: place)
    } else {
      query.filters[place] = .values(dimension: name, values: rest, negated: false)
    }
    return true
  }

  /// « les deux »: the names and groups of the question before beside those of the one before that.
  private func both(_ before: Query, _ earlier: Query) -> Query {
    var query = before
    for filter in earlier.filters { _ = widen(&query, by: filter) }
    if query.filters == before.filters {
      query.keys += earlier.keys.filter { !query.keys.contains($0) }
      query.order = nil
      query.limit = nil
    }
    return query
  }

  /// "only the channel with the highest discount", of a table by channel: its line at that end.
  private func theOne(_ fragment: Fragment, of before: Query) -> Query? {
    guard !before.measures.isEmpty,
      fragment.things.contains(where: { before.keys.contains(.dimension($0)) })
    else { return nil }
    if fragment.isSingular, fragment.metrics.isEmpty, fragment.filters.isEmpty,
      fragment.periods.isEmpty
    {
      // « quelle catégorie arrive en tête ? », of a table by category.
      var query = before
      if let descends = fragment.descends { query.order = Order(.measure(0), descending: descends) }
      return line(1, of: query)
    }
    guard fragment.isSuperlative, let descends = fragment.descends else { return nil }
    let words =
      (fragment.metrics.map { model.metrics[$0]?.noun }
      + fragment.things.map { model.dimensions[$0]?.noun })
      .compactMap { $0 }.flatMap(words)
    let index = before.measures.firstIndex { measure in
      model.metrics[measure.metric].map { !Set(self.words($0.noun)).isDisjoint(with: words) }
        ?? false
    }
    guard let index else { return nil }
    var query = before
    query.order = Order(.measure(index), descending: descends)
    query.limit = 1
    query.skip = 0
    return query
  }

  private func words(_ noun: Noun) -> [String] {
    Tongue.allCases.flatMap { Fold.fold(noun.singular[$0]).split(separator: " ").map(String.init) }
      .filter { $0.count > 3 }
  }

  /// The segment the same words mean of these rows: late of supplier orders is overdue.
  func fitting(_ filter: Filter, _ before: Query) -> Filter {
    guard case .segment(let name, let days, let negated) = filter,
      let segment = model.segments[name], !isOfFacts(segment, before),
      let other = segment.alternatives.first(where: { name in
        model.segments[name].map { isOfFacts($0, before) } ?? false
      })
    else { return filter }
    return .segment(other, days: days, negated: negated)
  }

  private func isOfFacts(_ segment: Segment, _ query: Query) -> Bool {
    guard case .rows(let dataset, _) = segment.scope else { return true }
    let homes =
      facts(of: query)
      + query.keys.compactMap { $0.dimension.flatMap { model.dimensions[$0]?.dataset } }
    return homes.contains { $0 == dataset || isJoined($0, dataset) }
  }

  /// Whether a segment already looks at a property: « les résolues » of alerts that were the active ones.
  private func tests(_ segment: String, _ dimension: String) -> Bool {
    guard case .rows(let dataset, let condition) = model.segments[segment]?.scope,
      let property = model.dimensions[dimension], property.dataset == dataset,
      case .name(let path) = property.key
    else { return false }
    return condition.allNames.contains(path)
  }

  /// The dimensions of which one name replaces another: a category an article, a city a region.
  func family(of name: String) -> Set<String> {
    let families: [Set<String>] = [
      ["product", "category", "subcategory", "sku"],
      ["region", "city", "country", "customer_region", "customer_country"],
      ["warehouse", "warehouse_city"], ["supplier", "supplier_country"],
    ]
    return families.first { $0.contains(name) } ?? [name]
  }

  // MARK: - Time

  private func editTime(_ fragment: Fragment, _ query: inout Query) {
    if fragment.isSameYearBefore {
      let period = (query.period ?? .running(.year, on: now)).cut(after: now)
      let before = shifted(period, months: -12)
      fragment.compares ? compare(with: before, nil, &query) : move(to: before, &query)
    } else if let grain = fragment.unitAfter, let start = query.period?.start {
      let next = start.start(of: grain).adding(1, grain)
      move(to: Period(start: next, end: next.adding(1, grain), grain: grain), &query)
    } else if let grain = fragment.unitBefore ?? unitOf(fragment.relative)
      ?? (fragment.stepsBack ? query.period?.grain ?? .month : nil)
    {
      let moved = shifted(query.period ?? .running(grain, on: now), by: grain)
      fragment.compares ? compare(with: moved, grain, &query) : move(to: moved, &query)
    } else if fragment.isLastYear || fragment.relative == .yearBefore {
      let period = query.period ?? .running(.year, on: now)
      let before = shifted(period.cut(after: now), months: -12)
      if fragment.compares || fragment.relative == .yearBefore, !fragment.opens || fragment.compares
      {
        query.period = period.cut(after: now)
        query.comparison = before
      } else {
        let said = fragment.periods.first
        let isWhole = period.grain == .year || query.period == nil
        move(to: isWhole && said != query.period ? said ?? before : before, &query)
      }
    } else if let said = fragment.periods.first {
      let period = inYear(said, of: query.period, isAnchored: fragment.isAnchored)
      fragment.compares ? compare(with: period, nil, &query) : move(to: period, &query)
    } else if let widens = fragment.widens {
      query.comparison = nil
      query.period = widens == .year ? year(of: query.period) : nil
    }
  }

  /// Another period; what it was compared with moves along.
  private func move(to period: Period, _ query: inout Query) {
    if let old = query.period, let compared = query.comparison, let from = old.start,
      let to = compared.start, let start = period.start
    {
      let months = (from.year - to.year) * 12 + from.month - to.month
      query.comparison = months > 0 && start <= now ? shifted(period, months: -months) : nil
    }
    query.period = period
  }

  private func compare(with period: Period, _ grain: Grain?, _ query: inout Query) {
    let current = query.period ?? .running(grain ?? period.grain ?? .year, on: now)
    query.period = current.cut(after: now)
    query.comparison = period
  }

  private func unitOf(_ relative: TimeComparison?) -> Grain? {
    if case .unitBefore(let grain) = relative { grain ?? .month } else { nil }
  }

  private func shifted(_ period: Period, by grain: Grain) -> Period {
    let start = (period.start ?? now).adding(-1, grain)
    guard let from = period.start, from == from.start(of: grain), let length = period.length,
      from.adding(1, grain) == period.end || period.isPartial
    else {
      return Period(
        start: start.start(of: grain),
        end: start.start(of: grain).adding(1, grain),
        grain: grain
      )
    }
    let end = period.isPartial ? min(start.adding(days: length), from) : from
    return Period(start: start, end: end, grain: grain, isPartial: period.isPartial)
  }

  /// Whole months later: a unit that was cut is taken as said.
  private func shifted(_ period: Period, months: Int) -> Period {
    var shifted = period.shifted(months: months)
    shifted.isPartial = false
    return shifted
  }

  /// « et en mars ? » of a question on 2024 is March 2024.
  private func inYear(_ said: Period, of before: Period?, isAnchored: Bool) -> Period {
    guard !isAnchored, let start = said.start, let year = before?.start?.year, year != start.year,
      said.grain == .month || said.grain == .quarter
    else { return said }
    return shifted(said, months: 12 * (year - start.year))
  }

  private func year(of period: Period?) -> Period {
    let start = (period?.start ?? now).start(of: .year)
    return Period(start: start, end: start.adding(1, .year), grain: .year)
  }

  // MARK: - Order and folds

  private func editOrder(_ fragment: Fragment, _ query: inout Query) {
    if let metric = fragment.sortsBy {
      let index = query.measures.firstIndex { $0.metric == metric } ?? query.measures.count
      if index == query.measures.count { query.measures.append(Measure(metric)) }
      let isLowGood = model.metrics[metric]?.better == .lower
      let descends = fragment.descends ?? true
      let isHigh = fragment.ranksQuality && isLowGood ? !descends : descends
      query.order = Order(.measure(index), descending: isHigh)
      if fragment.isSingular { query.limit = 1 }
    } else if let growth = fragment.growth, fragment.isSingular || fragment.limit != nil,
      query.comparison != nil, !query.keys.isEmpty
    {
      query.order = Order(.change(0), descending: growth)
      query.limit = fragment.limit ?? 1
    } else if let descends = fragment.descends, !query.keys.isEmpty, !query.measures.isEmpty {
      let isLowGood = query.measures.first.flatMap { model.metrics[$0.metric]?.better } == .lower
      let isHigh = fragment.ranksQuality && isLowGood ? !descends : descends
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
      query.keys = fragment.keys + [.dimension(thing)]
      query.order = nil
      query.limit = nil
      query.rollup = Rollup([.count], over: .dimension(thing))
      return
    }
    if fragment.counts, !fragment.isTotal, fragment.metrics.isEmpty, fragment.keys.isEmpty,
      query.keys == fragment.things.map({ .dimension($0) }), query.keys != before.keys
    {
      // « y a combien d'articles en surstock dans celui-là »
      query.rollup = Rollup([.count])
      query.order = nil
      query.limit = nil
      return
    }
    if fragment.isTotal || fragment.counts && fragment.metrics.isEmpty, !query.keys.isEmpty {
      let addsUp = query.measures.first.flatMap { model.metrics[$0.metric]?.emptyIsZero } ?? false
      let isList = fragment.counts && !fragment.isTotal && entity(of: query) != nil
      let function: Rollup.Function = query.measures.isEmpty || isList ? .count : .sum
      if function == .sum, !addsUp || query.limit == nil && query.conditions.isEmpty {
        query.keys = []
        query.order = nil
        query.limit = nil
        query.rollup = nil
      } else {
        query.rollup = Rollup([function])
      }
    }
  }
}

extension Filter {
  /// The same names as the ones not wanted.
  fileprivate var denied: Filter {
    switch self {
    case .values(let name, let values, false):
      .values(dimension: name, values: values, negated: true)
    case .nameMatches(let name, let words, false):
      .nameMatches(dimension: name, words: words, negated: true)
    default: self
    }
  }
}
