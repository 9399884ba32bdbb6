import Values

/// Members of a list share one year: « mars et avril 2018 », "Q1 vs Q2 2018".
enum YearSharing {
  /// Gives candidates without a year that of a neighbour they are joined to.
  static func apply(to candidates: inout [TimeCandidate], _ words: TimeWords) {
    guard candidates.count > 1 else { return }
    for index in stride(from: candidates.count - 2, through: 0, by: -1) {
      share(from: candidates[index + 1], to: &candidates[index], between: index, candidates, words)
    }
    for index in 1..<candidates.count where candidates[index].period == nil {
      guard isJoined(candidates[index - 1], candidates[index], words) else { continue }
      adopt(from: candidates[index - 1], by: &candidates[index])
    }
  }

  private static func share(
    from right: TimeCandidate,
    to left: inout TimeCandidate,
    between index: Int,
    _ candidates: [TimeCandidate],
    _ words: TimeWords
  ) {
    guard isJoined(candidates[index], right, words) else { return }
    adopt(from: right, by: &left)
  }

  private static func adopt(from source: TimeCandidate, by target: inout TimeCandidate) {
    guard case .annual(let annual) = target.node.value, let year = year(of: source, annual),
      let period = annual.period(in: year), period != source.node.value.period
    else { return }
    target.period = period
  }

  /// The year of a named period of the same kind.
  private static func year(of source: TimeCandidate, _ annual: Annual) -> Int? {
    if let period = source.period { return period.start?.year }
    guard case .period(let period, let nature) = source.node.value else { return nil }
    switch nature {
    case .named(let unit): return unit == annual.unit && !annual.isDay ? period.start?.year : nil
    case .plain: return annual.isDay && period.length == 1 ? period.start?.year : nil
    default: return nil
    }
  }

  /// Whether only "and", commas and small words stand between.
  private static func isJoined(
    _ left: TimeCandidate,
    _ right: TimeCandidate,
    _ words: TimeWords
  ) -> Bool {
    guard left.end < right.start, right.start - left.end <= 3 else { return false }
    return (left.end..<right.start).allSatisfy { index in
      let key = words.key(at: index)
      return SupportWords.joiners.contains(key) || SupportWords.articles.contains(key)
        || SupportWords.prepositions.contains(key)
    }
  }
}

extension TimeValue {
  /// The period, when it is there as such.
  fileprivate var period: Period? {
    if case .period(let period, _) = self { period } else { nil }
  }
}
