import Planning
import SemanticModel
import Values

/// The figures that those who run the shop look at, with the alerts, the last days and what sells best.
struct Dashboard: AnalysisMethod {
  /// What is told besides the figures.
  enum Section: CaseIterable {
    case alerts, urgent, forecast, week, top
  }

  let name: String
  let sections: [Section]

  let findings: [String: Set<String>] = [
    "of": ["title", "period", "before"], "alerts": ["parts"], "urgent": ["parts"],
    "forecast": ["predicted", "actual", "gap"], "week": ["parts"], "top": ["parts", "period"],
    "nothing": [], "ungrouped": ["axis"],
  ]

  private static let revenue = Measure("revenue")
  private static let product = Key.dimension("product")
  private static let named = 3

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = []
    guard let periods = OverviewPeriods(request.query, now: request.now) else {
      return AnalysisResult(query, findings: [Finding("nothing")])
    }
    let reader = FigureReader(
      request: request,
      period: periods.period,
      before: periods.before,
      yearBefore: nil
    )
    let rows = try reader.rows(request.analysis.figures)
    guard !rows.isEmpty else { return AnalysisResult(query, findings: [Finding("nothing")]) }
    query.period = periods.period
    query.comparison = periods.before
    var findings = [
      Finding(
        "of",
        ["title": .title, "period": .within(periods.period), "before": .period(periods.before)]
      )
    ]
    for section in sections {
      if let finding = try told(section, periods.period, request) { findings.append(finding) }
    }
    if let axis = request.group { findings.append(Finding("ungrouped", ["axis": .key(axis)])) }
    return AnalysisResult(
      query,
      columns: FigureRow.columns(withYear: false),
      rows: rows.map { $0.cells(withYear: false, request.model) },
      findings: findings
    )
  }

  private func told(_ section: Section, _ period: Period, _ request: AnalysisRequest)
    throws(AnalysisError) -> Finding?
  {
    switch section {
    case .alerts: return try alerts(request)
    case .urgent: return try urgent(request)
    case .forecast: return try forecast(period, request)
    case .week: return try week(request)
    case .top: return try top(period, request)
    }
  }

  /// Rows of a figure by a key, as far as the database tells them, each with its number; the largest first.
  private func members(
    of measure: Measure,
    by key: Key,
    in period: Period?,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [(name: Value, number: Double)] {
    let query = request.query(of: [measure], by: [key], in: period)
    guard request.source.canTell(query) else { return [] }
    let table = try request.source.figures(of: query)
    guard let place = table.column(.key(key)) else { return [] }
    return table.rows.compactMap { row in
      table.number(row, ofMeasure: 0).map { (row[place], $0) }
    }
  }

  private func alerts(_ request: AnalysisRequest) throws(AnalysisError) -> Finding? {
    let key = Key.dimension("stock_status")
    let levels = try members(of: Measure("product_count"), by: key, in: nil, request)
    guard !levels.isEmpty else { return nil }
    let parts = levels.sorted { $0.name.sortText < $1.name.sortText }
      .map { Finding.Content.detailed(.member($0.name, key), [.count(Int($0.number))]) }
    return Finding("alerts", ["parts": .list(parts)])
  }

  private func urgent(_ request: AnalysisRequest) throws(AnalysisError) -> Finding? {
    let losses = try members(of: Measure("expected_loss"), by: Self.product, in: nil, request)
      .filter { $0.number > 0 }
    guard !losses.isEmpty else { return nil }
    return Finding("urgent", ["parts": parts(losses, .currency)])
  }

  private func top(_ period: Period, _ request: AnalysisRequest) throws(AnalysisError) -> Finding? {
    let sold = try members(of: Self.revenue, by: Self.product, in: period, request)
    guard !sold.isEmpty else { return nil }
    let places: [String: Finding.Content] = [
      "parts": parts(sold, .currency), "period": .within(period),
    ]
    return Finding("top", places)
  }

  private func parts(_ members: [(name: Value, number: Double)], _ unit: Metric.Unit)
    -> Finding.Content
  {
    let sorted = members.sorted {
      $0.number != $1.number ? $0.number > $1.number : $0.name.sortText < $1.name.sortText
    }
    return .list(
      sorted.prefix(Self.named).map {
        .detailed(.member($0.name, Self.product), [.figure(.real($0.number), unit)])
      }
    )
  }

  /// The last seven days, today with them.
  private func week(_ request: AnalysisRequest) throws(AnalysisError) -> Finding? {
    let period = Period(
      start: request.now.adding(days: -6),
      end: request.now.adding(days: 1)
    )
    let days = try members(of: Self.revenue, by: .time(.day), in: period, request)
    guard days.contains(where: { $0.number != 0 }) else { return nil }
    let parts = days.map {
      Finding.Content.detailed(
        .member($0.name, .time(.day)),
        [.figure(.real($0.number), .currency)]
      )
    }
    return Finding("week", ["parts": .list(parts)])
  }

  private func forecast(_ period: Period, _ request: AnalysisRequest) throws(AnalysisError)
    -> Finding?
  {
    let measures = ["backtest_predicted_revenue", "backtest_actual_revenue"].map { Measure($0) }
    let query = request.query(of: measures, in: period)
    guard request.source.canTell(query) else { return nil }
    let table = try request.source.figures(of: query)
    guard let row = table.rows.first, let predicted = table.number(row, ofMeasure: 0),
      let actual = table.number(row, ofMeasure: 1), actual > 0, predicted > 0
    else { return nil }
    return Finding(
      "forecast",
      [
        "predicted": .money(predicted), "actual": .money(actual),
        "gap": .change((predicted - actual) / actual),
      ]
    )
  }
}
