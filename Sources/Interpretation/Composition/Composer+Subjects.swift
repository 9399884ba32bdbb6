import Language
import SemanticModel
import Values

/// Without « combien »: a ranking, a breakdown, a list, or one figure; and the figures meant when none is named.
extension Composer {
  var subject: String? { heads.first?.dimension }

  /// Without « combien »: a ranking, a breakdown, a list, or one figure.
  mutating func figures(isShare: Bool) {
    for head in heads where !namesTheMeasureOnly(head.dimension) {
      let isAxis = query.keys.contains(.dimension(head.dimension))
      if !isAxis, isShare, rank != nil || !query.conditions.isEmpty || !query.filters.isEmpty,
        query.keys.isEmpty || rank != nil
      {
        query.keys.insert(.dimension(head.dimension), at: 0)
      } else if head.dimension == "rfm_score" {
        addKey(.dimension("customer"))
        addKey(.dimension(head.dimension))
      } else if !isAxis {
        let place =
          query.keys.firstIndex { if case .time = $0 { true } else { false } } == nil
          ? min(query.keys.count, heads.count - 1) : query.keys.count
        query.keys.insert(.dimension(head.dimension), at: query.keys.isEmpty ? 0 : place)
      }
    }
    addAsides()
    tellOfEach()
    if rank != nil, heads.isEmpty, query.keys.isEmpty, askedGrain == nil {
      if namesProducts {
        addKey(.dimension("product"))
      } else if let ranked = mentions.first(where: { $0.role == .top || $0.role == .bottom }) {
        // "what sold best last week": the things that the figure is usually told of.
        addKey(.dimension(asksWho ? actor(of: ranked.metric) : entity(of: ranked.metric)))
        hasImpliedSubject = true
        penalty += 0.1
      }
    }
    if asksWhich, query.keys.isEmpty, heads.isEmpty,
      let name = segments.first, let entity = entity(ofSegment: name)
    {
      addKey(.dimension(entity))
    }
    if query.measures.isEmpty {
      chooseMeasures()
      showDates()
    } else if !heads.isEmpty, rank == nil, !isShare {
      for condition in query.conditions
      where !query.measures.contains(where: { $0.metric == condition.measure.metric }) {
        query.measures.append(condition.measure)
      }
    }
    if !query.conditions.isEmpty, query.keys.isEmpty {
      if asksYesOrNo {
        // « a-t-on dépassé 1 million ? »: the figure itself says it.
        query.conditions = []
      } else {
        addConditionSubject()
      }
    }
  }

  /// "5 best selling binders": a group of products is named, its members are ranked.
  var namesProducts: Bool {
    query.filters.contains { filter in
      switch filter {
      case .values(let name, _, false): ["category", "subcategory"].contains(name)
      case .nameMatches(_, _, false): true
      default: false
      }
    }
  }

  /// « CA et taux de marge des commandes »: a thing that every figure is about anyway is no axis.
  func namesTheMeasureOnly(_ dimension: String) -> Bool {
    if let home = model.dimensions[dimension]?.dataset, isGrouped, let axis = firstAxis,
      let head = heads.first(where: { $0.dimension == dimension }), head.item > axis,
      let metric = query.measures.first?.metric, model.dimensions[dimension]?.isEntity == true,
      ([metric] + (model.metrics[metric]?.alternatives ?? [])).contains(where: {
        model.datasets(ofMetric: $0) == [home]
      })
    {
      // « % de retards par fournisseur, commandes fournisseurs de 2025 »: what the figure is about.
      return true
    }
    if rank == nil, !query.measures.isEmpty, counted == nil,
      let head = heads.first(where: { $0.dimension == dimension }), head.item > 0,
      let value = items[head.item - 1].span.value, namedGroups.contains(value.dimension),
      model.dimensions[value.dimension]?.dataset == model.dimensions[dimension]?.dataset
    {
      // "average discount given to Corporate versus Consumer customers": of the two, and not of each customer.
      return true
    }
    if isGrouped, rank == nil, !query.keys.isEmpty, !query.measures.isEmpty,
      let head = heads.first(where: { $0.dimension == dimension }),
      let axis = firstAxis, head.item > axis, isRestated(head.item)
    {
      // "refunds per reason, limited to goods that were not restocked": which of them, and not each.
      return true
    }
    return namesSaleLines(dimension)
  }

  /// "goods that were …", « articles qui … »: named again only to say which.
  private func isRestated(_ item: Int) -> Bool {
    let end = items[item].span.tokens.upperBound
    let relatives: Set<String> = ["that", "which", "who", "qui", "dont", "whose"]
    return end < utterance.tokens.count && relatives.contains(utterance.tokens[end].folded)
      && !isMarker(item - 1, Self.introducers)
  }

  private var firstAxis: Int? {
    items.indices.first { isMarker($0, [.group]) && isUsed[$0] && !query.keys.isEmpty }
  }

  private func namesSaleLines(_ dimension: String) -> Bool {
    dimension == "sale_line" && !query.measures.isEmpty && rank == nil && query.conditions.isEmpty
  }

  /// Attributes beside the subject of a list are columns; a plural attribute of a figure is its axis.
  mutating func addAsides() {
    for (dimension, item) in asides {
      guard let object = model.dimensions[dimension], !query.keys.contains(.dimension(dimension))
      else { continue }
      let isList = !heads.isEmpty && query.measures.isEmpty && rank == nil
      let filtered = query.filters.contains { $0.dimension == dimension }
      if filtered { continue }
      if !object.isEntity, items[item].followsPreposition, !items[item].isPlural, !hasWith(item),
        heads.contains(where: { $0.item == item - 1 }), !isGrouped
      {
        // « articles de rangement »: what they are for, and no column beside them.
        penalty += 0.4
      }
      if isGrouped, !query.keys.isEmpty, !query.measures.isEmpty, isRestated(item) { continue }
      if !heads.isEmpty, rank == nil, counted == nil, !object.isEntity, isEnumerated(item),
        query.measures.allSatisfy({ isProperty($0.metric) })
      {
        addKey(.dimension(dimension))
        continue
      }
      if isList,
        !object.isEntity || items[item].followsPreposition == false
          || heads.allSatisfy({ $0.dimension != dimension }) && hasWith(item)
      {
        addKey(.dimension(dimension))
      } else if !object.isEntity, items[item].isPlural, query.keys.isEmpty, !query.measures.isEmpty
      {
        addKey(.dimension(dimension))
      } else if rank != nil, query.keys.isEmpty, heads.isEmpty {
        if hasWith(item), let ranked = mentions.first(where: { $0.item < item }) {
          // "10 lowest stocks with supplier": the things ranked, beside them what goes with each.
          addKey(.dimension(entity(of: ranked.metric)))
        }
        addKey(.dimension(dimension))
      } else if object.isEntity, heads.isEmpty, query.measures.isEmpty, query.keys.isEmpty {
        addKey(.dimension(dimension))
      } else if !object.isEntity, query.keys.isEmpty, !query.measures.isEmpty, counted == nil {
        addKey(.dimension(dimension))
        penalty += 0.1
      } else if joinsAxis(item) {
        // « catégorie x segment client », without « par »
        addKey(.dimension(dimension))
      } else if asksWhich(item) {
        // "… and which warehouse are they in?"
        addKey(.dimension(dimension))
      } else if !object.isEntity {
        penalty += 0.3
      } else if hasWith(item), !isNarrowed(item) {
        addKey(.dimension(dimension))
      }
    }
  }

  /// « le CA fait avec les clients de Lille »: whom it was made with, and no column beside it.
  private func isNarrowed(_ item: Int) -> Bool {
    guard items.indices.contains(item + 1), let value = items[item + 1].span.value,
      let thing = items[item].span.dimension, heads.isEmpty
    else { return false }
    return model.dimensions[value.dimension]?.dataset == model.dimensions[thing]?.dataset
  }

  /// Whether it is joined to a dimension that splits the figure.
  private func joinsAxis(_ item: Int) -> Bool {
    guard rank == nil, isMarker(item - 1, [.and]), items.indices.contains(item - 2),
      let before = items[item - 2].span.dimension
    else { return false }
    return query.keys.contains(.dimension(before))
  }

  /// One of a list: « nom, pays et note ».
  func isEnumerated(_ item: Int) -> Bool {
    items[item].opensClause || isMarker(item - 1, [.and]) || isMarker(item + 1, [.and])
  }

  /// « dans quel entrepôt », "in which warehouse".
  private func asksWhich(_ item: Int) -> Bool {
    let start = items[item].span.tokens.lowerBound
    let words: Set<String> = ["which", "what", "quel", "quelle", "quels", "quelles"]
    if start > 0, words.contains(utterance.tokens[start - 1].folded) { return true }
    // "… and who supplies them", « … et qui les fournit ».
    return isMarker(item - 1, [.and])
      && ["who", "qui"].contains(utterance.tokens[start].folded)
  }

  /// « avec leur fournisseur », "with its reference".
  func hasWith(_ item: Int) -> Bool {
    let start = items[item].span.tokens.lowerBound
    let before = utterance.tokens[max(0, start - 2)..<start].map(\.folded)
    if before.contains("avec") || before.contains("with") || before.suffix(2) == ["w", "/"]
      || before.last == "+"
    {
      return true
    }
    // « avec la quantité et le fournisseur »
    let isJoined = before.contains("et") || before.contains("and") || before.contains(",")
    let beyond = isMarker(item - 1, [.and]) ? item - 2 : item - 1
    guard isJoined, items.indices.contains(beyond),
      items[beyond].span.metric != nil || asides.contains(where: { $0.item == beyond })
    else { return false }
    return hasWith(beyond)
  }

  /// A condition without a subject is about the thing its figure is usually told of.
  mutating func addConditionSubject() {
    let entities = query.conditions.map { entity(of: $0.measure.metric) }
    if let entity = entities.first { query.keys = [.dimension(entity)] }
  }

  /// The figure meant when none is named.
  mutating func chooseMeasures() {
    let conditions = query.conditions.map(\.measure.metric)
    if !conditions.isEmpty {
      var names: [String] = []
      for name in conditions where !names.contains(name) { names.append(name) }
      query.measures = names.map { Measure($0) }
      return
    }
    if query.keys.contains(where: { $0.dimension == "warehouse" || $0.dimension == "location" }),
      query.filters.contains(where: {
        $0.dimension.map { ["product", "subcategory", "category"].contains($0) } ?? false
      })
    {
      // "where is it kept": what lies there.
      query.measures = [Measure("stock_on_hand")]
      take([.count])
      return
    }
    if tellStateOfGroups() { return }
    if tellMoneyAsked() { return }
    let showing = segments.compactMap { model.segments[$0]?.showing }.first ?? []
    if let name = segments.first, case .entity(let member, _) = model.segments[name]?.scope,
      !query.keys.isEmpty, !query.keys.contains(.dimension(member)),
      query.keys.allSatisfy({ isAxis($0, beside: member) }), let count = countMetric(of: member)
    {
      // « ruptures par fournisseur »: how many there are in each group.
      query.measures = [Measure(count)]
    } else if let name = segments.first, case .rows(let dataset, _) = model.segments[name]?.scope,
      isGrouped, heads.count == 1, query.keys.count > 1,
      model.dimensions[heads[0].dimension]?.dataset == dataset,
      let count = countMetric(of: heads[0].dimension)
    {
      // « anomalies encore en attente, par gravité »: how many there are of each.
      query.keys.removeAll { $0 == .dimension(heads[0].dimension) }
      query.measures = [Measure(count)]
    } else if let name = segments.first, case .entity(let member, _) = model.segments[name]?.scope,
      isGrouped, rank == nil, heads.map(\.dimension) == [member], query.keys.count > 1,
      query.keys.contains(.dimension(member)), !asksWhich,
      !items.indices.contains(where: { isMarker($0, [.list]) }), let count = countMetric(of: member)
    {
      // « clients actifs par segment »: how many there are in each.
      query.keys.removeAll { $0 == .dimension(member) }
      query.measures = [Measure(count)]
    } else if !showing.isEmpty, !query.keys.isEmpty {
      query.measures = showing.map { Measure($0) }
    } else if heads.isEmpty, !query.keys.isEmpty,
      let aside = asides.first(where: { model.dimensions[$0.dimension]?.isEntity == true }),
      !query.keys.contains(.dimension(aside.dimension)),
      let count = countMetric(of: aside.dimension)
    {
      query.measures = [Measure(count)]
    } else if let rank, let first = query.keys.first, isRecent(rank.item),
      let date = first.dimension.flatMap({ model.dimensions[$0]?.dateMetric })
    {
      // « les dernières alertes », "latest orders", "oldest open orders": by their date.
      query.measures = [Measure(date)]
      self.rank = (!isOld(rank.item), false, rank.item)
    } else if let rank, saysOften(rank.item), let rows = rowsOfState {
      query.measures = [Measure(rows)]
    } else if rank != nil, let first = query.keys.first {
      query.measures = [Measure(rankedByDefault(first))]
      penalty += 0.1
    } else if query.comparison != nil, heads.count == 1, asksWhich || asksWho,
      query.keys == [.dimension(heads[0].dimension)], reaches("sales", of: heads[0].dimension)
    {
      // "which items are down this month": those that bring in less, and not how many items there are.
      query.measures = [Measure("revenue")]
    } else if query.comparison != nil, heads.count == 1,
      query.keys == [.dimension(heads[0].dimension)],
      let count = countMetric(of: heads[0].dimension)
    {
      // "orders this month compared with last month": their number, not a list of them.
      query.keys = []
      query.measures = [Measure(count)]
    } else if query.keys.count > 1
      || query.keys.first.map({ if case .time = $0 { true } else { false } }) ?? false,
      heads.isEmpty || query.comparison != nil
    {
      query.measures = [Measure("revenue")]
      penalty += 0.6
    } else if heads.isEmpty, !segments.isEmpty {
      listSegment()
    } else if heads.count == 1, query.keys.count > 1, isGrouped,
      let count = countMetric(of: heads[0].dimension)
    {
      // "customers per segment": how many.
      query.keys.removeAll { $0 == .dimension(heads[0].dimension) }
      query.measures = [Measure(count)]
    } else if heads.isEmpty, query.keys.isEmpty, asksWho, let owner = valueDimension.flatMap(owner)
    {
      query.keys = [.dimension(owner)]
    } else if heads.isEmpty, asides.isEmpty, query.keys.isEmpty, let value = valueDimension {
      describe(value)
    } else if query.keys.isEmpty {
      penalty += 2
    }
  }

  private func reaches(_ dataset: String, of dimension: String) -> Bool {
    reaches(dataset, model.dimensions[dimension]?.dataset ?? "")
  }

  /// Whether a key groups the things of another one instead of describing them.
  private func isAxis(_ key: Key, beside member: String) -> Bool {
    guard let name = key.dimension, let dimension = model.dimensions[name] else { return false }
    return dimension.isEntity || dimension.dataset != model.dimensions[member]?.dataset
      || isGrouped
  }

  /// « quels événements d'ici fin mai », "orders of last week": with the dates they are picked by.
  mutating func showDates() {
    let folds: Set<Marker> = [.mean, .median, .minimum, .maximum, .deviation, .share, .count]
    guard query.measures.isEmpty, query.rollup == nil, query.keys.count == 1, rank == nil,
      counted == nil, !items.indices.contains(where: { isMarker($0, folds) }),
      query.period.map({ $0.start != nil || $0.end != nil }) ?? false,
      let name = query.keys[0].dimension, let date = model.dimensions[name]?.dateMetric
    else { return }
    query.measures = [Measure(date)] + (model.dimensions[name]?.showing ?? []).map { Measure($0) }
    query.order = Order(.measure(0), descending: false)
  }

  /// « le plus souvent », "most often": the number of times.
  private func saysOften(_ index: Int) -> Bool {
    items[index].span.tokens.contains {
      ["souvent", "often", "frequently", "frequemment"].contains(utterance.tokens[$0].folded)
    }
  }

  /// What counts the rows that are in the state named: « le plus souvent soldés ».
  private var rowsOfState: String? {
    guard let name = segments.first, case .rows(let dataset, _)? = model.segments[name]?.scope
    else { return nil }
    return rowCount(of: dataset)
  }

  private func isRecent(_ index: Int) -> Bool {
    let words: Set<String> = [
      "dernier", "derniere", "derniers", "dernieres", "last", "latest", "newest", "recent",
      "recents",
      "recente", "recentes",
    ]
    return isOld(index)
      || items[index].span.tokens.contains { words.contains(utterance.tokens[$0].folded) }
  }

  private func isOld(_ index: Int) -> Bool {
    let words: Set<String> = [
      "ancien", "anciens", "ancienne", "anciennes", "vieux", "vieille", "vieilles", "oldest",
      "earliest",
    ]
    return items[index].span.tokens.contains { words.contains(utterance.tokens[$0].folded) }
  }

  private func entity(ofSegment name: String) -> String? {
    switch model.segments[name]?.scope {
    case .entity(let dimension, _): return dimension
    case .rows(let dataset, _):
      return model.dimensions.values.filter { $0.isEntity && $0.dataset == dataset }.map(\.name)
        .min()
    case nil: return nil
    }
  }

  /// Who is meant by « qui », "who" of a figure: suppliers where goods are bought, customers elsewhere.
  private func actor(of metric: String) -> String {
    let bought: Set<String> = ["purchase_orders", "purchase_receipts", "costs"]
    return model.datasets(ofMetric: metric).contains(where: bought.contains)
      ? "supplier" : "customer"
  }

  /// The entity that a named attribute is an attribute of.
  func owner(of dimension: String) -> String? {
    guard let object = model.dimensions[dimension], !object.isEntity else { return nil }
    return model.dimensions.values.filter { $0.isEntity && $0.dataset == object.dataset }.map(
      \.name
    ).min()
  }

  /// A group marker stood before a key (rather than a list of attributes).
  var isGrouped: Bool {
    items.indices.contains { isMarker($0, [.group]) }
      || items.contains { if case .grain(_, let each) = $0.span.meaning { each } else { false } }
  }

  /// A segment alone (« en rupture », "dormant") lists its things.
  mutating func listSegment() {
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
      query.measures =
        segment.showing.isEmpty
        ? rowCount(of: dataset).map { [Measure($0)] } ?? [] : segment.showing.map { Measure($0) }
      if query.measures.isEmpty { penalty += 2 }
    }
  }

  /// The dimension of the only name in the question.
  var valueDimension: String? {
    let names = query.filters.compactMap(\.dimension)
    // « il reste combien de ventilateurs à Lyon »: the goods, where they lie.
    let goods = names.filter { !["warehouse", "warehouse_city"].contains($0) }
    return asksHowMany && goods.count == 1 ? goods[0] : names.count == 1 ? names[0] : nil
  }

  /// A name alone asks for what is known of it; « combien de X » for its stock.
  mutating func describe(_ dimension: String) {
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
    } else if asksHowMany, let owner = owner(of: dimension), let count = countMetric(of: owner) {
      // « combien de Champions »: the things of that class.
      take([.count])
      query.measures = [Measure(count)]
      penalty += 0.2
    } else {
      query.measures = [Measure("revenue")]
      penalty += 1
    }
  }

  func rankedByDefault(_ key: Key) -> String {
    if key == .dimension("supplier"), rank?.isQuality == true { return "supplier_rating" }
    guard case .dimension(let name) = key, let dataset = model.dimensions[name]?.dataset else {
      return "revenue"
    }
    if dataset == "model_accuracy" { return "model_error" }
    // "the biggest purchase order": the one for the most money.
    if dataset == "purchase_orders", let money = model.datasets[dataset]?.money { return money }
    return ["products", "customers", "suppliers", "sales", "customer_orders"].contains(dataset)
      ? "revenue" : rowCount(of: dataset) ?? "revenue"
  }
}
