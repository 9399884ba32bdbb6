import Language
import SemanticModel
import Values

/// What did not happen: « clients n'ayant rien commandé en 2018 », "products never sold in the West".
extension Composer {
  /// Turns a negation and the figure after it into "not among those with such rows".
  ///
  /// Names and times behind the negation belong to what did not happen; a positive event before it
  /// (« vendus en 2017 mais plus depuis ») keeps the times before.
  mutating func findNegativeEvents() {
    for index in items.indices
    where !isUsed[index] && isMarker(index, [.never, .not, .without, .except]) {
      if denyAgain(at: index) { continue }
      guard let place = eventItem(after: index), let metric = items[place].span.metric,
        let entity = eventEntity(metric),
        // « hors frais de port » leaves an amount out; "but not ordered" denies an event.
        !isMarker(index, [.except]) || items[place].span.role == .verb
      else { continue }
      isUsed[index] = true
      isUsed[place] = true
      for other in items.indices
      where isMarker(other, [.never, .not, .without]) && abs(other - place) <= 3 {
        isUsed[other] = true
      }
      // "never sold a single unit": what was not sold, said again.
      var echo = place + 1
      while items.indices.contains(echo),
        items[echo].span.role == .weak || items[echo].span.metric == metric,
        items[echo].span.metric != nil
      {
        isUsed[echo] = true
        echo += 1
      }
      let positive = items.indices.first { before in
        before < index && !isUsed[before] && isFlow(items[before].span.metric)
          && (saysFormerly(before: index)
            || items[(before + 1)..<index].contains {
              if case .period = $0.span.meaning { true } else { false }
            })
      }
      var happened = Query()
      happened.keys = [.dimension(entity)]
      happened.measures = [Measure(told(metric, of: entity))]
      let event = happened.measures[0]
      if let unit = model.metrics[event.metric]?.unit, unit == .days || unit == .date {
        // A length of time is known only where the thing happened.
        happened.conditions = [Condition(event, .greaterOrEqual, .number(-1_000_000))]
      }
      let end = scopeEnd(after: place)
      let saysWhen = (index..<end).contains { isTime(items[$0].span) }
      let scope = (positive == nil && !saysWhen ? 0 : index)..<end
      for inside in scope where !isUsed[inside] {
        take(inside, into: &happened, of: entity)
      }
      query.filters.append(.membership(dimension: entity, happened, negated: true))
      if positive == nil, place < index, saysFormerly(before: index) {
        // "used to buy but nothing in the last 6 months": bought once, at least.
        var once = Query()
        once.keys = happened.keys
        once.measures = happened.measures
        query.filters.append(.membership(dimension: entity, once, negated: false))
      }
      if let positive { takePositiveEvent(positive, before: index, of: entity) }
      if heads.isEmpty, counted == nil,
        !items.indices.contains(where: {
          items[$0].span.metric != nil && items[$0].span.metric != metric && !hasWith($0)
        })
      {
        heads.append((entity, index))
      }
    }
  }

  /// « commandé en 2017 mais plus rien en 2018 », "bought chairs but not tables": the event said before is
  /// denied for other times or names; what stands before the negation keeps speaking of the event itself.
  private mutating func denyAgain(at index: Int) -> Bool {
    guard let scope = deniedScope(after: index),
      let said = items[..<index].lastIndex(where: { isFlow($0.span.metric) }),
      let metric = items[said].span.metric, let entity = eventEntity(metric),
      heads.contains(where: { $0.dimension == entity }) || counted == entity,
      denies(scope, saidOf: entity, before: index)
    else { return false }
    var happened = Query()
    happened.keys = [.dimension(entity)]
    happened.measures = [Measure(told(metric, of: entity))]
    for used in index..<scope.lowerBound { isUsed[used] = true }
    for inside in scope where !isUsed[inside] { take(inside, into: &happened, of: entity) }
    query.filters.append(.membership(dimension: entity, happened, negated: true))
    return true
  }

  /// The times and names right behind a negation, where no figure of its own follows.
  private func deniedScope(after index: Int) -> Range<Int>? {
    var start = index + 1
    while isMarker(start, [.never, .not, .without, .except]) { start += 1 }
    var end = start
    while items.indices.contains(end) {
      switch items[end].span.meaning {
      case .period, .value, .marker(.and): end += 1
      case .metric: return nil
      default: return start < end ? start..<end : nil
      }
    }
    return start < end ? start..<end : nil
  }

  /// Whether times or names are denied of which others were said before.
  private func denies(_ scope: Range<Int>, saidOf entity: String, before index: Int) -> Bool {
    let home = model.dimensions[entity]?.dataset
    let times = items[..<index].contains { isTime($0.span) }
    let names = items[..<index].compactMap(\.span.value?.dimension).filter {
      model.dimensions[$0]?.dataset != home
    }
    return items[scope].contains { item in
      if isTime(item.span) { return times }
      return item.span.value.map { names.contains($0.dimension) } ?? false
    }
  }

  /// "customers who used to buy but nothing since", « qui achetaient avant ».
  private func saysFormerly(before index: Int) -> Bool {
    let words = utterance.tokens[..<items[index].span.tokens.lowerBound].map(\.folded)
    return zip(words, words.dropFirst()).contains { $0 == "used" && $1 == "to" }
      || words.contains {
        ["autrefois", "jadis", "formerly", "previously", "auparavant"].contains($0)
      }
  }

  private func isTime(_ span: Span) -> Bool {
    switch span.meaning {
    case .period, .duration: true
    default: false
    }
  }

  private mutating func takePositiveEvent(_ item: Int, before negation: Int, of entity: String) {
    guard let metric = items[item].span.metric else { return }
    isUsed[item] = true
    var happened = Query()
    happened.keys = [.dimension(entity)]
    happened.measures = [Measure(told(metric, of: entity))]
    for inside in 0..<negation where !isUsed[inside] { take(inside, into: &happened, of: entity) }
    query.filters.append(.membership(dimension: entity, happened, negated: false))
  }

  /// The names and times of an event; what is a property of the entity itself stays outside.
  private mutating func take(_ index: Int, into event: inout Query, of entity: String) {
    switch items[index].span.meaning {
    case .period(let period):
      event.period = past(period)
      isUsed[index] = true
    case .duration(let days, let grain):
      event.period = Period(
        start: utterance.clock.now.adding(days: 1 - days),
        end: utterance.clock.now.adding(days: 1),
        grain: grain
      )
      isUsed[index] = true
    case .value(let reading):
      guard model.dimensions[reading.dimension]?.dataset != model.dimensions[entity]?.dataset else {
        return
      }
      event.filters.append(filter(for: reading, item: index, negated: false))
      isUsed[index] = true
    case .marker(.and), .marker(.list):
      isUsed[index] = true
    default: return
    }
  }

  /// "haven't sold in 60 days": what did not happen lies behind us.
  private func past(_ period: Period) -> Period {
    let now = utterance.clock.now
    guard let start = period.start, start > now, period.length == 1 else { return period }
    return Period(
      start: now.adding(days: 1 - (start.ordinal - now.ordinal)),
      end: now.adding(days: 1),
      grain: .day
    )
  }

  /// The figure a negation denies: right behind it, small words, names and "any" between.
  private func eventItem(after index: Int) -> Int? {
    figure(after: index) ?? (isEvent(index - 1) && marker(index) == .never ? index - 1 : nil)
  }

  /// "bought nothing": the verb stands before the negation.
  private func isEvent(_ index: Int) -> Bool {
    guard items.indices.contains(index), !isUsed[index] else { return false }
    return isFlow(items[index].span.metric)
  }

  private func figure(after index: Int) -> Int? {
    var next = index + 1
    while next < items.count {
      switch items[next].span.meaning {
      case .metric(let name, let role):
        return isFlow(name) && role != .top && role != .bottom ? next : nil
      case .marker(.never), .marker(.not), .marker(.without), .value, .dimension: next += 1
      default: return nil
      }
    }
    return nil
  }

  /// The end of what a negation covers: a conjunction before another figure.
  private func scopeEnd(after event: Int) -> Int {
    items.indices.first {
      $0 > event && marker($0) == .and && $0 + 1 < items.count && items[$0 + 1].span.metric != nil
    } ?? items.count
  }

  func isFlow(_ metric: String?) -> Bool {
    guard let metric else { return false }
    return model.datasets(ofMetric: metric).contains { model.datasets[$0]?.kind == .flow }
  }

  /// Whatever the words say of a sale, that it happened is told by its units.
  private func told(_ metric: String, of entity: String) -> String {
    let known = reachable(metric, ([entity], []))
    return model.datasets(ofMetric: known) == ["sales"] ? "units_sold" : known
  }

  /// Whose event it is: the subject when its rows carry it, else whom the verb is said of.
  private func eventEntity(_ metric: String) -> String? {
    for head in heads where model.dimensions[head.dimension]?.isEntity == true {
      return head.dimension
    }
    for aside in asides where model.dimensions[aside.dimension]?.isEntity == true {
      return aside.dimension
    }
    return model.datasets(ofMetric: metric).contains("sales") ? "product" : nil
  }
}
