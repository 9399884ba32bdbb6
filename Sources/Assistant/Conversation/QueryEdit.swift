import Interpretation
import Language
import SemanticModel
import Values

/// Puts what a follow-up changes into the query before; everything it does not speak of stays.
struct QueryEdit {
  let model: SemanticModel
  let now: CalendarDay

  /// The query with the changes.
  func apply(_ fragment: Fragment, to before: Query) -> Query {
    if fragment.refersBack, let about = about(before, fragment) { return about }
    var query = before
    editFigures(fragment, &query)
    editKeys(fragment, &query)
    for filter in fragment.filters { put(filter, into: &query) }
    if fragment.dropsFilter { _ = query.filters.popLast() }
    for name in fragment.allOf { release(name, &query) }
    query.conditions += fragment.conditions
    editTime(fragment, &query)
    editOrder(fragment, &query)
    editFold(fragment, &query)
    return query
  }

  // MARK: - The things of the last result

  /// « ces produits, il en reste combien ? »: a question of its own about those things.
  private func about(_ before: Query, _ fragment: Fragment) -> Query? {
    guard let entity = entity(of: before) else { return aboutNamed(before, fragment) }
    var query = Query()
    query.keys = [.dimension(entity)]
    for thing in fragment.things.map({ own($0, of: entity) })
    where thing != entity && !query.keys.contains(.dimension(thing)) {
      query.keys.append(.dimension(thing))
    }
    query.keys += fragment.keys.filter { !query.keys.contains($0) }
    query.measures = fragment.metrics.map { Measure(known($0, by: query.keys)) }
    if query.measures.isEmpty, query.keys.count == 1 { query.measures = before.measures }
    if query.measures.isEmpty, query.keys.contains(where: { isPlace($0) }) {
      // « dans quel entrepôt ces produits manquent »: what lies there of each, the least first.
      query.measures = [Measure("stock_on_hand")]
      query.order = Order(.measure(0), descending: false)
    }
    query.filters = [.membership(dimension: entity, members(before, entity), negated: false)]
    query.filters += fragment.filters.filter { filter in
      // « il en reste combien en stock »: those of which nothing is left are told too.
      query.measures.isEmpty || filter != .segment("in_stock", days: nil, negated: false)
    }
    query.conditions = fragment.conditions
    query.period = fragment.periods.first ?? (isFlow(query) ? before.period : nil)
    if fragment.isTotal { query.keys = []; query.rollup = nil }
    return query
  }

  private func isPlace(_ key: Key) -> Bool {
    key.dimension.flatMap { model.dimensions[$0] }.map {
      ["warehouses", "stock"].contains($0.dataset)
    }
      ?? false
  }

  /// "how many of it do we have, per warehouse": the thing named before, and nothing else of that question.
  private func aboutNamed(_ before: Query, _ fragment: Fragment) -> Query? {
    let named = before.filters.filter { filter in
      filter.dimension.flatMap { model.dimensions[$0]?.isEntity } ?? false
    }
    guard !named.isEmpty, !fragment.metrics.isEmpty else { return nil }
    var query = Query()
    query.keys = fragment.keys + fragment.things.map { .dimension($0) }
    query.measures = fragment.metrics.map { Measure(known($0, by: query.keys)) }
    query.filters =
      named + fragment.filters.filter { $0 != .segment("in_stock", days: nil, negated: false) }
    query.period = fragment.periods.first
    return query
  }

  /// The country of suppliers is theirs: the property of the same name among the entity's own.
  private func own(_ thing: String, of entity: String) -> String {
    guard let home = model.dimensions[entity]?.dataset, let asked = model.dimensions[thing],
      !asked.isEntity, asked.dataset != home
    else { return thing }
    return model.dimensions.values.filter { $0.dataset == home && $0.name.hasSuffix("_" + thing) }
      .map(
        \.name
      ).min() ?? thing
  }

  /// « toutes les catégories »: no name of that kind any more, and all of them.
  private func release(_ name: String, _ query: inout Query) {
    let family = family(of: name)
    query.filters.removeAll { filter in filter.dimension.map { family.contains($0) } ?? false }
    if query.keys.contains(.dimension(name)) {
      query.limit = nil
      query.skip = 0
    }
  }

  /// The figure itself, or the one the same words mean of these groups: short in a warehouse is little on its shelves.
  private func known(_ metric: String, by keys: [Key]) -> String {
    func knows(_ name: String) -> Bool {
      model.datasets(ofMetric: name).allSatisfy { dataset in
        keys.compactMap { $0.dimension.flatMap { model.dimensions[$0] } }.allSatisfy { key in
          key.overrides[dataset] != nil
            || (try? model.joinPath(from: dataset, to: key.dataset)) != nil
        }
      }
    }
    if knows(metric) { return metric }
    return (model.metrics[metric]?.alternatives ?? []).first(where: knows) ?? metric
  }

  /// The things of a result as a query of their own: as they were ranked and cut.
  private func members(_ before: Query, _ entity: String) -> Query {
    var members = before
    members.keys = [.dimension(entity)]
    members.rollup = nil
    members.limitWithin = nil
    if members.measures.isEmpty { members.order = nil }
    return members
  }

  private func entity(of query: Query) -> String? {
    query.keys.compactMap(\.dimension).first { model.dimensions[$0]?.isEntity == true }
      ?? query.keys.compactMap(\.dimension).first
  }

  private func isFlow(_ query: Query) -> Bool {
    query.measures.contains { measure in
      model.datasets(ofMetric: measure.metric).contains { model.datasets[$0]?.kind == .flow }
    }
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
    let names =
      fragment.isVagueMoney ? [money(of: query.measures.first) ?? "revenue"] : fragment.metrics
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

  /// « en valeur » of a stock is what it is worth, of returns what was refunded.
  private func money(of measure: Measure?) -> String? {
    guard let measure, let dataset = model.metrics[measure.metric]?.dataset else { return nil }
    return dataset == "stock" ? "stock_value" : model.datasets[dataset]?.money
  }

  private func editKeys(_ fragment: Fragment, _ query: inout Query) {
    var keys = fragment.keys
    if keys.isEmpty, fragment.opens || fragment.adds, !fragment.refersBack {
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
  private func put(_ filter: Filter, into query: inout Query) {
    switch filter {
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
        if case .segment(let said, _, _) = other { rivals.contains(said) } else { false }
      }
    case .weekdays:
      query.filters.removeAll { if case .weekdays = $0 { true } else { false } }
    default: break
    }
    query.filters.append(filter)
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
  private func family(of name: String) -> Set<String> {
    let families: [Set<String>] = [
      ["product", "category", "subcategory", "sku"],
      ["region", "city", "country", "customer_region", "customer_country"],
      ["warehouse", "warehouse_city"], ["supplier", "supplier_country"],
    ]
    return families.first { $0.contains(name) } ?? [name]
  }

  // MARK: - Time

  private func editTime(_ fragment: Fragment, _ query: inout Query) {
    if let grain = fragment.unitAfter, let start = query.period?.start {
      let next = start.start(of: grain).adding(1, grain)
      move(to: Period(start: next, end: next.adding(1, grain), grain: grain), &query)
    } else if let grain = fragment.unitBefore ?? unitOf(fragment.relative) {
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
      let period = inYear(said, of: query.period, namesYear: fragment.namesYear)
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
  private func inYear(_ said: Period, of before: Period?, namesYear: Bool) -> Period {
    guard !namesYear, let start = said.start, let year = before?.start?.year, year != start.year,
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
      query.order = Order(.measure(index), descending: fragment.descends ?? true)
    } else if let descends = fragment.descends, !query.keys.isEmpty, !query.measures.isEmpty {
      let isLowGood = query.measures.first.flatMap { model.metrics[$0.metric]?.better } == .lower
      let isHigh = fragment.ranksQuality && isLowGood ? !descends : descends
      query.order = Order(query.order?.subject ?? .measure(0), descending: isHigh)
      if fragment.limit == nil, fragment.isSingular { query.limit = 1 }
    }
    if let limit = fragment.limit {
      query.limit = limit
      query.skip = 0
      if query.order == nil, !query.measures.isEmpty {
        query.order = Order(.measure(0), descending: true)
      }
    }
  }

  private func editFold(_ fragment: Fragment, _ query: inout Query) {
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
