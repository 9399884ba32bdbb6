import Language
import SemanticModel
import ValueIndex
import Values

/// The subject of the question: « quels clients », « combien de produits », "top 5 cities".
extension Composer {
  static let introducers: Set<Marker> = [
    .list, .count, .top, .bottom, .best, .worst, .rank, .compare, .share, .never, .not,
  ]

  /// Sorts the dimensions that no group marker took into subjects, cues of a name, and asides.
  mutating func findHeads() {
    takeCountNouns()
    for index in items.indices where !isUsed[index] {
      if let entity = items[index].span.entity, model.dimensions[entity]?.isEntity == true,
        !isAskedOf(entity, at: index),
        isHead(at: index)
          // "how long did Express take to reach customers": a length has no subject in its own words.
          || items[index].span.metric.map({ model.metrics[$0]?.unit != .days }) ?? false,
        // "orders that took 12 days to reach the customer": the orders.
        items[index].span.role != .verb
          || heads.isEmpty && !items.indices.contains(where: { isMarker($0, [.group]) })
      {
        heads.append((entity, index))
        continue
      }
      guard let dimension = items[index].span.dimension else { continue }
      if takeMissing(dimension, at: index) || takeUnfilled(dimension, at: index) { continue }
      if isJustGoods(dimension, at: index) || isAskedOf(dimension, at: index) {
        isUsed[index] = true
        continue
      }
      if isTakenTogether(index) || isJustStock(dimension, at: index)
        || isOwnerCue(dimension, at: index)
      {
        isUsed[index] = true
      } else if isCue(dimension, at: index) {
        isUsed[index] = true
        // "which location in Warehouse D": of places inside it, and no title of its name.
        penalty += isMarker(index - 1, [.list]) && isLinkedTo(index + 1) ? 0.5 : -0.5
      } else if let count = countBesideFigure(dimension, at: index) {
        mentions.append(Mention(metric: count, role: .noun, item: index))
        isUsed[index] = true
      } else if isHead(at: index) {
        heads.append((dimension, index))
        isUsed[index] = true
      } else {
        asides.append((dimension, index))
        isUsed[index] = true
      }
    }
    if heads.isEmpty, asksWho, !splitsByParty, let buyer = buyersVerb {
      heads.append(("customer", buyer))
    }
    findCounted()
  }

  /// "what do customers actually get", « qu'achètent les clients »: who does it, where something else is asked for.
  private func isAskedOf(_ dimension: String, at index: Int) -> Bool {
    guard ["customer", "supplier"].contains(dimension), items[index].isPlural else { return false }
    let words = utterance.tokens.map(\.folded)
    var place = items[index].span.tokens.lowerBound - 1
    // "which products sold best to Corporate customers": to whom.
    if place > 0, words[place] == "to", !heads.isEmpty { return true }
    while place > 0,
      ["our", "the", "my", "les", "nos", "mes"].contains(words[place])
        || items[..<index].contains(where: {
          $0.span.value != nil && $0.span.tokens.contains(place)
        })
    {
      place -= 1
    }
    guard place > 0 else { return false }
    if Self.auxiliaries.contains(words[place]) { return Self.asks.contains(words[place - 1]) }
    return ["que", "qu'"].contains(words[0])
      && items[..<index].contains {
        $0.span.tokens.contains(place)
          && ($0.span.metric != nil && $0.span.role != .noun || $0.span.marker == .top)
      }
  }

  private static let auxiliaries: Set<String> = ["do", "did", "have", "will", "can"]
  private static let asks: Set<String> = ["what", "how", "why", "much", "whatever"]

  /// « les clients qui ont renvoyé le plus de marchandise »: how much of it, and not which.
  private func isJustGoods(_ dimension: String, at index: Int) -> Bool {
    let words: Set<String> = [
      "marchandise", "marchandises", "goods", "stuff", "merchandise", "came", "camelote",
    ]
    let tokens = items[index].span.tokens
    guard dimension == "product", tokens.count == 1,
      heads.contains(where: { $0.dimension != dimension })
    else { return false }
    let isSaidOfVerb =
      !["references", "reference", "refs", "skus", "sku"].contains(
        utterance.tokens[tokens.lowerBound].folded
      )
      && items.indices.contains(index - 1)
      && (items[index - 1].span.role == .top
        || isMarker(index - 1, [.top, .bottom]) && saysMost(index - 1)
          && items.indices.contains(index - 2) && items[index - 2].span.role == .verb)
      && tokens.lowerBound > 0
      && ["de", "d'", "of", "most"].contains(utterance.tokens[tokens.lowerBound - 1].folded)
      && !utterance.tokens.contains {
        $0.folded.hasPrefix("differen") || $0.folded.hasPrefix("distinct")
      }
    return isSaidOfVerb
      || words.contains(utterance.tokens[tokens.lowerBound].folded)
        && isMarker(index - 1, [.top, .bottom]) && saysMost(index - 1)
  }

  /// "orders and revenue by month", "at what hour do we get the most orders": how many there are.
  private func countBesideFigure(_ dimension: String, at index: Int) -> String? {
    guard model.dimensions[dimension]?.isEntity == true, items[index].isPlural,
      !isMarker(index - 1, [.list, .count, .share])
    else { return nil }
    let isBesideFigure =
      heads.isEmpty && items[index].opensClause && !query.keys.isEmpty
      && isMarker(index + 1, [.and])
      && items.indices.contains(index + 2) && items[index + 2].span.metric != nil
      && items[index + 2].span.role == .noun
    let isMostOf =
      isMarker(index - 1, [.top, .bottom]) && saysMost(index - 1) && hasOtherAxis(dimension)
    return isBesideFigure || isMostOf ? countMetric(of: dimension) : nil
  }

  /// « le plus de clients », "most orders": the number, not the size of each.
  func saysMost(_ index: Int) -> Bool {
    let words = items[index].span.tokens.map { utterance.tokens[$0].folded }
    let next = items[index].span.tokens.upperBound
    let isPartitive =
      next < utterance.tokens.count && ["de", "d'", "of"].contains(utterance.tokens[next].folded)
    return words.contains { ["most", "fewest", "least"].contains($0) } || words.last == "de"
      || words.last == "d'" || isPartitive && words.contains { ["plus", "moins"].contains($0) }
  }

  /// Whether something else than the things counted is asked for: « quelle heure », "which city".
  private func hasOtherAxis(_ dimension: String) -> Bool {
    heads.contains { $0.dimension != dimension }
      || items.contains { if case .grain = $0.span.meaning { true } else { false } }
  }

  /// "who's our biggest earner, supplier wise": who is meant is told.
  private var splitsByParty: Bool {
    query.keys.contains { ["supplier", "carrier"].contains($0.dimension) }
  }

  /// « qui a dépensé … », "who ordered …": the verb of a sale said of people is said of customers.
  private var buyersVerb: Int? {
    items.indices.first { index in
      guard let metric = items[index].span.metric, items[index].span.role == .verb || ranks else {
        return false
      }
      return model.datasets(ofMetric: metric) == ["sales"]
    }
  }

  /// « nombre d'articles » is the count of articles, whatever else is asked of them.
  private mutating func takeCountNouns() {
    for index in items.indices where !isUsed[index] {
      guard let metric = items[index].span.metric, items[index].span.role == .noun,
        let entity = countedEntity(of: metric), counted == nil
      else { continue }
      if items[index].followsPreposition, items[index].span.tokens.count == 1,
        items[..<index].contains(where: { $0.span.metric != nil && $0.span.role == .noun })
      {
        // « le panier moyen de la clientèle Home Office »: whose it is, and no number of them.
        isUsed[index] = true
        continue
      }
      counted = entity
      heads.append((entity, index))
      isUsed[index] = true
    }
    takeListedNouns()
    takeBuyers()
  }

  /// "which orders placed before May are not delivered": the orders themselves, not their number.
  private mutating func takeListedNouns() {
    guard counted == nil, !items.indices.contains(where: { isMarker($0, [.group, .count]) }), !ranks
    else { return }
    for index in items.indices where !isUsed[index] && isMarker(index - 1, [.list]) {
      guard let metric = items[index].span.metric, items[index].span.role == .noun,
        let entity = ["orders": "customer_order", "purchase_order_count": "purchase_order"][metric],
        let word = utterance.tokens[..<items[index].span.tokens.lowerBound].last?.folded,
        ["which", "quelles", "les", "what"].contains(word)
      else { continue }
      heads.append((entity, index))
      isUsed[index] = true
    }
  }

  /// « clients ayant acheté en 2017 » beside a negation: customers, of whom something else did not happen.
  private mutating func takeBuyers() {
    let qualifiers: Set<Marker> = [
      .never, .not, .without, .except, .once, .twice, .times, .greater, .atLeast,
    ]
    guard counted == nil, items.indices.contains(where: { isMarker($0, qualifiers) }) else {
      return
    }
    for (index, item) in items.enumerated() {
      guard let metric = item.span.metric, item.span.role == .noun else { continue }
      for entity in ["customer", "product"] where factCount(of: entity) == metric {
        heads.append((entity, index))
        let counting: Set<String> = ["nombre", "nb", "nbre", "combien", "number", "many", "count"]
        if items.indices.contains(where: { isMarker($0, [.count]) })
          || item.span.tokens.contains(where: { counting.contains(utterance.tokens[$0].folded) })
        {
          counted = entity
        }
        return
      }
    }
  }

  /// The entity whose rows a metric counts and nothing more.
  private func countedEntity(of metric: String) -> String? {
    guard let object = model.metrics[metric], object.expression == .call("count", []),
      let dataset = object.dataset, model.datasets[dataset]?.kind == .entity
    else { return nil }
    return model.dimensions.values.filter { $0.isEntity && $0.dataset == dataset }.map(\.name).min()
  }

  /// « région West », "Furniture category": the noun only says what the name is a name of.
  private func isCue(_ dimension: String, at index: Int) -> Bool {
    [index - 1, index + 1].contains { neighbour in
      guard items.indices.contains(neighbour), let value = items[neighbour].span.value,
        value.dimension == dimension
      else { return false }
      // "technology items", "customers in the West": a plural is the things themselves, not the title of one name.
      let isEntity = model.dimensions[dimension]?.isEntity == true
      return !(isEntity && items[index].isPlural && value.quality > .plural)
    }
  }

  private func isLinkedTo(_ index: Int) -> Bool {
    guard items.indices.contains(index) else { return false }
    let start = items[index].span.tokens.lowerBound
    return start > 0
      && ["in", "inside", "within", "dans"].contains(utterance.tokens[start - 1].folded)
  }

  /// « l'entrepôt de Marseille »: one thing, told by a property of it.
  private func isOwnerCue(_ dimension: String, at index: Int) -> Bool {
    guard let entity = model.dimensions[dimension], entity.isEntity, !items[index].isPlural,
      items.indices.contains(index + 1), let value = items[index + 1].span.value,
      let property = model.dimensions[value.dimension], property.dataset == entity.dataset,
      property.name != dimension
    else { return false }
    return !isHead(at: index)
  }

  /// « combien de ventilateurs en magasin », "how many fans in store": that they lie there, and not in how many places.
  private func isJustStock(_ dimension: String, at index: Int) -> Bool {
    let start = items[index].span.tokens.lowerBound
    guard dimension == "warehouse", !items[index].isPlural, start > 0, asksHowMany,
      ["en", "in"].contains(utterance.tokens[start - 1].folded)
    else { return false }
    return items[..<index].contains {
      ["product", "category", "subcategory"].contains($0.span.value?.dimension)
    }
  }

  /// « tous dépôts confondus », "all warehouses combined": just what is not to be split by.
  private func isTakenTogether(_ index: Int) -> Bool {
    let tokens = items[index].span.tokens
    let start = tokens.lowerBound
    if start > 1, utterance.tokens[start - 1].folded == "all",
      utterance.tokens[start - 2].folded == "across"
    {
      return true
    }
    // « jour après jour, tous articles »: all of them as one, where the article is left out.
    if start > 0, ["tous", "toutes"].contains(utterance.tokens[start - 1].folded) { return true }
    let end = tokens.upperBound
    return end < utterance.tokens.count && Self.together.contains(utterance.tokens[end].folded)
  }

  static let together: Set<String> = [
    "confondus", "confondues", "confondu", "confondue", "reunis", "reunies", "combined", "together",
    "altogether",
  ]

  private func isHead(at index: Int) -> Bool {
    if isAdjunct(at: index) || actsInClause(index) { return false }
    if items[index].opensClause { return true }
    var before = index - 1
    while before >= 0 {
      switch items[before].span.meaning {
      // "how many Seattle customers", « les 5 sous-catégories », "how many 2025 orders", "how many evening orders".
      case .value, .segment, .number, .period, .hours:
        if items[before].opensClause { return true }
        before -= 1
        continue
      case .marker(let marker):
        if marker == .and {
          if ranks, utterance.written(items[before].span.tokens) == ",", before > 0,
            isUsed[before - 1], isKey(before - 1)
          {
            return true
          }
          return isHeadList(before)
        }
        return Self.introducers.contains(marker)
      case .dimension, .grain:
        // "for each segment, the customer that …": behind a grouping begins a subject of its own.
        return isUsed[before] && isKey(before) && ranks && followsArticle(index)
      case .metric(_, .top), .metric(_, .bottom):
        // "the best selling product"
        return true
      case .metric, .weekday, .relative, .duration, .analysis, .unknown:
        return false
      }
    }
    return true
  }

  /// "of everything customers sent back", "orders customers placed": who did it, inside the clause of something else.
  private func actsInClause(_ index: Int) -> Bool {
    let start = items[index].span.tokens.lowerBound
    guard items.indices.contains(index + 1), items[index + 1].span.role == .verb,
      items[index + 1].span.tokens.lowerBound == items[index].span.tokens.upperBound, start > 0
    else { return false }
    return Self.relatives.contains(utterance.tokens[start - 1].folded)
  }

  private static let relatives: Set<String> = [
    "everything", "anything", "stuff", "things", "goods", "items", "orders", "units", "products",
    "that",
  ]

  private func followsArticle(_ index: Int) -> Bool {
    let start = items[index].span.tokens.lowerBound
    return start > 0 && ["the", "le", "la", "l'"].contains(utterance.tokens[start - 1].folded)
  }

  private func isKey(_ index: Int) -> Bool {
    switch items[index].span.meaning {
    case .dimension(let name, _): query.keys.contains(.dimension(name))
    case .grain(let grain, _): query.keys.contains(.time(grain))
    default: false
    }
  }

  /// Whether the question ranks anything.
  var ranks: Bool {
    items.contains { item in
      if let marker = item.span.marker { return [.top, .bottom, .best, .worst].contains(marker) }
      return item.span.role == .top || item.span.role == .bottom
    }
  }

  /// "customer delivery time": a noun right before a figure only colours it.
  private func isAdjunct(at index: Int) -> Bool {
    guard index + 1 < items.count, items[index + 1].span.metric != nil,
      ![.verb, .top, .bottom].contains(items[index + 1].span.role),
      items[index + 1].span.tokens.lowerBound == items[index].span.tokens.upperBound,
      !items[index].isPlural
    else { return false }
    return !items.indices.contains { isMarker($0, [.top, .bottom, .best, .worst, .rank, .list]) }
  }

  /// « nom et pays des fournisseurs »: after a subject and « et » comes another one.
  private func isHeadList(_ conjunction: Int) -> Bool {
    guard let before = previous(conjunction) else { return false }
    return heads.contains { $0.item == before }
  }

  /// The thing counted: the first subject after « combien de », or before "count".
  private mutating func findCounted() {
    for index in items.indices where marker(index) == .count && !isUsed[index] {
      if index == items.count - 1, isMarker(index - 1, [.and]), hasListJustBefore(index - 1) {
        // « … Lesquels, et combien ? »: how much of it, of each.
        isUsed[index] = true
        continue
      }
      if let given = heads.firstIndex(where: { $0.item == index + 1 && isGivenTo($0.item) }),
        items.indices.contains(index - 1), items[index - 1].span.role == .verb
      {
        // « on a remboursé combien aux clients »: how much, to them.
        heads.remove(at: given)
        isUsed[index] = true
        continue
      }
      if let actor = heads.firstIndex(where: { isActor($0.item, of: index) }) {
        isUsed[heads[actor].item] = true
        heads.remove(at: actor)
        isUsed[index] = true
        continue
      }
      let after = heads.first { $0.item > index && isNear(index, $0.item) }
      let before = heads.last { $0.item == index - 1 }
      let alone = heads.first.flatMap { hasMetric(after: index) ? nil : $0 }
      if let head = after ?? before ?? alone {
        counted = counted ?? head.dimension
        isUsed[index] = true
      }
    }
    if counted == nil, !ranks, let share = firstItem([.share]),
      let head = heads.first(where: { $0.item > share && isNear(share, $0.item) }),
      model.dimensions[head.dimension]?.isEntity == true,
      !items.contains(where: {
        $0.span.metric != nil && $0.span.role == .noun && conditionNumber == nil
      })
    {
      counted = head.dimension
    }
    guard counted == nil, let aside = asides.first, let index = firstItem([.count]),
      aside.item == index + 1
    else { return }
    counted = aside.dimension
  }

  /// « combien nos clients ont-ils dépensé », « la boutique a encaissé combien », « les clients ont pris combien de ventilateurs »:
  /// who acts is not what is counted.
  private func isActor(_ item: Int, of count: Int) -> Bool {
    let words = items[count].span.tokens.map { utterance.tokens[$0].folded }
    let start = items[item].span.tokens.lowerBound
    guard utterance.tongue == .french, start > 0, words.contains("combien"),
      ["customer", "warehouse", "supplier"].contains(items[item].span.dimension),
      Self.articles.contains(utterance.tokens[start - 1].folded)
    else { return false }
    func saysDone(_ place: Int) -> Bool {
      items.indices.contains(place) && items[place].span.metric != nil
        && items[place].span.role == .verb
    }
    if item < count { return saysDone(item + 1) && item + 1 < count }
    return item == count + 1 && !["de", "d'"].contains(words.last) && saysDone(item + 1)
      && !["de", "d'", "des"].contains(utterance.tokens[start - 1].folded)
  }

  private static let articles: Set<String> = [
    "le", "la", "les", "l'", "nos", "notre", "mes", "mon", "ma", "vos", "leurs", "ces", "cette",
  ]

  private func isGivenTo(_ item: Int) -> Bool {
    let start = items[item].span.tokens.lowerBound
    let words: Set<String> = ["aux", "au", "a", "to", "from", "chez"]
    return start > 0 && words.contains(utterance.tokens[start - 1].folded)
  }

  /// « lesquels, et combien »: what is listed and how much of each.
  private func hasListJustBefore(_ conjunction: Int) -> Bool {
    var before = conjunction - 1
    while isMarker(before, [.and]) { before -= 1 }
    return isMarker(before, [.list])
  }

  /// A number of the question, nil when there is none.
  private var conditionNumber: Int? {
    items.indices.first { index in
      switch items[index].span.meaning {
      case .number, .duration: true
      default: false
      }
    }
  }

  private func hasMetric(after index: Int) -> Bool {
    items.indices.contains(index + 1) && items[index + 1].span.metric != nil
  }

  /// Nothing but names, segments, numbers and rank words between a marker and its noun.
  private func isNear(_ marker: Int, _ noun: Int) -> Bool {
    items[(marker + 1)..<noun].allSatisfy { item in
      switch item.span.meaning {
      case .value, .segment, .number: true
      case .marker(let marker): Self.introducers.contains(marker) || marker == .group
      default: false
      }
    }
  }
}
