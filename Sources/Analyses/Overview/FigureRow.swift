import Planning
import SemanticModel
import Values

/// One figure of an overview: now, before, and the year before.
struct FigureRow {
  let metric: String
  let value: Double
  let before: Double?
  let yearBefore: Double?

  /// The relative change; nil for rates, which differ by points, and where there was nothing.
  func change(_ other: Double?, _ model: SemanticModel) -> Double? {
    guard model.metrics[metric]?.unit != .percent, let other, other != 0 else { return nil }
    return (value - other) / abs(other)
  }

  /// The columns of a table of such rows.
  static func columns(withYear: Bool) -> [PlannedColumn] {
    [
      .computed("figure", .text), .computed("value", .number), .computed("before", .number),
      .computed("difference", .number), .computed("change", .percent),
    ] + (withYear ? [.computed("year_before", .number), .computed("year_change", .percent)] : [])
  }

  /// The row in such a table.
  func cells(withYear: Bool, _ model: SemanticModel) -> [Value] {
    let number = { (number: Double?) in number.map(Value.real) ?? .null }
    return [
      .text(metric), .real(value), number(before), number(before.map { value - $0 }),
      number(change(before, model)),
    ] + (withYear ? [number(yearBefore), number(change(yearBefore, model))] : [])
  }
}

/// Reads the figures of an overview, those that this database can tell.
struct FigureReader {
  let request: AnalysisRequest
  let period: Period
  let before: Period
  let yearBefore: Period?

  /// The figures of a list that can be told, in its order.
  func rows(_ metrics: [String]) throws(AnalysisError) -> [FigureRow] {
    var rows: [FigureRow] = []
    for metric in metrics {
      if let row = try row(metric) { rows.append(row) }
    }
    return rows
  }

  /// A figure; nil where the database cannot tell it.
  func row(_ metric: String) throws(AnalysisError) -> FigureRow? {
    // What has days of its own is told of those, as it is told alone.
    let hasOwnDays = request.model.metrics[metric].map {
      $0.defaultDays != nil || $0.trailingDays != nil
    }
    if hasOwnDays == true, request.query.period == nil, let value = try value(metric, nil) {
      return FigureRow(metric: metric, value: value, before: nil, yearBefore: nil)
    }
    // What knows no time is as it is now.
    let isDated = request.model.datasets(ofMetric: metric).allSatisfy {
      request.model.datasets[$0]?.time != nil
    }
    guard isDated else {
      return try value(metric, nil).map {
        FigureRow(metric: metric, value: $0, before: nil, yearBefore: nil)
      }
    }
    // What has no value in the period has none: that of all days would pass for it.
    guard let current = try value(metric, period) else { return nil }
    let year: Double? = if let yearBefore { try value(metric, yearBefore) } else { nil }
    return FigureRow(
      metric: metric,
      value: current,
      before: try value(metric, before),
      yearBefore: year
    )
  }

  private func value(_ metric: String, _ period: Period?) throws(AnalysisError) -> Double? {
    let query = request.query(of: [Measure(metric)], in: period)
    guard request.source.canTell(query) else { return nil }
    let table = try request.source.figures(of: query)
    return table.rows.first.flatMap { table.number($0, ofMeasure: 0) }
  }
}
