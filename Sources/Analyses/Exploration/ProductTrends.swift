import Analytics
import Planning
import SemanticModel
import Values

/// Products (or other things) whose weekly figure goes down, or up, over the last weeks by more than chance.
struct ProductTrends: AnalysisMethod {
  /// Which way.
  let rises: Bool

  var name: String { rises ? "rising_products" : "declining_products" }

  let findings: [String: Set<String>] = [
    "found": ["subject", "count", "tested", "axis", "weeks", "period", "parts"],
    "none": ["subject", "tested", "axis", "weeks", "period"],
    "too_little": ["subject", "weeks"], "no_sales": ["subject", "period"],
  ]

  /// Weeks looked at where no period is said: a quarter.
  private static let usualWeeks = 13
  /// Weeks beyond these say nothing of now.
  private static let mostWeeks = 156
  private static let significance = 0.05
  private static let named = 3

  /// One thing with its weeks.
  private struct Trend {
    let name: Value
    let weeks: MonotonicTrend
    let total: Double
    /// Against as many weeks before; nil where there was nothing.
    let change: Double?
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let measure = request.measure
    let key = request.group ?? .dimension("product")
    let (period, count) = Self.weeks(request)
    if let asked = request.query.period { request.source.uses(asked) }
    var query = request.query
    query.measures = [measure]
    query.keys = [key]
    query.period = period
    var places: [String: Finding.Content] = [
      "subject": .subject, "weeks": .count(count), "period": .within(period), "axis": .things(key),
    ]
    guard count >= MonotonicTrend.least, let start = period.start else {
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    let before = start.adding(days: -7 * count)
    let both = Period(start: before, end: period.end)
    guard let table = try DailyTable(of: [measure], by: key, in: both, request) else {
      return AnalysisResult(query, findings: [Finding("no_sales", places)])
    }
    let tested = table.members.compactMap { Self.trend($0, table, from: start, weeks: count) }
    let found = tested.filter { goesItsWay($0) }.sorted(by: Self.precedes)
    places["tested"] = .count(tested.count)
    places["count"] = .count(found.count)
    places["parts"] = .list(
      found.prefix(Self.named).map { trend in
        .detailed(.member(trend.name, key), trend.change.map { [.change($0)] } ?? [])
      }
    )
    let limit = request.query.limit ?? found.count
    return AnalysisResult(
      query,
      columns: found.isEmpty ? [] : columns(key, measure, request),
      rows: found.prefix(limit).map(Self.row),
      findings: [Finding(found.isEmpty ? "none" : "found", places)]
    )
  }

  /// Whether a trend is no chance, and no matter of a few weeks with sales at all, and the weeks together are not the other way against as many before.
  private func goesItsWay(_ trend: Trend) -> Bool {
    let isRise = trend.weeks.score > 0
    return trend.weeks.chance < Self.significance && isRise == rises && trend.weeks.slope != 0
      && trend.change.map { rises ? $0 > 0 : $0 < 0 } ?? true
  }

  /// The whole weeks of the question's period, else the last ones.
  private static func weeks(_ request: AnalysisRequest) -> (period: Period, count: Int) {
    let now = request.now
    let last = Period.lastWhole(.week, until: now).end ?? now
    guard let asked = request.query.period?.cut(after: now), let start = asked.start else {
      return (Period(start: last.adding(days: -7 * usualWeeks), end: last), usualWeeks)
    }
    let end = min(last, (asked.end ?? last).start(of: .week))
    let monday = max(start.adding(days: 6).start(of: .week), end.adding(days: -7 * mostWeeks))
    let count = max(0, (end.ordinal - monday.ordinal) / 7)
    return (Period(start: monday, end: monday.adding(days: 7 * count)), count)
  }

  private static func trend(
    _ member: Value,
    _ table: DailyTable,
    from start: CalendarDay,
    weeks count: Int
  ) -> Trend? {
    guard let days = table.figures[member]?.first else { return nil }
    let sum = { (first: CalendarDay, length: Int) -> Double in
      let place = first.ordinal - table.firstDay.ordinal
      return days.dropFirst(max(0, place)).prefix(max(0, length + min(0, place))).reduce(0, +)
    }
    let weeks = (0..<count).map { sum(start.adding(days: 7 * $0), 7) }
    guard let trend = MonotonicTrend(weeks) else { return nil }
    let total = weeks.reduce(0, +)
    let before = sum(start.adding(days: -7 * count), 7 * count)
    return Trend(
      name: member,
      weeks: trend,
      total: total,
      change: before > 0 ? (total - before) / before : nil
    )
  }

  /// The surest first.
  private static func precedes(_ left: Trend, _ right: Trend) -> Bool {
    left.weeks.chance != right.weeks.chance
      ? left.weeks.chance < right.weeks.chance : left.name.sortText < right.name.sortText
  }

  private func columns(_ key: Key, _ measure: Measure, _ request: AnalysisRequest)
    -> [PlannedColumn]
  {
    let unit = request.unit(of: measure)
    return [
      .key(key), PlannedColumn(role: .measure(0), name: measure.metric, unit: unit),
      .computed("slope", unit), .computed("change_before", .percent),
      .computed("chance", .percent),
    ]
  }

  private static func row(_ trend: Trend) -> [Value] {
    [
      trend.name, .real(trend.total), .real(trend.weeks.slope),
      trend.change.map(Value.real) ?? .null, .real(trend.weeks.chance),
    ]
  }
}
