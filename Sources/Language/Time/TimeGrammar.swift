import Values

/// Reads the time expressions of a question, French or English.
///
/// Rules build larger readings from smaller ones, as in Facebook's Duckling; what could be a name,
/// a
/// reference or an amount is kept only where the words around it support it; of the readings that
/// remain, the ones that cover the most words win.
package enum TimeGrammar {
  /// The best non-overlapping readings, left to right, each with its preposition and article.
  package static func spans(
    in tokens: [Token],
    numbers: [NumberSpan],
    clock: Clock
  ) -> [TimeSpan] {
    let words = TimeWords(tokens, numbers: numbers)
    guard words.count > 0 else { return [] }
    let chart = Chart(words, clock: clock)
    var candidates = Selection(words: words, chart: chart, clock: clock).best()
    dropBareUnits(from: &candidates)
    YearSharing.apply(to: &candidates, words)
    var spans: [TimeSpan] = []
    var floor = 0
    for candidate in candidates {
      guard let meaning = meaning(of: candidate, clock) else { continue }
      let start = isGrain(meaning) ? candidate.start : opening(of: candidate.start, floor, words)
      let first = words.tokenIndex(start)
      let last = words.tokenIndex(candidate.end - 1)
      spans.append(TimeSpan(tokens: first..<(last + 1), meaning: meaning))
      floor = candidate.end
    }
    return spans
  }

  /// "Of the year" adds nothing to a question that names its period.
  private static func dropBareUnits(from candidates: inout [TimeCandidate]) {
    let hasOther = candidates.contains { candidate in
      guard candidate.node.evidence != .bareUnit else { return false }
      switch candidate.node.value {
      case .grain, .comparison: return false
      default: return true
      }
    }
    if hasOther { candidates.removeAll { $0.node.evidence == .bareUnit } }
  }

  private static func meaning(of candidate: TimeCandidate, _ clock: Clock) -> TimeSpan.Meaning? {
    switch candidate.node.value {
    case .grain(let grain, let each): .grain(grain, each: each)
    case .comparison(let comparison): .comparison(comparison)
    default: (candidate.period ?? candidate.node.value.period(clock)).map { .period($0) }
    }
  }

  private static func isGrain(_ meaning: TimeSpan.Meaning) -> Bool {
    if case .grain = meaning { true } else { false }
  }

  /// Where the span opens: an article and a preposition before it belong to it.
  private static func opening(of start: Int, _ floor: Int, _ words: TimeWords) -> Int {
    var index = start
    if index > floor, SupportWords.articles.contains(words.key(at: index - 1)) { index -= 1 }
    if index > floor, openers.contains(words.key(at: index - 1)) { index -= 1 }
    return index
  }

  private static let openers: Set<String> = [
    "en", "in", "on", "during", "for", "pour", "sur", "dans", "pendant", "durant", "au", "aux", "a",
    "de", "du", "d'", "des", "of", "at", "over", "through", "throughout", "courant", "within",
    "inside",
  ]
}
