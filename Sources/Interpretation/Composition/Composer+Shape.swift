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
    let isShare = take([.share]) && query.comparison == nil
    let isGrowth = take([.growth])
    let isDecline = take([.decline])
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
    applyStatistics(takeStatistics())
    applyRank(isGrowth: isGrowth, isDecline: isDecline)
    for dimension in sameNames where query.keys.isEmpty && query.rollup == nil {
      addKey(.dimension(dimension))
    }
    substitute()
    for index in query.measures.indices { query.measures[index].trailingDays = lapse }
    if isShare, !shareAsRate() { share() }
    dropKeysOfMeans()
    restrictDates()
    rejectStrangers()
    preferOwnKeys()
    take([.each, .compare])
  }
}

extension Filter {
  /// The dimension a filter is on; nil for segments and weekdays.
  var dimension: String? {
    switch self {
    case .values(let name, _, _), .nameMatches(let name, _, _), .compare(let name, _, _): name
    case .membership, .segment, .weekdays: nil
    }
  }
}
