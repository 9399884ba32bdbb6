import Interpretation
import Language
import SemanticModel
import Values

/// Follow-ups that put names in, take them away, or ask for one of what they name.
extension QueryEdit {
  /// A name takes the place of one of the same kind; another kind narrows further.
  func put(_ filter: Filter, into query: inout Query, besides: Bool, replacing: Bool) {
    if besides, widen(&query, by: filter) || takeBack(&query, filter) { return }
    if !besides { replaceInside(&query, filter) }
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
        // « hors France », then « et les français ? »
        case .values(let dimension, _, true): dimension == name
        case .membership(let dimension, _, false): dimension == name
        case .segment(let said, _, _): tests(said, name)
        default: false
        }
      }
    case .values(let name, let values, true):
      query.filters.removeAll { other in
        if case .values(name, let said, false) = other { said == values } else { false }
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
    case .hours: query.filters.removeAll { if case .hours = $0 { true } else { false } }
    default: break
    }
    query.filters.append(filter)
  }

  /// « et la Fellowes ? », of those who bought the Canon: another name in the choice of them too.
  private func replaceInside(_ query: inout Query, _ filter: Filter) {
    guard let name = filter.dimension else { return }
    let family = family(of: name)
    for place in query.filters.indices {
      guard case .membership(let dimension, var inner, let negated) = query.filters[place] else {
        continue
      }
      let isNamed = inner.filters.contains { filter in
        switch filter {
        case .values(let said, _, false), .nameMatches(let said, _, false): family.contains(said)
        default: false
        }
      }
      guard isNamed else { continue }
      put(filter, into: &inner, besides: false, replacing: false)
      query.filters[place] = .membership(dimension: dimension, inner, negated: negated)
    }
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
    // Two of them are told one by one.
    if query.keys.isEmpty, !negated, query.rollup == nil { query.keys = [.dimension(name)] }
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
  func both(_ before: Query, _ earlier: Query, _ fragment: Fragment) -> Query {
    var query = before
    if fragment.compares, let now = before.period, let then = earlier.period, now != then {
      let isLater = (now.start ?? self.now) > (then.start ?? self.now)
      query.period = isLater ? now : then
      query.comparison = isLater ? then : now
      return query
    }
    if let union = together(before, earlier) {
      query.period = union
      return query
    }
    for filter in earlier.filters { _ = widen(&query, by: filter) }
    if query.filters == before.filters {
      query.keys += earlier.keys.filter { !query.keys.contains($0) }
      query.order = nil
      query.limit = nil
    }
    return query
  }

  /// « enlève le filtre mobilier »: the restriction to it is no more.
  func lift(_ filter: Filter, _ query: inout Query) {
    if let name = filter.dimension { return release(name, &query) }
    query.filters.removeAll { other in
      if case .segment(let said, _, _) = other, case .segment(let named, _, _) = filter {
        return said == named || model.segments[named]?.exclusive.contains(said) == true
      }
      return false
    }
  }

  /// The times of two questions that differ in nothing else, where one follows the other.
  private func together(_ one: Query, _ other: Query) -> Period? {
    var same = other
    same.period = one.period
    guard same == one, let first = one.period, let second = other.period, first != second else {
      return nil
    }
    if first.end == second.start { return Period(start: first.start, end: second.end) }
    if second.end == first.start { return Period(start: second.start, end: first.end) }
    return nil
  }

  /// « toutes les catégories »: no name of that kind any more, and all of them.
  func release(_ name: String, _ query: inout Query) {
    let family = family(of: name)
    query.filters.removeAll { filter in filter.dimension.map { family.contains($0) } ?? false }
    if query.keys.contains(.dimension(name)) {
      query.limit = nil
      query.skip = 0
    }
  }

  /// Takes away what falls.
  func drop(_ fragment: Fragment, _ query: inout Query) {
    let rest = query.measures.filter { !fragment.droppedMetrics.contains($0.metric) }
    if !rest.isEmpty, rest.count < query.measures.count {
      query.measures = rest
      query.order = query.order.map { Order(.measure(0), descending: $0.isDescending) }
    } else if rest.count == query.measures.count {
      leaveOut(fragment.droppedMetrics, &query)
    }
    let grains = fragment.droppedKeys.filter { $0.dimension == nil }
    query.keys.removeAll { key in
      fragment.droppedKeys.contains(key) || !grains.isEmpty && key.dimension == nil
    }
    for key in fragment.droppedKeys {
      if let name = key.dimension { release(name, &query) }
    }
    if fragment.dropsComparison {
      query.comparison = nil
      query.onlyRising = nil
    }
    if fragment.dropsShare {
      for index in query.measures.indices where query.measures[index].display == .share {
        query.filters += query.keys.isEmpty ? query.measures[index].filters : []
        query.measures[index].display = .value
        query.measures[index].filters = query.keys.isEmpty ? [] : query.measures[index].filters
      }
    }
  }

  /// « sans les retours »: the figures less what others count, where all can be told so.
  private func leaveOut(_ metrics: [String], _ query: inout Query) {
    for dataset in Set(metrics.compactMap { model.metrics[$0]?.dataset }) {
      let net = query.measures.map { model.told($0, without: dataset) }
      if !net.isEmpty, !net.contains(nil) { query.measures = net.compactMap(\.self) }
    }
  }

  /// Whether some names of a kind are left out, or alone looked at.
  func isFiltered(_ name: String, _ query: Query) -> Bool {
    let family = family(of: name)
    return query.filters.contains { $0.dimension.map { family.contains($0) } ?? false }
  }

  /// "only the channel with the highest discount", of a table by channel: its line at that end.
  func theOne(_ fragment: Fragment, of before: Query) -> Query? {
    guard !before.measures.isEmpty, fragment.growth == nil || before.comparison == nil,
      fragment.things.contains(where: { before.keys.contains(.dimension($0)) })
    else { return nil }
    if fragment.isSingular, fragment.metrics.isEmpty, fragment.filters.isEmpty,
      fragment.periods.isEmpty
    {
      // « quelle catégorie arrive en tête ? », of a table by category.
      var query = before
      if let descends = fragment.descends, let measure = before.measures.first {
        let isHigh = isHighFirst(descends, fragment, measure)
        query.order = Order(.measure(0), descending: isHigh)
      }
      return line(1, of: query)
    }
    guard fragment.isSuperlative, let descends = fragment.descends,
      let place = measure(
        of: before,
        meantBy: fragment.metrics,
        or: fragment.things.compactMap { model.dimensions[$0]?.noun },
        isRate: fragment.isRate
      )
    else { return nil }
    return end(of: before, by: place, descends: descends)
  }

  /// « quel mode est le pire ? », of a table by mode: words that pick one of its lines and say nothing else.
  func picksLine(_ fragment: Fragment, of before: Query) -> Bool {
    !before.measures.isEmpty && fragment.isSingular && fragment.things.count == 1
      && fragment.things.allSatisfy { before.keys.contains(.dimension($0)) }
      && fragment.metrics.isEmpty && fragment.filters.isEmpty && fragment.periods.isEmpty
      && fragment.keys.isEmpty && !fragment.counts
  }

  /// "which is discounted the most?", of a table of discounts: its line at that end.
  func oneOfThese(_ fragment: Fragment, _ before: Query) -> Query? {
    guard fragment.asksOne, fragment.isSuperlative, fragment.things.isEmpty, !before.keys.isEmpty,
      before.comparison == nil, before.rollup == nil, fragment.metrics.count <= 1
    else { return nil }
    var query = before
    let place =
      fragment.metrics.isEmpty
      ? before.measures.indices.first
      : before.measures.firstIndex { fragment.metrics.contains($0.metric) }
        ?? measure(of: before, meantBy: fragment.metrics)
    if place == nil { query.measures += fragment.metrics.map { Measure($0) } }
    // A list without any figure has no end.
    guard let last = query.measures.indices.last else { return nil }
    return end(of: query, by: place ?? last, descends: fragment.descends ?? true)
  }

  /// The place of the figure whose name shares a word with what was said; a rate is meant by no amount.
  private func measure(
    of query: Query,
    meantBy metrics: [String],
    or nouns: [Noun] = [],
    isRate: Bool = false
  ) -> Int? {
    if isRate {
      return query.measures.firstIndex { model.metrics[$0.metric]?.unit == .percent }
    }
    let meant = metrics.compactMap { model.metrics[$0] }
    let said = Set((meant.map(\.noun) + nouns).flatMap(words))
    let areRates = !meant.isEmpty && meant.allSatisfy { $0.unit == .percent }
    return query.measures.firstIndex { measure in
      guard let metric = model.metrics[measure.metric], !areRates || metric.unit == .percent else {
        return false
      }
      return !said.isDisjoint(with: words(metric.noun))
    }
  }

  /// The one line at an end of a table.
  private func end(of before: Query, by place: Int, descends: Bool) -> Query {
    var query = before
    query.order = Order(.measure(place), descending: descends)
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
      let segment = model.segments[name],
      !isOfFacts(segment, before) || segment.contradicts(before.filters),
      let other = segment.alternatives.first(where: { name in
        model.segments[name].map { isOfFacts($0, before) && !$0.contradicts(before.filters) }
          ?? false
      })
    else { return filter }
    return .segment(other, days: days, negated: negated)
  }

  /// Whether a segment is one of the rows that a query is about.
  func isOfFacts(_ segment: Segment, _ query: Query) -> Bool {
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
}

extension Filter {
  /// The same names as the ones not wanted.
  var denied: Filter {
    switch self {
    case .values(let name, let values, false):
      .values(dimension: name, values: values, negated: true)
    case .nameMatches(let name, let words, false):
      .nameMatches(dimension: name, words: words, negated: true)
    default: self
    }
  }
}
