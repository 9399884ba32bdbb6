import Analytics
import Planning
import SemanticModel
import Values

/// The days on which far more or far less was sold than the models expect, of the whole or of each group.
struct SalesAnomalies: AnalysisMethod {
  let name = "sales_anomalies"
  let findings: [String: Set<String>] = [
    "found": ["subject", "period", "count", "severe", "parts"], "none": ["subject", "period"],
    "too_little": ["subject", "days"], "too_many": ["axis"], "usual_day": dayPlaces,
    "unusual_day": dayPlaces, "mostly": ["axis", "parts"],
  ]

  private static let dayPlaces: Set<String> = [
    "subject", "day", "actual", "expected", "change", "score",
  ]

  /// Days looked at where no period is said; the models know all of the history.
  private static let standardDays = 90
  /// |z| that a departure of over half of the expected needs besides: slow goods would else have one every second day.
  private static let leastScore = 2.0
  private static let mostGroups = 400
  private static let named = 3

  /// One anomaly, of a group or of the whole.
  private struct Found {
    let group: Value?
    let day: CalendarDay
    let anomaly: SalesAnomaly

    /// The departure with its sign: 0.5 is half as much again as expected.
    var change: Double { anomaly.actual / max(anomaly.expected, 1e-9) - 1 }
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.measures = [request.measure]
    let period =
      query.period
      ?? Period(
        start: request.now.adding(days: 1 - Self.standardDays),
        end: request.now.adding(days: 1)
      )
    query.period = period
    request.source.uses(period)
    let key = query.keys.first { $0.dimension != nil }
    let histories = try histories(of: query.measures[0], by: key, request)
    query.keys = key.map { [$0] } ?? []
    guard histories.count <= Self.mostGroups else {
      let axis = Finding.Content.key(key ?? .time(.day))
      return AnalysisResult(query, findings: [Finding("too_many", ["axis": axis])])
    }
    let longest = histories.map(\.series.quantities.count).max() ?? 0
    guard longest >= DailySeries.leastDays else {
      let places: [String: Finding.Content] = ["subject": .subject, "days": .count(longest)]
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    if key == nil, period.length == 1, let series = histories.first?.series,
      let told = try UnusualDay(series, period, query, request)
    {
      return AnalysisResult(query, columns: told.columns, rows: told.rows, findings: told.findings)
    }
    let found = histories.flatMap { group, series in Self.found(group, series, in: period) }
      .sorted { Self.precedes($0, $1) }
    return AnalysisResult(
      query,
      columns: found.isEmpty ? [] : Self.columns(key, query.measures[0], request),
      rows: found.map { Self.row($0, key) },
      findings: [told(found, period)]
    )
  }

  private func histories(
    of measure: Measure,
    by key: Key?,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [(group: Value?, series: DailySeries)] {
    if let key {
      return try DailySeries.groups(of: measure, by: key, in: request).map { ($0.name, $0.series) }
    }
    return try DailySeries(of: measure, in: request).map { [(nil, $0)] } ?? []
  }

  private static func found(_ group: Value?, _ series: DailySeries, in period: Period) -> [Found] {
    guard let expected = series.decomposition?.expected else { return [] }
    return SalesAnomaly.found(
      actual: series.quantities,
      expected: expected,
      leastScore: leastScore
    ).compactMap { anomaly in
      let day = series.day(anomaly.day)
      return period.contains(day) ? Found(group: group, day: day, anomaly: anomaly) : nil
    }
  }

  /// The most unusual first.
  private static func precedes(_ left: Found, _ right: Found) -> Bool {
    let scores = (abs(left.anomaly.score), abs(right.anomaly.score))
    if scores.0 != scores.1 { return scores.0 > scores.1 }
    return left.day != right.day
      ? left.day > right.day : (left.group?.text ?? "") < (right.group?.text ?? "")
  }

  // MARK: - Telling

  private func told(_ found: [Found], _ period: Period) -> Finding {
    let places: [String: Finding.Content] = [
      "subject": .subject, "period": .within(period), "count": .count(found.count),
      "severe": .count(found.count { $0.anomaly.severity >= .high }),
      "parts": .list(
        found.prefix(Self.named).map { item in
          .detailed(
            .member(.text(item.day.iso), .time(.day)),
            [.change(item.change)]
          )
        }
      ),
    ]
    return Finding(found.isEmpty ? "none" : "found", places)
  }

  private static func columns(_ key: Key?, _ measure: Measure, _ request: AnalysisRequest)
    -> [PlannedColumn]
  {
    let unit = request.unit(of: measure)
    return [key].compactMap { $0.map(PlannedColumn.key) } + [
      PlannedColumn(role: .key(.time(.day)), name: "day", unit: .date),
      PlannedColumn(role: .measure(0), name: measure.metric, unit: unit),
      .computed("expected", unit),
      .computed("departure", .percent),
      .key(severity),
    ]
  }

  private static let severity = Key.dimension("anomaly_severity")

  private static func row(_ found: Found, _ key: Key?) -> [Value] {
    let anomaly = found.anomaly
    return (key == nil ? [] : [found.group ?? .null]) + [
      .text(found.day.iso), .real(anomaly.actual), .real(anomaly.expected),
      .real(found.change), .text(anomaly.severity.rawValue),
    ]
  }
}
