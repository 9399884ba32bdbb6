import Planning
import SemanticModel
import Values

/// Orders placed at night: before six in the morning, or from eleven in the evening on.
struct UnusualHours: AnalysisMethod {
  let name = "unusual_hours"

  let findings: [String: Set<String>] = [
    "found": ["count", "total", "share", "period", "parts", "things"],
    "none": ["total", "period", "things"], "no_times": [], "no_orders": ["period", "things"],
  ]

  /// The first hour of the day's ordinary ones, and the last.
  private static let ordinary = 6...22
  /// Rows listed where no number is said.
  private static let listed = 50

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let order = Key.dimension("customer_order")
    var query = request.query
    query.keys = [order]
    let asked = request.query(
      of: [Measure("revenue"), Measure("first_sale_date")],
      by: [order, .time(.hour)],
      in: request.past
    )
    guard request.source.canTell(asked) else {
      return AnalysisResult(query, findings: [Finding("no_times")])
    }
    let table = try request.source.figures(of: asked)
    guard let name = table.column(.key(order)), let hour = table.column(.key(.time(.hour))),
      let date = table.column(.measure(1))
    else { return AnalysisResult(query, findings: [Finding("no_times")]) }
    let rows = table.rows.filter { $0[hour].number != nil }
    var places: [String: Finding.Content] = [
      "total": .count(rows.count), "things": .things(order), "period": .within(request.past),
    ]
    guard !table.rows.isEmpty else {
      return AnalysisResult(query, findings: [Finding("no_orders", places)])
    }
    // Times that are all the same are none.
    guard Set(rows.map { $0[hour] }).count > 1 else {
      return AnalysisResult(query, findings: [Finding("no_times")])
    }
    let found = rows.filter { !Self.ordinary.contains(Int($0[hour].number ?? 12)) }.sorted {
      ($0[date].text ?? "", $0[name].sortText) > ($1[date].text ?? "", $1[name].sortText)
    }
    guard !found.isEmpty else {
      return AnalysisResult(query, findings: [Finding("none", places)])
    }
    places["count"] = .count(found.count)
    places["share"] = .percent(Double(found.count) / Double(rows.count))
    places["parts"] = Self.byHour(found.map { $0[hour] })
    return AnalysisResult(
      query,
      columns: [
        .key(order), .computed("date", .date), .key(.time(.hour)),
        PlannedColumn(role: .measure(0), name: "revenue", unit: .currency),
      ],
      rows: found.prefix(request.query.limit ?? Self.listed).map { row in
        [row[name], row[date], row[hour], table.number(row, ofMeasure: 0).map(Value.real) ?? .null]
      },
      findings: [Finding("found", places)]
    )
  }

  /// How many at which hour, from the evening on through the night.
  private static func byHour(_ hours: [Value]) -> Finding.Content {
    let counts = Dictionary(hours.map { ($0, 1) }, uniquingKeysWith: +)
    let late = counts.keys.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    let evening = late.filter { ($0.number ?? 0) > Double(ordinary.upperBound) }
    let night = late.filter { ($0.number ?? 0) < Double(ordinary.lowerBound) }
    return .list(
      (evening + night).map { hour in
        .detailed(.member(hour, .time(.hour)), [.count(counts[hour] ?? 0)])
      }
    )
  }
}
