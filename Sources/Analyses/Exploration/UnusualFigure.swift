import Analytics
import Planning
import SemanticModel
import Values

/// Orders (sale lines where there are no orders) of which one figure is above the 95th percentile.
struct UnusualFigure {
  private let measure: Measure
  private let request: AnalysisRequest

  /// Fewer have no percentile worth telling.
  private static let least = 40
  private static let named = 3
  /// Rows listed where no number is said.
  private static let listed = 50

  /// Of a figure, under the filters of a request.
  init(_ measure: Measure, _ request: AnalysisRequest) {
    self.measure = measure
    self.request = request
  }

  /// One of them.
  private struct Found {
    let name: Value
    let date: Value
    let number: Double
  }

  /// The table of those above, as findings of `anomaly_detection`.
  func result() throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.measures = [measure]
    guard let key = key else {
      let metric = Finding.Content.metric(measure.metric)
      return AnalysisResult(query, findings: [Finding("only_of_orders", ["metric": metric])])
    }
    query.keys = [key]
    let all = try rows(key)
    guard all.count >= Self.least, let shape = SampleShape(all.map(\.number)) else {
      let places: [String: Finding.Content] = ["count": .count(all.count), "things": .things(key)]
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    let found = all.filter { $0.number > shape.ninetyFifth }.sorted { left, right in
      left.number != right.number
        ? left.number > right.number : left.name.sortText < right.name.sortText
    }
    guard !found.isEmpty else {
      return AnalysisResult(query, findings: [Finding("equal", ["things": .things(key)])])
    }
    return AnalysisResult(
      query,
      columns: columns(key),
      rows: found.prefix(request.query.limit ?? Self.listed).map { row($0, shape.median) },
      findings: [told(found, shape, key, of: all.count)]
    )
  }

  /// Orders, or sale lines.
  private var key: Key? {
    ["customer_order", "sale_line"].map(Key.dimension).first { key in
      request.source.canTell(request.query(of: [measure], by: [key], in: request.past))
    }
  }

  private func rows(_ key: Key) throws(AnalysisError) -> [Found] {
    let measures = [measure, Measure("first_sale_date")]
    let query = request.query(of: measures, by: [key], in: request.past)
    let table = try request.source.figures(of: query)
    guard let name = table.column(.key(key)), let date = table.column(.measure(1)) else {
      return []
    }
    return table.rows.compactMap { row in
      table.number(row, ofMeasure: 0).map {
        Found(name: row[name], date: row[date], number: $0)
      }
    }
  }

  private func told(_ found: [Found], _ shape: SampleShape, _ key: Key, of count: Int) -> Finding {
    let unit = request.unit(of: measure)
    let parts = found.prefix(Self.named).map { item -> Finding.Content in
      .detailed(.member(item.name, key), [.figure(.real(item.number), unit)])
    }
    return Finding(
      "above",
      [
        "metric": .metric(measure.metric), "threshold": .figure(.real(shape.ninetyFifth), unit),
        "usual": .figure(.real(shape.median), unit), "count": .count(found.count),
        "total": .count(count), "things": .things(key), "period": .within(request.past),
        "parts": .list(Array(parts)),
      ]
    )
  }

  private func columns(_ key: Key) -> [PlannedColumn] {
    [
      .key(key), .computed("date", .date),
      PlannedColumn(role: .measure(0), name: measure.metric, unit: request.unit(of: measure)),
      .computed("times_usual", .number),
    ]
  }

  private func row(_ found: Found, _ median: Double) -> [Value] {
    [
      found.name, found.date, .real(found.number),
      median > 0 ? .real(found.number / median) : .null,
    ]
  }
}
