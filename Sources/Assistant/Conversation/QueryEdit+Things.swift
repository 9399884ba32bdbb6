import Interpretation
import SemanticModel
import Values

/// Follow-ups about the things of the last result, all of them or one line.
extension QueryEdit {
  /// Whether a reference is to the things of the last result and not only to its figures.
  func asksAboutThings(_ fragment: Fragment, _ before: Query) -> Bool {
    if fragment.isOnlyThings, before.measures.isEmpty, fragment.keys.isEmpty { return true }
    guard fragment.refersBack else { return false }
    // « avec leur fournisseur » is a column more.
    if fragment.adds, fragment.things.isEmpty || fragment.metrics.isEmpty && !before.keys.isEmpty {
      return fragment.pointsAtPerson
    }
    if !fragment.metrics.isEmpty || !fragment.things.isEmpty { return true }
    return fragment.pointsAtThings && fragment.keys.isEmpty
      && fragment.filters.contains { if case .segment = $0 { true } else { false } }
  }

  // MARK: - A line of it

  /// The query with the line at a place only; nil where there are no lines.
  func line(_ number: Int, of before: Query) -> Query? {
    guard !before.keys.isEmpty, before.rollup == nil else { return nil }
    var query = before
    if query.order == nil {
      query.order = Order(
        query.measures.isEmpty ? .key(0) : .measure(0),
        descending: !query.measures.isEmpty
      )
    }
    if number < 0 {
      // The last of the few shown is a place of its own.
      guard let limit = query.limit else {
        query.order?.isDescending.toggle()
        query.limit = 1
        return query
      }
      query.skip += limit - 1
    } else {
      query.skip += number - 1
    }
    query.limit = 1
    return query
  }

  /// « et le deuxième ? », asked about one line: the same of another line; nil where lines are told.
  func moved(_ before: Query, to number: Int) -> Query? {
    guard number > 0,
      let place = before.filters.firstIndex(where: { filter in
        if case .membership(_, let inner, false) = filter { inner.limit == 1 } else { false }
      }), case .membership(let thing, var inner, let negated) = before.filters[place],
      before.limit == nil,
      before.keys.isEmpty || before.keys.first == .dimension(thing) && before.measures.isEmpty
    else { return nil }
    var query = before
    inner.skip = number - 1
    query.filters[place] = .membership(dimension: thing, inner, negated: negated)
    return query
  }

  /// The query about the one thing that the question before was about already; nil where there is none.
  func narrowedToNamed(_ before: Query) -> Query? {
    let named = before.filters.filter { filter in
      switch filter {
      case .values(let name, let values, false):
        values.count == 1 && model.dimensions[name]?.isEntity == true
      case .membership(_, let inner, false): inner.limit == 1
      default: false
      }
    }
    guard named.count == 1, before.limit != 1 else { return nil }
    var query = before
    query.keys = []
    query.rollup = nil
    query.filters = named
    query.conditions = []
    query.order = nil
    query.limit = nil
    query.skip = 0
    return query
  }

  /// The query about the thing at a place of the last result: « le premier, il a acheté quoi ? ».
  func narrowed(_ before: Query, to number: Int) -> Query? {
    guard let entity = entity(of: before), let line = line(number, of: before) else { return nil }
    var query = before
    query.keys = []
    query.filters = [.membership(dimension: entity, members(line, entity), negated: false)]
    query.conditions = []
    query.order = nil
    query.limit = nil
    query.skip = 0
    return query
  }

  // MARK: - All of them

  /// « ces produits, il en reste combien ? »: a question of its own about those things.
  func about(_ before: Query, _ fragment: Fragment) -> Query? {
    if fragment.pointsAtPerson, entity(of: before).map(isPerson) != true,
      let told = aboutNamed(before, fragment, where: isPerson)
    {
      return told
    }
    if let thing = fragment.pointedThing, entity(of: before) != thing {
      var fragment = fragment
      fragment.things.removeAll { $0 == thing }
      if let told = aboutNamed(before, fragment, where: { $0 == thing }) { return told }
    }
    if fragment.isShare, fragment.keys.isEmpty, fragment.things.isEmpty, !fragment.isEach {
      return shareOfAll(before, fragment)
    }
    if before.keys.isEmpty || before.rollup != nil, let list = listed(before) {
      var told = about(list, fragment)
      if before.rollup != nil, before.keys.count > 1, fragment.things.isEmpty, !fragment.isEach,
        let thing = before.rollup?.over ?? before.keys.last
      {
        // « leur panier moyen », of customers by segment: that of each segment.
        told?.keys = before.keys.filter { $0 != thing }
      }
      // "how much did they spend", of a number of customers: all of them together.
      if before.keys.isEmpty, fragment.things.isEmpty, !fragment.isEach { told?.keys = [] }
      return told
    }
    guard let entity = entity(of: before) else { return aboutNamed(before, fragment) }
    if model.dimensions[entity]?.isEntity == false, fragment.metrics.isEmpty,
      fragment.things.contains(where: { model.dimensions[$0]?.isEntity == true })
    {
      // "which products are those", of alerts by type: the same by product.
      var query = before
      query.keys = fragment.things.map { .dimension($0) }
      return query
    }
    var query = Query()
    query.keys = [.dimension(entity)]
    for thing in fragment.things.map({ own($0, of: entity) })
    where thing != entity && !query.keys.contains(.dimension(thing)) {
      query.keys.append(.dimension(thing))
    }
    query.keys += fragment.keys.filter { !query.keys.contains($0) }
    if fragment.asksWhat, !fragment.metrics.isEmpty, query.keys == [.dimension(entity)],
      entity != "product"
    {
      // What they bought, sold or ordered are products.
      query.keys = [.dimension("product")]
    }
    query.measures = fragment.metrics.map { Measure(known($0, by: query.keys)) }
    if query.measures.isEmpty, query.keys.count == 1 { query.measures = before.measures }
    let asksWhere = query.measures.isEmpty && query.keys.contains(where: isPlace)
    if asksWhere {
      // « dans quel entrepôt ces produits manquent »: what lies there of each, the least first.
      query.measures = [Measure("stock_on_hand")]
      query.order = Order(.measure(0), descending: false)
    }
    query.filters = [.membership(dimension: entity, members(before, entity), negated: false)]
    query.filters += fragment.filters.map { fitting($0, before) }.filter { filter in
      // « il en reste combien en stock »: those of which nothing is left are told too, and « où manquent-ils »
      // of things that are there altogether is told by what lies in each place.
      if asksWhere, case .segment = filter { return false }
      return query.measures.isEmpty || filter != .segment("in_stock", days: nil, negated: false)
    }
    if !query.measures.isEmpty, facts(of: query) == facts(of: before) {
      // « quelle remise ont-ils eue », of those who bought a product: on that product.
      query.filters += before.filters.filter {
        $0.dimension.map { !family(of: entity).contains($0) } ?? false
      }
    }
    query.conditions = fragment.conditions
    query.period = fragment.periods.first ?? (isFlow(query) ? before.period : nil)
    if fragment.isTotal { query.keys = []; query.rollup = nil }
    if fragment.counts, !fragment.isTotal, query.measures.isEmpty, query.keys.count == 2,
      let thing = fragment.things.first, model.dimensions[thing]?.isEntity == true
    {
      // "how many products do we get from each?"
      query.rollup = Rollup([.count], over: .dimension(thing))
    }
    return query
  }

  /// « à eux dix, quelle part ? »: what the lines told make up of the whole.
  private func shareOfAll(_ before: Query, _ fragment: Fragment) -> Query? {
    guard let entity = entity(of: before) else { return nil }
    var query = before
    query.keys = []
    query.rollup = nil
    query.conditions = []
    query.order = nil
    query.limit = nil
    query.skip = 0
    let figures = fragment.metrics.isEmpty ? before.measures.map(\.metric) : fragment.metrics
    query.measures = figures.map { name in
      var share = Measure(name)
      share.display = .share
      share.filters = [.membership(dimension: entity, members(before, entity), negated: false)]
      return share
    }
    return query
  }

  /// Whether the lines of a query are things, and no mere properties.
  func tellsEntities(_ query: Query) -> Bool {
    entity(of: query).map { model.dimensions[$0]?.isEntity == true } ?? false
  }

  /// The datasets that the figures of a query are made from.
  func facts(of query: Query) -> Set<String> {
    Set(query.measures.flatMap { model.datasets(ofMetric: $0.metric) })
  }

  private func isPlace(_ key: Key) -> Bool {
    key.dimension.flatMap { model.dimensions[$0] }.map {
      ["warehouses", "stock"].contains($0.dataset)
    }
      ?? false
  }

  /// "how many of it do we have, per warehouse": the thing named before, and nothing else of that question.
  private func aboutNamed(
    _ before: Query,
    _ fragment: Fragment,
    where isWanted: ((String) -> Bool)? = nil
  ) -> Query? {
    let isEntity = { (name: String) in model.dimensions[name]?.isEntity == true }
    let named = before.filters.filter { $0.thing.map(isWanted ?? isEntity) ?? false }
    guard !named.isEmpty, !fragment.metrics.isEmpty else { return nil }
    var query = Query()
    query.keys = fragment.keys + fragment.things.map { .dimension($0) }
    query.measures = fragment.metrics.map { Measure(known($0, by: query.keys)) }
    query.filters =
      named + fragment.filters.filter { $0 != .segment("in_stock", days: nil, negated: false) }
    query.period = fragment.periods.first ?? (isFlow(query) ? before.period : nil)
    return query
  }

  private func isPerson(_ dimension: String) -> Bool {
    ["customer", "supplier"].contains(dimension)
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

  /// What a count counted, one by one; nil when it counted no things.
  func listed(_ before: Query) -> Query? {
    var list = before
    if before.rollup?.functions == [.count], !before.keys.isEmpty {
      list.rollup = nil
      return list
    }
    guard let measure = before.measures.first, let entity = counted(by: measure.metric) else {
      return nil
    }
    list.measures = []
    list.keys = [.dimension(entity)] + before.keys.filter { $0 != .dimension(entity) }
    list.filters += measure.filters
    list.order = nil
    list.limit = nil
    return list
  }

  /// The thing a metric counts: the entity whose rows they are.
  private func counted(by metric: String) -> String? {
    guard let metric = model.metrics[metric], metric.unit == .count,
      case .call("count", _) = metric.expression
    else { return nil }
    return model.dimensions.values.filter { $0.isEntity && $0.dataset == metric.dataset }
      .map(\.name).min()
  }

  /// The thing whose lines a query tells; else the property they are told by.
  func entity(of query: Query) -> String? {
    query.keys.compactMap(\.dimension).first { model.dimensions[$0]?.isEntity == true }
      ?? query.keys.compactMap(\.dimension).first
  }

  private func isFlow(_ query: Query) -> Bool {
    query.measures.contains { measure in
      model.datasets(ofMetric: measure.metric).contains { model.datasets[$0]?.kind == .flow }
    }
  }
}

extension Filter {
  /// The thing whose names it restricts, be it by another question.
  fileprivate var thing: String? {
    if case .membership(let name, _, _) = self { name } else { dimension }
  }
}
