import SemanticModel
import ValueIndex
import Values

/// Names of the data as filters: « chez Dupont », "Furniture and Technology", « hors Paris ».
extension Composer {
  mutating func findMentions() {
    for index in items.indices where !isUsed[index] {
      guard case .metric(let name, let role) = items[index].span.meaning else { continue }
      mentions.append(Mention(metric: name, role: role, item: index))
      isUsed[index] = true
    }
    let hasNoun = mentions.contains { $0.role == .noun || $0.role == .top || $0.role == .bottom }
    if hasNoun {
      // A verb or a weak word beside a clear noun only says it again: « rapporte le moins de CA ».
      mentions.removeAll { ($0.role == .verb || $0.role == .weak) }
    } else if mentions.contains(where: { $0.role == .verb }) {
      mentions.removeAll { $0.role == .weak }
    }
  }

  mutating func findValues() {
    var byDimension: [(dimension: String, negated: Bool, readings: [(ValueReading, Int)])] = []
    for index in items.indices where !isUsed[index] {
      guard let reading = items[index].span.value else { continue }
      isUsed[index] = true
      let negated = takeNegation(before: index) || isNegatedList(index)
      if let place = byDimension.firstIndex(where: { $0.dimension == reading.dimension && $0.negated == negated }) {
        byDimension[place].readings.append((reading, index))
      } else {
        byDimension.append((reading.dimension, negated, [(reading, index)]))
      }
    }
    for group in byDimension {
      let filters = group.readings.map { filter(for: $0.0, item: $0.1, negated: group.negated) }
      query.filters.append(merge(filters, dimension: group.dimension, negated: group.negated))
      let named = group.readings.count
      if named > 1, !group.negated { namedGroups.append(group.dimension) }
    }
  }

  /// « hors Paris et Lyon »: the second name stands behind the same exception.
  private func isNegatedList(_ index: Int) -> Bool {
    guard marker(index - 1) == .and, index >= 3, items[index - 2].span.value != nil else { return false }
    return isMarker(index - 3, [.except, .without])
  }

  /// Several names of one dimension are one filter with all of them.
  private func merge(_ filters: [Filter], dimension: String, negated: Bool) -> Filter {
    var values: [NamedValue] = []
    for case .values(_, let more, _) in filters { values += more.filter { !values.contains($0) } }
    if values.isEmpty || filters.contains(where: { if case .nameMatches = $0 { true } else { false } }) {
      return filters.count == 1 ? filters[0] : filters.first ?? .values(dimension: dimension, values: [], negated: negated)
    }
    return .values(dimension: dimension, values: values, negated: negated)
  }

  /// The filter of a mention: one value, a group of things called by a common word, or a choice to be asked.
  mutating func filter(for reading: ValueReading, item index: Int, negated: Bool) -> Filter {
    let dimension = reading.dimension
    let written = utterance.written(items[index].span.tokens)
    if let first = reading.names.first, reading.total == 1 {
      if reading.quality >= .typo { notes.append(.corrected(word: written, name: first.name)) }
      return .values(dimension: dimension, values: [first], negated: negated)
    }
    if reading.quality <= .plural {
      // Two things with the very same name: both are meant, and stay two.
      return .values(dimension: dimension, values: reading.names, negated: negated)
    }
    if dimension == "product", reading.quality == .allTokens || reading.quality == .prefix {
      notes.append(.group(word: written, dimension: dimension))
      let words = reading.words.map(CanonicalWord.of).filter { !Self.links.contains($0) }
      return .nameMatches(dimension: dimension, words: words, negated: negated)
    }
    ambiguousNames.append(
      Reading.NameChoice(
        words: written, tokens: items[index].span.tokens, dimension: dimension,
        names: reading.names, total: reading.total))
    return .values(dimension: dimension, values: Array(reading.names.prefix(1)), negated: negated)
  }

  private static let links: Set<String> = ["de", "du", "des", "la", "le", "les", "of", "the", "and", "et", "a", "d", "l"]
}
