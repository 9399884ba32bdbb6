import Planning
import SemanticModel
import Values

/// Whether the data get sounder: the score of each nightly check, from the first on record to the last.
struct QualityTrend: AnalysisMethod {
  let name = "quality_trend"
  let findings: [String: Set<String>] = [
    "better": dayPlaces, "worse": dayPlaces, "same": dayPlaces, "changed": ["parts"],
    "one_day": ["until", "last", "failing"], "no_day": [], "whole_tables": [],
  ]
  private static let dayPlaces: Set<String> = [
    "first", "last", "since", "until", "change", "days", "failing", "before",
  ]

  /// Scores that differ by less are told as the same.
  private static let least = 0.0005
  /// Rules named in a sentence.
  private static let named = 4

  /// What one nightly check came to.
  private struct Day {
    let day: Value
    let score: Double
    let rules: Double
    let passed: Double
    let failing: Double
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = [.time(.day)]
    guard query.filters.isEmpty else {
      return AnalysisResult(query, findings: [Finding("whole_tables")])
    }
    let days = try Self.days(request)
    guard let first = days.first, let last = days.last else {
      return AnalysisResult(query, findings: [Finding("no_day")])
    }
    var places: [String: Finding.Content] = [
      "last": .percent(last.score), "until": .member(last.day, .time(.day)),
      "failing": .count(Int(last.failing)),
    ]
    guard days.count > 1 else {
      return Self.result(query, days, [Finding("one_day", places)])
    }
    places["first"] = .percent(first.score)
    places["since"] = .member(first.day, .time(.day))
    places["change"] = .difference(last.score - first.score, .percent)
    places["days"] = .count(days.count)
    places["before"] = .count(Int(first.failing))
    let shift = last.score - first.score
    let verdict = abs(shift) < Self.least ? "same" : shift > 0 ? "better" : "worse"
    return Self.result(
      query,
      days,
      [Finding(verdict, places)] + (try Self.changes(first.day, last.day, request))
    )
  }

  /// The days with a check, in order.
  private static func days(_ request: AnalysisRequest) throws(AnalysisError) -> [Day] {
    let measures = ["quality_score", "quality_rules", "rules_passed", "failing_rows"]
      .map { Measure($0) }
    let table = try request.source.figures(
      of: request.query(of: measures, by: [.time(.day)], in: request.query.period)
    )
    guard let place = table.column(.key(.time(.day))) else { return [] }
    let days = table.rows.compactMap { row -> Day? in
      table.number(row, ofMeasure: 0).map { score in
        Day(
          day: row[place],
          score: score,
          rules: table.number(row, ofMeasure: 1) ?? 0,
          passed: table.number(row, ofMeasure: 2) ?? 0,
          failing: table.number(row, ofMeasure: 3) ?? 0
        )
      }
    }
    return days.sorted { ($0.day.text ?? "") < ($1.day.text ?? "") }
  }

  /// The rules with more or fewer failing rows on the last day than on the first, the largest change first.
  private static func changes(
    _ first: Value,
    _ last: Value,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [Finding] {
    let before = try failures(first, request)
    let after = try failures(last, request)
    let shifts = after.merging(before.mapValues { -$0 }) { $0 + $1 }.filter { $0.value != 0 }
      .sorted { left, right in
        let (one, other) = (abs(left.value), abs(right.value))
        return one != other ? one > other : left.key < right.key
      }
    guard !shifts.isEmpty else { return [] }
    let parts = shifts.prefix(named).map { rule in
      Finding.Content.detailed(.text(.same(rule.key)), [.shift(rule.value, .count)])
    }
    return [Finding("changed", ["parts": .list(Array(parts))])]
  }

  /// Failing rows by the columns that were checked, on one day.
  private static func failures(
    _ day: Value,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [String: Double] {
    guard let date = day.text.flatMap({ CalendarDay(iso: $0) }) else { return [:] }
    let keys = ["quality_table", "quality_columns", "quality_rule"].map(Key.dimension)
    let table = try request.source.figures(
      of: request.query(
        of: [Measure("rule_failures")],
        by: keys,
        in: Period(start: date, end: date.adding(days: 1))
      )
    )
    var failures: [String: Double] = [:]
    for row in table.rows {
      let names = keys.compactMap { table.column(.key($0)) }.compactMap { row[$0].text }
      guard names.count == keys.count else { continue }
      failures["\(names[0]).\(names[1])", default: 0] += table.number(row, ofMeasure: 0) ?? 0
    }
    return failures
  }

  private static func result(
    _ query: Query,
    _ days: [Day],
    _ findings: [Finding]
  ) -> AnalysisResult {
    AnalysisResult(
      query,
      columns: [
        PlannedColumn(role: .key(.time(.day)), name: "day", unit: .date),
        .computed("score", .percent), .computed("rules", .count), .computed("passed", .count),
        .computed("failing", .count),
      ],
      rows: days.map {
        [$0.day, .real($0.score), .real($0.rules), .real($0.passed), .real($0.failing)]
      },
      findings: findings
    )
  }
}
