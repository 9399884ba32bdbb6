import Language
import SemanticModel
import Values

/// The last step: from what was found to the shape of the query – figure, breakdown, ranking, list, count, share.
extension Composer {
  mutating func shape() {
    takeWeekend()
    applyWhen()
    if mentions.contains(where: { model.metrics[$0.metric]?.unit == .days }) { take([.howLong]) }
    applyValuation()
    query.measures = measures()
    let shareWord = firstItem([.share]).map { utterance.written(items[$0].span.tokens) }
    let isShare = take([.share]) && query.comparison == nil
    let isGrowth = take([.growth]) || comparative == true
    let isDecline = take([.decline]) || comparative == false
    let isTrend = take([.trend])
    if take([.cumulative]) { query.isCumulative = true }
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
    applyStatistics(takeStatistics())
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
    // « et quel est leur taux ? »: a rate that is shown anyway.
    if query.measures.contains(where: { model.metrics[$0.metric]?.unit == .percent }) { take([.rate]) }
    take([.each, .compare])
  }
}
