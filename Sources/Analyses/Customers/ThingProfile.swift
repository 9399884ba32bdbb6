import Planning
import SemanticModel
import Values

/// All about one product, category or supplier: its figures, and its place among the others.
struct ThingProfile {
  /// What is told, each with the places that it fills.
  static let findings: [String: Set<String>] = [
    "thing": ["thing", "within", "parts"], "thing_rank": ["rank", "count", "things", "share"],
    "thing_unsold": ["thing", "within"],
  ]

  /// Of what kinds there is a profile, from the narrowest.
  private static let kinds = ["product", "subcategory", "category", "supplier"]

  private let request: AnalysisRequest
  private let key: Key
  private let name: String

  /// The one thing that a question names; nil where it names none or several.
  init?(_ request: AnalysisRequest) {
    let named = request.filters(on: Self.kinds)
    guard named.count == 1, case .values(let kind, let values, negated: false) = named[0],
      values.count == 1
    else { return nil }
    self.request = request
    key = .dimension(kind)
    name = values[0].name
  }

  /// Its figures with their sentences.
  func result() throws(AnalysisError) -> AnalysisResult {
    let period = request.past
    let figures = try FigureReader(
      request: request,
      period: period,
      before: period,
      yearBefore: nil
    ).rows(request.analysis.figures)
    let within: Finding.Content = request.query.period.map { .within($0) } ?? .wholeHistory
    let thing = Finding.Content.named(key, .member(.text(name), key))
    let isSold = figures.contains { $0.metric == "units_sold" && $0.value != 0 }
    let parts = figures.map { figure in
      Finding.Content.detailed(
        .metric(figure.metric),
        [.figure(.real(figure.value), request.unit(of: Measure(figure.metric)))]
      )
    }
    var findings = isSold ? [] : [Finding("thing_unsold", ["thing": thing, "within": within])]
    if !parts.isEmpty {
      findings.append(
        Finding("thing", ["thing": thing, "within": within, "parts": .list(parts)])
      )
    }
    findings += try rank()
    var query = request.query
    query.keys = []
    return AnalysisResult(
      query,
      columns: figures.isEmpty ? [] : [.computed("figure", .text), .computed("value", .number)],
      rows: figures.map { [.text($0.metric), .real($0.value)] },
      findings: findings
    )
  }

  /// Its place among all things of its kind by revenue; none where it has none.
  private func rank() throws(AnalysisError) -> [Finding] {
    let others = request.without([key.dimension ?? ""])
    let query = others.query(of: [Measure("revenue")], by: [key], in: request.query.period)
    guard request.source.canTell(query) else { return [] }
    let table = try request.source.figures(of: query)
    guard let place = table.column(.key(key)) else { return [] }
    let amounts = table.rows.compactMap { row in
      table.number(row, ofMeasure: 0).map { (name: row[place], amount: $0) }
    }.filter { !$0.name.isNull }
    let total = amounts.reduce(0) { $0 + $1.amount }
    guard let own = amounts.first(where: { $0.name == .text(name) }), own.amount > 0, total > 0
    else { return [] }
    return [
      Finding(
        "thing_rank",
        [
          "rank": .count(1 + amounts.count { $0.amount > own.amount }),
          "count": .count(amounts.count), "things": .things(key),
          "share": .percent(own.amount / total),
        ]
      )
    ]
  }
}
