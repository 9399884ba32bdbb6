import Language
import SemanticModel
import ValueIndex
import Values

/// Grouping: « par région et par mois », "for each category", « catégorie par catégorie ».
extension Composer {
  /// Turns what follows a group marker into keys, and every time grain with "each".
  mutating func findKeys() {
    for index in items.indices where marker(index) == .group {
      if !takeWise(index) { takeKeys(after: index) }
    }
    for index in items.indices where !isUsed[index] {
      guard case .grain(let grain, let each) = items[index].span.meaning, each else { continue }
      addKey(.time(grain))
      isUsed[index] = true
      // "by quarter and segment": the grain brought its own "by".
      var next = index + 1
      while marker(next) == .and, next + 1 < items.count, let key = key(at: next + 1),
        // "for each year, which month was best": behind the comma begins what is asked.
        !isUsed[next + 1], !(ranks && utterance.written(items[next].span.tokens) == ",")
      {
        addKey(key)
        isUsed[next] = true
        isUsed[next + 1] = true
        next += 2
      }
    }
    for index in items.indices where marker(index) == .breakdown && index + 1 < items.count {
      takeBreakdown(index)
    }
  }

  /// « les canapés Valmont sont à combien ? »: each of several things has a price of its own.
  mutating func tellPropertyOfEach() {
    guard query.keys.isEmpty, query.rollup == nil, query.comparison == nil, query.order == nil,
      query.conditions.isEmpty, !query.measures.isEmpty,
      query.measures.allSatisfy({
        isProperty($0.metric) && model.metrics[$0.metric]?.unit == .currency
      }),
      !items.indices.contains(where: { isMarker($0, [.mean, .sum, .median, .share]) }),
      query.filters.contains(where: { filter in
        if case .nameMatches(dimension: "product", _, negated: false) = filter {
          true
        } else {
          false
        }
      })
    else { return }
    query.keys = [.dimension("product")]
  }

  private mutating func takeKeys(after group: Int) {
    var index = group + 1
    var found = false
    if isAcrossAll(group) {
      // "across all customers": taken together, not split.
      isUsed[group] = true
      return
    }
    // "each of the three categories": a number may stand between.
    if index < items.count, case .number = items[index].span.meaning,
      items.indices.contains(index + 1),
      items[index + 1].span.dimension != nil
    {
      isUsed[index] = true
      index += 1
    }
    // "for each German supplier": what kind of them is asked about.
    if index + 1 < items.count, let value = items[index].span.value,
      let thing = items[index + 1].span.dimension, model.dimensions[thing]?.isEntity == true,
      value.dimension != thing, model.dimensions[value.dimension]?.isEntity == false
    {
      index += 1
    }
    while index < items.count {
      guard let key = key(at: index) else { break }
      // « catégorie par catégorie »: the same word before is no subject.
      if let before = previous(group), items[before].span.dimension != nil,
        items[before].span.dimension == items[index].span.dimension
      {
        isUsed[before] = true
      }
      addKey(key)
      isUsed[index] = true
      found = true
      guard marker(index + 1) == .and else { break }
      guard index + 2 < items.count, self.key(at: index + 2) != nil else { break }
      // "for each segment, the customer with the most …": behind the comma begins the subject.
      if utterance.written(items[index + 1].span.tokens) == ",", ranks { break }
      isUsed[index + 1] = true
      index += 2
    }
    if found { isUsed[group] = true }
    // "by gross margin": the figure to sort by.
    if !found, index < items.count, items[index].span.metric != nil { isUsed[group] = true }
    // "by card", "by DHL": a plain filter; « par commercial » names no article that happens to be called so.
    if !found, index < items.count, let value = items[index].span.value {
      isUsed[group] = true
      if value.dimension == "supplier", value.quality > .plural, value.total > 1 {
        // « par labo » where suppliers are called « Laboratoires … »: each of them.
        addKey(.dimension(value.dimension))
        isUsed[index] = true
      } else if value.dimension == "product", value.quality > .plural {
        unusedWords.append(utterance.written(items[index].span.tokens))
      }
    }
  }

  /// "month-wise revenue", "sales region wise": what is split by stands before.
  private mutating func takeWise(_ group: Int) -> Bool {
    guard utterance.tokens[items[group].span.tokens.lowerBound].folded == "wise", group > 0 else {
      return false
    }
    if items[group - 1].span.metric != nil {
      // "how are we doing sales-wise"
      isUsed[group] = true
      return true
    }
    guard let key = key(at: group - 1) else { return false }
    addKey(key)
    isUsed[group] = true
    isUsed[group - 1] = true
    return true
  }

  private func isAcrossAll(_ group: Int) -> Bool {
    let tokens = items[group].span.tokens
    let next = tokens.upperBound
    return tokens.count == 1 && utterance.tokens[tokens.lowerBound].folded == "across"
      && next < utterance.tokens.count && utterance.tokens[next].folded == "all"
  }

  /// « répartition du stock par dépôt » is settled by « par »; « répartition des catégories » names its axis itself.
  private mutating func takeBreakdown(_ index: Int) {
    isUsed[index] = true
    guard query.keys.isEmpty, let dimension = items[index + 1].span.dimension, !isUsed[index + 1],
      items.indices.contains(where: { items[$0].span.metric != nil })
    else { return }
    addKey(.dimension(dimension))
    isUsed[index + 1] = true
  }

  private func key(at index: Int) -> Key? {
    switch items[index].span.meaning {
    case .dimension(let name, _):
      // « par mode de livraison Standard »: a cue for the value, not an axis.
      if index + 1 < items.count, let value = items[index + 1].span.value, value.dimension == name {
        return nil
      }
      return .dimension(name)
    case .grain(let grain, _): return .time(grain)
    default: return nil
    }
  }

  mutating func addKey(_ key: Key) {
    if key == .dimension("rfm_score") {
      for part in ["rfm_recency", "rfm_frequency", "rfm_monetary", "rfm_segment"] {
        addKey(.dimension(part))
      }
      return
    }
    if !query.keys.contains(key) { query.keys.append(key) }
  }
}
