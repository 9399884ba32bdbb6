import Analytics
import Planning
import SemanticModel
import Values

/// How far the months and seasons of the year stand from its mean, of the whole or of each group.
struct SeasonEffects: AnalysisMethod {
  let name = "season_effect"
  let findings: [String: Set<String>] = [
    "seasons": ["subject", "parts", "years"], "months": ["best", "worst"], "one_year": [],
    "flat": ["subject"], "too_little": ["subject", "months"], "groups": ["axis", "parts"],
  ]

  /// Groups beyond these are too many for a table of months.
  private static let mostGroups = 60
  /// Seasons nearer to the mean than this are none.
  private static let flat = 0.05
  private static let named = 3
  /// Winter first, as `SeasonIndex` counts.
  private static let seasons = ["winter", "spring", "summer", "autumn"]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let measure = request.measure
    var query = request.query
    query.measures = [measure]
    query.period = nil
    let end = request.now.adding(days: 1).start(of: .month)
    let period = Period(start: nil, end: end)
    let table = try DailyTable(of: [measure], in: period, request)
    let places: [String: Finding.Content] = [
      "subject": .subject, "months": .count((table?.dayCount ?? 0) / 30),
    ]
    guard let table, let whole = Self.index(table, .null, until: end) else {
      query.keys = []
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    if let key = request.group,
      let groups = try DailyTable(of: [measure], by: key, in: period, request),
      groups.members.count <= Self.mostGroups
    {
      query.keys = [key]
      return byGroup(groups, key, until: end, query)
    }
    query.keys = [.time(.monthOfYear)]
    let findings = told(whole)
    return AnalysisResult(
      query,
      columns: [.key(.time(.monthOfYear))] + Self.indexColumns,
      rows: whole.months.enumerated().map { place, part in
        [.integer(Int64(place + 1))] + Self.cells(part)
      },
      findings: findings
    )
  }

  /// The index of one member over the whole years that end with a day; nil with less than a year.
  private static func index(_ table: DailyTable, _ member: Value, until end: CalendarDay)
    -> SeasonIndex?
  {
    guard let days = table.figures[member]?.first else { return nil }
    // The first month counts from its first day on only.
    var month =
      table.firstDay.day == 1 ? table.firstDay : table.firstDay.adding(1, .month).start(of: .month)
    var months: [SeasonIndex.Month] = []
    while month < end {
      let next = month.adding(1, .month)
      let first = month.ordinal - table.firstDay.ordinal
      let range = min(first, days.count)..<min(days.count, first + next.ordinal - month.ordinal)
      months.append(
        SeasonIndex.Month(
          number: month.month,
          total: days[range].reduce(0, +),
          days: next.ordinal - month.ordinal
        )
      )
      month = next
    }
    return SeasonIndex(months)
  }

  // MARK: - Telling

  private func told(_ index: SeasonIndex) -> [Finding] {
    let sizes = index.seasons.map { abs($0.index - 1) }
    guard (sizes.max() ?? 0) >= Self.flat else {
      return [Finding("flat", ["subject": .subject]), Self.extremes(index)] + Self.note(index)
    }
    let parts = index.seasons.enumerated().map { place, part in
      Finding.Content.detailed(
        .word(column: "season", Self.seasons[place]),
        [.change(part.index - 1)]
      )
    }
    let places: [String: Finding.Content] = [
      "subject": .subject, "parts": .list(parts), "years": .count(index.years),
    ]
    return [Finding("seasons", places), Self.extremes(index)] + Self.note(index)
  }

  private static func note(_ index: SeasonIndex) -> [Finding] {
    index.years == 1 ? [Finding("one_year")] : []
  }

  private static func extremes(_ index: SeasonIndex) -> Finding {
    let places = index.months.indices.sorted { index.months[$0].index > index.months[$1].index }
    func part(_ place: Int) -> Finding.Content {
      .detailed(
        .member(.integer(Int64(place + 1)), .time(.monthOfYear)),
        [.change(index.months[place].index - 1)]
      )
    }
    return Finding("months", ["best": part(places[0]), "worst": part(places[11])])
  }

  private func byGroup(_ table: DailyTable, _ key: Key, until end: CalendarDay, _ query: Query)
    -> AnalysisResult
  {
    let indices = table.members.compactMap { member in
      Self.index(table, member, until: end).map { (member, $0) }
    }
    // Those that the season moves most first.
    .sorted {
      Self.range($0.1) != Self.range($1.1)
        ? Self.range($0.1) > Self.range($1.1) : $0.0.sortText < $1.0.sortText
    }
    guard !indices.isEmpty else {
      let places: [String: Finding.Content] = [
        "subject": .subject, "months": .count(table.dayCount / 30),
      ]
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    let parts = indices.prefix(Self.named).map { member, index -> Finding.Content in
      let place =
        index.seasons.indices.max {
          abs(index.seasons[$0].index - 1) < abs(index.seasons[$1].index - 1)
        } ?? 0
      return .detailed(
        .member(member, key),
        [.word(column: "season", Self.seasons[place]), .change(index.seasons[place].index - 1)]
      )
    }
    return AnalysisResult(
      query,
      columns: [.key(key)] + Self.seasons.map { .computed($0, .percent) }
        + [.computed("years", .count)],
      rows: indices.map { member, index in
        [member] + index.seasons.map { .real($0.index) } + [.integer(Int64(index.years))]
      },
      findings: [Finding("groups", ["axis": .key(key), "parts": .list(Array(parts))])]
    )
  }

  private static func range(_ index: SeasonIndex) -> Double {
    (index.seasons.map(\.index).max() ?? 1) - (index.seasons.map(\.index).min() ?? 1)
  }

  private static let indexColumns: [PlannedColumn] = [
    .computed("index", .percent), .computed("lowest", .percent), .computed("highest", .percent),
  ]

  private static func cells(_ part: SeasonIndex.Part) -> [Value] {
    [.real(part.index), .real(part.lowest), .real(part.highest)]
  }
}
