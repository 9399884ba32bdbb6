import Language
import SemanticModel
import Values

/// The last step: from what was found to the shape of the query – figure, breakdown, ranking, list, count, share.
extension Composer {
  mutating func shape() {
    takeWeekend()
    applyWhen()
    if mentions.contains(where: { model.metrics[$0.metric]?.unit == .days }) { take([.howLong]) }
    applyValuation()
    query.measures = measures()
    let isShare = take([.share]) && query.comparison == nil
    let isGrowth = take([.growth])
    let isDecline = take([.decline])
    let isTrend = take([.trend])
    if take([.cumulative]) { query.isCumulative = true }
    if isGrowth || isDecline { impliedComparison() }
    requireBoth()
    addNamedGroups()
    addTrend(isTrend && query.comparison == nil || query.isCumulative)
    if counted != nil {
      count(isShare: isShare)
    } else {
      figures(isShare: isShare)
    }
    applyStatistics(takeStatistics())
    applyRank(isGrowth: isGrowth, isDecline: isDecline)
    for dimension in sameNames where query.keys.isEmpty && query.rollup == nil { addKey(.dimension(dimension)) }
    substitute()
    for index in query.measures.indices { query.measures[index].trailingDays = lapse }
    if isShare, !shareAsRate() { share() }
    dropKeysOfMeans()
    restrictDates()
    rejectStrangers()
    preferOwnKeys()
    take([.each, .compare])
  }

  // MARK: - Figures

  /// The figures asked for, each once, in order.
  private func measures() -> [Measure] {
    var names: [String] = []
    for mention in mentions where !names.contains(mention.metric) { names.append(mention.metric) }
    // « Combien a-t-on vendu ? » asks for units and money alike.
    if names == ["units_sold"], mentions.allSatisfy({ $0.role == .verb }), heads.isEmpty, rank == nil, asksHowMany, !hasProductName {
      names = ["revenue", "units_sold"]
    }
    return names.map { Measure($0) }
  }

  private var asksHowMany: Bool {
    items.contains { $0.span.marker == .count || $0.span.marker == .howMuch }
  }

  private var hasProductName: Bool { items.contains { $0.span.value != nil } }

  /// « quand la commande X a-t-elle été livrée ? »: the date of the event, not its duration.
  private mutating func applyWhen() {
    guard has(.when) else { return }
    let dates = ["delivery_time": "delivery_date", "shipping_time": "shipping_date", "delivered_orders": "delivery_date",
      "orders": "last_sale_date", "units_sold": "last_sale_date", "revenue": "last_sale_date",
      "supplier_lead_time": "receipt_date", "quantity_received": "receipt_date", "buying_customers": "last_sale_date"]
    var changed = false
    mentions = mentions.map { mention in
      guard mention.role == .verb || (mention.role == .weak && mention.metric != "revenue"), let date = dates[mention.metric], model.metrics[date] != nil
      else { return mention }
      changed = true
      return Mention(metric: date, role: mention.role, item: mention.item)
    }
    if !changed, let index = firstItem([.when]), heads.contains(where: { $0.dimension == "customer_order" }), model.metrics["order_date"] != nil {
      mentions.insert(Mention(metric: "order_date", role: .noun, item: index), at: 0)
    }
    if changed || mentions.contains(where: { model.metrics[$0.metric]?.unit == .date }) { take([.when]) }
  }

  /// « valorisé au prix de vente »: the value of the stock at selling price; « au coût » is what it is anyway.
  private mutating func applyValuation() {
    let atPrice = take([.atPrice])
    guard take([.atCost]) || atPrice else { return }
    mentions = mentions.map { mention in
      if mention.metric == "losses" { return Mention(metric: "loss_value", role: .noun, item: mention.item) }
      guard ["stock_on_hand", "stock_value"].contains(mention.metric) else { return mention }
      return Mention(metric: atPrice ? "stock_value_at_price" : "stock_value", role: .noun, item: mention.item)
    }
  }

  private mutating func takeWeekend() {
    if take([.weekend]) { query.filters.append(.weekdays([6, 7])) }
    if take([.workweek]) { query.filters.append(.weekdays([1, 2, 3, 4, 5])) }
  }

  /// Named groups give one row each: « meubles et technologie ».
  private mutating func addNamedGroups() {
    for dimension in namedGroups where !heads.contains(where: { $0.dimension == dimension }) {
      addKey(.dimension(dimension))
    }
  }

  /// « évolution du CA »: along time, by month unless a grain or a short period says otherwise.
  private mutating func addTrend(_ isTrend: Bool) {
    let hasAxis = query.keys.contains { if case .time = $0 { true } else { false } }
    guard isTrend, !hasAxis else { return }
    let days = query.period?.length ?? 1000
    query.keys.insert(.time(days <= 31 ? .day : .month), at: 0)
  }

  // MARK: - Subjects

  private var subject: String? { heads.first?.dimension }

  /// Without « combien »: a ranking, a breakdown, a list, or one figure.
  private mutating func figures(isShare: Bool) {
    for head in heads where !namesTheMeasureOnly(head.dimension) {
      let isAxis = query.keys.contains(.dimension(head.dimension))
      if !isAxis, isShare, rank != nil || !query.conditions.isEmpty || !query.filters.isEmpty, query.keys.isEmpty || rank != nil { 
        query.keys.insert(.dimension(head.dimension), at: 0)
      } else if head.dimension == "rfm_score" {
        addKey(.dimension("customer"))
        addKey(.dimension(head.dimension))
      } else if !isAxis {
        let place = query.keys.firstIndex { if case .time = $0 { true } else { false } } == nil ? min(query.keys.count, heads.count - 1) : query.keys.count
        query.keys.insert(.dimension(head.dimension), at: query.keys.isEmpty ? 0 : place)
      }
    }
    addAsides()
    if rank != nil, heads.isEmpty, query.keys.isEmpty, askedGrain == nil, namesProducts { addKey(.dimension("product")) }
    if query.measures.isEmpty {
      chooseMeasures()
    } else if !heads.isEmpty, rank == nil, !isShare {
      for condition in query.conditions where !query.measures.contains(where: { $0.metric == condition.measure.metric }) {
        query.measures.append(condition.measure)
      }
    }
    if !query.conditions.isEmpty, query.keys.isEmpty { addConditionSubject() }
  }

  /// "5 best selling binders": a group of products is named, its members are ranked.
  private var namesProducts: Bool {
    query.filters.contains { filter in
      switch filter {
      case .values(let name, _, false): ["category", "subcategory"].contains(name)
      case .nameMatches(_, _, false): true
      default: false
      }
    }
  }

  /// « CA et taux de marge des commandes »: a thing that every figure is about anyway is no axis.
  private func namesTheMeasureOnly(_ dimension: String) -> Bool { dimension == "sale_line" && !query.measures.isEmpty && rank == nil && query.conditions.isEmpty }

  /// Attributes beside the subject of a list are columns; a plural attribute of a figure is its axis.
  private mutating func addAsides() {
    for (dimension, item) in asides {
      guard let object = model.dimensions[dimension], !query.keys.contains(.dimension(dimension)) else { continue }
      let isList = !heads.isEmpty && query.measures.isEmpty && rank == nil
      let filtered = query.filters.contains { $0.dimension == dimension }
      if filtered { continue }
      if !heads.isEmpty, rank == nil, counted == nil, !object.isEntity, isEnumerated(item), query.measures.allSatisfy({ isProperty($0.metric) }) {
        addKey(.dimension(dimension))
        continue
      }
      if isList, !object.isEntity || items[item].followsPreposition == false || heads.allSatisfy({ $0.dimension != dimension }) && hasWith(item) {
        addKey(.dimension(dimension))
      } else if !object.isEntity, items[item].isPlural, query.keys.isEmpty, !query.measures.isEmpty {
        addKey(.dimension(dimension))
      } else if rank != nil, query.keys.isEmpty, heads.isEmpty {
        addKey(.dimension(dimension))
      } else if object.isEntity, heads.isEmpty, query.measures.isEmpty, query.keys.isEmpty {
        addKey(.dimension(dimension))
      } else if !object.isEntity, query.keys.isEmpty, !query.measures.isEmpty, counted == nil {
        addKey(.dimension(dimension))
        penalty += 0.1
      } else if !object.isEntity { penalty += 0.3 } else if hasWith(item) { addKey(.dimension(dimension)) }
    }
  }

  /// One of a list: « nom, pays et note ».
  private func isEnumerated(_ item: Int) -> Bool {
    items[item].opensClause || isMarker(item - 1, [.and]) || isMarker(item + 1, [.and])
  }

  /// « avec leur fournisseur », "with its reference".
  private func hasWith(_ item: Int) -> Bool {
    let start = items[item].span.tokens.lowerBound
    return utterance.tokens[max(0, start - 2)..<start].contains { ["avec", "with"].contains($0.folded) }
  }

  /// A condition without a subject is about the thing its figure is usually told of.
  private mutating func addConditionSubject() {
    let entities = query.conditions.map { entity(of: $0.measure.metric) }
    if let entity = entities.first { query.keys = [.dimension(entity)] }
  }

  /// The figure meant when none is named.
  private mutating func chooseMeasures() {
    let conditions = query.conditions.map(\.measure.metric)
    if !conditions.isEmpty {
      var names: [String] = []
      for name in conditions where !names.contains(name) { names.append(name) }
      query.measures = names.map { Measure($0) }
      return
    }
    let showing = segments.compactMap { model.segments[$0]?.showing }.first ?? []
    if !showing.isEmpty, !query.keys.isEmpty {
      query.measures = showing.map { Measure($0) }
    } else if heads.isEmpty, !query.keys.isEmpty, let aside = asides.first(where: { model.dimensions[$0.dimension]?.isEntity == true }),
      !query.keys.contains(.dimension(aside.dimension)), let count = countMetric(of: aside.dimension)
    {
      query.measures = [Measure(count)]
    } else if rank != nil, let first = query.keys.first {
      query.measures = [Measure(rankedByDefault(first))]
      penalty += 0.1
    } else if query.keys.count > 1 || query.keys.first.map({ if case .time = $0 { true } else { false } }) ?? false, heads.isEmpty || query.comparison != nil {
      query.measures = [Measure("revenue")]
      penalty += 0.6
    } else if heads.isEmpty, !segments.isEmpty {
      listSegment()
    } else if heads.count == 1, query.keys.count > 1, isGrouped, let count = countMetric(of: heads[0].dimension) {
      // "customers per segment": how many.
      query.keys.removeAll { $0 == .dimension(heads[0].dimension) }
      query.measures = [Measure(count)]
    } else if heads.isEmpty, query.keys.isEmpty, asksWho, let owner = valueDimension.flatMap(owner) {
      query.keys = [.dimension(owner)]
    } else if heads.isEmpty, asides.isEmpty, query.keys.isEmpty, let value = valueDimension {
      describe(value)
    } else if query.keys.isEmpty {
      penalty += 2
    }
  }

  /// « qui », "who": people or firms.
  private var asksWho: Bool {
    utterance.tokens.first.map { ["qui", "who", "lesquels", "lesquelles"].contains($0.folded) } ?? false
  }

  /// The entity that a named attribute is an attribute of.
  private func owner(of dimension: String) -> String? {
    guard let object = model.dimensions[dimension], !object.isEntity else { return nil }
    return model.dimensions.values.filter { $0.isEntity && $0.dataset == object.dataset }.map(\.name).min()
  }

  /// A group marker stood before a key (rather than a list of attributes).
  private var isGrouped: Bool {
    items.indices.contains { isMarker($0, [.group]) } || items.contains { if case .grain(_, let each) = $0.span.meaning { each } else { false } }
  }

  /// A segment alone (« en rupture », "dormant") lists its things.
  private mutating func listSegment() {
    guard let name = segments.first, let segment = model.segments[name] else { return }
    if name == "in_stock", asksHowMany, namesProducts || valueDimension == "product" {
      // « combien de climatiseurs en stock »: how many pieces, not how many articles.
      query.filters.removeAll { $0 == .segment(name, days: nil, negated: false) }
      query.measures = [Measure("stock_on_hand")]
      take([.count])
      return
    }
    switch segment.scope {
    case .entity(let dimension, _) where asksHowMany:
      query.measures = countMetric(of: dimension).map { [Measure($0)] } ?? []
      take([.count])
    case .rows(let dataset, _) where asksHowMany:
      query.measures = rowCount(of: dataset).map { [Measure($0)] } ?? []
      take([.count])
    case .entity(let dimension, _):
      query.keys.insert(.dimension(dimension), at: 0)
      query.measures = segment.showing.map { Measure($0) }
    case .rows(let dataset, _):
      query.measures = segment.showing.isEmpty ? rowCount(of: dataset).map { [Measure($0)] } ?? [] : segment.showing.map { Measure($0) }
      if query.measures.isEmpty { penalty += 2 }
    }
  }

  /// The dimension of the only name in the question.
  private var valueDimension: String? {
    let names = query.filters.compactMap(\.dimension)
    return names.count == 1 ? names[0] : nil
  }

  /// A name alone asks for what is known of it; « combien de X » for its stock.
  private mutating func describe(_ dimension: String) {
    let details: [String: [String]] = [
      "product": ["stock_on_hand", "product_price", "units_sold", "revenue", "gross_margin"],
      "customer": ["revenue", "orders", "average_basket", "last_sale_date"],
      "supplier": ["supplier_rating", "announced_lead_time", "revenue", "gross_margin"],
      "customer_order": ["order_date", "shipping_date", "delivery_date", "revenue"],
      "warehouse": ["stock_on_hand", "stock_value"],
    ]
    if asksHowMany, ["product", "category", "subcategory"].contains(dimension) {
      take([.count])
      query.measures = [Measure("stock_on_hand")]
      penalty += 0.2
    } else if let metrics = details[dimension] {
      query.measures = metrics.filter { model.metrics[$0] != nil }.map { Measure($0) }
      query.keys = [.dimension(dimension)]
      if dimension == "customer_order" { query.keys.append(.dimension("order_status")) }
      penalty += 0.3
    } else {
      query.measures = [Measure("revenue")]
      penalty += 1
    }
  }

  private func rankedByDefault(_ key: Key) -> String {
    if key == .dimension("supplier"), rank?.isQuality == true { return "supplier_rating" }
    guard case .dimension(let name) = key, let dataset = model.dimensions[name]?.dataset else { return "revenue" }
    return ["products", "customers", "suppliers", "sales", "customer_orders"].contains(dataset) ? "revenue" : rowCount(of: dataset) ?? "revenue"
  }

  // MARK: - Counting

  /// The figure that counts the members of an entity.
  func countMetric(of dimension: String) -> String? {
    guard let entity = model.dimensions[dimension] else { return nil }
    if entity.name == "customer_order" { return "orders" }
    if entity.name == "sale_line" { return "sale_lines" }
    return entity.isEntity ? rowCount(of: entity.dataset) : nil
  }

  private func rowCount(of dataset: String) -> String? {
    let exact = model.metrics.values.filter { $0.dataset == dataset && $0.expression == .call("count", []) }
    return exact.map(\.name).min()
  }

  /// « combien de X »: rows of the entity itself, or of those its facts and thresholds leave.
  private mutating func count(isShare: Bool) {
    guard let counted, model.dimensions[counted] != nil else { return }
    let rest = heads.map(\.dimension).filter { $0 != counted }
    for dimension in rest { addKey(.dimension(dimension)) }
    for (dimension, item) in asides where model.dimensions[dimension]?.isEntity == false && items[item].isPlural {
      addKey(.dimension(dimension))
    }
    let others = query.measures
    if has(.mean), let other = (heads + asides).map(\.dimension).first(where: { $0 != counted && model.dimensions[$0]?.isEntity == true }),
      let above = countMetric(of: counted), let below = countMetric(of: other), let ratio = ratio(above, below)
    {
      take([.mean])
      query.measures = [Measure(ratio)]
      query.keys.removeAll { $0 == .dimension(other) }
      return
    }
    let place = heads.first { $0.dimension == counted }?.item ?? -1
    let verbs = mentions.filter { $0.role == .verb && $0.item > place && !isMarker($0.item - 1, [.and]) }
    if let own = ownCount(of: counted, among: others) {
      query.measures = [own]
      return
    }
    let needsGroups = !query.conditions.isEmpty || (!verbs.isEmpty && others.count == verbs.count) || isShare
    if !needsGroups, let metric = countMetric(of: counted), canCount(metric) {
      query.measures = [Measure(metric)] + others.filter { $0.metric != metric }
      return
    }
    if !needsGroups, query.period == nil { penalty += 0.6 }
    query.keys.append(.dimension(counted))
    if query.measures.isEmpty {
      query.measures = query.conditions.isEmpty ? [Measure(factMetric(of: counted))] : [query.conditions[0].measure]
    }
    query.rollup = Rollup([isShare ? .shareOfCount : .count], over: query.keys.count > 1 ? .dimension(counted) : nil)
    if !isShare, mentions.contains(where: { $0.role == .noun }), verbs.isEmpty { query.rollup?.functions.append(.sum) }
    if isShare, query.conditions.isEmpty, !query.filters.isEmpty { shareOfMembers(counted) }
  }

  /// "how many orders were cancelled": a figure that counts rows of the thing itself is the answer.
  private func ownCount(of dimension: String, among measures: [Measure]) -> Measure? {
    guard query.conditions.isEmpty, measures.count == 1, let metric = model.metrics[measures[0].metric],
      metric.unit == .count, let home = model.dimensions[dimension]?.dataset
    else { return nil }
    return metric.dataset == home ? measures[0] : nil
  }

  /// The entity's own rows can be counted unless a period or a fact's filter speaks of what happened to them.
  private func canCount(_ metric: String) -> Bool {
    guard let dataset = model.metrics[metric]?.dataset, let home = model.datasets[dataset] else { return false }
    if home.kind == .entity, let period = query.period, period.start != nil || period.end != nil { return false }
    return query.filters.allSatisfy { filter in
      guard let dimension = filter.dimension.flatMap({ model.dimensions[$0] }) else { return true }
      return dimension.overrides[dataset] != nil || (try? model.joinPath(from: dataset, to: dimension.dataset)) != nil
    } && query.keys.allSatisfy { key in
      switch key {
      case .time: return home.kind != .entity
      case .dimension(let name):
        guard let dimension = model.dimensions[name] else { return false }
        return dimension.overrides[dataset] != nil || (try? model.joinPath(from: dataset, to: dimension.dataset)) != nil
      }
    }
  }

  private func factMetric(of dimension: String) -> String {
    let places = ["warehouse", "warehouse_city", "location"]
    let isPlaced = query.keys.contains { if case .dimension(let name) = $0 { places.contains(name) } else { false } }
      || query.filters.contains { $0.dimension.map { places.contains($0) } ?? false }
    return isPlaced || model.dimensions[dimension]?.dataset == "warehouses" ? "stock_on_hand" : "units_sold"
  }

  /// « part des clients du segment X »: members that pass the filters, of all members.
  private mutating func shareOfMembers(_ dimension: String) {
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

extension Filter {
  /// The dimension a filter is on; nil for segments and weekdays.
  var dimension: String? {
    switch self {
    case .values(let name, _, _), .nameMatches(let name, _, _), .compare(let name, _, _): name
    case .membership, .segment, .weekdays: nil
    }
  }
}
