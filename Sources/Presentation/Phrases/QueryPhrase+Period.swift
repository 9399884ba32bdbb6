import SemanticModel
import Values

extension QueryPhrase {
  /// The period as it stands in a sentence: « en 2018 », « au 30/12/2018 », « sur tout l'historique (du … au …) ».
  var period: String {
    // A measure with a period of its own carries it.
    if let first = query.measures.first, first.period != nil { return "" }
    guard let first = query.measures.first else {
      return query.period.map { PeriodWords($0, voice.tongue).phrase } ?? ""
    }
    switch time(of: first) {
    case .trailing(let days): return trailing(days)
    case .level where !hasAxis:
      guard let day = query.period?.lastDay ?? voice.asOf else { return "" }
      return voice.pick("au ", "as of ") + voice.dates.day(day)
    case .timeless: return query.period.map { PeriodWords($0, voice.tongue).phrase } ?? ""
    case .flow, .level:
      if let period = query.period {
        return reachesEverything(period, first) ? "" : PeriodWords(period, voice.tongue).phrase
      }
      // « la date de dernière vente sur tout l'historique » would say nothing more.
      if voice.model.metrics[first.metric]?.unit == .date { return "" }
      if let days = voice.model.metrics[first.metric]?.defaultDays { return trailing(days) }
      return history
    }
  }

  /// Whether a date is looked for in all days ahead that there are: no days were said.
  private func reachesEverything(_ period: Period, _ measure: Measure) -> Bool {
    let reach = voice.model.datasets(ofMetric: measure.metric)
      .compactMap { voice.model.datasets[$0]?.aheadDays }.min()
    return voice.model.metrics[measure.metric]?.unit == .date && reach != nil
      && period.length == reach
  }

  /// The days counted, absolute; nil when the figures have no time.
  var absolutePeriod: Period? {
    let time = query.measures.first.map { self.time(of: $0) } ?? .timeless
    let period = query.measures.first?.period ?? query.period
    switch time {
    case .trailing(let days): return trailingPeriod(days)
    case .level where !hasAxis:
      guard let day = period?.lastDay ?? voice.asOf else { return period }
      return Period(start: day, end: day.adding(days: 1), isPartial: period?.isPartial ?? false)
    case .timeless: return period
    case .flow, .level:
      if let period {
        return Period(
          start: period.start ?? voice.dataFrom,
          end: period.end ?? voice.dataUntil?.adding(days: 1),
          grain: period.grain,
          isPartial: period.isPartial
        )
      }
      if let days = query.measures.first.flatMap({ voice.model.metrics[$0.metric]?.defaultDays }) {
        return trailingPeriod(days)
      }
      guard voice.dataFrom != nil || voice.dataUntil != nil else { return nil }
      return Period(start: voice.dataFrom, end: voice.dataUntil?.adding(days: 1))
    }
  }

  /// What the period is called, without preposition.
  var periodLabel: String? {
    if let period = query.measures.first?.period ?? query.period {
      return PeriodWords(period, voice.tongue).label
    }
    guard let absolute = absolutePeriod else { return nil }
    let time = query.measures.first.map { self.time(of: $0) } ?? .timeless
    let isDefault = query.measures.first.flatMap { voice.model.metrics[$0.metric]?.defaultDays }
    if time == .flow || (time == .level && hasAxis), isDefault == nil {
      return voice.pick("tout l'historique", "the whole history")
    }
    return PeriodWords(absolute, voice.tongue).label
  }

  /// Whether the period is over, so that English speaks of it in the past.
  var isPast: Bool {
    guard let end = (query.measures.first?.period ?? query.period)?.end, let now = voice.asOf else {
      return false
    }
    return end <= now
  }

  private func time(of measure: Measure) -> MetricTime {
    if let days = measure.trailingDays { return .trailing(days: days) }
    return voice.model.time(ofMetric: measure.metric)
  }

  /// Whether the figures run along a time axis, where levels have a range and not a day.
  private var hasAxis: Bool {
    query.keys.contains { if case .time = $0 { true } else { false } }
      || { if case .time = query.rollup?.over { true } else { false } }()
  }

  private func trailingPeriod(_ days: Int) -> Period? {
    let named = query.measures.first?.period ?? query.period
    guard let last = named?.lastDay ?? voice.asOf else { return nil }
    return Period(start: last.adding(days: 1 - days), end: last.adding(days: 1), grain: .day)
  }

  private func trailing(_ days: Int) -> String {
    let count = voice.numbers.count(Double(days))
    guard let period = trailingPeriod(days), let last = period.lastDay else {
      return voice.pick("sur \(count) jours", "over \(count) days")
    }
    let day = voice.dates.day(last)
    return voice.pick("sur les \(count) jours jusqu'au \(day)", "over the \(count) days to \(day)")
  }

  private var history: String {
    guard let from = voice.dataFrom, let until = voice.dataUntil else {
      return voice.pick("sur tout l'historique", "over the whole history")
    }
    let range = PeriodWords.absolute(Period(start: from, end: until.adding(days: 1)), voice.tongue)
    return voice.pick("sur tout l'historique (\(range))", "over the whole history (\(range))")
  }
}
