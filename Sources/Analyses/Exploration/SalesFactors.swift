import Analytics
import Planning
import SemanticModel
import Values

/// Which factors the ups and downs of a figure from day to day go with: month, weekday, events, promotions, discount, trend.
struct SalesFactors: AnalysisMethod {
  let name = "factors"
  let findings: [String: Set<String>] = [
    "explained": ["subject", "whole", "parts", "days", "rest"], "nothing": ["subject", "days"],
    "too_little": ["subject", "days"], "missing": ["parts"],
  ]

  private static let named = 3
  /// Below this share all factors together say nothing.
  private static let least = 0.05
  /// Figures of a day that may go with it, as the column says them.
  private static let daily: [(factor: String, metric: String)] = [
    ("promotion", "promotion_share"), ("discount", "average_discount"),
  ]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let measure = request.measure
    var query = request.query
    query.measures = [measure]
    query.keys = []
    let told = Self.daily.filter { tells($0.metric, request) }
    let measures = [measure] + told.map { Measure($0.metric) }
    let period = request.query.period.map { $0.cut(after: request.now) }
    guard let table = try DailyTable(of: measures, in: period, request),
      let columns = table.figures[.null], table.dayCount >= DailySeries.leastDays
    else {
      let places: [String: Finding.Content] = ["subject": .subject, "days": .count(0)]
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    let places: [String: Finding.Content] = ["subject": .subject, "days": .count(table.dayCount)]
    var factors = Self.calendar(table)
    if let events = try EventDays.read(request)?.factor(table) { factors.append(events) }
    for (index, (factor, _)) in told.enumerated() where Set(columns[index + 1]).count > 1 {
      factors.append(ExplainedShare.Factor(factor, columns: [columns[index + 1]]))
    }
    guard let explained = ExplainedShare(of: columns[0], by: factors) else {
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    guard explained.adjusted >= Self.least else {
      return AnalysisResult(query, findings: [Finding("nothing", places)])
    }
    let missing = ["month", "weekday", "event", "promotion", "discount"]
      .filter { name in !factors.contains { $0.name == name } }
    return AnalysisResult(
      query,
      columns: [
        .computed("factor", .text), .computed("share", .percent), .computed("chance", .percent),
      ],
      rows: explained.shares.map { [.text($0.name), .real($0.share), .real($0.chance)] },
      findings: [Finding("explained", places.merging(Self.places(explained)) { $1 })]
        + (missing.isEmpty
          ? []
          : [Finding("missing", ["parts": .list(missing.map { .word(column: "factor", $0) })])])
    )
  }

  private static func places(_ explained: ExplainedShare) -> [String: Finding.Content] {
    [
      "whole": .percent(explained.whole), "rest": .percent(1 - explained.whole),
      "parts": .list(
        explained.shares.filter { $0.share >= 0.005 }.prefix(named).map {
          .detailed(.word(column: "factor", $0.name), [.percent($0.share)])
        }
      ),
    ]
  }

  private func tells(_ metric: String, _ request: AnalysisRequest) -> Bool {
    request.source.canTell(request.query(of: [Measure(metric)], by: [.time(.day)]))
  }

  /// Trend and weekday, and the month where there is a year of days.
  private static func calendar(_ table: DailyTable) -> [ExplainedShare.Factor] {
    let days = (0..<table.dayCount).map { table.day($0) }
    let trend = ExplainedShare.Factor("trend", columns: [days.indices.map(Double.init)])
    let week = ExplainedShare.Factor("weekday", categories: days.map(\.weekday))
    guard table.dayCount >= DailySeries.leastYear else { return [trend, week] }
    return [trend, week, ExplainedShare.Factor("month", categories: days.map(\.month))]
  }
}
