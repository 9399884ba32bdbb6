import Language
import SemanticModel
import ValueIndex
import Values

/// Names of the data as filters: « chez Dupont », "Furniture and Technology", « hors Paris ».
extension Composer {
  mutating func findValues() {
    var byDimension: [(dimension: String, negated: Bool, readings: [(ValueReading, Int)])] = []
    for index in items.indices where !isUsed[index] {
      guard var reading = items[index].span.value else { continue }
      isUsed[index] = true
      // « (d'échantillon, s'entend) »: what only resembles a name is none inside brackets.
      if reading.quality > .plural, isGloss(items[index].span) { continue }
      penalty += strangeness(of: reading.dimension, item: index)
      if model.dimensions[reading.dimension]?.computation != nil,
        items.contains(where: { $0.span.dimension == reading.dimension })
      {
        // « classes A, B et C »: the classes, not the first of them.
        penalty += 0.6
      }
      penalty += strangeTerms(reading, item: index) + strangeOwner(reading)
      if isPlaceOfAnotherKind(reading, item: index) {
        unusedWords.append(utterance.written(items[index].span.tokens))
      }
      if heads.contains(where: { $0.dimension == reading.dimension && abs($0.item - index) > 1 }) {
        // "which location in Warehouse D": not which of one.
        penalty += 0.3
      }
      if reading.dimension == "city",
        items.contains(where: { $0.span.dimension == "warehouse" || $0.span.entity == "warehouse" })
      {
        // « entre Grenoble et Annecy, quelle boutique … »: where the shops are, not the customers.
        penalty += 0.3
      }
      if isForeignPlace(reading, item: index) {
        unusedWords.append(utterance.written(items[index].span.tokens))
      }
      if let home = model.dimensions[reading.dimension], home.computation != nil,
        reading.quality == .exact, !speaks(of: home.dataset, beside: index)
      {
        // "lost", "new": classes of customers only where customers are spoken of.
        penalty += 0.6
      }
      let negated = takeNegation(before: index) || isNegatedList(index)
      if negated, model.dimensions[reading.dimension]?.valueWords.isEmpty == false {
        penalty += 0.3
      }
      if let destination = destination(of: reading, item: index) {
        query.filters.append(
          .values(dimension: destination, values: reading.names, negated: negated)
        )
        continue
      }
      reading = ownersOwn(reading, item: index)
      if let place = byDimension.firstIndex(where: {
        $0.dimension == reading.dimension && $0.negated == negated
      }) {
        byDimension[place].readings.append((reading, index))
      } else {
        byDimension.append((reading.dimension, negated, [(reading, index)]))
      }
    }
    for mention in mentions {
      for reason in items[mention.item].span.reasons
      where model.dimensions[reason.dimension]?.dataset == model.metrics[mention.metric]?.dataset {
        if let place = byDimension.firstIndex(where: { $0.dimension == reason.dimension }) {
          byDimension[place].readings.append((reason, mention.item))
        } else {
          byDimension.append((reason.dimension, false, [(reason, mention.item)]))
        }
      }
    }
    for group in byDimension {
      let filters = group.readings.map { filter(for: $0.0, item: $0.1, negated: group.negated) }
      query.filters.append(merge(filters, dimension: group.dimension, negated: group.negated))
      let named = Set(group.readings.map(\.0.names)).count
      // Several reasons of one loss only tell which losses: no row for each.
      let isReason =
        group.readings.allSatisfy { !items[$0.1].span.reasons.isEmpty }
        && !asksEachOne
      if named > 1, !group.negated, !isReason { namedGroups.append(group.dimension) }
    }
  }

  /// "the state of Texas": a place, and no product that bears its name.
  private func isPlaceOfAnotherKind(_ reading: ValueReading, item index: Int) -> Bool {
    let start = items[index].span.tokens.lowerBound
    let places: Set<String> = [
      "state", "city", "town", "county", "country", "province", "region", "departement", "ville",
      "pays", "canton", "etat",
    ]
    guard start > 1, ["of", "de", "du", "d'"].contains(utterance.tokens[start - 1].folded),
      places.contains(utterance.tokens[start - 2].folded)
    else { return false }
    return ["product", "customer", "supplier", "category", "subcategory", "sku"].contains(
      reading.dimension
    )
  }

  /// "one figure for each", « pour chacune »: a row for each of those named.
  private var asksEachOne: Bool {
    items.indices.contains { isMarker($0, [.each]) }
      || items.indices.last.map { isMarker($0, [.group]) && !isUsed[$0] } ?? false
  }

  /// « transférées vers Lyon », "moved to Lyon": the other end of a movement.
  private func destination(of reading: ValueReading, item index: Int) -> String? {
    let ends = ["warehouse": "counterpart_warehouse", "warehouse_city": "counterpart_city"]
    let start = items[index].span.tokens.lowerBound
    guard let end = ends[reading.dimension], model.dimensions[end] != nil,
      mentions.contains(where: { model.metrics[$0.metric]?.dataset == "movements" }),
      utterance.tokens[max(0, start - 3)..<start].contains(where: {
        ["vers", "to", "into", "->"].contains($0.folded)
      })
        || start > 0 && utterance.tokens[start - 1].folded == "a"
          && items[max(0, index - 1)].span.value != nil
    else { return nil }
    return end
  }

  /// « hors Paris et Lyon »: the second name stands behind the same exception.
  private func isNegatedList(_ index: Int) -> Bool {
    guard marker(index - 1) == .and, index >= 3, items[index - 2].span.value != nil else {
      return false
    }
    return isMarker(index - 3, [.except, .without])
  }

  /// Several names of one dimension are one filter with all of them.
  private func merge(_ filters: [Filter], dimension: String, negated: Bool) -> Filter {
    var values: [NamedValue] = []
    for case .values(_, let more, _) in filters { values += more.filter { !values.contains($0) } }
    if values.isEmpty
      || filters.contains(where: { if case .nameMatches = $0 { true } else { false } })
    {
      return filters.count == 1
        ? filters[0] : filters.first ?? .values(dimension: dimension, values: [], negated: negated)
    }
    return .values(dimension: dimension, values: values, negated: negated)
  }

  /// The filter of a mention: one value, a group of things called by a common word, or a choice to be asked.
  mutating func filter(for reading: ValueReading, item index: Int, negated: Bool) -> Filter {
    let dimension = reading.dimension
    let written = utterance.written(items[index].span.tokens)
    if let first = reading.names.first, reading.total == 1 || reading.names.count == 1 {
      if reading.quality >= .typo { notes.append(.corrected(word: written, name: first.name)) }
      return .values(dimension: dimension, values: [first], negated: negated)
    }
    if reading.quality <= .plural {
      // Two things with the very same name stay two, whether or not it can be asked which is meant.
      if model.dimensions[dimension]?.isEntity == true {
        sharedNames.append(choice(of: reading, item: index))
      }
      return .values(dimension: dimension, values: reading.names, negated: negated)
    }
    let words = reading.words.map(CanonicalWord.of).filter { !Self.links.contains($0) }
    // « les casques Alpage »: in the plural, all that are called so.
    let isGroup =
      items[index].isPlural
      && reading.names.allSatisfy { named in
        let name = Fold.fold(named.name)
        return words.allSatisfy { name.contains($0) }
      }
    if dimension == "product" || dimension == "payment_terms",
      reading.quality == .allTokens || reading.quality == .prefix || isGroup
    {
      notes.append(.group(word: written, dimension: dimension))
      return .nameMatches(dimension: dimension, words: words, negated: negated)
    }
    ambiguousNames.append(choice(of: reading, item: index))
    return .values(dimension: dimension, values: Array(reading.names.prefix(1)), negated: negated)
  }

  private func choice(of reading: ValueReading, item index: Int) -> Reading.NameChoice {
    Reading.NameChoice(
      words: utterance.written(items[index].span.tokens),
      tokens: items[index].span.tokens,
      dimension: reading.dimension,
      names: reading.names,
      total: reading.total
    )
  }

  private static let links: Set<String> = [
    "de", "du", "des", "la", "le", "les", "of", "the", "and", "et", "a", "d", "l",
  ]
}
