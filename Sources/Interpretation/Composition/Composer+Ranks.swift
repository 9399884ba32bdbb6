import Language
import SemanticModel
import Values

/// Superlatives: which way things are ranked, how many of them are wanted, and where they are statistics instead.
extension Composer {
  /// "average, shortest and longest delivery time": superlatives in a list of statistics are statistics.
  private mutating func findExtremes() {
    let superlatives = items.indices.filter { isMarker($0, [.top, .bottom]) }
    // Both ways, so that each finds its neighbour already told.
    for index in superlatives + superlatives.reversed() where !isUsed[index] {
      guard
        areBothEnds(index)
          || isStatistic(index - 2, joinedBy: index - 1)
          || isStatistic(index + 2, joinedBy: index + 1)
      else { continue }
      let function: Rollup.Function = isMarker(index, [.top]) ? .maximum : .minimum
      isUsed[index] = true
      extremeStatistics.append((function, index))
    }
  }

  /// "the smallest and the biggest quantity": of a figure, both ends of it.
  private func areBothEnds(_ index: Int) -> Bool {
    guard
      let first = [index, index - 2].first(where: {
        isMarker($0, [.top, .bottom]) && isMarker($0 + 1, [.and])
          && isMarker($0 + 2, isMarker($0, [.top]) ? [.bottom] : [.top])
      }),
      items.indices.contains(first + 3) && items[first + 3].span.metric != nil
        || items.indices.contains(first - 1) && items[first - 1].span.metric != nil
    else { return false }
    return [first, first + 2].allSatisfy { place in
      items[place].span.tokens.contains { token in
        Self.ends.contains { utterance.tokens[token].folded.hasPrefix($0) }
      }
    }
  }

  private static let ends = [
    "small", "big", "low", "high", "short", "long", "larg", "cheap", "petit", "grand", "gros",
    "bas",
    "haut", "court", "faible", "eleve",
  ]

  private func isStatistic(_ index: Int, joinedBy conjunction: Int) -> Bool {
    guard isMarker(conjunction, [.and]) else { return false }
    return isMarker(index, [.mean, .median, .minimum, .maximum, .deviation]) || isCalledMean(index)
      || extremeStatistics.contains { $0.item == index }
  }

  /// "average catalogue price": a figure called a mean.
  func isCalledMean(_ index: Int) -> Bool {
    guard items.indices.contains(index), items[index].span.metric != nil else { return false }
    return items[index].span.tokens.contains {
      Self.meanWords.contains(utterance.tokens[$0].folded)
    }
  }

  private static let meanWords: Set<String> = [
    "average", "avg", "mean", "moyen", "moyenne", "moyens",
  ]

  /// The rank word, its direction and its number.
  mutating func findRank() {
    findExtremes()
    for index in items.indices where !isUsed[index] {
      switch items[index].span.meaning {
      case .marker(let marker) where [.top, .bottom, .best, .worst].contains(marker):
        if rank == nil || rank?.item == index {
          rank = (marker == .top || marker == .best, marker == .best || marker == .worst, index)
        }
        isUsed[index] = true
      case .marker(.rank):
        if rank == nil { rank = (!has(.ascending), saysQuality(index), index) }
        isUsed[index] = true
      case .marker(.ascending):
        if rank == nil { rank = (false, saysQuality(index), index) }
        isUsed[index] = true
      case .metric(_, .top), .metric(_, .bottom):
        if rank == nil, case .metric(_, let role) = items[index].span.meaning {
          // « pires fournisseurs en taux de rejet »: the quality is that of the figure named.
          rank = (role == .top, items[index].span.entity != nil, index)
        } else if let said = rank, case .metric(_, .bottom) = items[index].span.meaning,
          said.isDescending, !said.isQuality, said.item < index, saysTop(said.item)
        {
          // « top 5 des flops »: the first five of the worst.
          rank = (false, items[index].span.entity != nil, index)
        }
      default: continue
      }
    }
    guard rank != nil else { return }
    for index in items.indices where !isUsed[index] {
      guard case .number(let number, let unit) = items[index].span.meaning,
        unit == .plain || unit == .ordinal,
        number >= 1, number <= 10_000, number == number.rounded(), isRankNumber(index),
        !isSortWord(index - 1)
      else { continue }
      limit = Int(number)
      if unit == .ordinal { place = limit }
      isUsed[index] = true
      return
    }
  }

  private func saysTop(_ index: Int) -> Bool {
    items[index].span.tokens.contains { utterance.tokens[$0].folded == "top" }
  }

  /// « du pire au meilleur », "best to worst": which end that is depends on the figure.
  private func saysQuality(_ index: Int) -> Bool {
    let words: Set<String> = ["best", "worst", "meilleur", "meilleure", "pire", "pires"]
    return items[index].span.tokens.contains { words.contains(utterance.tokens[$0].folded) }
  }

  /// « top 5 », « les 5 produits », "10 best customers": beside the rank word or right before the subject.
  private func isRankNumber(_ index: Int) -> Bool {
    if isMarker(index - 1, [.greater, .less, .atLeast, .atMost, .equal, .between]) { return false }
    if isMarker(index - 1, [.top, .bottom, .best, .worst, .rank, .list]) { return true }
    if isMarker(index + 1, [.top, .bottom, .best, .worst, .rank]) { return true }
    if index + 1 < items.count,
      items[index + 1].span.role == .top || items[index + 1].span.role == .bottom
    {
      return true
    }
    if index + 1 < items.count, let value = items[index + 1].span.value,
      ["category", "subcategory"].contains(value.dimension),
      isMarker(index + 2, [.top, .bottom, .best, .worst, .rank])
        || items.indices.contains(index + 2)
          && [.top, .bottom].contains(items[index + 2].span.role)
    {
      // "which 3 copiers sell least"
      return true
    }
    return heads.contains { $0.item == index + 1 } || index == 0
      || (index + 1 < items.count && items[index + 1].span.dimension != nil)
      || (index + 2 < items.count && items[index + 1].span.value != nil
        && items[index + 2].span.dimension != nil)
  }

  /// « je veux le taux des quatre », "the rate of all four": a number behind the question says how many there are.
  mutating func takeCountOfAll() -> Int? {
    guard let last = items.indices.last, !isUsed[last],
      case .number(let count, .plain) = items[last].span.meaning, (2...50).contains(count),
      count == count.rounded(), items[last].span.tokens.lowerBound > 0,
      ["des", "les", "the", "all"].contains(
        utterance.tokens[items[last].span.tokens.lowerBound - 1].folded
      )
    else { return nil }
    isUsed[last] = true
    return Int(count)
  }

  /// « classe-les tous », "rank all of them", « le taux des quatre »: every one of what is ranked.
  var wantsAll: Bool {
    let words = utterance.tokens.map(\.folded)
    let pairs = zip(words, words.dropFirst())
    return pairs.contains { Self.allWords.contains([$0, $1]) }
  }

  private static let allWords: Set<[String]> = [
    ["les", "tous"], ["les", "toutes"], ["them", "all"], ["all", "of"], ["tous", "les"],
    ["toutes", "les"], ["eux", "tous"], ["all", "four"], ["all", "three"], ["all", "five"],
  ]
}
