import Interpretation
import Planning
import SemanticModel
import Values

/// The ways to go on after a query: deeper, in time, and from another side.
struct NextMoves {
  let model: SemanticModel
  let facts: DatabaseFacts
  let catalog: ValueCatalog
  let query: Query
  let rowCount: Int

  /// Fewest and most groups worth splitting by.
  private static let members = 2...50

  /// A list for each direction, the most telling move first.
  var directions: [[NextMove]] {
    if let thing = thingFound {
      return [figuresOf(thing), propertiesOf(thing), otherEnds(of: thing) + times, splits]
    }
    return [splits, times, figures]
  }

  /// Whether the query only groups, filters and sorts: nothing that other groups would turn into nonsense.
  private var isPlain: Bool {
    query.conditions.isEmpty && query.rollup == nil && query.onlyRising == nil
      && !query.isCumulative && query.limitWithin == nil && query.skip == 0
  }

  // MARK: - The things found

  /// The entity listed, where the list is a choice among all of its kind.
  private var thingFound: String? {
    let entity = query.keys.compactMap(\.dimension).first { model.dimensions[$0]?.isEntity == true }
    let isChoice =
      query.limit != nil || !query.conditions.isEmpty || query.measures.isEmpty
      || query.filters.contains(where: \.choosesThings)
    return isChoice && query.filters.allSatisfy { $0.depth < 2 } ? entity : nil
  }

  private func figuresOf(_ thing: String) -> [NextMove] {
    let asked = query.measures.map(\.metric)
    let about = (TellingTables.figuresOfThings[thing] ?? []).filter { figure in
      !asked.contains(figure) && (query.period == nil || !TellingTables.ofNow.contains(figure))
    }
    return about.map { .figureOfThings($0, of: thing, isOne: rowCount == 1) }
  }

  private func propertiesOf(_ thing: String) -> [NextMove] {
    (TellingTables.properties[thing] ?? []).filter { isOpen($0) }
      .map { .property($0, of: thing, isOne: rowCount == 1) }
  }

  private func otherEnds(of thing: String) -> [NextMove] {
    guard isPlain, let count = query.limit, count > 1, rowCount >= count, let order = query.order,
      case .measure = order.subject
    else { return [] }
    return [.otherEnd(count: count, of: thing, highest: !order.isDescending)]
  }

  // MARK: - Other groups

  private var splits: [NextMove] {
    guard isPlain, let metric = query.measures.first?.metric,
      !query.filters.contains(where: isByFigures)
    else { return [] }
    let names = model.datasets(ofMetric: metric).lazy.compactMap { TellingTables.groups[$0] }.first
    let groups = (names ?? []).filter { isOpen($0) && Self.members.contains(catalog.count(of: $0)) }
    return groups.map { .split(.dimension($0)) } + months
  }

  /// Month by month, where the period has several and they are not told yet.
  private var months: [NextMove] {
    let isLong = query.period.map { ($0.cut(after: facts.now).length ?? .max) > 62 } ?? true
    let hasAxis = query.keys.contains { $0.dimension == nil }
    return isLong && !hasAxis && !ranges.isEmpty && query.limit == nil
      ? [.split(.time(.month))] : []
  }

  /// Whether groups of a dimension would tell something: not asked already, nor narrowed to one value.
  private func isOpen(_ name: String) -> Bool {
    guard !query.keys.contains(.dimension(name)) else { return false }
    return !query.filters.contains { filter in
      guard case .values(let narrowed, let values, false) = filter, values.count == 1 else {
        return false
      }
      return narrowed == name || TellingTables.wider[narrowed]?.contains(name) ?? false
    }
  }

  /// Whether a segment is one of things by their own figures, which other groups would count anew.
  private func isByFigures(_ filter: Filter) -> Bool {
    if case .entity = segment(filter)?.scope { true } else { false }
  }

  private func segment(_ filter: Filter) -> Segment? {
    if case .segment(let name, _, _) = filter { model.segments[name] } else { nil }
  }

  // MARK: - Other times

  private var times: [NextMove] {
    guard !ranges.isEmpty, !query.filters.contains(where: isState) else { return [] }
    let move: NextMove? =
      if !isPlain || query.comparison != nil {
        query.period.flatMap(before)
      } else if let period = query.period {
        comparison(of: period)
      } else {
        isLevel ? comparisonOfLevel : lastYear
      }
    return [move].compactMap(\.self)
  }

  /// With the unit before where the period is one, else with the same days of the year before.
  private func comparison(of period: Period) -> NextMove? {
    guard let start = period.start, start <= facts.now else { return nil }
    if let grain = unit(of: period) {
      return reaches(start.adding(-1, grain)) ? .compareUnitBefore(grain) : nil
    }
    // "last year" is the one before this one: of older days it would say another year than it means.
    guard start.year == facts.now.year else { return nil }
    return reaches(start.adding(-1, .year)) ? .compareLastYear : nil
  }

  /// The same of the unit before, what it is compared with moving along.
  private func before(_ period: Period) -> NextMove? {
    guard let grain = unit(of: period), let first = query.comparison?.start ?? period.start,
      reaches(first.adding(-1, grain)), !query.filters.contains(where: \.choosesThings),
      query.measures.allSatisfy({ $0.period == nil })
    else { return nil }
    return .unitBefore(grain)
  }

  /// The calendar unit that a period is, or is the part of that has passed.
  private func unit(of period: Period) -> Grain? {
    guard let grain = period.grain, [.month, .quarter, .year].contains(grain),
      let start = period.start, start == start.start(of: grain), let end = period.end,
      end <= start.adding(1, grain)
    else { return nil }
    return grain
  }

  /// How things stand now, against a year ago.
  private var comparisonOfLevel: NextMove? {
    reaches(facts.now.adding(-1, .year)) ? .compareLastYear : nil
  }

  /// All the history, narrowed to the last year that is whole in the data.
  private var lastYear: NextMove? {
    let newest = ranges.map { min($0.upperBound, facts.now) }.min()
    return newest.map { $0.adding(days: 1).start(of: .year).adding(-1, .year) }
      .flatMap { reaches($0) ? .year($0.year) : nil }
  }

  /// Whether a segment tells how things stand now, which no other time changes.
  private func isState(_ filter: Filter) -> Bool {
    isByFigures(filter) || segment(filter)?.isState ?? false
  }

  /// Whether the figures are levels, which are of a day and not of a period.
  private var isLevel: Bool {
    query.measures.flatMap { model.datasets(ofMetric: $0.metric) }.contains { name in
      if case .snapshot = model.datasets[name]?.kind { true } else { false }
    }
  }

  private func reaches(_ day: CalendarDay) -> Bool {
    ranges.allSatisfy { $0.lowerBound <= day }
  }

  /// The days for which there are rows, of each table that the figures are counted in; empty where any has no days.
  private var ranges: [ClosedRange<CalendarDay>] {
    var found: [ClosedRange<CalendarDay>] = []
    for measure in query.measures {
      guard model.metrics[measure.metric]?.trailingDays == nil else { return [] }
      for name in model.datasets(ofMetric: measure.metric) {
        guard let dataset = model.datasets[name], dataset.kind != .entity,
          let range = dataset.time.flatMap({ facts.ranges[.init(dataset.table, $0)] })
        else { return [] }
        found.append(range)
      }
    }
    return found
  }

  // MARK: - Other figures

  private var figures: [NextMove] {
    guard query.conditions.isEmpty, query.rollup == nil, query.measures.count == 1,
      let measure = query.measures.first, measure.display == .value
    else { return [] }
    let related =
      (TellingTables.figures[measure.metric] ?? [])
      + [model.rate(of: measure.metric)].compactMap(\.self) + parts(of: measure.metric)
    var seen: Set<String> = [measure.metric]
    return related.filter { seen.insert($0).inserted }.map { .figure($0) }
  }

  /// What a ratio or difference is made of.
  private func parts(of metric: String) -> [String] {
    guard let formula = model.metrics[metric]?.expression else { return [] }
    return formula.names(insideAggregates: false).map { $0[0] }.filter { model.metrics[$0] != nil }
  }
}

extension Filter {
  /// Whether it picks out single things rather than kinds of rows.
  fileprivate var choosesThings: Bool {
    switch self {
    case .segment, .membership, .missing, .compare, .nameMatches: true
    case .values, .weekdays, .hours: false
    }
  }

  /// How many results deep it refers back.
  fileprivate var depth: Int {
    guard case .membership(_, let query, _) = self else { return 0 }
    return 1 + (query.filters.map(\.depth).max() ?? 0)
  }
}
