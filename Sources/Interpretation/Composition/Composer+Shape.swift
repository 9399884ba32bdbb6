import Language
import SemanticModel
import Values

/// The last step: from what was found to the shape of the query – figure, breakdown, ranking, list, count, share.
extension Composer {
  mutating func shape() {
    takeWeekend()
    applyWhen()
    applyLasting()
    if mentions.contains(where: { model.metrics[$0.metric]?.unit == .days }) { take([.howLong]) }
    applyValuation()
    query.measures = measures()
    let shareWord = firstItem([.share]).map { utterance.written(items[$0].span.tokens) }
    let changes = has(.growth) || has(.decline)
    let isShare = take([.share]) && query.comparison == nil && !changes
    let isGrowth = take([.growth]) || comparative == true
    let isDecline = take([.decline]) || comparative == false
    let isTrend = take([.trend])
    // « et leur montant cumulé » of what is counted or listed is just the sum.
    let runsUp = counted == nil && heads.isEmpty && query.conditions.isEmpty
    if take([.cumulative]) {
      query.isCumulative = runsUp
      sumsUp = !runsUp
    }
    if isGrowth || isDecline { impliedComparison() }
    requireBoth()
    addNamedGroups()
    addTrend(isTrend && query.comparison == nil || query.isCumulative)
    if counted != nil {
      count(isShare: isShare)
    } else {
      figures(isShare: isShare)
    }
    countBeside()
    let statistics = takeStatistics()
    applyStatistics(statistics)
    applyRank(isGrowth: isGrowth, isDecline: isDecline)
    for name in sharedNames where query.keys.isEmpty && query.rollup == nil {
      addKey(.dimension(name.dimension))
    }
    preferReachable()
    preferReachableSegments()
    preferUpcoming()
    substitute()
    for index in query.measures.indices { query.measures[index].trailingDays = lapse }
    if isShare, query.measures.isEmpty, let word = shareWord { unusedWords.append(word) }
    if isShare, !shareAsRate() { share() }
    dropTestedFilters()
    dropKeysOfMeans()
    restrictDates()
    rejectStrangers()
    preferOwnKeys()
    nameWhatIsMissing(statistics)
    // « et quel est leur taux ? »: a rate that is shown anyway.
    if query.measures.contains(where: { model.metrics[$0.metric]?.unit == .percent }) {
      take([.rate])
    }
    take([.each, .compare])
  }

  /// An operation that was asked and did not find its way into the query is named: better no answer than another one.
  private mutating func nameWhatIsMissing(_ statistics: [Rollup.Function]) {
    let isComputed =
      query.rollup != nil
      || query.measures.contains { model.metrics[$0.metric]?.emptyIsZero == false }
    if statistics.contains(where: { $0 != .mean && $0 != .maximum && $0 != .minimum }), !isComputed,
      let word = word(of: [.median, .deviation])
    {
      unusedWords.append(word)
    }
    if let rank, query.order == nil, query.limit == nil, query.rollup == nil, !query.keys.isEmpty,
      query.keys.allSatisfy({ $0.dimension != nil }), query.measures.isEmpty
    {
      unusedWords.append(utterance.written(items[rank.item].span.tokens))
    }
  }

  private func word(of markers: Set<Marker>) -> String? {
    for (index, item) in items.enumerated() where isMarker(index, markers) {
      return utterance.written(item.span.tokens)
    }
    return nil
  }
}
