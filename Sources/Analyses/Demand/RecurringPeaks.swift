import Analytics
import Planning
import SemanticModel
import Values

/// Peaks of sales that come back every year and that no event explains.
struct RecurringPeaks: AnalysisMethod {
  let name = "recurring_peaks"
  let findings: [String: Set<String>] = [
    "too_little": ["subject", "days"], "found": ["count", "parts"], "none": ["subject", "since"],
  ]

  private static let named = 3
  /// Days around an event that it may explain.
  private static let reach = -3...3

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let measure = request.measure
    var query = request.query
    query.measures = [measure]
    query.keys = []
    let series = try DailySeries(of: measure, in: request)
    guard let series, series.quantities.count >= 2 * DailySeries.leastYear,
      let decomposition = series.decomposition
    else {
      let days = series?.quantities.count ?? 0
      return AnalysisResult(
        query,
        findings: [Finding("too_little", ["subject": .subject, "days": .count(days)])]
      )
    }
    let peaks = RecurringPeak.found(
      actual: series.quantities,
      expected: decomposition.expected,
      firstDay: series.firstDay,
      covered: try explained(series, request)
    )
    guard !peaks.isEmpty else {
      let since = Finding.Content.member(.text(series.firstDay.iso), .time(.day))
      return AnalysisResult(
        query,
        findings: [Finding("none", ["subject": .subject, "since": since])]
      )
    }
    return AnalysisResult(
      query,
      columns: Self.columns,
      rows: peaks.map { row($0, series) },
      findings: [Finding("found", ["count": .count(peaks.count), "parts": parts(peaks, series)])]
    )
  }

  /// The positions near an event, this year and in the years before.
  private func explained(_ series: DailySeries, _ request: AnalysisRequest) throws(AnalysisError)
    -> Set<Int>
  {
    var query = Query()
    query.measures = [Measure("event_date")]
    query.keys = [.dimension("event")]
    guard request.source.canTell(query) else { return [] }
    let table = try request.source.figures(of: query)
    let dates = table.rows.compactMap { row in
      table.column(.measure(0)).flatMap { row[$0].text }.flatMap { CalendarDay(iso: $0) }
    }
    let years = series.quantities.count / DailySeries.leastYear + 1
    return Set(
      dates.flatMap { date in
        (0...years).flatMap { year in
          Self.reach.map {
            date.adding(months: -12 * year).ordinal + $0 - series.firstDay.ordinal
          }
        }
      }
    )
  }

  private func parts(_ peaks: [RecurringPeak], _ series: DailySeries) -> Finding.Content {
    .list(
      peaks.prefix(Self.named).map { peak in
        .detailed(
          .member(.text(series.day(peak.days.last ?? 0).iso), .time(.day)),
          [.change(peak.factor - 1)]
        )
      }
    )
  }

  private static let columns: [PlannedColumn] = [
    .computed("last_seen", .date),
    .computed("next_due", .date),
    .computed("years", .count),
    .computed("above_expected", .percent),
  ]

  private func row(_ peak: RecurringPeak, _ series: DailySeries) -> [Value] {
    let last = series.day(peak.days.last ?? 0)
    return [
      .text(last.iso), .text(next(peak.rule, after: last).iso), .integer(Int64(peak.days.count)),
      .real(peak.factor - 1),
    ]
  }

  /// The day on which a rule falls in the year after.
  private func next(_ rule: RecurringPeak.Rule, after last: CalendarDay) -> CalendarDay {
    switch rule {
    case .date: return last.adding(months: 12)
    case .weekday(let month, let weekday, let nth):
      guard let first = CalendarDay(year: last.year + 1, month: month, day: 1) else {
        return last.adding(months: 12)
      }
      return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
    }
  }
}
