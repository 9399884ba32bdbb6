extension ValueIndex {
  /// The names that a question mentions.
  ///
  /// - Parameters:
  ///   - tokens: folded words and symbols of the question; what follows the 200th is ignored.
  ///   - options: ordinary words, corrections allowed, dimensions.
  /// - Returns: for each dimension the longest runs of tokens that names hold: longer runs first,
  /// then
  ///   better quality, higher score, lower dimension, name and key.
  package func matches(
    in tokens: [String],
    options: MatchOptions = MatchOptions()
  ) -> [ValueMatch] {
    matches(in: tokens, options: options, allowsStopWord: false)
  }

  /// The names of one dimension that a phrase stands for, best first, at most `candidateLimit`.
  ///
  /// The whole phrase must be explained, but for function words at its ends.
  package func lookup(_ text: [String], dimension: Int) -> [Candidate] {
    let options = MatchOptions(dimensions: [dimension])
    let found = matches(in: text, options: options, allowsStopWord: true)
    let words = QuestionWords(text, options: options, columns: columns).words
    let telling = words.filter { !$0.isStop }
    guard let first = (telling.first ?? words.first)?.place,
      let last = (telling.last ?? words.last)?.place
    else { return [] }
    let whole = found.filter { $0.tokens.contains(first) && $0.tokens.contains(last) }
    return whole.min { ($0.quality, -$0.score) < ($1.quality, -$1.score) }?.candidates ?? []
  }

  private func matches(
    in tokens: [String],
    options: MatchOptions,
    allowsStopWord: Bool
  ) -> [ValueMatch] {
    var question = QuestionWords(tokens, options: options, columns: columns)
    let scoring = CandidateScoring(columns: columns, words: question.words)
    let hits = WholeNames(
      columns: columns,
      words: question.words,
      allowsStopWord: allowsStopWord
    ).hits()
    var matches: [ValueMatch] = []
    for dimension in columns.dimensions
    where options.dimensions?.contains(Int(dimension.dimension)) ?? true {
      let range = dimension.start..<dimension.end
      var search = SpanSearch(question, entries: range)
      let judge = SpanJudge(scoring: scoring, nameCount: range.count)
      var found = search.spans().compactMap(judge.judge)
      question = search.usedQuestion
      for hit in hits where range.contains(hit.entries.lowerBound) { Self.merge(hit, into: &found) }
      found = Self.maximal(found)
      for span in found {
        matches.append(
          ValueMatch(
            tokens: question.tokens(span.words),
            dimension: Int(dimension.dimension),
            candidates: span.entries.map(scoring.candidate),
            total: span.total,
            quality: span.quality,
            score: span.entries.first?.score ?? 0
          )
        )
      }
    }
    return matches.sorted(by: Self.precedes)
  }

  /// Adds whole names to the spans of their dimension, before the partial ones of the same words.
  private static func merge(_ hit: WholeNames.Hit, into found: inout [FoundSpan]) {
    let quality = hit.distance == 0 ? Quality.exact : .typo
    let score: Float = hit.distance == 0 ? 1 : 0.9
    let whole = hit.entries.prefix(candidateLimit).map {
      ScoredEntry(entry: $0, quality: quality, score: score, distance: hit.distance, coverage: 1)
    }
    guard let place = found.firstIndex(where: { $0.words == hit.words }) else {
      found.append(FoundSpan(words: hit.words, entries: whole, total: hit.entries.count))
      return
    }
    guard quality <= found[place].quality else { return }
    let others = found[place].entries.filter { !hit.entries.contains($0.entry) }
    // The same words spelled as two tokens and as one are both whole names.
    let equals = others.count { $0.quality == quality && $0.distance == hit.distance }
    let isEqual = { (entry: ScoredEntry) in entry.quality == quality }
    let merged = others.filter(isEqual) + whole + others.filter { !isEqual($0) }
    found[place].entries = Array(merged.prefix(candidateLimit))
    found[place].total = hit.entries.count + equals
  }

  /// The spans that no other one overrules, each run of words once.
  private static func maximal(_ found: [FoundSpan]) -> [FoundSpan] {
    var kept: [FoundSpan] = []
    for (index, span) in found.enumerated() {
      let isRepeated = found[..<index].contains { $0.words == span.words }
      if !isRepeated, !found.contains(where: { $0.overrules(span) }) { kept.append(span) }
    }
    return kept
  }

  private static func precedes(_ left: ValueMatch, _ right: ValueMatch) -> Bool {
    if left.tokens.count != right.tokens.count { return left.tokens.count > right.tokens.count }
    if left.quality != right.quality { return left.quality < right.quality }
    if left.score != right.score { return left.score > right.score }
    if left.tokens.lowerBound != right.tokens.lowerBound {
      return left.tokens.lowerBound < right.tokens.lowerBound
    }
    return left.dimension < right.dimension
  }
}
