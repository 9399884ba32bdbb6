import Language
import SemanticModel
import Values

/// Figures along time: which words ask for it, over what, and by which unit.
extension Composer {
  /// Takes the words for a trend: « évolution », "how did it evolve over 7 days", « s'améliore-t-elle ? » of an accuracy.
  mutating func takeTrend() -> Bool {
    let isTrend = take([.trend])
    let changes = has(.growth) || has(.decline)
    let isFree = comparative == nil && query.comparison == nil && rank == nil && heads.isEmpty
    let runs =
      isFree && (changes && (ownTrendGrain != nil || evolvesOverDays) || saysCourse)
    if runs { take([.growth, .decline, .compare]) }
    guard isTrend || runs else { return false }
    takeDaysBack()
    return true
  }

  /// « évolution du CA »: along time, by month unless a grain, the figure's rows or a short period say otherwise.
  mutating func addTrend(_ isTrend: Bool) {
    let hasAxis = query.keys.contains { if case .time = $0 { true } else { false } }
    guard isTrend, !hasAxis else { return }
    let grain = ownTrendGrain ?? .month
    query.keys.insert(.time(isShort(query.period) ? .day : grain), at: 0)
    followsCourse = true
  }

  /// « évolution des alertes »: what is counted by its level, those raised beside those resolved.
  mutating func tellCourse() {
    if followsCourse {
      countFollowed()
      followStates()
    }
    guard followsCourse, query.keys.count == 1, query.measures.count == 1, query.comparison == nil,
      let metric = model.metrics[query.measures[0].metric], metric.countsRows,
      let trend = metric.dataset.flatMap({ model.datasets[$0]?.trend })
    else { return }
    query.measures += trend.figures.map { Measure($0) }
    if let dimension = trend.dimension { addKey(.dimension(dimension)) }
  }

  /// Whether a period is told by its days.
  func isShort(_ period: Period?) -> Bool { (period?.length ?? 1000) <= 31 }

  /// "alert trend": things listed along time are counted.
  private mutating func countFollowed() {
    guard query.measures.isEmpty,
      let place = query.keys.firstIndex(where: { key in
        key.dimension.flatMap { model.dimensions[$0]?.isEntity } ?? false
      }), let home = query.keys[place].dimension.flatMap({ model.dimensions[$0]?.dataset }),
      let count = rowCount(of: home)
    else { return }
    query.keys.remove(at: place)
    query.measures = [Measure(count)]
  }

  /// « évolution du nombre de produits critiques »: the state of now says nothing of days before, whose levels are kept.
  private mutating func followStates() {
    guard model.metrics["alerting_products"] != nil, countsProducts,
      let place = query.filters.firstIndex(where: { level(of: $0) != nil }),
      let levels = level(of: query.filters[place])
    else { return }
    query.filters.remove(at: place)
    query.rollup = nil
    query.measures = [Measure("alerting_products")]
    query.keys = [.time(.day)]
    if levels.isEmpty { return }
    query.filters.append(.values(dimension: "stock_status", values: levels, negated: false))
  }

  private var countsProducts: Bool {
    query.measures.map(\.metric) == ["product_count"] || query.rollup?.functions == [.count]
      || mentions.isEmpty && !query.measures.isEmpty
  }

  /// The alert levels of products that a filter keeps, none for both; nil for a filter of something else.
  private func level(of filter: Filter) -> [NamedValue]? {
    switch filter {
    case .segment("to_order", _, false): []
    case .segment("critical_products", _, false): [Self.level("CRITIQUE")]
    case .segment("attention_products", _, false): [Self.level("ATTENTION")]
    case .values("stock_status", let values, false): values
    default: nil
    }
  }

  private static func level(_ status: String) -> NamedValue {
    NamedValue(key: .text(status), name: status)
  }

  /// « sur quels jours se trompe-t-on le plus ? »: the days of the week, where the figure's rows say so and no period is named.
  mutating func tellByWeekday() {
    guard askedGrain == .day, askedGrainIsPlural, query.period == nil,
      let place = query.keys.firstIndex(of: .time(.day)),
      let grain = common(\.dayGrain)
    else { return }
    query.keys[place] = .time(grain)
  }

  /// The unit that the rows of all figures are followed by.
  private var ownTrendGrain: Grain? { common(\.trend?.grain) }

  private func common(_ grain: KeyPath<Dataset, Grain?>) -> Grain? {
    let datasets = mentions.flatMap { model.datasets(ofMetric: $0.metric) }
      .compactMap { model.datasets[$0] }
    guard let first = datasets.first?[keyPath: grain],
      datasets.allSatisfy({ $0[keyPath: grain] == first })
    else { return nil }
    return first
  }

  /// « les prévisions s'améliorent-elles ? », "getting better": the words of the figure ask how it went.
  private var saysCourse: Bool {
    guard ownTrendGrain != nil else { return false }
    let words = ["amelior", "degrad", "meilleur", "mieux", "improv", "better", "worse"]
    return mentions.contains { mention in
      mention.role == .verb
        && items[mention.item].span.tokens.contains { token in
          words.contains { utterance.tokens[token].folded.hasPrefix($0) }
        }
    }
  }

  /// « comment ont évolué les alertes sur 7 jours »: how it went from day to day, not against a year before.
  private var evolvesOverDays: Bool {
    let hasLength = items.indices.contains { index in
      if case .duration = items[index].span.meaning { !isUsed[index] } else { false }
    }
    return hasLength && query.period == nil
      && utterance.tokens.contains { $0.folded.hasPrefix("evol") }
  }

  /// « sur 7 jours » of what was: the last 7 days.
  private mutating func takeDaysBack() {
    let looksAhead = mentions.contains { mention in
      model.datasets(ofMetric: mention.metric).contains { model.datasets[$0]?.aheadDays != nil }
    }
    guard query.period == nil, !looksAhead, let days = takeDuration() else { return }
    let now = utterance.clock.now
    query.period = Period(start: now.adding(days: 1 - days), end: now.adding(days: 1), grain: .day)
  }
}
