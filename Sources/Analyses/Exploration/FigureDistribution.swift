import Analytics
import Planning
import SemanticModel
import Values

/// How a figure spreads over orders, customers, products or days: quartiles and a histogram.
struct FigureDistribution: AnalysisMethod {
  let name = "distribution"
  let findings: [String: Set<String>] = [
    "spread": [
      "subject", "things", "count", "median", "low", "high", "mean", "deviation", "least",
      "greatest", "top",
    ],
    "skewed": [], "too_little": ["subject", "count", "things"],
    "equal": ["subject", "count", "things", "median"],
  ]

  /// Fewer things have no distribution.
  private static let least = 8

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let measure = request.measure
    let key = key(request, measure)
    var query = request.query
    query.measures = [measure]
    query.keys = [key]
    let table = try request.source.figures(
      of: request.query(of: [measure], by: [key], in: request.query.period)
    )
    let values = table.rows.compactMap { table.number($0, ofMeasure: 0) }
    let unit = request.unit(of: measure)
    var places: [String: Finding.Content] = [
      "subject": .subject, "count": .count(values.count), "things": .things(key),
    ]
    guard values.count >= Self.least, let shape = SampleShape(values) else {
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    places["median"] = .figure(.real(shape.median), unit)
    guard shape.greatest > shape.least else {
      return AnalysisResult(query, findings: [Finding("equal", places)])
    }
    let figures = [
      "low": shape.lowerQuartile, "high": shape.upperQuartile, "mean": shape.mean,
      "deviation": shape.deviation, "least": shape.least, "greatest": shape.greatest,
      "top": shape.ninetyFifth,
    ]
    for (name, figure) in figures { places[name] = .figure(.real(figure), unit) }
    let isSkewed = shape.median > 0 && shape.mean > 1.25 * shape.median
    return AnalysisResult(
      query,
      columns: [
        .computed("from", unit), .computed("until", unit), .computed("things", .count),
        .computed("share", .percent),
      ],
      rows: shape.bins.map { bin in
        [
          .real(bin.lower), .real(bin.upper), .integer(Int64(bin.count)),
          .real(Double(bin.count) / Double(shape.count)),
        ]
      },
      findings: [Finding("spread", places)] + (isSkewed ? [Finding("skewed")] : [])
    )
  }

  /// What the question groups by, else customer orders, else sale lines, else days.
  private func key(_ request: AnalysisRequest, _ measure: Measure) -> Key {
    if let key = request.query.keys.first { return key }
    // « CA par client »: the customers are what it is told of.
    if case .binary(.divide, _, .name(["buying_customers"])) =
      request.model.metrics[measure.metric]?.expression
    {
      return .dimension("customer")
    }
    let keys = ["customer_order", "product"].map(Key.dimension)
    return keys.first {
      request.source.canTell(request.query(of: [measure], by: [$0], in: request.query.period))
    } ?? .time(.day)
  }
}
