import Analytics
import Planning
import SemanticModel
import Values

/// By what factor promotions move sales: each product on its promoted days against the same weekdays around, off promotion.
///
/// Days on promotion are known by their sales alone, so that the first and the last one of each promotion are days that sold:
/// they are left out, and days in between without any sale count as promoted.
struct PromotionEffects: AnalysisMethod {
  let name = "promotion_effect"
  let findings: [String: Set<String>] = [
    "measured": [
      "subject", "factor", "lower", "upper", "chance", "products", "days", "extra", "period",
    ],
    "no_effect": ["subject", "factor", "lower", "upper", "products", "days", "period"],
    "too_few": ["subject", "products"], "highest": ["axis", "parts"], "basis": ["weeks"],
    "unknown": [], "never": ["period"], "only_sums": ["subject"],
  ]

  /// Days before and after from which the usual is taken.
  private static let reach = 56
  /// Days without a sale that do not end a promotion.
  private static let gap = 3
  private static let named = 3
  private static let product = Key.dimension("product")

  /// One product's days, of one group.
  private struct Series {
    var promoted: [Int: Double] = [:]
    var usual: [Int: Double] = [:]
    var first = Int.max
    var last = Int.min

    mutating func add(_ day: Int, promoted: Double, usual: Double) {
      if promoted != 0 { self.promoted[day, default: 0] += promoted }
      if usual != 0 { self.usual[day, default: 0] += usual }
      first = min(first, day)
      last = max(last, day)
    }
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.measures = [request.measure]
    // « les promotions » are what is compared, no filter.
    query.filters.removeAll(where: Self.isOfPromotion)
    return try result(query, request.with(query))
  }

  private static func isOfPromotion(_ filter: Filter) -> Bool {
    guard case .segment(let name, _, _) = filter else { return false }
    return ["promotional", "non_promotional"].contains(name)
  }

  private func result(_ query: Query, _ request: AnalysisRequest) throws(AnalysisError)
    -> AnalysisResult
  {
    var query = query
    let period = request.past
    guard request.addsUp(request.measure) else {
      return AnalysisResult(query, findings: [Finding("only_sums", ["subject": .subject])])
    }
    let within = Finding.Content.within(period)
    guard let table = try table(request, period) else {
      return AnalysisResult(query, findings: [Finding("unknown")])
    }
    let key = request.group.flatMap { $0 == Self.product ? nil : $0 }
    let groups = Self.groups(table, request.group, until: period)
    let all = groups.flatMap(\.parts)
    guard let whole = ExpectedRatio(all.map(\.part)) else {
      return AnalysisResult(query, findings: [Finding("never", ["period": within])])
    }
    guard let lower = whole.lower, let upper = whole.upper, let chance = whole.chance else {
      let places: [String: Finding.Content] = [
        "subject": .subject, "products": .count(whole.count),
      ]
      return AnalysisResult(query, findings: [Finding("too_few", places)])
    }
    let extra = all.reduce(0) { $0 + $1.part.actual - $1.part.expected }
    let places: [String: Finding.Content] = [
      "subject": .subject, "factor": .change(whole.factor - 1), "lower": .change(lower - 1),
      "upper": .change(upper - 1), "chance": .percent(chance), "products": .count(whole.count),
      "days": .count(all.reduce(0) { $0 + $1.days }),
      "extra": .shift(extra, request.unit(of: request.measure)), "period": within,
    ]
    var findings = [Finding(chance < 0.05 ? "measured" : "no_effect", places)]
    let shown = groups.compactMap { group in
      ExpectedRatio(group.parts.map(\.part)).map { (group.name, $0, group.parts) }
    }.sorted {
      $0.1.factor != $1.1.factor ? $0.1.factor > $1.1.factor : $0.0.sortText < $1.0.sortText
    }
    guard let axis = request.group, !shown.isEmpty else {
      return AnalysisResult(query, findings: findings + [Self.basis])
    }
    findings.append(
      Finding(
        "highest",
        [
          "axis": .key(axis),
          "parts": .list(
            shown.prefix(Self.named).map {
              .detailed(.member($0.0, axis), [.change($0.1.factor - 1)])
            }
          ),
        ]
      )
    )
    query.keys = [axis]
    return AnalysisResult(
      query,
      columns: Self.columns(axis, withProducts: key != nil),
      rows: shown.map { Self.row($0.0, $0.1, $0.2, withProducts: key != nil) },
      findings: findings + [Self.basis]
    )
  }

  private static let basis = Finding("basis", ["weeks": .count(reach / 7)])

  /// The figure on and off promotion by product and day; nil where the database does not tell promotions.
  private func table(_ request: AnalysisRequest, _ period: Period) throws(AnalysisError)
    -> FigureTable?
  {
    let measures = [false, true].map { negated -> Measure in
      var measure = request.measure
      measure.filters.append(.segment("promotional", days: nil, negated: negated))
      return measure
    }
    let group = request.group.flatMap { $0 == Self.product ? nil : $0 }
    let keys = [group, Self.product, .time(.day)].compactMap(\.self)
    let query = request.query(of: measures, by: keys, in: period)
    guard request.source.canTell(query) else { return nil }
    return try request.source.figures(of: query)
  }

  // MARK: - Measuring

  /// What one product came to: days on promotion, sold on them, and to be expected.
  private typealias Measured = (part: ExpectedRatio.Part, days: Int)

  private static func groups(_ table: FigureTable, _ axis: Key?, until period: Period)
    -> [(name: Value, parts: [Measured])]
  {
    guard let product = table.column(.key(product)), let time = table.column(.key(.time(.day)))
    else { return [] }
    let group = axis.flatMap { table.column(.key($0)) }
    var series: [Value: [Value: Series]] = [:]
    for row in table.rows {
      guard let day = row[time].text.flatMap({ CalendarDay(iso: $0) }) else { continue }
      series[group.map { row[$0] } ?? .null, default: [:]][row[product], default: Series()].add(
        day.ordinal,
        promoted: table.number(row, ofMeasure: 0) ?? 0,
        usual: table.number(row, ofMeasure: 1) ?? 0
      )
    }
    return series.sorted { $0.key.sortText < $1.key.sortText }.map { name, products in
      let parts = products.sorted { $0.key.sortText < $1.key.sortText }
        .compactMap { measured($0.value) }
      return (name, parts)
    }
  }

  private static func measured(_ series: Series) -> Measured? {
    let days = promotedDays(series)
    var (actual, expected, count) = (0.0, 0.0, 0)
    // A promotion begins and ends, as far as sales show, with a day that sold: only the days within are fair.
    for day in days.sorted() where days.contains(day - 1) && days.contains(day + 1) {
      let around = stride(from: day - reach, through: day + reach, by: 7).filter {
        $0 >= series.first && $0 <= series.last && !days.contains($0)
      }
      guard around.count >= 3 else { continue }
      actual += series.promoted[day] ?? 0
      expected += around.reduce(0) { $0 + (series.usual[$1] ?? 0) } / Double(around.count)
      count += 1
    }
    guard count > 0, expected > 0 else { return nil }
    return (ExpectedRatio.Part(actual: actual, expected: expected), count)
  }

  /// The days with promoted sales, and those between two of them near each other on which nothing was sold at all.
  private static func promotedDays(_ series: Series) -> Set<Int> {
    var days = Set(series.promoted.keys)
    let sorted = days.sorted()
    for (day, next) in zip(sorted, sorted.dropFirst()) where next - day > 1 && next - day <= gap + 1
    {
      let between = (day + 1)..<next
      if between.allSatisfy({ series.usual[$0] == nil }) { days.formUnion(between) }
    }
    return days
  }

  // MARK: - The table

  private static func columns(_ key: Key, withProducts: Bool) -> [PlannedColumn] {
    [
      .key(key), .computed("effect", .percent), .computed("lower", .percent),
      .computed("upper", .percent),
    ] + (withProducts ? [.computed("products", .count)] : []) + [.computed("days", .count)]
  }

  private static func row(
    _ name: Value,
    _ ratio: ExpectedRatio,
    _ parts: [Measured],
    withProducts: Bool
  ) -> [Value] {
    [
      name, .real(ratio.factor - 1), ratio.lower.map { .real($0 - 1) } ?? .null,
      ratio.upper.map { .real($0 - 1) } ?? .null,
    ] + (withProducts ? [.integer(Int64(ratio.count))] : [])
      + [.integer(Int64(parts.reduce(0) { $0 + $1.days }))]
  }
}
