import Analytics
import Planning
import SemanticModel
import Values

/// What happened in a period, as facts in the order of what they weigh: figures that moved, who moved them, best days, records.
struct PeriodStory: AnalysisMethod {
  let name = "report"
  let findings: [String: Set<String>] = [
    "headline": ["metric", "period", "value", "change", "before"],
    "began": ["metric", "period", "value"], "year": ["change", "before", "metric"],
    "moved": ["parts"], "steady": [], "pushed": ["axis", "parts"], "pulled": ["axis", "parts"],
    "days": ["best", "worst"], "highest": ["count", "grain"], "lowest": ["count", "grain"],
    "out_of_stock": ["count", "parts"], "partial": ["day"], "nothing": ["period"],
    "needs_period": [],
  ]

  private static let revenue = Measure("revenue")
  private static let named = 3
  /// Changes below this are none.
  private static let steady = 0.03
  /// What a point of a rate weighs beside a per cent of an amount.
  private static let weightOfPoints = 5.0
  /// Units of the same length that a record is told against.
  private static let units = 36
  /// Below this concentration no dimension tells who moved the figure.
  private static let spread = 0.1

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.measures = [Self.revenue]
    guard let periods = OverviewPeriods(request.query, now: request.now) else {
      return AnalysisResult(query, findings: [Finding("needs_period")])
    }
    query.keys = []
    query.period = periods.period
    query.comparison = periods.before
    let reader = FigureReader(
      request: request,
      period: periods.period,
      before: periods.before,
      yearBefore: periods.yearBefore
    )
    let rows = try reader.rows(request.analysis.figures)
    guard let main = rows.first, rows.contains(where: { $0.value != 0 }) else {
      let places: [String: Finding.Content] = ["period": .within(periods.period)]
      return AnalysisResult(query, findings: [Finding("nothing", places)])
    }
    var findings = headline(main, periods, request)
    findings.append(moved(rows.dropFirst(), request))
    findings += try movers(query, request)
    findings += try [days(periods.period, request), record(periods.period, main.value, request)]
      .compactMap(\.self)
    if let out = try outOfStock(periods.period, request) { findings.append(out) }
    if periods.period.isPartial { findings.append(Finding("partial", ["day": .day(request.now)])) }
    return AnalysisResult(
      query,
      columns: FigureRow.columns(withYear: true),
      rows: rows.map { $0.cells(withYear: true, request.model) },
      findings: findings
    )
  }

  // MARK: - Figures

  private func headline(_ row: FigureRow, _ periods: OverviewPeriods, _ request: AnalysisRequest)
    -> [Finding]
  {
    var places: [String: Finding.Content] = [
      "metric": .subject, "period": .within(periods.period),
      "value": .figure(.real(row.value), request.unit(of: Measure(row.metric))),
      "before": .period(periods.before),
    ]
    var findings: [Finding] = []
    if let change = row.change(row.before, request.model) {
      places["change"] = .change(change)
      findings.append(Finding("headline", places))
    } else {
      findings.append(Finding("began", places))
    }
    if periods.yearBefore.start != periods.before.start,
      let change = row.change(row.yearBefore, request.model)
    {
      findings.append(
        Finding(
          "year",
          [
            "change": .change(change), "before": .period(periods.yearBefore),
            "metric": .metric(row.metric),
          ]
        )
      )
    }
    return findings
  }

  /// The figures that changed most, rates by their points.
  private func moved(_ rows: some Sequence<FigureRow>, _ request: AnalysisRequest) -> Finding {
    let sizes = rows.compactMap { row -> (row: FigureRow, size: Double)? in
      guard let before = row.before, before != row.value else { return nil }
      let size = row.change(before, request.model) ?? (row.value - before) * Self.weightOfPoints
      return abs(size) >= Self.steady ? (row, abs(size)) : nil
    }.sorted { $0.size != $1.size ? $0.size > $1.size : $0.row.metric < $1.row.metric }
    guard !sizes.isEmpty else { return Finding("steady") }
    let parts = sizes.prefix(Self.named + 1).map { row, _ -> Finding.Content in
      let unit = request.unit(of: Measure(row.metric))
      let change =
        row.change(row.before, request.model).map(Finding.Content.change)
        ?? .difference(row.value - (row.before ?? 0), unit)
      return .detailed(.metric(row.metric), [.figure(.real(row.value), unit), change])
    }
    return Finding("moved", ["parts": .list(parts)])
  }

  // MARK: - Who moved it

  /// For the dimension that tells most, and for products: who pushed revenue up and who pulled it down.
  private func movers(_ query: Query, _ request: AnalysisRequest) throws(AnalysisError) -> [Finding]
  {
    var ungrouped = query
    ungrouped.keys = []
    let figure = DrivenFigure(ungrouped, request.with(ungrouped))
    guard let whole = try figure.whole(), whole.before != nil, whole.before != whole.after else {
      return []
    }
    var splits: [DriverSplit] = []
    for name in request.group?.dimension.map({ [$0] }) ?? request.analysis.dimensions {
      do throws(AnalysisError) {
        let split = try figure.split(by: .dimension(name), whole: whole)
        if let split, split.tells { splits.append(split) }
      } catch {
        // A dimension that this database lacks is none to tell by.
        guard case .planning = error else { throw error }
      }
    }
    let best = splits.filter { $0.key != .dimension("product") && $0.concentration >= Self.spread }
      .max { $0.concentration < $1.concentration }
    let told = [best, splits.first { $0.key == .dimension("product") }].compactMap(\.self)
    return told.flatMap { split in
      [true, false].compactMap { rises in self.moved(split, rises: rises) }
    }
  }

  private func moved(_ split: DriverSplit, rises: Bool) -> Finding? {
    let drivers = split.drivers.filter { rises ? $0.contribution > 0 : $0.contribution < 0 }
      .sorted {
        abs($0.contribution) != abs($1.contribution)
          ? abs($0.contribution) > abs($1.contribution) : $0.index < $1.index
      }
    guard !drivers.isEmpty else { return nil }
    let parts = drivers.prefix(Self.named).map { driver in
      Finding.Content.detailed(
        .member(split.members[driver.index], split.key),
        [.difference(driver.contribution, .currency)]
      )
    }
    let places: [String: Finding.Content] = ["axis": .key(split.key), "parts": .list(parts)]
    return Finding(rises ? "pushed" : "pulled", places)
  }

  // MARK: - Days and records

  private func days(_ period: Period, _ request: AnalysisRequest) throws(AnalysisError) -> Finding?
  {
    let query = request.query(of: [Self.revenue], by: [.time(.day)], in: period)
    let table = try request.source.figures(of: query)
    guard let time = table.column(.key(.time(.day))), table.rows.count >= Self.named else {
      return nil
    }
    let days = table.rows.map { ($0[time], table.number($0, ofMeasure: 0) ?? 0) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.sortText < $1.0.sortText }
    guard let best = days.first, let worst = days.last, best.1 > worst.1 else { return nil }
    let part = { (day: (Value, Double)) in
      Finding.Content.detailed(
        .member(day.0, .time(.day)),
        [.figure(.real(day.1), .currency)]
      )
    }
    return Finding("days", ["best": part(best), "worst": part(worst)])
  }

  /// Said where a whole unit sold more, or less, than all the units before that are known.
  private func record(_ period: Period, _ value: Double, _ request: AnalysisRequest)
    throws(AnalysisError) -> Finding?
  {
    guard let grain = period.grain, [.week, .month, .quarter, .year].contains(grain),
      !period.isPartial, let start = period.start
    else { return nil }
    let before = Period(start: start.adding(-Self.units, grain), end: start)
    let table = try request.source.figures(
      of: request.query(of: [Self.revenue], by: [.time(grain)], in: before)
    )
    // The first unit known may be half of one.
    let units = table.rows.compactMap { table.number($0, ofMeasure: 0) }.dropFirst()
    guard units.count >= Self.named, let most = units.max(), let least = units.min() else {
      return nil
    }
    let places: [String: Finding.Content] = [
      "count": .count(units.count), "grain": .things(.time(grain)),
    ]
    return value > most
      ? Finding("highest", places) : value < least ? Finding("lowest", places) : nil
  }

  /// Products out of stock at the end of the period, those that sell most first.
  private func outOfStock(_ period: Period, _ request: AnalysisRequest) throws(AnalysisError)
    -> Finding?
  {
    let key = Key.dimension("product")
    var query = request.query(of: [Measure("units_sold_recent")], by: [key], in: nil)
    query.filters.append(.segment("out_of_stock", days: nil, negated: false))
    guard period.end == request.now.adding(days: 1), request.source.canTell(query) else {
      return nil
    }
    let table = try request.source.figures(of: query)
    guard let place = table.column(.key(key)), !table.rows.isEmpty else { return nil }
    let sorted = table.rows.sorted {
      (table.number($0, ofMeasure: 0) ?? 0, $1[place].sortText)
        > (table.number($1, ofMeasure: 0) ?? 0, $0[place].sortText)
    }
    let parts = sorted.prefix(Self.named).map { Finding.Content.member($0[place], key) }
    return Finding(
      "out_of_stock",
      ["count": .count(table.rows.count), "parts": .list(Array(parts))]
    )
  }
}
