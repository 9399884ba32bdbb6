/// A span that may be reported, with its best names.
struct FoundSpan {
  /// Question words, not tokens.
  var words: Range<Int>
  /// Best first; never empty.
  var entries: [ScoredEntry]
  /// How many names fit as well as the best.
  var total: Int
  /// See `Span.isTrimmed`.
  var isTrimmed = false

  /// Quality of the best name.
  var quality: Quality { entries.first?.quality ?? .partialTypo }

  /// Whether this span makes one inside it, of the same dimension, useless.
  ///
  /// A whole name inside a partial one stays, as does a clean reading inside a corrected partial
  /// one and what is left of a span without its ordinary words: which is meant is for the caller to
  /// say.
  func overrules(_ inner: FoundSpan) -> Bool {
    guard words != inner.words, words.lowerBound <= inner.words.lowerBound,
      inner.words.upperBound <= words.upperBound
    else { return false }
    if quality == .exact { return true }
    if inner.isTrimmed { return false }
    if inner.quality <= .plural, inner.quality < quality { return false }
    return quality != .partialTypo || inner.quality >= quality
  }
}

/// Decides which spans of one dimension are worth reporting.
struct SpanJudge {
  /// Names of a span that are scored; the first ones are the shortest, hence the best covered.
  private static let scoredLimit = 48

  /// Scores the names of a span.
  let scoring: CandidateScoring
  /// Number of names of the dimension.
  let nameCount: Int

  /// A span with its best names; nil when it is too weak a sign of any.
  func judge(_ span: Span) -> FoundSpan? {
    let isTelling = span.steps.contains(where: isTelling)
    var scored = span.selection.prefix(Self.scoredLimit).compactMap { scoring.score($0, span) }
    scored.sort(by: scoring.precedes)
    if !isTelling {
      // Ordinary, short or common words only: a whole name, or most of a name of several words.
      scored.removeAll { $0.quality > .plural && (span.steps.count < 2 || $0.coverage < 0.5) }
    }
    guard let best = scored.first else { return nil }
    return FoundSpan(
      words: span.words,
      entries: Array(scored.prefix(ValueIndex.candidateLimit)),
      total: total(best, scored, span),
      isTrimmed: span.isTrimmed
    )
  }

  private func total(_ best: ScoredEntry, _ scored: [ScoredEntry], _ span: Span) -> Int {
    guard best.coverage == 1 else { return span.selection.count }
    return scored.count {
      $0.coverage == 1 && $0.quality == best.quality && $0.distance == best.distance
    }
  }

  /// Whether a word may stand for a partial name by itself.
  private func isTelling(_ step: Step) -> Bool {
    let word = scoring.words[step.word]
    guard !word.isKnown, !word.isShortNumber, word.bytes.count > 1,
      !word.traits.contains(.generic)
    else { return false }
    let common = step.branches.map(\.postings.count).max() ?? 0
    // In a tenth of the names or in half of a handful, a word is a kind of thing and not a name.
    return common <= max(8, nameCount / 10) && (nameCount < 3 || common * 2 <= nameCount)
  }
}
