import Analytics
import Planning
import SemanticModel
import Values

/// Orders that are unlike the others: by all their features together, or by one figure that is named.
///
/// Together: an isolation forest, the most isolated 5 % are unusual, each with the features that stand out. By one
/// figure: those above the 95th percentile. By a group that is named: the share of unusual ones in each.
struct UnusualTransactions: AnalysisMethod {
  /// Whether it tells the rate of each group, of a dimension of its own where none is named.
  let byGroup: Bool

  var name: String { byGroup ? "anomaly_rates" : "anomaly_detection" }

  let findings: [String: Set<String>] = [
    "found": ["count", "total", "things", "period", "features", "parts"],
    "above": ["metric", "threshold", "count", "total", "things", "period", "parts", "usual"],
    "rates": ["axis", "parts", "count", "total", "things", "period"], "flagged": ["parts"],
    "not_flagged": [], "one": ["name", "score", "rank", "total", "things", "parts"],
    "one_usual": ["name", "score", "total", "things", "parts"],
    "too_little": ["count", "things"], "unknown": [], "equal": ["things"], "unseen": [],
    "only_of_orders": ["metric"],
  ]

  /// The share of the transactions that are called unusual.
  private static let contamination = 0.05
  /// A rate above this is flagged.
  private static let flaggedRate = 0.1
  /// Fewer have no peers to be told from.
  private static let least = 40
  private static let named = 3
  /// Groups of fewer have no rate worth telling.
  private static let leastGroup = 20
  /// Rows listed where no number is said.
  private static let listed = 50

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let measure = request.measure
    let group = group(request)
    // « des transactions bizarres »: their number is no figure of one of them.
    let isCounted = measure.metric == "orders"
    if measure.metric != request.analysis.figure, !byGroup, !isCounted {
      return try UnusualFigure(measure, request).result()
    }
    let (all, picked) = request.separating("customer_order")
    var query = request.query
    query.period = request.query.period
    guard let table = try TransactionTable(all.analysis.figures, by: group, all) else {
      return AnalysisResult(query, findings: [Finding("unknown")])
    }
    guard table.rows.count >= Self.least else {
      let places: [String: Finding.Content] = [
        "count": .count(table.rows.count), "things": .things(table.key),
      ]
      return AnalysisResult(query, findings: [Finding("too_little", places)])
    }
    let scored = Scored(table, Self.contamination)
    if !picked.isEmpty { return try one(scored, picked, request) }
    if let group { return rates(scored, by: group, query, request) }
    return list(scored, query, request)
  }

  /// The dimension asked for, else the first of the analysis's own that this database has.
  private func group(_ request: AnalysisRequest) -> Key? {
    if let group = request.peerGroup { return group }
    guard byGroup else { return nil }
    return request.analysis.dimensions.map(Key.dimension).first {
      request.source.canTell(request.query(of: [Measure("revenue")], by: [$0], in: request.past))
    }
  }

  /// The transactions with their scores.
  private struct Scored {
    let table: TransactionTable
    /// Aligned with the rows.
    let scores: [Double]
    /// The rows, the most unusual first.
    let order: [Int]
    /// How many of them are unusual.
    let count: Int
    let scale: Departure.Scale

    init(_ table: TransactionTable, _ contamination: Double) {
      let features = table.rows.map(\.features)
      let forest = IsolationForest(features)
      let scores = features.map { forest.score($0) }
      self.table = table
      self.scores = scores
      order = table.rows.indices.sorted {
        scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
      }
      count = Int((Double(table.rows.count) * contamination).rounded())
      scale = Departure.Scale(features)
    }

    /// What sets a row apart: figures and the hour, but not the day it fell on.
    func departures(_ row: Int) -> [Departure] {
      scale.departures(of: table.rows[row].features).filter { departure in
        switch table.features[departure.feature] {
        case .figure, .hour: true
        case .weekday, .day, .month: false
        }
      }
    }
  }

  // MARK: - All features

  private func list(_ scored: Scored, _ query: Query, _ request: AnalysisRequest)
    -> AnalysisResult
  {
    let shown = scored.order.prefix(min(scored.count, request.query.limit ?? Self.listed))
    var query = query
    query.keys = [scored.table.key]
    var places = base(scored, request)
    places["features"] = .list(
      scored.table.features.map { .word(column: "reason", $0.code) }
        .enumerated().map { index, word in
          if case .figure(let metric) = scored.table.features[index] { return .metric(metric) }
          return word
        }
    )
    places["parts"] = .list(
      shown.prefix(Self.named).map { row in
        .detailed(
          .member(scored.table.rows[row].name, scored.table.key),
          scored.departures(row).prefix(1).map { reason($0, scored, request) }
        )
      }
    )
    return AnalysisResult(
      query,
      columns: [.key(scored.table.key)] + Self.columns,
      rows: shown.map { cells($0, scored) },
      findings: [Finding("found", places)]
    )
  }

  private static let columns: [PlannedColumn] = [
    .computed("date", .date),
    .computed("score", .number), .computed("reason", .text), .computed("value", .number),
    .computed("usual", .number), .computed("second_reason", .text),
  ]

  private func cells(_ row: Int, _ scored: Scored) -> [Value] {
    let item = scored.table.rows[row]
    let departures = scored.departures(row)
    let code = { (departure: Departure) in
      Value.text(scored.table.features[departure.feature].code)
    }
    return [
      item.name, item.day.map { .text($0.iso) } ?? .null, .real(scored.scores[row]),
      departures.first.map(code) ?? .null, departures.first.map { .real($0.value) } ?? .null,
      departures.first.map { .real($0.usual) } ?? .null,
      departures.dropFirst().first.map(code) ?? .null,
    ]
  }

  private func reason(_ departure: Departure, _ scored: Scored, _ request: AnalysisRequest)
    -> Finding.Content
  {
    let feature = scored.table.features[departure.feature]
    guard case .figure(let metric) = feature else {
      return .detailed(
        .word(column: "reason", feature.code),
        [.figure(.real(departure.value), .number)]
      )
    }
    let unit = request.unit(of: Measure(metric))
    return .detailed(
      .metric(metric),
      [.figure(.real(departure.value), unit), .against(.figure(.real(departure.usual), unit))]
    )
  }

  private func base(_ scored: Scored, _ request: AnalysisRequest) -> [String: Finding.Content] {
    [
      "count": .count(scored.count), "total": .count(scored.table.rows.count),
      "things": .things(scored.table.key), "period": .within(request.past),
    ]
  }

  // MARK: - One of them

  private func one(_ scored: Scored, _ filters: [Filter], _ request: AnalysisRequest)
    throws(AnalysisError) -> AnalysisResult
  {
    var query = request.query
    query.keys = [scored.table.key]
    let own = try request.source.figures(
      of: request.query(of: [Measure("revenue")], by: [scored.table.key])
    )
    let name = own.column(.key(scored.table.key)).flatMap { own.rows.first?[$0] }
    guard let name,
      let place = scored.order.firstIndex(where: { scored.table.rows[$0].name == name })
    else { return AnalysisResult(query, findings: [Finding("unseen")]) }
    let row = scored.order[place]
    let departures = scored.departures(row)
    let places: [String: Finding.Content] = [
      "name": .member(name, scored.table.key), "score": .figure(.real(scored.scores[row]), .number),
      "rank": .count(place + 1), "total": .count(scored.table.rows.count),
      "things": .things(scored.table.key),
      "parts": .list(departures.prefix(Self.named).map { reason($0, scored, request) }),
    ]
    return AnalysisResult(
      query,
      columns: [
        .computed("reason", .text), .computed("value", .number), .computed("usual", .number),
        .computed("departure", .number),
      ],
      rows: departures.map { departure in
        [
          .text(scored.table.features[departure.feature].code), .real(departure.value),
          .real(departure.usual), .real(departure.score),
        ]
      },
      findings: [Finding(place < scored.count ? "one" : "one_usual", places)]
    )
  }

  // MARK: - By group

  private func rates(_ scored: Scored, by key: Key, _ query: Query, _ request: AnalysisRequest)
    -> AnalysisResult
  {
    var counts: [Value: (unusual: Int, all: Int)] = [:]
    for (place, row) in scored.order.enumerated() {
      let group = scored.table.rows[row].group
      counts[group, default: (0, 0)].all += 1
      if place < scored.count { counts[group, default: (0, 0)].unusual += 1 }
    }
    let rate = { (item: (unusual: Int, all: Int)) in Double(item.unusual) / Double(item.all) }
    let groups = counts.filter {
      $0.value.all >= min(Self.leastGroup, scored.table.rows.count / 20)
    }
    .sorted { left, right in
      rate(left.value) != rate(right.value)
        ? rate(left.value) > rate(right.value) : left.key.sortText < right.key.sortText
    }
    let told = { (item: (key: Value, value: (unusual: Int, all: Int))) in
      Finding.Content.detailed(.member(item.key, key), [.percent(rate(item.value))])
    }
    var places = base(scored, request)
    places["axis"] = .key(key)
    places["parts"] = .list(groups.prefix(Self.named).map(told))
    let flagged = groups.filter { rate($0.value) > Self.flaggedRate }
    var query = query
    query.keys = [key]
    return AnalysisResult(
      query,
      columns: [
        .key(key), .computed("unusual", .count), .computed("orders", .count),
        .computed("rate", .percent),
      ],
      rows: groups.prefix(request.query.limit ?? groups.count).map {
        [
          $0.key, .integer(Int64($0.value.unusual)), .integer(Int64($0.value.all)),
          .real(rate($0.value)),
        ]
      },
      findings: [
        Finding("rates", places),
        flagged.isEmpty
          ? Finding("not_flagged")
          : Finding("flagged", ["parts": .list(flagged.prefix(2 * Self.named).map(told))]),
      ]
    )
  }
}

extension AnalysisRequest {
  /// What rates are told by: a dimension that is not the transaction itself.
  fileprivate var peerGroup: Key? {
    let own: Set<String> = ["customer_order", "sale_line", "anomaly"]
    return query.keys.first { key in key.dimension.map { !own.contains($0) } ?? false }
  }
}
