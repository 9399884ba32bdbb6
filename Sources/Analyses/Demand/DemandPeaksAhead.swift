import Analytics
import Planning
import SemanticModel
import Values

/// The days to come on which far more is expected than on the others.
struct DemandPeaksAhead: AnalysisMethod {
  let name = "demand_peaks"
  let findings: [String: Set<String>] = [
    "peaks": ["count", "mean", "parts", "threshold", "period"],
    "none": ["mean", "threshold", "highest", "period"],
    "too_short": [], "no_demand": ["period"],
  ]

  /// Days named in a sentence.
  private static let named = 3

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = [.time(.day)]
    query.order = nil
    query.limit = nil
    var days = query
    days.analysis = nil
    let table = try request.source.figures(of: days)
    guard let place = table.column(.key(.time(.day))) else {
      return AnalysisResult(query, findings: [Finding("too_short")])
    }
    let forecast = table.rows.map { table.number($0, ofMeasure: 0) ?? 0 }
    guard forecast.count >= 7, let peaks = try? DemandPeak.found(in: forecast) else {
      return AnalysisResult(query, findings: [Finding("too_short")])
    }
    let unit = request.unit(of: request.measure)
    let rows = peaks.map { peak -> [Value] in
      [table.rows[peak.day - 1][place], .real(peak.forecast), .real(peak.ratio - 1)]
    }
    return AnalysisResult(
      query,
      columns: [
        PlannedColumn(role: .key(.time(.day)), name: "day", unit: .date),
        PlannedColumn(role: .measure(0), name: request.measure.metric, unit: unit),
        .computed("above_mean", .percent),
      ],
      rows: rows,
      findings: [told(peaks, rows, forecast, unit, query)]
    )
  }

  private func told(
    _ peaks: [DemandPeak],
    _ rows: [[Value]],
    _ forecast: [Double],
    _ unit: Metric.Unit,
    _ query: Query
  ) -> Finding {
    let moments = DemandPeak.scale(of: forecast)
    var places: [String: Finding.Content] = [
      "mean": .figure(.real(moments.mean), unit),
      "threshold": .figure(.real(moments.threshold), unit),
      "highest": .figure(.real(forecast.max() ?? 0), unit),
      "period": query.period.map(Finding.Content.within)
        ?? .text(LocalizedText(french: "—", english: "—")),
      "count": .count(peaks.count),
    ]
    let highest = rows.sorted { ($0[1].number ?? 0) > ($1[1].number ?? 0) }.prefix(Self.named)
    places["parts"] = .list(
      highest.map { row in
        .detailed(
          .member(row[0], .time(.day)),
          [.figure(row[1], unit), .change(row[2].number ?? 0)]
        )
      }
    )
    if forecast.allSatisfy({ $0 <= 0 }) { return Finding("no_demand", places) }
    return Finding(peaks.isEmpty ? "none" : "peaks", places)
  }
}
