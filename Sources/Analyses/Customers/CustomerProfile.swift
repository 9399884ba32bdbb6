import Analytics
import Planning
import SemanticModel
import Values

/// All about one customer: orders, revenue, rhythm, favourites and segment; of another thing, its figures.
struct CustomerProfile: AnalysisMethod {
  let name = "customer_profile"
  let findings: [String: Set<String>] = [
    "needs_customer": [], "nothing_bought": ["customer", "within"],
    "summary": ["customer", "orders", "revenue", "basket", "first", "last", "within"],
    "share": ["share", "rank", "customers"], "category": ["category", "part"],
    "product": ["product", "units"], "segment": ["segment"],
    "rhythm": ["usual", "day", "chance", "horizon"],
  ].merging(ThingProfile.findings) { $1 }

  private static let customer = Key.dimension("customer")

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    guard let customer = request.customer else {
      if let thing = ThingProfile(request) { return try thing.result() }
      return AnalysisResult(query, findings: [Finding("needs_customer")])
    }
    let period = query.period
    let within: Finding.Content = period.map { .within($0) } ?? .wholeHistory
    let member = Finding.Content.member(.text(customer.name), Self.customer)
    let measures = ["orders", "revenue", "first_sale_date", "last_sale_date"].map { Measure($0) }
    let whole = try request.source.figures(of: request.query(of: measures, in: period))
    guard let row = whole.rows.first, let orders = whole.number(row, ofMeasure: 0), orders > 0,
      let first = whole.day(row, ofMeasure: 2), let last = whole.day(row, ofMeasure: 3)
    else {
      let places: [String: Finding.Content] = ["customer": member, "within": within]
      return AnalysisResult(query, findings: [Finding("nothing_bought", places)])
    }
    let revenue = whole.number(row, ofMeasure: 1) ?? 0
    var findings = [
      Finding(
        "summary",
        [
          "customer": member, "orders": .count(Int(orders)), "revenue": .money(revenue),
          "basket": .money(revenue / orders), "first": .figure(.text(first.iso), .date),
          "last": .figure(.text(last.iso), .date), "within": within,
        ]
      )
    ]
    findings += try Self.standing(customer, request)
    let categories = try Self.parts(by: "category", "revenue", request)
    if let best = categories.first, revenue > 0 {
      let part = Finding.Content.figure(.real(best.figure / revenue), .percent)
      let category = Finding.Content.member(best.name, .dimension("category"))
      findings.append(Finding("category", ["category": category, "part": part]))
    }
    if let best = try Self.parts(by: "product", "units_sold", request).first {
      let product = Finding.Content.member(best.name, .dimension("product"))
      findings.append(
        Finding("product", ["product": product, "units": .count(Int(best.figure))])
      )
    }
    findings += try Self.rhythm(request)
    query.keys = categories.isEmpty ? [] : [.dimension("category")]
    query.measures = [Measure("revenue")]
    return AnalysisResult(
      query,
      columns: categories.isEmpty ? [] : Self.columns,
      rows: categories.map {
        [$0.name, .real($0.figure), revenue > 0 ? .real($0.figure / revenue) : .null]
      },
      findings: findings
    )
  }

  private static let columns: [PlannedColumn] = [
    .key(.dimension("category")),
    PlannedColumn(role: .measure(0), name: "revenue", unit: .currency),
    .computed("part", .percent),
  ]

  /// The figures of a customer by the members of a dimension, the largest first; none where the database has no such dimension.
  private static func parts(
    by dimension: String,
    _ metric: String,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [(name: Value, figure: Double)] {
    let key = Key.dimension(dimension)
    let query = request.query(of: [Measure(metric)], by: [key], in: request.query.period)
    guard request.source.canTell(query) else { return [] }
    let table = try request.source.figures(of: query)
    guard let place = table.column(.key(key)) else { return [] }
    return table.rows.compactMap { row in
      table.number(row, ofMeasure: 0).flatMap {
        row[place].isNull || $0 <= 0 ? nil : (name: row[place], figure: $0)
      }
    }
  }

  /// The place among all customers by revenue, and the RFM segment.
  private static func standing(
    _ customer: NamedValue,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [Finding] {
    var findings: [Finding] = []
    let all = try request.without(["customer"]).source.keyedFigures(
      of: request.without(["customer"]).query(
        of: [Measure("revenue")],
        by: [Self.customer],
        in: request.query.period
      )
    )
    let amounts = all.rows.compactMap { row -> (key: Value, amount: Double)? in
      row[0].isNull ? nil : all.number(row, ofMeasure: 0).map { (row[0], $0) }
    }
    let total = amounts.reduce(0) { $0 + $1.amount }
    if let own = amounts.first(where: { $0.key == customer.key }), total > 0 {
      findings.append(
        Finding(
          "share",
          [
            "share": .figure(.real(own.amount / total), .percent),
            "rank": .count(1 + amounts.count { $0.amount > own.amount }),
            "customers": .count(amounts.count),
          ]
        )
      )
    }
    var list = Query()
    list.keys = [.dimension("rfm_segment")]
    list.filters = request.filters(on: ["customer"])
    // Of fewer than five, fifths are the customers themselves.
    if amounts.count >= 5, request.source.canTell(list),
      let segment = try request.source.figures(of: list).rows.first?.first, !segment.isNull
    {
      findings.append(
        Finding("segment", ["segment": .member(segment, .dimension("rfm_segment"))])
      )
    }
    return findings
  }

  /// The usual wait and the next order, where there are enough orders to tell them.
  private static func rhythm(_ request: AnalysisRequest) throws(AnalysisError) -> [Finding] {
    var untilNow = request.query
    untilNow.period = nil
    let figures = try RhythmFigures(request.with(untilNow))
    guard let rhythm = figures.rhythm,
      let own = figures.customers.first(where: { $0.key == request.customer?.key }),
      let days = rhythm.days(until: 0.5, own.history)
    else { return [] }
    let day = request.now.adding(days: max(1, Int(days.rounded())))
    let chance = rhythm.chanceOfNoOrder(own.history, within: Double(figures.horizon))
    return [
      Finding(
        "rhythm",
        [
          "usual": .figure(.real(rhythm.usualWait(of: own.history).rounded()), .days),
          "day": .figure(.text(day.iso), .date), "chance": .figure(.real(chance), .percent),
          "horizon": .count(figures.horizon),
        ]
      )
    ]
  }
}
