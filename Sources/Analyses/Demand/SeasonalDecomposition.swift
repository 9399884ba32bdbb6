import Analytics
import Planning
import SemanticModel
import Values

/// The trend of a figure, and its indices of the week and of the year.
struct SeasonalDecomposition: AnalysisMethod {
  let name = "decomposition"
  let findings: [String: Set<String>] = [
    "too_little": ["subject", "days"], "sparse": ["subject", "days", "least"],
    "trend": ["subject", "from", "to", "yearly", "since"],
    "week": ["best", "worst"], "year": ["best", "worst"], "no_year": ["days"], "flat_week": [],
  ]

  /// Days with sales without which a shape is that of a few orders: four for each day of the week.
  private static let leastBusyDays = 28

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let measure = request.measure
    var query = request.query
    query.measures = [measure]
    let series = try DailySeries(of: measure, in: request)
    guard let series, let decomposition = series.decomposition else {
      let days = series?.quantities.count ?? 0
      let places: [String: Finding.Content] = ["subject": .subject, "days": .count(days)]
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    guard series.busyDays >= Self.leastBusyDays else {
      let places: [String: Finding.Content] = [
        "subject": .subject, "days": .count(series.busyDays), "least": .count(Self.leastBusyDays),
      ]
      return AnalysisResult(query, findings: [Finding("sparse", places)])
    }
    let indices = SeasonalIndices(decomposition, firstDay: series.firstDay)
    let unit = request.unit(of: measure)
    let tellsYear = series.quantities.count >= DailySeries.leastYear
    let byWeek = query.keys.contains(.time(.weekday)) || !tellsYear
    let key = Key.time(byWeek ? .weekday : .monthOfYear)
    query.keys = [key]
    return AnalysisResult(
      query,
      columns: [
        PlannedColumn(role: .key(key), name: byWeek ? "weekday" : "month", unit: .text),
        .computed("index", .percent),
      ],
      rows: (byWeek ? indices.week : indices.year).enumerated().map { place, index in
        [.integer(Int64(place + 1)), index.map(Value.real) ?? .null]
      },
      findings: told(indices, series, unit, tellsYear: tellsYear)
    )
  }

  private func told(
    _ indices: SeasonalIndices,
    _ series: DailySeries,
    _ unit: Metric.Unit,
    tellsYear: Bool
  ) -> [Finding] {
    [
      trend(indices, series, unit), week(indices),
      tellsYear
        ? Finding("year", extremes(indices.year.map { $0 ?? 1 }, .monthOfYear))
        : Finding("no_year", ["days": .count(series.quantities.count)]),
    ]
  }

  private func trend(_ indices: SeasonalIndices, _ series: DailySeries, _ unit: Metric.Unit)
    -> Finding
  {
    let (first, last) = indices.level
    return Finding(
      "trend",
      [
        "subject": .subject, "from": .figure(.real(first), unit), "to": .figure(.real(last), unit),
        "yearly": .change(indices.yearlyGrowth),
        "since": .member(.text(series.firstDay.iso), .time(.day)),
      ]
    )
  }

  /// A week whose days differ by less than this has no shape worth telling.
  private static let flat = 0.02

  private func week(_ indices: SeasonalIndices) -> Finding {
    let (low, high) = (indices.week.min() ?? 1, indices.week.max() ?? 1)
    if high - low < Self.flat { return Finding("flat_week") }
    return Finding("week", extremes(indices.week, .weekday))
  }

  private func extremes(_ indices: [Double], _ grain: Grain) -> [String: Finding.Content] {
    func part(_ index: Double) -> Finding.Content {
      let place = indices.firstIndex(of: index) ?? 0
      return .detailed(
        .member(.integer(Int64(place + 1)), .time(grain)),
        [.change(index - 1)]
      )
    }
    return ["best": part(indices.max() ?? 1), "worst": part(indices.min() ?? 1)]
  }
}
