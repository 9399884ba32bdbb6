import Language
import SemanticModel
import Values

/// The last step: from what was found to the shape of the query – figure, breakdown, ranking, list, count, share.
extension Composer {
  mutating func shape() {
    takeWeekend()
    takeHours()
    applyWhen()
    applyLasting()
    applyHowLong()
    if mentions.contains(where: { mention in
      model.metrics[mention.metric]?.unit == .days || mention.metric == "turnover"
    }) {
      take([.howLong])
    }
    applyValuation()
    tellAuthors()
    query.measures = measures()
    addExcess()
    contrastSegments()
    let isRate = takeRateOfSegment() || takeRateOfCounts()
    let shareItem = items.indices.last { !isUsed[$0] && isMarker($0, [.share]) }
    let shareWord = shareItem.map { utterance.written(items[$0].span.tokens) }
    leaveLostGoods()
    let changes = has(.growth) || has(.decline)
    // « combien de CA représentent-ils »: the amount, not the part.
    let isAmount = shareItem.map { saysAmount(before: $0) } ?? false
    leavePercentOfChange(shareItem)
    let saysShare = take([.share]) && !isRate
    let isShare = saysShare && query.comparison == nil && !changes && !isAmount
    leaveFallsIntoStates()
    leaveSevenDays()
    let isTrend = takeTrend()
    let isGrowth = take([.growth]) || comparative == true
    let isDecline = take([.decline]) || comparative == false
    // « et leur montant cumulé » of what is counted or listed is just the sum.
    let runsUp = counted == nil && heads.isEmpty && query.conditions.isEmpty
    if take([.cumulative]) {
      query.isCumulative = runsUp
      sumsUp = !runsUp
    }
    if isGrowth || isDecline, !setsSideBySide, !runsAlong { impliedComparison() }
    requireBoth()
    addNamedGroups()
    addTrend(isTrend && query.comparison == nil || query.isCumulative)
    tellByWeekday()
    if counted != nil {
      count(isShare: isShare)
    } else {
      figures(isShare: isShare)
    }
    listWhatIsMeant()
    listRecords()
    listInTime()
    dropActorsOfHours()
    limitStates()
    countBeside()
    countMembers()
    countClasses()
    countRowsNamed()
    contrastWeekends()
    contrastHours()
    if isGrowth || isDecline { dropCountedKey() }
    let statistics = takeStatistics()
    applyStatistics(statistics)
    applyRank(isGrowth: isGrowth, isDecline: isDecline)
    for name in sharedNames where query.keys.isEmpty && query.rollup == nil {
      addKey(.dimension(name.dimension))
    }
    countAtPlaces()
    preferReachable()
    preferReachableSegments()
    tellCourse()
    confrontForecasts()
    preferUpcoming()
    tellNextOne()
    substitute()
    tellLastOrder()
    listContents()
    listDealings()
    listAwaited()
    tellPriceRecords()
    dropHoursOfLevels()
    doubtStatesOfAlerts()
    tellTogether()
    tellOrderTerms()
    for index in query.measures.indices { query.measures[index].trailingDays = lapse }
    if isShare, query.measures.isEmpty, let word = shareWord { unusedWords.append(word) }
    if saysShare, !isShare, !isAmount, !changes, query.comparison != nil { shareInEachPeriod() }
    if isShare, !shareAsRate() {
      share(ofEach: asksShareOfEach(shareItem) && !asksShareOfThem(before: shareItem))
    }
    datePeriodSegments()
    assumeStates()
    dropTestedFilters()
    dropKeysOfMeans()
    restrictDates()
    tellTogetherOverall()
    rejectStrangers()
    doubtCatalogue()
    preferOwnKeys()
    tellPropertyOfEach()
    leaveRepeatedMeasures()
    nameWhatIsMissing(statistics)
    nameMissingWho()
    // « et quel est leur taux ? »: a rate that is shown anyway.
    if query.measures.contains(where: { model.metrics[$0.metric]?.unit == .percent }) {
      take([.rate])
    }
    take([.each, .compare, .allHistory])
    takeRivalry()
  }

  /// « plus de ventes par téléphone que sur le web ? »: two named beside each other tell which has more; "how did December do
  /// vs November?": of what they brought in.
  private mutating func takeRivalry() {
    let isSideBySide = !namedGroups.isEmpty || query.comparison != nil
    guard isSideBySide,
      utterance.tokens.contains(where: {
        [
          "que", "qu'", "than", "celui", "celle", "ceux", "celles", "which", "lequel", "laquelle",
          "do", "did", "fare", "fared", "perform", "performed", "go", "went", "was", "were",
          "ete", "etait", "donne", "marche",
        ].contains($0.folded)
      }),
      !items.indices.contains(where: { !isUsed[$0] && items[$0].span.isNumber })
    else { return }
    take([.greater, .less, .top, .bottom, .best, .worst])
    if query.measures.isEmpty, query.rollup == nil { query.measures = [Measure("revenue")] }
  }

  /// « mets-moi les sept jours »: of the week, which is split by already.
  private mutating func leaveSevenDays() {
    guard query.keys.contains(.time(.weekday)) else { return }
    for index in items.indices where !isUsed[index] {
      if case .duration(days: 7, .day) = items[index].span.meaning { isUsed[index] = true }
    }
  }

  /// "up or down on last February, in euros and in percent": a change is told both ways anyway.
  private mutating func leavePercentOfChange(_ share: Int?) {
    guard let share, query.comparison != nil, saysPercent(share), !saysPart(share),
      isMarker(share - 1, [.and]) || share == items.count - 1
    else { return }
    isUsed[share] = true
  }

  /// « sont tombés à zéro »: into that state, and no fall of a figure.
  private mutating func leaveFallsIntoStates() {
    for index in items.indices.dropLast() where !isUsed[index] && isMarker(index, [.decline]) {
      guard case .segment = items[index + 1].span.meaning,
        items[index].span.tokens.upperBound == items[index + 1].span.tokens.lowerBound
      else { continue }
      isUsed[index] = true
    }
  }

  private func saysAmount(before share: Int) -> Bool {
    let verbs = ["represent", "pese", "account", "make", "weigh", "amount"]
    let word = utterance.tokens[items[share].span.tokens.lowerBound].folded
    // « et ça représente quelle valeur ? »
    if verbs.contains(where: { word.hasPrefix($0) }), isMarker(share + 1, [.howMuch]) {
      return true
    }
    guard verbs.contains(where: { word.hasPrefix($0) }), items.indices.contains(share - 2) else {
      return false
    }
    return items[share - 1].span.metric != nil && isMarker(share - 2, [.count, .howMuch])
  }

  /// « quel fournisseur vend le plus, et quelle part »: a share asked behind what is ranked, of each one.
  private func asksShareOfEach(_ share: Int?) -> Bool {
    guard let share, let head = heads.first, let rank, share > max(rank.item, head.item) else {
      return false
    }
    return isMarker(share - 1, [.and, .group]) || !items[head.item].isPlural
      || items[..<head.item].indices.contains { isMarker($0, [.list]) }
  }

  /// "how much of it comes from our top 10 clients, in %": the part was asked for before, of them together.
  private func asksShareOfThem(before share: Int?) -> Bool {
    guard let share, let head = heads.first else { return false }
    return items[..<min(share, head.item)].indices.contains { isMarker($0, [.share]) }
  }

  /// « comment a-t-il évolué mois par mois »: the months themselves, each beside the other.
  private var runsAlong: Bool {
    let hasAxis = query.keys.contains { key in
      if case .time(let grain) = key { !grain.isCyclic } else { false }
    }
    return hasAxis && query.comparison == nil
      && utterance.tokens.contains { token in
        ["evol", "chang", "moved"].contains { token.folded.hasPrefix($0) }
      }
  }

  /// « écart entre le délai annoncé et le délai réel »: two figures beside each other, no change in time.
  private var setsSideBySide: Bool {
    let words: Set<String> = ["ecart", "ecarts", "difference", "differences", "gap", "gaps"]
    guard query.period == nil, query.measures.count == 2,
      utterance.tokens.contains(where: { words.contains($0.folded) })
    else { return false }
    let units = query.measures.map { model.metrics[$0.metric]?.unit }
    return units[0] == units[1]
  }

  /// An operation that was asked and did not find its way into the query is named: better no answer than another one.
  private mutating func nameWhatIsMissing(_ statistics: [Rollup.Function]) {
    nameUnknownFigure()
    if let limit, limit > 1, rank != nil, query.keys.isEmpty, query.rollup == nil,
      !covering.spans.contains(where: { $0.analysis != nil }),
      let number = items.first(where: { $0.span.meaning == .number(Double(limit), .plain) })
    {
      // « nos trois plus grosses … »: how many of what, nobody knows.
      unusedWords.append(utterance.written(number.span.tokens))
    }
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

  /// « qui a changé le prix ? »: who is asked, and the answer names nobody.
  private mutating func nameMissingWho() {
    let people: Set<String> = ["qui", "who"]
    guard let first = utterance.tokens.first, people.contains(first.folded),
      query.measures.allSatisfy({ isProperty($0.metric) }), !query.measures.isEmpty,
      query.keys.isEmpty, counted == nil,
      query.filters.allSatisfy({ $0.dimension == "product" || $0.dimension == nil })
    else { return }
    unusedWords.append(first.text)
  }

  private func word(of markers: Set<Marker>) -> String? {
    for (index, item) in items.enumerated() where isMarker(index, markers) {
      return utterance.written(item.span.tokens)
    }
    return nil
  }
}
