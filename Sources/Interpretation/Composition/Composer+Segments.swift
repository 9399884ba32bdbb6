import Language
import SemanticModel
import Values

/// Named parts: « en rupture », "inactive", « remisées ».
extension Composer {
  mutating func findSegments() {
    for index in items.indices where !isUsed[index] {
      guard case .segment(let said) = items[index].span.meaning,
        let name = fitting(said), let segment = model.segments[name]
      else { continue }
      isUsed[index] = true
      if takePercentage(of: segment, after: index) { continue }
      let isNever = isMarker(index - 1, [.never])
      let negated = takeNegation(before: index)
      if isNever, negated, denyRows(of: name) { continue }
      let days = segment.takesDuration ? takeDays(near: index) : nil
      penalty += mismatch(segment)
      if segments.contains(name),
        let again = query.filters.firstIndex(where: { filter in
          if case .segment(name, _, negated) = filter { true } else { false }
        })
      {
        // « dort dans le stock sans qu'on en vende »: said twice, it is one.
        if days != nil { query.filters[again] = .segment(name, days: days, negated: negated) }
        continue
      }
      query.filters.append(.segment(name, days: days, negated: negated))
      segments.append(name)
    }
    settleContradictions()
  }

  /// « commandes en cours en retard »: late of what is still to come is overdue, as late of what came is not.
  private mutating func settleContradictions() {
    for place in query.filters.indices {
      guard case .segment(let name, let days, let negated) = query.filters[place],
        let segment = model.segments[name], segment.contradicts(query.filters),
        let scope = segment.dataset,
        let other = segment.alternatives.first(where: { name in
          model.segments[name].map { $0.dataset == scope && !$0.contradicts(query.filters) }
            ?? false
        })
      else { continue }
      query.filters[place] = .segment(other, days: days, negated: negated)
      segments = segments.map { $0 == name ? other : $0 }
    }
  }

  /// « combien d'alertes ? »: those still active, where neither a state nor a time is asked about.
  mutating func assumeStates() {
    guard query.period == nil, query.comparison == nil,
      !query.keys.contains(where: { $0.dimension == nil })
    else { return }
    let counted = query.measures.map(\.metric).compactMap { model.metrics[$0] }
      .filter { $0.unit == .count && $0.expression == .call("count", []) }.compactMap(\.dataset)
    let listed = query.measures.isEmpty ? query.keys.compactMap(\.dimension) : []
    let homes = counted + listed.compactMap { model.dimensions[$0]?.dataset }
    for home in homes {
      guard let name = model.datasets[home]?.assumes, let segment = model.segments[name],
        !saysState(of: segment)
      else { continue }
      query.filters.append(.segment(name, days: nil, negated: false))
      return
    }
  }

  /// Whether a question says which state of these rows it means, or all of them.
  private func saysState(of segment: Segment) -> Bool {
    guard case .rows(let dataset, let condition) = segment.scope else { return true }
    let tested = model.dimensions.values.filter { dimension in
      guard dimension.dataset == dataset, case .name(let path) = dimension.key else { return false }
      return condition.allNames.contains(path)
    }.map(\.name)
    let filters = query.filters + query.measures.flatMap(\.filters)
    return query.keys.contains { $0.dimension.map(tested.contains) ?? false }
      || filters.contains { filter in
        if case .segment(let said, _, _) = filter {
          return said == segment.name || segment.exclusive.contains(said)
        }
        return filter.dimension.map(tested.contains) ?? false
      }
      || utterance.tokens.contains { Self.wholes.contains($0.folded) } || includesOthers
  }

  private static let wholes: Set<String> = [
    "tous", "toutes", "all", "ever", "historique", "history",
  ]

  /// The segment itself, or the one that the same word means of the things spoken of: « fournisseurs encore actifs ».
  private func fitting(_ name: String) -> String? {
    guard let segment = model.segments[name] else { return nil }
    if mismatch(segment) < 0.5 { return name }
    return segment.alternatives.first { model.segments[$0].map { mismatch($0) < 0.5 } ?? false }
      ?? name
  }

  /// "suppliers never late": those without any such row, not the other rows of all of them.
  private mutating func denyRows(of name: String) -> Bool {
    guard let head = heads.first?.dimension, let home = model.dimensions[head]?.dataset,
      model.dimensions[head]?.isEntity == true
    else { return false }
    let fitting = ([name] + (model.segments[name]?.alternatives ?? [])).lazy.compactMap {
      [self] name -> (String, String)? in
      guard case .rows(let dataset, _) = model.segments[name]?.scope, dataset != home,
        (try? model.joinPath(from: dataset, to: home)) != nil
      else { return nil }
      return (name, dataset)
    }
    guard let (segment, dataset) = fitting.first, let count = rowCount(of: dataset) else {
      return false
    }
    var happened = Query()
    happened.keys = [.dimension(head)]
    happened.measures = [Measure(count)]
    happened.filters = [.segment(segment, days: nil, negated: false)]
    query.filters.append(.membership(dimension: head, happened, negated: true))
    return true
  }

  /// « remisées à 20 % »: a segment "above zero" of a numeric property, with the number itself.
  private mutating func takePercentage(of segment: Segment, after index: Int) -> Bool {
    guard case .rows(_, .binary(.greater, let property, .number(0))) = segment.scope,
      let dimension = model.dimensions.values.first(where: {
        $0.key == property && $0.type == .number
      })
    else { return false }
    // "discounted by more than 10 %": the "by" groups nothing.
    let first = marker(index + 1) == .group ? index + 2 : index + 1
    let comparison = marker(first).flatMap { Self.comparisons[$0] }
    let place = comparison == nil ? first : first + 1
    guard items.indices.contains(place),
      case .number(let number, .percent) = items[place].span.meaning
    else { return false }
    for used in (index + 1)...place { isUsed[used] = true }
    query.filters.append(.compare(dimension: dimension.name, comparison ?? .equal, .real(number)))
    return true
  }

  /// « livrées en avance / à l'heure / en retard »: parts that exclude each other stand side by side.
  mutating func contrastSegments() {
    guard let first = segments.first, let rivals = model.segments[first]?.exclusive,
      case let parts = segments.filter({ $0 == first || rivals.contains($0) }),
      Set(parts).count > 1,
      query.measures.count <= 2, segmentsAreJoined, rank == nil
    else { return }
    let filters = query.filters.filter { filter in
      if case .segment(let name, _, false) = filter { parts.contains(name) } else { false }
    }
    guard filters.count == parts.count else { return }
    let things = (counted ?? heads.first?.dimension).flatMap({ countMetric(of: $0) })
    let measures =
      query.measures.isEmpty ? [things].compactMap(\.self).map { Measure($0) } : query.measures
    guard !measures.isEmpty else { return }
    query.filters.removeAll { filters.contains($0) }
    counted.map { name in heads.removeAll { $0.dimension == name } }
    if query.measures.isEmpty, counted == nil { heads.removeFirst() }
    counted = nil
    take([.count])
    query.measures = measures.flatMap { measure in
      filters.map { filter in
        var part = measure
        part.filters.append(filter)
        // What came early came on time as well, unless it is told apart.
        if parts.contains("early_deliveries"), filter == Self.onTime {
          part.filters.append(.segment("early_deliveries", days: nil, negated: true))
        }
        return part
      }
    }
  }

  private static let onTime = Filter.segment("on_time_deliveries", days: nil, negated: false)

  /// « alertes de rupture »: the kind of the alert, where its name is among the data, and not what has become of the product.
  mutating func doubtStatesOfAlerts() {
    let areAlerts = query.measures.contains { model.metrics[$0.metric]?.dataset == "alerts" }
    guard areAlerts || query.keys.contains(.dimension("alert")) else { return }
    let links: Set<String> = ["de", "d'", "of", "for"]
    for item in items {
      guard case .segment(let name) = item.span.meaning,
        case .entity("product", _)? = model.segments[name]?.scope,
        links.contains(utterance.tokens[max(0, item.span.tokens.lowerBound - 1)].folded)
      else { continue }
      penalty += 0.5
    }
  }

  private var segmentsAreJoined: Bool {
    let places = items.indices.filter {
      if case .segment = items[$0].span.meaning { true } else { false }
    }
    return zip(places, places.dropFirst()).allSatisfy { left, right in
      items[(left + 1)..<right].contains {
        $0.span.marker == .and || $0.span.marker == .compare
      }
    }
  }

  /// "what share of its parcels did each carrier deliver late": the number of a part beside the number of all.
  mutating func takeRateOfCounts() -> Bool {
    guard has(.share) || has(.rate), query.comparison == nil, query.measures.count > 1,
      let part = model.segments.values.filter({ segment in
        segment.rate != nil && query.measures.contains { $0.metric == segment.count }
      }).min(by: { $0.name < $1.name }), let rate = part.rate,
      query.measures.allSatisfy({
        model.metrics[$0.metric]?.unit == .count
          && model.metrics[$0.metric]?.dataset == part.dataset
      })
    else { return false }
    take([.rate, .share])
    query.measures = [Measure(rate)]
    return true
  }

  /// « taux de commandes livrées en retard », "what share of orders were cancelled": the metric that is that part.
  mutating func takeRateOfSegment() -> Bool {
    let isRate = query.measures.contains { model.metrics[$0.metric]?.unit == .percent }
    guard has(.rate) || has(.share) || isRate, segments.count == 1, query.conditions.isEmpty,
      let place = query.filters.firstIndex(where: {
        if case .segment(segments[0], _, false) = $0 { true } else { false }
      }),
      let segment = model.segments[segments[0]], let rate = segment.rate,
      case .rows(let dataset, _) = segment.scope,
      query.measures.allSatisfy({ measure in
        guard let metric = model.metrics[measure.metric] else { return false }
        return metric.unit == .count && metric.name != "units_sold" || metric.unit == .date
          || metric.unit == .percent && model.datasets(ofMetric: metric.name).contains(dataset)
      }),
      (heads + asides).allSatisfy({ thing in
        let home = model.dimensions[thing.dimension]?.dataset ?? ""
        return query.keys.contains(.dimension(thing.dimension)) || home == dataset
          || home == "sales"
          || reaches(dataset, home)
      })
    else { return false }
    // "how many were late, and what percentage is that": both.
    let share = items.indices.last { isMarker($0, [.share, .rate]) } ?? 0
    let count = items.indices.first { isMarker($0, [.count, .howMuch]) && $0 < share }
    let alsoCounts = count.map { items[$0..<share].contains { $0.span.marker == .and } } ?? false
    take([.rate, .share, .count])
    query.filters.remove(at: place)
    heads.removeAll { head in
      !query.keys.contains(.dimension(head.dimension))
        && model.dimensions[head.dimension]?.dataset == dataset
    }
    counted = nil
    segments = []
    query.measures = (alsoCounts ? [segment.count].compactMap(\.self) : []).map { Measure($0) }
    query.measures.append(Measure(rate))
    return true
  }

  /// « vendus à perte cette année »: in the red over that time, not over all of it.
  mutating func datePeriodSegments() {
    guard let period = query.period, period.start != nil || period.end != nil else { return }
    if let end = period.end, end <= utterance.clock.now { tellPastLateness() }
    for place in query.filters.indices {
      guard case .segment(let name, nil, let negated) = query.filters[place],
        case .entity(let entity, let condition)? = model.segments[name]?.scope,
        let (figure, comparison, bound) = Self.threshold(condition),
        let metric = model.metrics[figure], metric.trailingDays == nil,
        model.datasets(ofMetric: metric.name).allSatisfy({ model.datasets[$0]?.kind == .flow })
      else { continue }
      var members = Query()
      members.keys = [.dimension(entity)]
      members.measures = [Measure(metric.name)]
      members.conditions = [Condition(Measure(metric.name), comparison, .number(bound))]
      members.period = period
      query.filters[place] = .membership(dimension: entity, members, negated: negated)
    }
  }

  /// "late POs in 2025": of a time that is over, those that came late, and not those still awaited.
  private mutating func tellPastLateness() {
    for place in query.filters.indices {
      guard case .segment(let name, let days, let negated) = query.filters[place],
        let past = Self.pastLateness[name], model.segments[past] != nil
      else { continue }
      query.filters[place] = .segment(past, days: days, negated: negated)
      let shown = (model.segments[name]?.showing ?? []).map { Measure($0) }
      if query.measures == shown {
        query.measures = (model.segments[past]?.showing ?? []).map { Measure($0) }
      }
    }
  }

  private static let pastLateness = [
    "overdue_orders": "late_purchases", "overdue_deliveries": "late_deliveries",
  ]

  /// A condition that is one figure against a number: the figure, how it is compared, with what.
  static func threshold(_ condition: Expression) -> (String, ComparisonOperator, Double)? {
    guard case .binary(let symbol, .name(let path), .number(let bound)) = condition,
      path.count == 1
    else { return nil }
    return thresholds[symbol].map { (path[0], $0, bound) }
  }

  private static let thresholds: [Expression.BinaryOperator: ComparisonOperator] = [
    .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater, .greaterOrEqual: .greaterOrEqual,
  ]

  /// « pas », « plus », "not" right before.
  mutating func takeNegation(before index: Int) -> Bool {
    var before = index - 1
    while before >= 0, isMarker(before, [.not, .except, .without, .never]) == false,
      isMarker(before, [.list])
        || items[before].span.dimension != nil && isUsed[before] && before == index - 1
    {
      before -= 1
    }
    guard before >= 0, !isUsed[before], isMarker(before, [.not, .except, .without, .never]) else {
      return false
    }
    isUsed[before] = true
    return true
  }

  /// « depuis 60 jours », "over the last 60 days": how long, when the segment is about a lapse of time.
  private mutating func takeDays(near index: Int) -> Int? {
    for other in items.indices where !isUsed[other] {
      switch items[other].span.meaning {
      case .duration(let days, _):
        isUsed[other] = true
        // "not ordered for more than 90 days": the lapse is a lower bound by itself.
        if isMarker(other - 1, [.greater, .atLeast]) { isUsed[other - 1] = true }
        return days
      case .period(let period):
        guard let start = period.start, period.end.map({ $0 > utterance.clock.now }) ?? true else {
          continue
        }
        // « clients actifs qui ont acheté neuf catégories sur douze mois »: the period of what they bought.
        if (min(index, other)...max(index, other)).contains(where: { items[$0].span.metric != nil })
        {
          continue
        }
        isUsed[other] = true
        // « encore actifs aujourd'hui »: as things stand, and not for one day.
        if start == utterance.clock.now, period.length == 1 { return nil }
        return utterance.clock.now.ordinal - start.ordinal + 1
      default: continue
      }
    }
    return nil
  }

  /// An adjective of another thing than the subject is probably not meant.
  private func mismatch(_ segment: Segment) -> Float {
    guard case .entity(let entity, _) = segment.scope else { return rowsMismatch(segment) }
    let entities = (heads + asides).map(\.dimension).filter {
      model.dimensions[$0]?.isEntity == true
    }
    if entities.isEmpty || entities.contains(entity) { return 0 }
    return 0.8
  }

  /// The same for an adjective of rows: « annulées » said of invoices the rows do not describe.
  private func rowsMismatch(_ segment: Segment) -> Float {
    guard case .rows(let dataset, _) = segment.scope else { return 0 }
    let entities = (heads + asides).map(\.dimension).compactMap { model.dimensions[$0] }.filter(
      \.isEntity
    )
    guard !entities.isEmpty else { return 0 }
    if entities.contains(where: { $0.dataset == dataset }) { return -0.05 }
    let reached = entities.contains { entity in
      let paths = [(entity.dataset, dataset), (dataset, entity.dataset)]
      return paths.contains { (try? model.joinPath(from: $0.0, to: $0.1)) != nil }
    }
    return reached ? 0.1 : 0.8
  }
}
