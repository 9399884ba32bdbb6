import Analytics
import Planning
import SemanticModel
import Values

/// Which part of the customers who began in a month comes back in the months after it.
struct RetentionByCohort: AnalysisMethod {
  let name = "retention"
  let findings: [String: Set<String>] = [
    "too_little": ["customers", "axis"],
    "retention": ["customers", "cohorts", "axis", "first", "parts"],
    "best": ["cohort", "rate", "size", "first"],
  ]

  /// Units after the first one that the table shows.
  private static let shown = [1, 2, 3, 4, 5, 6, 9, 12]
  /// Units named in a sentence.
  private static let named = [1, 3, 6, 12]
  /// Customers without whom a cohort is not called the best.
  private static let leastSize = 20

  func result(_ asked: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let request = asked.aboutCustomers
    var query = request.query
    let grain = Self.grain(of: query)
    query.keys = [.time(grain)]
    let units = try Self.units(request, grain)
    let lastWhole = Period.lastWhole(grain, until: request.now).start ?? request.now
    let retention = Retention(
      units.map { days in days.map { Self.number(of: $0, grain) } },
      until: Self.number(of: lastWhole, grain)
    )
    if let period = query.period { request.source.uses(period) }
    let cohorts = retention.cohorts.filter { cohort in
      query.period?.contains(Self.day(of: cohort.start, grain)) ?? true
    }
    var places: [String: Finding.Content] = [
      "axis": .key(.time(grain)), "customers": .count(cohorts.reduce(0) { $0 + $1.customers }),
      "cohorts": .count(cohorts.count),
    ]
    guard cohorts.contains(where: { $0.active.count > 1 }) else {
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    places["parts"] = .list(Self.rates(cohorts))
    places["first"] = .count(1)
    var findings = [Finding("retention", places)]
    if let best = Self.best(cohorts), let rate = best.rate(after: 1) {
      places["cohort"] = .member(.text(Self.label(best.start, grain)), .time(grain))
      places["rate"] = .figure(.real(rate), .percent)
      places["size"] = .count(best.customers)
      findings.append(Finding("best", places))
    }
    return AnalysisResult(
      query,
      columns: Self.columns(grain),
      rows: cohorts.map { Self.row($0, grain) },
      findings: findings
    )
  }

  private static func grain(of query: Query) -> Grain {
    let asked = query.keys.compactMap { key -> Grain? in
      if case .time(let grain) = key { grain } else { nil }
    }
    return asked.first { [.week, .month, .quarter, .year].contains($0) } ?? .month
  }

  /// The first days of the units in which each customer ordered.
  private static func units(
    _ request: AnalysisRequest,
    _ grain: Grain
  ) throws(AnalysisError) -> [[CalendarDay]] {
    let untilNow = Period(start: nil, end: request.now.adding(days: 1))
    let table = try request.source.keyedFigures(
      of: request.query(
        of: [Measure("first_sale_date"), Measure("orders")],
        by: [.dimension("customer"), .time(grain)],
        in: untilNow
      )
    )
    var units: [Value: [CalendarDay]] = [:]
    for row in table.rows where !row[0].isNull {
      guard let day = table.day(row, ofMeasure: 0), table.number(row, ofMeasure: 1) ?? 0 > 0
      else { continue }
      units[row[0], default: []].append(day)
    }
    return units.sorted { $0.key.sortsBefore($1.key) }.map(\.value)
  }

  // MARK: - Units of time by number

  private static func number(of day: CalendarDay, _ grain: Grain) -> Int {
    switch grain {
    case .year: day.year
    case .quarter: day.year * 4 + (day.month - 1) / 3
    case .week: Int((Double(day.start(of: .week).ordinal) / 7).rounded(.down))
    default: day.year * 12 + day.month - 1
    }
  }

  private static func day(of number: Int, _ grain: Grain) -> CalendarDay {
    let day =
      switch grain {
      case .year: CalendarDay(year: number, month: 1, day: 1)
      case .quarter: CalendarDay(year: number / 4, month: number % 4 * 3 + 1, day: 1)
      case .week: CalendarDay(ordinal: number * 7).adding(days: 6).start(of: .week)
      default: CalendarDay(year: number / 12, month: number % 12 + 1, day: 1)
      }
    return day ?? CalendarDay(ordinal: 0)
  }

  private static func label(_ number: Int, _ grain: Grain) -> String {
    day(of: number, grain).label(of: grain)
  }

  // MARK: - Telling

  private static func best(_ cohorts: [Retention.Cohort]) -> Retention.Cohort? {
    cohorts.filter { $0.customers >= leastSize && $0.active.count > 1 }.max {
      ($0.rate(after: 1) ?? 0, $1.start) < ($1.rate(after: 1) ?? 0, $0.start)
    }
  }

  private static func rates(_ cohorts: [Retention.Cohort]) -> [Finding.Content] {
    named.compactMap { units in
      let old = cohorts.filter { $0.active.indices.contains(units) }
      let customers = old.reduce(0) { $0 + $1.customers }
      guard customers > 0 else { return nil }
      let active = old.reduce(0) { $0 + $1.active[units] }
      return .detailed(
        .figure(.real(Double(active) / Double(customers)), .percent),
        [.text(LocalizedText(french: "+\(units)", english: "+\(units)"))]
      )
    }
  }

  private static func columns(_ grain: Grain) -> [PlannedColumn] {
    [
      PlannedColumn(role: .key(.time(grain)), name: grain.rawValue, unit: .date),
      .computed("customers", .count),
    ]
      + shown.map {
        PlannedColumn.computed("after_\($0)", .percent)
      }
  }

  private static func row(_ cohort: Retention.Cohort, _ grain: Grain) -> [Value] {
    [.text(label(cohort.start, grain)), .integer(Int64(cohort.customers))]
      + shown.map { cohort.rate(after: $0).map(Value.real) ?? .null }
  }
}
