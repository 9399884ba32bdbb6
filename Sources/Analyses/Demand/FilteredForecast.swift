import Analytics
import Planning
import SemanticModel
import Values

/// A forecast of what the products' forecasts cannot be split by: a customer segment, a region, a channel.
///
/// It is made from the figure's own daily history under the filters, and for each group by itself.
struct FilteredForecast: AnalysisMethod {
  let name = "filtered_forecast"
  let findings: [String: Set<String>] = [
    "total": totalPlaces, "short": totalPlaces, "nothing": ["subject"],
    "groups": ["period", "axis", "parts"],
    "too_little": ["subject", "days", "least"], "left_out": ["count", "days"],
    "basis": [], "too_far": ["days"], "too_many": ["axis"],
  ]
  private static let totalPlaces: Set<String> = ["subject", "period", "mean", "lower", "upper"]

  private static let level = 0.8
  private static let longestHorizon = 366
  private static let mostGroups = 60
  /// Days of history, from the first with sales, without which a mean has no known spread: two weeks.
  private static let leastDays = 14
  private static let named = 3

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let tomorrow = request.now.adding(days: 1)
    var query = request.query
    let period =
      query.period
      ?? Period(start: tomorrow, end: tomorrow.adding(days: OrderDefaults.coverDays), grain: .day)
    query.period = period
    request.source.uses(period)
    guard let start = period.start, let end = period.end, start >= tomorrow,
      end.ordinal - tomorrow.ordinal <= Self.longestHorizon
    else {
      return AnalysisResult(
        query,
        findings: [Finding("too_far", ["days": .count(Self.longestHorizon)])]
      )
    }
    let window = (start.ordinal - tomorrow.ordinal)..<(end.ordinal - tomorrow.ordinal)
    guard let key = query.keys.first(where: { $0.dimension != nil }) else {
      return try whole(query, window, request)
    }
    return try groups(query, key, window, request)
  }

  // MARK: - One series

  private func whole(
    _ query: Query,
    _ window: Range<Int>,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> AnalysisResult {
    guard let series = try DailySeries(of: request.measure, in: request) else {
      return AnalysisResult(query, findings: [Finding("nothing", ["subject": .subject])])
    }
    guard series.quantities.count >= Self.leastDays else {
      return AnalysisResult(query, findings: [Self.tooLittle(series.quantities.count)])
    }
    let forecast = series.forecast(days: window.upperBound)
    let sum = Self.sum(forecast, window)
    let unit = request.unit(of: request.measure)
    var shown = query
    shown.keys = [.time(.day)]
    let places: [String: Finding.Content] = [
      "subject": .subject, "period": .within(query.period ?? Period(start: nil, end: nil)),
      "mean": .figure(.real(sum.mean), unit), "lower": .figure(.real(sum.range.lowerBound), unit),
      "upper": .figure(.real(sum.range.upperBound), unit),
    ]
    let isShort = forecast.backtest == nil
    return AnalysisResult(
      shown,
      columns: Self.columns(.time(.day), unit),
      rows: window.map { step in
        let day = forecast.days[step]
        return [
          .text(request.now.adding(days: step + 1).iso), .real(day.mean), .real(day.lower),
          .real(day.upper),
        ]
      },
      findings: [Finding(isShort ? "short" : "total", places), Finding("basis")]
    )
  }

  // MARK: - Groups

  private func groups(
    _ query: Query,
    _ key: Key,
    _ window: Range<Int>,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> AnalysisResult {
    let all = try DailySeries.groups(of: request.measure, by: key, in: request)
    let members = all.filter { $0.series.quantities.count >= Self.leastDays }
    guard !members.isEmpty else {
      let longest = all.map(\.series.quantities.count).max()
      let told = longest.map(Self.tooLittle) ?? Finding("nothing", ["subject": .subject])
      return AnalysisResult(query, findings: [told])
    }
    guard members.count <= Self.mostGroups else {
      // Too many to tell one by one: what they come to together, and that it is so.
      var together = query
      together.keys = []
      var result = try whole(together, window, request)
      result.findings.append(Finding("too_many", ["axis": .key(key)]))
      return result
    }
    let unit = request.unit(of: request.measure)
    let forecasts = members.map { member in
      (member.name, Self.sum(member.series.forecast(days: window.upperBound), window))
    }.sorted { $0.1.mean > $1.1.mean }
    let parts = forecasts.prefix(Self.named).map { name, sum in
      Finding.Content.detailed(.member(name, key), [.figure(.real(sum.mean), unit)])
    }
    var shown = query
    shown.keys = [key]
    return AnalysisResult(
      shown,
      columns: Self.columns(key, unit),
      rows: forecasts.map { name, sum in
        [name, .real(sum.mean), .real(sum.range.lowerBound), .real(sum.range.upperBound)]
      },
      findings: [
        Finding(
          "groups",
          [
            "period": .within(query.period ?? Period(start: nil, end: nil)), "axis": .key(key),
            "parts": .list(parts),
          ]
        ), Finding("basis"),
      ] + Self.leftOut(all.count - members.count)
    )
  }

  private static func tooLittle(_ days: Int) -> Finding {
    Finding("too_little", ["subject": .subject, "days": .count(days), "least": .count(leastDays)])
  }

  private static func leftOut(_ count: Int) -> [Finding] {
    count > 0 ? [Finding("left_out", ["count": .count(count), "days": .count(leastDays)])] : []
  }

  // MARK: - Figures

  /// The demand of a window with its range.
  private static func sum(_ forecast: Forecast, _ window: Range<Int>) -> (
    mean: Double, range: ClosedRange<Double>
  ) {
    let total = forecast.total(of: window)
    return (total.mean, total.range(level: level))
  }

  private static func columns(_ key: Key, _ unit: Metric.Unit) -> [PlannedColumn] {
    [
      PlannedColumn(
        role: .key(key),
        name: key.dimension ?? "day",
        unit: key.dimension == nil ? .date : .text
      ),
      .computed("forecast", unit),
      .computed("lower", unit),
      .computed("upper", unit),
    ]
  }
}
