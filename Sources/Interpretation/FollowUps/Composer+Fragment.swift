import Language
import SemanticModel
import Values

/// The pieces of a query that a few words hold, found by the same rules as in a full question.
extension Composer {
  mutating func fragment() -> Fragment {
    findKeys()
    findHeads()
    findRank()
    findSegments()
    findTimesOfFragment()
    takeBareLimit()
    findConditions()
    findMentions()
    findValues()
    takeWeekend()
    takeHours()
    var fragment = Fragment()
    fragment.keys = query.keys + grains.map { .time($0) }
    let named = (heads + asides).filter { !query.keys.contains(.dimension($0.dimension)) }
    fragment.allOf = items.indices.filter(saysAll).compactMap { items[$0].span.dimension }
    fragment.namesThing = !named.isEmpty
    fragment.things = named.filter { !saysAll($0.item) && !isCueOfFilter($0.dimension) }.map(
      \.dimension
    )
    fragment.pointedThing = named.first { isPointedAt(items[$0.item].span) }?.dimension
    fragment.filters = query.filters
    fragment.conditions = query.conditions
    fragment.periods = fragmentPeriods
    fragment.relative = fragmentRelative
    fragment.limit = limit
    fragment.days = bareDays()
    fragment.descends = rank?.isDescending
    fragment.ranksQuality = rank?.isQuality ?? false
    fragment.isRate = take([.rate])
    fragment.isAtPrice = take([.atPrice])
    takeFigures(&fragment)
    takeOperations(&fragment)
    fragment.ambiguousNames = ambiguousNames.filter { $0.names.count > 1 }
    fragment.sharedNames = sharedNames
    fragment.unexplained = unexplainedWords
    fragment.said = Set(covering.spans.filter(\.isThing).flatMap(\.tokens))
    if isSortOrder, fragment.sortsBy == nil, !query.keys.isEmpty {
      // "order it by basket" splits nothing.
      penalty += 1
    }
    fragment.sorts = isSortOrder
    fragment.score = Double(covering.score - penalty) / Double(max(utterance.tokens.count, 1))
    return fragment
  }

  /// "make it 10": a number that nothing measures is how many are wanted.
  private mutating func takeBareLimit() {
    let numbers = items.indices.filter { items[$0].span.isNumber && !isUsed[$0] }
    guard limit == nil, numbers.count == 1,
      case .number(let number, .plain) = items[numbers[0]].span.meaning,
      number >= 1, number <= 1000, number == number.rounded(),
      FollowUpPhrases.units[
        utterance.tokens.dropFirst(items[numbers[0]].span.tokens.upperBound).first?.folded ?? ""
      ] == nil,
      items.allSatisfy({
        $0.span.metric == nil && $0.span.marker.flatMap { Self.comparisons[$0] } == nil
      })
    else { return }
    limit = Int(number)
    isUsed[numbers[0]] = true
  }

  /// « sur 180 jours »: a length of time that no state took.
  private mutating func bareDays() -> Int? {
    for index in items.indices where !isUsed[index] {
      let start = items[index].span.tokens.lowerBound
      guard case .duration(let days, _) = items[index].span.meaning,
        start == 0 || Self.spanning.contains(utterance.tokens[start - 1].folded)
      else { continue }
      isUsed[index] = true
      return days
    }
    return nil
  }

  private static let spanning: Set<String> = [
    "sur", "on", "over", "for", "pendant", "depuis", "since", "et", "and", "plutot",
  ]

  /// « cette catégorie », "that supplier".
  private func isPointedAt(_ span: Span) -> Bool {
    let place = span.tokens.lowerBound
    return place > 0
      && ["ce", "cet", "cette", "that", "this"].contains(utterance.tokens[place - 1].folded)
  }

  /// « toutes les catégories », "all channels": without a choice among them.
  private func saysAll(_ item: Int) -> Bool {
    let start = items[item].span.tokens.lowerBound
    let words = utterance.tokens[max(0, start - 2)..<start].map(\.folded)
    return words.contains { ["tous", "toutes", "ttes", "tts", "all", "every"].contains($0) }
  }

  /// "only customers in Lyon": the thing only says of whom the name is.
  private func isCueOfFilter(_ thing: String) -> Bool {
    query.filters.contains { filter in
      guard let name = filter.dimension, name != thing else { return false }
      return model.dimensions[name]?.dataset == model.dimensions[thing]?.dataset
    }
  }

  private mutating func takeFigures(_ fragment: inout Fragment) {
    let totals = items.indices.contains { isMarker($0, [.sum]) }
    let figures = mentions.filter { mention in
      // « combien ça fait au total, en euros »: the figure is the one told before.
      if totals, mention.role == .weak { return false }
      return mention.role != .top && mention.role != .bottom || mentions.count == 1
    }
    let names = figures.map(\.metric)
    fragment.isVagueMoney = names == ["revenue"] && figures[0].role == .weak
    if let rank, isMarker(rank.item, [.rank]) || isSortOrder, let metric = names.first {
      fragment.sortsBy = metric
    } else {
      for name in names where !fragment.metrics.contains(name) { fragment.metrics.append(name) }
    }
  }

  /// « trie », "sort": how to order, not what to find.
  private var isSortOrder: Bool {
    utterance.tokens.contains {
      ["trie", "triez", "trier", "classe", "sort", "order", "rank"].contains($0.folded)
    }
  }

  private mutating func takeOperations(_ fragment: inout Fragment) {
    fragment.isShare = take([.share])
    let isGrowth = take([.growth])
    let isDecline = take([.decline])
    fragment.growth = isGrowth ? true : isDecline ? false : nil
    fragment.compares = take([.compare]) || isGrowth || isDecline
    fragment.isTrend = take([.trend])
    fragment.isTotal = take([.sum])
    fragment.isMean = take([.mean])
    fragment.counts = take([.count]) || take([.howMuch])
    if fragment.counts, !fragment.metrics.isEmpty, !saysPercent { fragment.isShare = false }
    take([.list, .each, .and, .colon, .filler, .group, .times, .definition, .allHistory])
    take([.thanks, .greeting])
    for index in items.indices where !isUsed[index] { penalty += 0.3 }
  }

  private var saysPercent: Bool {
    utterance.tokens.contains {
      ["%", "pourcentage", "pourcent", "percent", "percentage", "part", "share"].contains($0.folded)
    }
  }

  private var unexplainedWords: [String] {
    covering.spans.filter { $0.isUnknown && isWord($0) }.map { utterance.written($0.tokens) }
      + unusedWords
  }

  /// Time units asked for without « par »: « l'évolution mensuelle ».
  private var grains: [Grain] {
    items.compactMap { item in
      if case .grain(let grain, each: false) = item.span.meaning { grain } else { nil }
    }
  }

  private var fragmentPeriods: [Period] {
    items.compactMap { if case .period(let period) = $0.span.meaning { period } else { nil } }
  }

  private var fragmentRelative: TimeComparison? {
    items.lazy.compactMap {
      if case .relative(let comparison) = $0.span.meaning { comparison } else { nil }
    }.first
  }

  /// Times are no thresholds and no leftovers.
  private mutating func findTimesOfFragment() {
    for index in items.indices {
      switch items[index].span.meaning {
      case .period, .relative, .grain: isUsed[index] = true
      default: continue
      }
    }
  }
}
