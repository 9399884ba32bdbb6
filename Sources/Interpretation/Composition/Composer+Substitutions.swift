import Language
import SemanticModel
import Values

/// Figures that another figure of the corpus says better once the whole question is known.
extension Composer {
  /// Replaces figures that exclude or cannot carry what the question filters or splits by.
  mutating func substitute() {
    query.measures = query.measures.map { measure in
      var better = measure
      if let name = substitute(for: measure.metric) { better.metric = name }
      return better
    }
  }

  /// « commandes par statut » counts cancelled orders too; stock-outs by warehouse are told of its own shelves.
  private func substitute(for metric: String) -> String? {
    let filters = query.filters + query.measures.flatMap(\.filters)
    let involved = Set(filters.compactMap(\.dimension)).union(
      query.keys.compactMap { if case .dimension(let name) = $0 { name } else { nil } }
    )
    if metric == "cost_amount", involved.contains("product"), query.period == nil,
      query.keys.isEmpty
    {
      // "how much does the kettle cost?" asks its price; "… did it cost us in 2025" its costs.
      return "product_price"
    }
    if let better = Self.figuresOfSegments.first(where: {
      $0.metric == metric && segments.contains($0.segment) && model.metrics[$0.instead] != nil
    }) {
      return better.instead
    }
    return Self.figuresOfDimensions.first {
      $0.metric == metric && !involved.isDisjoint(with: $0.when) && model.metrics[$0.instead] != nil
    }?.instead
  }

  /// The figure that another is when the question splits or filters by one of these dimensions.
  private static let figuresOfDimensions: [(metric: String, when: [String], instead: String)] = [
    ("orders", ["order_status"], "order_records"),
    ("purchase_order_count", ["purchase_status"], "purchase_records"),
    ("losses", ["stock_status"], "expected_loss"),
    ("loss_value", ["stock_status"], "expected_loss"),
    ("stockout_rate", ["warehouse", "warehouse_city", "location"], "stockout_rate_by_location"),
    ("service_level", ["warehouse", "warehouse_city", "location"], "service_level_by_location"),
  ]

  /// The figure that another is of the things of a segment.
  private static let figuresOfSegments: [(metric: String, segment: String, instead: String)] = [
    ("losses", "loss_making", "gross_margin"), ("loss_value", "loss_making", "gross_margin"),
    ("units_sold", "overstocked", "excess_units"),
    ("units_sold", "below_minimum", "shortage_units"),
    ("supplier_delay", "overdue_orders", "overdue_days"),
    ("units_sold", "open_orders", "open_order_units"),
    ("units_sold", "overdue_orders", "open_order_units"),
    ("orders", "cancelled_customer_orders", "order_records"),
    ("delay_gap", "overdue_orders", "overdue_days"),
    ("losses", "critical_products", "expected_loss"),
    ("loss_value", "critical_products", "expected_loss"),
    ("losses", "to_order", "expected_loss"), ("loss_value", "to_order", "expected_loss"),
    ("cost_amount", "to_order", "order_cost"), ("suggested_units", "to_order", "order_quantity"),
  ]

  /// « dans quels entrepôts avons-nous moins de 1000 unités ? »: units of a place that nobody sold lie there.
  private mutating func preferLevels() {
    let places = ["warehouses", "stock"]
    guard query.period == nil, query.comparison == nil,
      heads.contains(where: {
        model.dimensions[$0.dimension].map { places.contains($0.dataset) } ?? false
      }),
      items.contains(where: { $0.span.metric == "units_sold" }),
      items.allSatisfy({ $0.span.metric != "units_sold" || $0.span.role == .weak })
    else { return }
    for index in query.measures.indices where query.measures[index].metric == "units_sold" {
      query.measures[index].metric = "stock_on_hand"
    }
    for index in query.conditions.indices
    where query.conditions[index].measure.metric == "units_sold" {
      query.conditions[index].measure.metric = "stock_on_hand"
    }
  }

  /// « dernière livraison de chaque fournisseur »: what the words mean of the things the question is about.
  mutating func preferReachable() {
    preferLevels()
    let things = involved
    for index in query.measures.indices {
      let said = query.measures[index].metric
      query.measures[index].metric = reachable(said, things)
      if query.measures[index].metric != said { leaveThings(insideWordsFor: said) }
    }
    for index in query.conditions.indices {
      query.conditions[index].measure.metric = reachable(
        query.conditions[index].measure.metric,
        things
      )
    }
  }

  /// « quel entrepôt contient le plus de références »: articles have no place of their own, their stock has.
  mutating func countAtPlaces() {
    let product = Key.dimension("product")
    guard query.rollup == nil, query.comparison == nil, query.measures.count == 1,
      let count = countMetric(of: "product"), query.measures[0].metric == count,
      !query.keys.contains(product),
      query.keys.contains(where: { key in
        key.dimension.flatMap { model.dimensions[$0]?.isPlace } ?? false
      })
    else { return }
    query.keys.append(product)
    query.measures = [Measure(factMetric(of: "warehouse"))]
    query.rollup = Rollup([.count], over: product)
  }

  /// "units received from suppliers at the Lille warehouse": whom they come from is part of the figure, and no axis.
  private mutating func leaveThings(insideWordsFor metric: String) {
    guard !isGrouped else { return }
    for mention in mentions where mention.metric == metric && mention.role == .verb {
      for head in heads where head.item == mention.item {
        query.keys.removeAll { $0 == .dimension(head.dimension) }
      }
    }
  }

  /// The same for segments: « arrivées en retard » of supplier orders are late receipts.
  mutating func preferReachableSegments() {
    let datasets = query.measures.flatMap { model.datasets(ofMetric: $0.metric) }
    func isKnown(_ name: String) -> Bool {
      guard case .rows(let dataset, _) = model.segments[name]?.scope else { return true }
      return datasets.allSatisfy { reaches($0, dataset) }
    }
    for index in query.filters.indices {
      guard case .segment(let name, let days, let negated) = query.filters[index], !isKnown(name),
        let other = model.segments[name]?.alternatives.first(where: isKnown)
      else { continue }
      query.filters[index] = .segment(other, days: days, negated: negated)
    }
  }

  /// For a period ahead: what is expected then, not what was ordered.
  mutating func preferUpcoming() {
    tellAllAhead()
    shiftBareMonth()
    coverOrders()
    lookAhead()
    guard let start = query.period?.start, start > utterance.clock.now else { return }
    replaceFigures(\.upcoming)
  }

  /// The dimensions that the question splits, filters or speaks of, and the datasets of its segments.
  private var involved: (dimensions: Set<String>, datasets: Set<String>) {
    var dimensions = Set(query.keys.compactMap(\.dimension))
    dimensions.formUnion(query.filters.compactMap(\.dimension))
    dimensions.formUnion(heads.map(\.dimension).filter { model.dimensions[$0]?.isEntity == true })
    dimensions.formUnion(asides.map(\.dimension).filter { model.dimensions[$0]?.isEntity == true })
    let datasets = segments.compactMap { name -> String? in
      guard case .rows(let dataset, _) = model.segments[name]?.scope else { return nil }
      return dataset
    }
    return (dimensions, Set(datasets))
  }

  /// The metric itself, or its first alternative that knows all of the things where it does not.
  func reachable(
    _ metric: String,
    _ things: (dimensions: Set<String>, datasets: Set<String>)
  ) -> String {
    guard let object = model.metrics[metric], !knows(metric, things) else { return metric }
    let isWeak = mentions.contains { $0.metric == metric && $0.role == .weak }
    let others = object.alternatives + (isWeak ? object.weakAlternatives : [])
    return others.first { knows($0, things) } ?? metric
  }

  private func knows(
    _ metric: String,
    _ things: (dimensions: Set<String>, datasets: Set<String>)
  ) -> Bool {
    model.datasets(ofMetric: metric).allSatisfy { dataset in
      things.datasets.allSatisfy { reaches(dataset, $0) }
        && things.dimensions.allSatisfy { name in
          guard let dimension = model.dimensions[name] else { return true }
          return dimension.overrides[dataset] != nil || reaches(dataset, dimension.dataset)
        }
    }
  }

  /// The rate that a count of some of the rows belongs to.
  private static let rates = [
    "late_orders": "late_rate", "on_time_orders": "on_time_rate",
    "cancelled_orders": "cancellation_rate", "fraud_orders": "fraud_rate",
    "returned_units": "return_rate", "return_count": "return_rate",
    "supplier_late_count": "supplier_late_rate", "quantity_rejected": "reject_rate",
    "restocked_units": "restocked_share", "promotion_revenue": "promotion_share",
  ]

  /// « part des commandes annulées »: the rate that a count of some of the rows belongs to.
  mutating func shareAsRate() -> Bool {
    let rates = Self.rates
    let names = query.measures.map(\.metric)
    if names.count == 2, let ratio = ratio(names[0], names[1]) ?? ratio(names[1], names[0]),
      // A price is no share.
      model.metrics[ratio]?.unit == .percent
    {
      query.measures = [Measure(ratio)]
      return true
    }
    if names.count == 2, asksHowMany, let part = names.first(where: { rates[$0] != nil }),
      let rate = rates[part], let whole = names.first(where: { $0 != part }),
      ["orders", "order_records", "purchase_order_count", "returned_units"].contains(whole)
    {
      query.measures = [Measure(part), Measure(rate)]
      return true
    }
    guard names.count == 1,
      query.filters.allSatisfy({ $0.dimension != nil }) || query.filters.isEmpty,
      let rate = rates[names[0]], model.metrics[rate] != nil
    else { return false }
    if query.keys.count > 1 {
      // « quelle proportion des commandes a été signalée, par moyen de paiement »: of all of them in each group.
      query.keys = query.keys.filter { key in
        guard let dimension = key.dimension.flatMap({ model.dimensions[$0] }) else { return true }
        return !dimension.isEntity || dimension.dataset != model.metrics[rate]?.dataset
      }
    }
    // « combien … et quel pourcentage ? »: both.
    query.measures = asksHowMany ? query.measures + [Measure(rate)] : [Measure(rate)]
    return true
  }

  /// The rate that belongs to an amount: the margin rate to the margin, the return rate to what came back.
  func rate(of metric: String) -> String? {
    if metric == "discount_amount" { return "average_discount" }
    if let rate = Self.rates[metric], model.metrics[rate] != nil { return rate }
    return model.rate(of: metric)
  }

  /// The metric that is the ratio of two others.
  func ratio(_ above: String, _ below: String) -> String? {
    model.metrics.values.filter {
      $0.expression == .binary(.divide, .name([above]), .name([below]))
    }.map(\.name).min()
  }

  /// « taux de retard des commandes livrées »: a rate that looks at the status itself is not to be narrowed by it.
  mutating func dropTestedFilters() {
    let tested = Set(
      query.measures.compactMap { model.metrics[$0.metric] }.filter { $0.unit == .percent }
        .flatMap { $0.expression.names(insideAggregates: true) }
    )
    query.filters.removeAll { filter in
      guard case .values(let name, _, false) = filter, let dimension = model.dimensions[name],
        case .name(let path) = dimension.key,
        query.measures.allSatisfy({ model.metrics[$0.metric]?.dataset == dimension.dataset })
      else { return false }
      return tested.contains(path)
    }
  }

  /// "shipping cost per order by carrier": a figure that is a mean over the rows of a thing needs no key for it.
  mutating func dropKeysOfMeans() {
    if query.measures.contains(where: {
      ["average_discount", "discount_amount"].contains($0.metric)
    }),
      let head = (heads + asides).first(where: { $0.dimension == "discount" }),
      !isMarker(head.item - 1, [.group])
    {
      // "what discount are we giving away, by category": the figure itself.
      query.keys.removeAll { $0 == .dimension("discount") }
    }
    guard query.keys.count > 1,
      let metric = query.measures.first.flatMap({ model.metrics[$0.metric] }), !metric.emptyIsZero
    else { return }
    query.keys = query.keys.filter { key in
      guard case .dimension(let name) = key, let dimension = model.dimensions[name],
        dimension.isEntity
      else { return true }
      return dimension.dataset != metric.dataset && !isMean(metric, of: name)
        || heads.first?.dimension == name
    }
  }

  /// Whether a figure is told for each of such things: the average basket is of an order.
  private func isMean(_ metric: Metric, of thing: String) -> Bool {
    guard case .binary(.divide, _, .name(let below)) = metric.expression, below.count == 1 else {
      return false
    }
    return [factCount(of: thing), countMetric(of: thing)].contains(below[0])
  }

  /// « clients dont la première commande date de 2018 »: the date itself is what the period restricts.
  mutating func restrictDates() {
    guard let period = query.period, !countsThose(of: period), let head = heads.first,
      query.keys.contains(.dimension(head.dimension)),
      query.keys.allSatisfy({ $0.dimension != nil }),
      let index = query.measures.firstIndex(where: {
        model.metrics[$0.metric]?.unit == .date && isOnce($0.metric)
      })
    else { return }
    var measure = query.measures[index]
    measure.period = Period(start: nil, end: nil)
    query.measures[index] = measure
    query.conditions += Self.within(period, measure)
    query.period = nil
  }

  /// "the overall return rate of the products whose list price exceeds €200": one figure of all of them together.
  mutating func tellTogetherOverall() {
    guard query.keys.count == 1, let thing = query.keys[0].dimension,
      model.dimensions[thing]?.isEntity == true, !query.conditions.isEmpty, query.rollup == nil,
      rank == nil, query.measures.count == 1,
      !query.conditions.contains(where: { $0.measure.metric == query.measures[0].metric }),
      utterance.tokens.contains(where: { Self.wholeWords.contains($0.folded) })
    else { return }
    var those = Query()
    those.keys = query.keys
    those.measures = query.conditions.map(\.measure)
    those.conditions = query.conditions
    those.period =
      query.conditions.allSatisfy { isProperty($0.measure.metric) } ? nil : query.period
    query.filters.append(.membership(dimension: thing, those, negated: false))
    query.keys = []
    query.conditions = []
  }

  private static let wholeWords: Set<String> = [
    "overall", "global", "globale", "globalement", "altogether", "combined", "cumule", "cumulee",
  ]

  private static func within(_ period: Period, _ measure: Measure) -> [Condition] {
    var conditions: [Condition] = []
    if let start = period.start {
      conditions.append(Condition(measure, .greaterOrEqual, .text(start.iso)))
    }
    if let end = period.end { conditions.append(Condition(measure, .less, .text(end.iso))) }
    return conditions
  }

  /// « clients inscrits en 2025 par région », "how many customers registered in 2025 by segment": how many of the things
  /// whose own date lies in the period; theirs is the only time they have.
  private mutating func countsThose(of period: Period) -> Bool {
    guard let mention = mentions.first(where: { $0.role != .noun && isProperty($0.metric) }),
      let metric = model.metrics[mention.metric], metric.unit == .date,
      let thing = model.dimensions.values.first(where: {
        $0.isEntity && $0.dataset == metric.dataset
      })?.name,
      let count = countMetric(of: thing), query.rollup == nil, isGrouped,
      query.measures.map(\.metric) == [count] || query.measures.map(\.metric) == [mention.metric],
      case let keys = query.keys.filter({ $0 != .dimension(thing) }),
      !keys.isEmpty, keys.allSatisfy({ $0.dimension != nil })
    else { return false }
    var date = Measure(mention.metric)
    date.period = Period(start: nil, end: nil)
    var those = Query()
    those.keys = [.dimension(thing)]
    those.measures = [date]
    those.conditions = Self.within(period, date)
    query.filters.append(.membership(dimension: thing, those, negated: false))
    query.keys = keys
    query.measures = [Measure(count)]
    query.order = nil
    query.period = nil
    return true
  }

  /// Whether a date is one of the thing's own: its first or last sale, its registration, its launch.
  private func isOnce(_ metric: String) -> Bool {
    ["first_sale_date", "last_sale_date"].contains(metric) || isProperty(metric)
  }

  /// A word of many uses (« type ») splits by a property of the figure's own rows first.
  mutating func preferOwnKeys() {
    guard let metric = query.measures.first?.metric else { return }
    let datasets = model.datasets(ofMetric: metric)
    for item in items where item.span.role == .weak {
      guard let name = item.span.dimension, let dimension = model.dimensions[name],
        !dimension.isEntity
      else { continue }
      if !datasets.contains(dimension.dataset) { penalty += 0.35 }
    }
  }

  /// "customers who bought both A and B": those with the one and with the other.
  mutating func requireBoth() {
    guard let entity = counted ?? heads.first?.dimension,
      model.dimensions[entity]?.isEntity == true,
      utterance.tokens.contains(where: { ["both", "deux"].contains($0.folded) })
        || utterance.text.contains("à la fois")
    else { return }
    for (place, filter) in query.filters.enumerated() {
      guard case .values(let dimension, let values, false) = filter, values.count > 1,
        dimension != entity
      else { continue }
      query.filters.remove(at: place)
      for value in values {
        var bought = Query()
        bought.keys = [.dimension(entity)]
        bought.measures = [Measure("units_sold")]
        bought.filters = [.values(dimension: dimension, values: [value], negated: false)]
        bought.period = query.period
        query.filters.append(.membership(dimension: entity, bought, negated: false))
      }
      namedGroups.removeAll { $0 == dimension }
      return
    }
  }

  /// Things mentioned beside a figure that its rows know nothing of are not explained by it.
  mutating func rejectStrangers() {
    guard let metric = query.measures.first?.metric else { return }
    let datasets = model.datasets(ofMetric: metric)
    for (dimension, item) in asides {
      guard let entity = model.dimensions[dimension], entity.isEntity else { continue }
      let isKnown = datasets.contains { dataset in
        entity.overrides[dataset] != nil || reaches(dataset, entity.dataset)
          || reaches(entity.dataset, dataset)
      }
      guard !isKnown else { continue }
      unusedWords.append(utterance.written(items[item].span.tokens))
      penalty += 1
    }
  }

  /// « coûts d'achat, de stockage et de livraison »: among sums of money, a mean over the catalogue is hardly meant.
  mutating func doubtCatalogue() {
    guard query.keys.allSatisfy({ $0.dimension == nil }), query.filters.isEmpty else { return }
    let amounts = query.measures.compactMap { model.metrics[$0.metric] }
      .filter { $0.unit == .currency }.compactMap {
        $0.dataset.flatMap { model.datasets[$0]?.kind }
      }
    if amounts.contains(.entity), amounts.contains(.flow) { penalty += 0.3 }
  }

  func reaches(_ start: String, _ end: String) -> Bool {
    do {
      _ = try model.joinPath(from: start, to: end)
      return true
    } catch SemanticModel.JoinProblem.ambiguous {
      return true
    } catch {
      return false
    }
  }
}
