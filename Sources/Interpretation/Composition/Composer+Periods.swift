import Language
import SemanticModel
import Values

/// Time: one period, several, a comparison with the one before, or a growth that implies one.
extension Composer {
  private var now: CalendarDay { utterance.clock.now }

  mutating func findPeriods() {
    var periods: [Period] = []
    var relative: TimeComparison?
    splitByEachUnit()
    for index in items.indices where !isUsed[index] {
      switch items[index].span.meaning {
      case .period(let period):
        periods.append(period)
        isUsed[index] = true
      case .relative(let comparison):
        relative = comparison
        isUsed[index] = true
      default: continue
      }
    }
    if take([.recently]) || periods.isEmpty && relative == nil && ranksOfNow {
      notes.append(.recently(days: 30))
      periods.append(Period(start: now.adding(days: -29), end: now.adding(days: 1), grain: .day))
    }
    if segments.contains(where: { model.segments[$0]?.isState == true }) {
      periods.removeAll { $0.start == now && $0.length == 1 }
    }
    if periods.count == 2, periods[0] == periods[1], has(.compare) {
      // "this summer vs last summer" in autumn: the last one is that of the year before.
      periods[1].start = periods[1].start?.adding(months: -12)
      periods[1].end = periods[1].end?.adding(months: -12)
    }
    if periods.count > 1, query.keys.contains(.time(.weekday)) {
      // « chaque jour de la semaine, du lundi au dimanche »: all of them, of no one week.
      periods.removeAll { $0.length == 7 }
    }
    if segments.contains("upcoming_events") {
      // "coming up before the end of June": of the June that comes.
      periods = periods.map { period in
        guard period.start == nil, let end = period.end, end <= now else { return period }
        return Period(start: nil, end: end.adding(months: 12), grain: period.grain)
      }
    }
    if periods.count == 2, let monthEnd { splitByMonth(at: monthEnd, &periods) }
    for index in periods.indices { periods[index] = runToDate(periods[index]) }
    periods = narrowed(periods)
    if periods.count == 2 || relative != nil {
      takeComparative()
    } else if periods.count == 1, query.keys.isEmpty, conditionMetrics.isEmpty {
      compareWithNow(&periods)
    }
    if periods.count == 2,
      comparative != nil || has(.compare) || has(.growth) || has(.decline) || relative != nil
    {
      take([.compare])
      compare(periods)
    } else if periods.count >= 2 {
      several(periods)
    } else {
      query.period = periods.first
    }
    if let relative, query.comparison == nil { compare(with: relative) }
    compareLevels()
    takeGrains()
    takeLapse()
  }

  /// « ce qui se vend le mieux en ce moment », "best sellers right now": of the last weeks, and not of all times.
  private var ranksOfNow: Bool {
    guard rank != nil, segments.isEmpty, !mentions.isEmpty,
      mentions.allSatisfy({ isSold($0.metric) })
    else { return false }
    let words = utterance.tokens.map(\.folded)
    return Self.presents.contains { present in
      words.indices.contains { words[$0...].starts(with: present) }
    }
  }

  private func isSold(_ metric: String) -> Bool {
    let flows: Set<String> = ["sales", "customer_orders", "returns"]
    return model.datasets(ofMetric: metric).allSatisfy(flows.contains)
  }

  private static let presents = [
    ["en", "ce", "moment"], ["actuellement"], ["ces", "jours", "ci"], ["right", "now"],
    ["at", "the", "moment"], ["currently"], ["these", "days"], ["just", "now"], ["presently"],
  ]

  /// "in each of the last three months of 2025": a figure for each of them.
  private mutating func splitByEachUnit() {
    let units: [(String, Grain)] = [
      ("month", .month), ("mois", .month), ("week", .week), ("semaine", .week),
      ("quarter", .quarter), ("trimestre", .quarter), ("year", .year), ("annee", .year),
    ]
    for index in items.indices.dropLast() where isMarker(index, [.group, .each]) {
      guard !isUsed[index], items[index + 1].span.isPeriod,
        let grain = units.first(where: { unit in
          items[index + 1].span.tokens.contains { utterance.tokens[$0].folded.hasPrefix(unit.0) }
        })?.1,
        case .period(let period) = items[index + 1].span.meaning,
        period.length.map({ $0 > 31 }) == true
      else { continue }
      isUsed[index] = true
      addKey(.time(grain))
      return
    }
  }

  /// « CA cumulé à fin mars », "cumulative revenue at 31 March": one figure, from the start of the year to that day.
  private mutating func runToDate(_ period: Period) -> Period {
    guard has(.cumulative), !hasGrain, let end = period.end, let start = period.start,
      start.start(of: .month) == end.adding(days: -1).start(of: .month),
      let item = items.first(where: { $0.span.meaning == .period(period) })?.span.tokens,
      utterance.tokens[item].contains(where: { ["a", "au", "at"].contains($0.folded) })
    else { return period }
    take([.cumulative])
    return Period(start: start.start(of: .year), end: end)
  }

  /// « rotation à 30 jours », « couverture sur 7 jours »: the lapse over which a figure is computed.
  private mutating func takeLapse() {
    guard query.period == nil, let metric = mentions.first.flatMap({ model.metrics[$0.metric] })
    else { return }
    for index in items.indices where !isUsed[index] {
      guard case .duration(let days, _) = items[index].span.meaning else { continue }
      if metric.defaultDays != nil {
        query.period = Period(
          start: now.adding(days: 1 - days),
          end: now.adding(days: 1),
          grain: .day
        )
      } else if looksBack(metric) {
        lapse = days
      } else {
        continue
      }
      isUsed[index] = true
    }
  }

  /// "less money in 2023 than in 2022", « plus vendu en mars qu'en février »: which way the figure went.
  private mutating func takeComparative() {
    let words: Set<String> = ["than", "que", "qu'", "then"]
    // « qu'est-ce qui s'est le mieux vendu » compares nothing: what is compared with stands behind.
    guard let than = utterance.tokens.lastIndex(where: { words.contains($0.folded) }) else {
      return
    }
    if let place = mentions.firstIndex(where: { $0.role == .bottom || $0.role == .top }),
      rank?.item == mentions[place].item,
      items[mentions[place].item].span.tokens.upperBound <= than
    {
      // « ont fait moins de CA en 2018 qu'en 2017 »
      comparative = mentions[place].role == .top
      mentions[place] = Mention(
        metric: mentions[place].metric,
        role: .noun,
        item: mentions[place].item
      )
      rank = nil
      return
    }
    if let said = rank, said.isQuality, heads.isEmpty, saysComparative(said.item),
      items[said.item].span.tokens.upperBound <= than
    {
      // "did lighting sell better this spring than last spring?"
      comparative = said.isDescending
      rank = nil
      return
    }
    guard
      let index = items.indices.first(where: {
        !isUsed[$0] && isMarker($0, [.greater, .less, .atLeast, .atMost])
          && items[$0].span.tokens.upperBound <= than
          && !(items.indices.contains($0 + 1) && items[$0 + 1].span.isNumber)
      })
    else { return }
    isUsed[index] = true
    comparative = isMarker(index, [.greater, .atLeast])
  }

  private func saysComparative(_ item: Int) -> Bool {
    items[item].span.tokens.contains {
      ["better", "worse", "mieux", "pire"].contains(utterance.tokens[$0].folded)
    }
  }

  /// « a-t-on vendu plus qu'en février ? »: the unit that runs now against the one named.
  private mutating func compareWithNow(_ periods: inout [Period]) {
    guard let named = periods.first, let end = named.end, end <= now else { return }
    if setsAgainstNow {
      // "stock value at the end of February against now"
      periods[0] = Period(start: end.adding(days: -1), end: end, grain: .day)
      periods.append(Period(start: now, end: now.adding(days: 1), grain: .day))
      return
    }
    guard let grain = named.grain, !grain.isCyclic, grain != .day || named.length == 1 else {
      return
    }
    takeComparative()
    guard comparative != nil || followsCompare else { return }
    periods.append(.running(grain, on: now))
  }

  /// « a-t-il monté par rapport à février ? »: the time named is what is compared with, and not the one asked about.
  private var followsCompare: Bool {
    guard has(.compare), has(.growth) || has(.decline),
      let period = items.indices.first(where: { items[$0].span.isPeriod })
    else { return false }
    return isMarker(period - 1, [.compare])
  }

  /// Whether the figures asked for are levels, and nothing else.
  private var tellsLevels: Bool {
    !mentions.isEmpty
      && mentions.allSatisfy { mention in
        model.datasets(ofMetric: mention.metric).allSatisfy { dataset in
          if case .snapshot = model.datasets[dataset]?.kind { true } else { false }
        }
      }
  }

  /// "against now", « par rapport à maintenant », of levels: as they stand.
  private var setsAgainstNow: Bool {
    guard let compare = firstItem([.compare]), tellsLevels else { return false }
    let nows: Set<String> = ["now", "today", "maintenant", "aujourd'hui", "actuellement"]
    let end = items[compare].span.tokens.upperBound
    return utterance.tokens[end..<min(end + 3, utterance.tokens.count)].contains {
      nows.contains($0.folded)
    }
  }

  /// « de combien la valeur du stock a-t-elle changé depuis le 31 décembre ? »: a level then and now.
  private mutating func compareLevels() {
    guard query.comparison == nil, let period = query.period, let start = period.start,
      period.end == nil || period.end.map({ $0 > now }) == true, start < now,
      has(.growth) || has(.decline), tellsLevels
    else { return }
    take([.growth, .decline])
    query.comparison = Period(start: start, end: start.adding(days: 1), grain: .day)
    query.period = Period(start: now, end: now.adding(days: 1), grain: .day)
  }

  /// « en fin de mois », "at month end" beside a longer period: a level at the end of each month.
  private var monthEnd: Int? {
    let phrases = ["fin de mois", "fins de mois", "month end", "month ends", "end of month"]
    return items.indices.first { index in
      guard case .period = items[index].span.meaning else { return false }
      let words = items[index].span.tokens.map { utterance.tokens[$0].folded }
      return phrases.contains {
        words.suffix($0.split(separator: " ").count).joined(separator: " ") == $0
      }
    }
  }

  private mutating func splitByMonth(at index: Int, _ periods: inout [Period]) {
    guard case .period(let end) = items[index].span.meaning else { return }
    periods.removeAll { $0 == end }
    addKey(.time(.month))
  }

  private func looksBack(_ metric: Metric) -> Bool {
    metric.trailingDays != nil
      || metric.expression.names(insideAggregates: false).contains {
        model.metrics[$0[0]]?.trailingDays != nil
      }
  }

  /// A period inside another only narrows it: « au premier trimestre » and « en 2018 ».
  private func narrowed(_ periods: [Period]) -> [Period] {
    var result: [Period] = []
    for period in periods
    where !result.contains(where: { $0.start == period.start && $0.end == period.end }) {
      result.append(period)
    }
    if result.count == 2, let open = result.first(where: { $0.start != nil && $0.end == nil }),
      result.contains(where: { $0.start == nil && $0.end.map { $0 > now } ?? false })
    {
      // "from January 2025 to date"
      return [open]
    }
    if result.count > 2 {
      // "in each of the last two months, November and December": those that are named.
      func lies(_ one: Period, within wide: Period) -> Bool {
        guard let from = wide.start, let to = wide.end, let start = one.start, let end = one.end
        else { return false }
        return one != wide && from.adding(days: -31) <= start && end <= to.adding(days: 31)
          && start.ordinal - from.ordinal + to.ordinal - end.ordinal > 0
      }
      let named = result.filter { one in
        result.count { lies($0, within: one) } < 2
      }
      let isTold = named.count > 1 && named.count < result.count
      if isTold { return named }
    }
    guard result.count == 2, let a = result.first, let b = result.last,
      let aStart = a.start, let aEnd = a.end, let bStart = b.start, let bEnd = b.end
    else { return result }
    if aStart <= bStart, bEnd <= aEnd { return [b] }
    if bStart <= aStart, aEnd <= bEnd { return [a] }
    return result
  }

  /// The later period is the one looked at, the earlier what it is compared with.
  private mutating func compare(_ periods: [Period]) {
    let sorted = periods.sorted { ($0.start?.ordinal ?? .min) < ($1.start?.ordinal ?? .min) }
    query.period = sorted[1]
    query.comparison = withinYear(sorted[0], like: sorted[1])
  }

  /// « le mois de mai cette année et l'an passé »: of the other year the same month.
  private func withinYear(_ year: Period, like period: Period) -> Period {
    guard year.grain == .year, let start = year.start, let named = period.start,
      let length = period.grain, [.month, .quarter, .week].contains(length),
      named >= (year.end ?? named)
    else { return year }
    return period.shifted(months: 12 * (start.year - named.year))
  }

  /// « 2017 et 2018 »: one row each, on a common time axis when they follow one another.
  private mutating func several(_ periods: [Period]) {
    let sorted = periods.sorted { ($0.start?.ordinal ?? .min) < ($1.start?.ordinal ?? .min) }
    if requiresEach(sorted) { return }
    if !query.conditions.isEmpty,
      let both = utterance.tokens.first(where: { ["both", "deux"].contains($0.folded) })
    {
      unusedWords.append(both.text)
    }
    let isContiguous = zip(sorted, sorted.dropFirst()).allSatisfy { $0.end == $1.start }
    if isContiguous, let first = sorted.first, let last = sorted.last {
      query.period = Period(start: first.start, end: last.end)
      let areTogether =
        utterance.tokens.contains { Self.together.contains($0.folded) } || spansPeriods
      let hasAxis =
        query.keys.contains { if case .time = $0 { true } else { false } } || hasGrain
        || areTogether || isGrouped && !query.keys.isEmpty
      if !hasAxis, let grain = first.grain, sorted.allSatisfy({ $0.grain == grain }),
        !grain.isCyclic
      {
        addKey(.time(grain))
      }
    } else if sorted.count == 2 {
      compare(periods)
    } else {
      query.period = sorted.first
      penalty += 1
    }
  }

  /// "over May and June", « sur mai et juin »: one stretch of time.
  private var spansPeriods: Bool {
    guard let first = items.first(where: { $0.span.isPeriod })?.span.tokens else { return false }
    let words: Set<String> = ["over", "across", "sur"]
    return words.contains(utterance.tokens[first.lowerBound].folded)
      || first.lowerBound > 0 && words.contains(utterance.tokens[first.lowerBound - 1].folded)
  }

  /// "customers who ordered in both 2017 and 2018", « chaque année 2016, 2017, 2018 »: those of each period.
  private mutating func requiresEach(_ periods: [Period]) -> Bool {
    let each: Set<String> = ["both", "deux", "every", "each", "chaque", "chacune", "chacun"]
    guard let entity = counted ?? heads.first?.dimension,
      model.dimensions[entity]?.isEntity == true,
      let event = mentions.first(where: { $0.role == .verb || $0.metric == "orders" }),
      utterance.tokens.contains(where: { each.contains($0.folded) })
        || utterance.text.contains("à la fois")
    else { return false }
    for period in periods {
      var happened = Query()
      happened.keys = [.dimension(entity)]
      happened.measures = [Measure(event.metric)]
      happened.period = period
      query.filters.append(.membership(dimension: entity, happened, negated: false))
    }
    query.period = Period(start: periods.first?.start, end: periods.compactMap(\.end).max())
    for index in items.indices where !isUsed[index] {
      switch items[index].span.meaning {
      // "each of the four years": how many are named is no threshold.
      case .number(Double(periods.count), _): isUsed[index] = true
      case .grain(_, _), .marker(.group), .marker(.each): isUsed[index] = true
      default: continue
      }
    }
    query.keys.removeAll { if case .time = $0 { true } else { false } }
    return true
  }

  private var hasGrain: Bool {
    items.contains { if case .grain = $0.span.meaning { true } else { false } }
  }

  // MARK: - Comparisons

  /// The same dates one year before, or the unit before; a unit that is not over is cut at now on both sides.
  mutating func compare(with comparison: TimeComparison) {
    take([.compare])
    switch comparison {
    case .yearBefore:
      let period = (query.period ?? .running(.year, on: now)).cut(after: now)
      query.period = period
      query.comparison = period.shifted(months: -12)
    case .unitBefore(let grain):
      let unit = grain ?? query.period?.grain ?? .month
      let period = (query.period ?? .running(unit, on: now)).cut(after: now)
      query.period = period
      query.comparison = period.unitBefore(unit)
    }
  }

  /// « en hausse », "grew": against the same dates one year before, unless a period to compare with is said.
  mutating func impliedComparison() {
    guard query.comparison == nil else { return }
    if let (first, second) = query.period.flatMap(halves) {
      query.period = second
      query.comparison = first
      return
    }
    notes.append(.comparedWithYearBefore)
    if let period = query.period, let grain = period.grain,
      grain == .month || grain == .week || grain == .day, period.isPartial
    {
      compare(with: .unitBefore(grain))
    } else {
      compare(with: .yearBefore)
    }
  }

  /// « entre 2016 et 2018 » of a growth: the two years named; « de mars à avril »: its two months.
  func halves(_ period: Period) -> (Period, Period)? {
    guard let start = period.start, let end = period.end else { return nil }
    if start.start(of: .year) == start, end.start(of: .year) == end,
      namesYears(start.year, end.year - 1)
    {
      return (
        Period(start: start, end: start.adding(1, .year), grain: .year),
        Period(start: end.adding(-1, .year), end: end, grain: .year)
      )
    }
    for grain in [Grain.year, .quarter, .month]
    where start.start(of: grain) == start && start.adding(2, grain) == end {
      let middle = start.adding(1, grain)
      return (
        Period(start: start, end: middle, grain: grain),
        Period(start: middle, end: end, grain: grain)
      )
    }
    return nil
  }

  private func namesYears(_ first: Int, _ last: Int) -> Bool {
    let words = utterance.tokens.map(\.folded)
    return first < last && [first, last].allSatisfy { words.contains(String($0)) }
  }

  // MARK: - Axes

  /// « quel mois », "best day": a time unit as what is asked for.
  private mutating func takeGrains() {
    for index in items.indices where !isUsed[index] {
      guard case .grain(let grain, _) = items[index].span.meaning else { continue }
      isUsed[index] = true
      addKey(.time(grain))
      askedGrain = grain
      askedGrainIsPlural = items[index].isPlural
    }
  }
}
