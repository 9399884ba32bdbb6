import Planning
import SemanticModel
import Values

/// The main figure of a result along time, a series for each group of another key.
struct TimeSeries: Sendable {
  /// The figures of a group, one for each time; nil where none is known.
  struct Group: Sendable {
    /// What the group is called; empty when there is only one.
    let name: String
    let numbers: [Double?]
  }

  let grain: Grain
  let unit: Metric.Unit
  /// The labels of the time axis, in order of time.
  let times: [Value]
  /// In the order of the rows.
  let groups: [Group]
  /// Whether the rows tell how figures went: not the best months, nor the hours of all days.
  let isChronological: Bool

  /// From this many points on, a plot shows more than a row of blocks.
  private static let long = 8

  /// Nil when the result has no time key, more than one key beside it, or no numbers.
  init?(_ view: ResultView) {
    guard let column = view.drawnColumn, (1...2).contains(view.keys.count),
      let (axis, grain) = Self.axis(view)
    else { return nil }
    let other = view.keys.first { $0.column != axis }?.column
    let rows = view.rows.filter { !$0[axis].isNull }
    let times = Set(rows.map { $0[axis] }).sorted { $0.isLess(than: $1) }
    let places = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1, $0) })
    let missing = Self.missing(view)
    var names: [String] = []
    var numbers: [String: [Double?]] = [:]
    for row in rows {
      let name = other.map { view.text(row, $0) } ?? ""
      if numbers[name] == nil { names.append(name) }
      guard let place = places[row[axis]] else { continue }
      numbers[name, default: Array(repeating: missing, count: times.count)][place] =
        row[column].drawable
    }
    self.grain = grain
    unit = view.columns[column].unit
    self.times = times
    groups = names.map { Group(name: $0, numbers: numbers[$0] ?? []) }
    isChronological = !grain.isCyclic && !Self.isRanked(view.query)
  }

  /// Whether there are enough points for a plot.
  var isLong: Bool { times.count >= Self.long }

  /// The points that most groups have: what a picture of one of them would have.
  var knownCount: Int { groups.map { $0.numbers.count { $0 != nil } }.max() ?? 0 }

  /// Whether two figures differ.
  var varies: Bool { Set(groups.flatMap { $0.numbers.compactMap(\.self) }).count > 1 }

  /// The groups with the largest totals, at most so many, in the order of the rows.
  func largest(_ count: Int) -> [Group] {
    guard groups.count > count else { return groups }
    let sizes = groups.map { $0.numbers.reduce(0) { $0 + abs($1 ?? 0) } }
    let kept = groups.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(count)
    return kept.sorted().map { groups[$0] }
  }

  /// The key that runs; else the one that comes round.
  private static func axis(_ view: ResultView) -> (column: Int, grain: Grain)? {
    let times = view.keys.compactMap { column, key -> (column: Int, grain: Grain)? in
      if case .time(let grain) = key { (column, grain) } else { nil }
    }
    return times.first { !$0.grain.isCyclic } ?? times.first
  }

  private static func isRanked(_ query: Query) -> Bool {
    switch query.order?.subject {
    case .measure, .change, .difference: query.limit != nil
    case .key, nil: false
    }
  }

  /// What a pair of group and time without a row is worth: nothing was sold, but no rate is known.
  private static func missing(_ view: ResultView) -> Double? {
    let query = view.query
    guard query.rollup == nil, !query.isCumulative,
      query.measures.indices.contains(view.mainMeasure),
      view.voice.model.metrics[query.measures[view.mainMeasure].metric]?.emptyIsZero == true
    else { return nil }
    return 0
  }
}
