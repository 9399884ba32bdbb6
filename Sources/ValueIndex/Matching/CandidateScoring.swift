/// An entry that a mention may stand for, and how well.
struct ScoredEntry {
  /// Entry number.
  var entry: UInt32
  /// How the mention fits.
  var quality: Quality
  /// See `Candidate.score`.
  var score: Float
  /// Edits made.
  var distance: Int
  /// See `Candidate.coverage`.
  var coverage: Float
}

/// Compares a span with the names it selects.
struct CandidateScoring {
  /// The index.
  let columns: IndexColumns
  /// The words of the question.
  let words: [QuestionWord]

  /// How well one name fits a span; nil when a word of the span is not in it after all.
  func score(_ entry: UInt32, _ span: Span) -> ScoredEntry? {
    let tokens = columns.tokens(ofEntry: entry)
    var fit = Fit()
    for step in span.steps {
      let isMatched =
        step.kind == .split
        ? step.branches.allSatisfy { match([$0], tokens, &fit) }
        : match(step.branches, tokens, &fit)
      if !isMatched { return nil }
    }
    var whole: Float = 0
    var named: Float = 0
    var isComplete = true
    for (place, token) in tokens.enumerated() {
      let weight = columns.weight(ofToken: token)
      whole += weight
      if fit.matched & (1 << UInt64(place)) != 0 {
        named += weight
      } else if weight > 0 {
        isComplete = false
      }
    }
    let coverage = isComplete ? 1 : named / max(whole, .leastNonzeroMagnitude)
    let quality = quality(fit, isComplete: isComplete, tokens, span)
    return ScoredEntry(
      entry: entry,
      quality: quality,
      score: Self.total(quality, explained: fit.explained / max(fit.weight, 0.001), coverage),
      distance: fit.distance,
      coverage: coverage
    )
  }

  /// What is known of a name while the steps of a span are looked for in it.
  private struct Fit {
    /// One bit per word of the name.
    var matched: UInt64 = 0
    var lastPlace = -1
    var isInOrder = true
    var hasPlural = false
    var hasPrefix = false
    var isCorrected = false
    var distance = 0
    /// Sum of the weights of the matched words, and the same times their likeness.
    var weight: Float = 0
    var explained: Float = 0
  }

  private func match(
    _ branches: [Branch],
    _ tokens: Slice<UnsafeBufferPointer<UInt32>>,
    _ fit: inout Fit
  ) -> Bool {
    var best: (place: Int, near: NearWord)?
    for (place, token) in tokens.enumerated() where fit.matched & (1 << UInt64(place)) == 0 {
      for branch in branches where branch.near.token == token {
        if branch.near.likeness > (best?.near.likeness ?? 0) { best = (place, branch.near) }
      }
    }
    guard let best else { return false }
    fit.matched |= 1 << UInt64(best.place)
    if best.place < fit.lastPlace { fit.isInOrder = false }
    fit.lastPlace = best.place
    fit.distance += best.near.distance
    switch best.near.kind {
    case .exact: break
    case .plural: fit.hasPlural = true
    case .prefix: fit.hasPrefix = true
    case .typo: fit.isCorrected = fit.isCorrected || best.near.distance > 0
    }
    let weight = columns.weight(ofToken: best.near.token)
    fit.weight += weight
    fit.explained += weight * best.near.likeness
    return true
  }

  private func quality(
    _ fit: Fit,
    isComplete: Bool,
    _ tokens: Slice<UnsafeBufferPointer<UInt32>>,
    _ span: Span
  ) -> Quality {
    if fit.isCorrected { return isComplete ? .typo : .partialTypo }
    if fit.hasPrefix { return .prefix }
    guard isComplete, fit.isInOrder else { return .allTokens }
    if fit.hasPlural { return .plural }
    let written = words[span.words]
    let isSame =
      written.count == tokens.count
      && zip(written, tokens).allSatisfy { $0.exact == $1 }
    return isSame ? .exact : .allTokens
  }

  /// Share of the mention explained times a growing function of the coverage, below 1 unless exact.
  private static func total(_ quality: Quality, explained: Float, _ coverage: Float) -> Float {
    switch quality {
    case .exact: 1
    case .plural: 0.98 * explained
    case .allTokens, .prefix, .typo, .partialTypo: 0.96 * explained * (0.4 + 0.6 * coverage)
    }
  }

  /// Best first: quality, score, edits, then name and key, so that no order depends on the build.
  func precedes(_ left: ScoredEntry, _ right: ScoredEntry) -> Bool {
    if left.quality != right.quality { return left.quality < right.quality }
    if left.score != right.score { return left.score > right.score }
    if left.distance != right.distance { return left.distance < right.distance }
    let (first, second) = (nameBytes(left.entry), nameBytes(right.entry))
    if !first.elementsEqual(second) { return first.lexicographicallyPrecedes(second) }
    // Same names stand in the order of their keys.
    return left.entry < right.entry
  }

  private func nameBytes(_ entry: UInt32) -> Slice<UnsafeBufferPointer<UInt8>> {
    columns.namePool[
      Int(columns.nameOffsets[Int(entry)])..<Int(columns.nameOffsets[Int(entry) + 1])
    ]
  }

  /// The public form of a scored entry.
  func candidate(_ scored: ScoredEntry) -> Candidate {
    Candidate(
      key: columns.key(ofEntry: scored.entry),
      name: columns.name(ofEntry: scored.entry),
      score: scored.score,
      distance: scored.distance,
      coverage: scored.coverage
    )
  }
}
