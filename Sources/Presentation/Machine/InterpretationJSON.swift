import SemanticModel
import Values

/// How a question was understood, for programs: names of the corpus, stored values, absolute dates.
struct InterpretationJSON: Sendable {
  let query: Query
  let voice: Voice

  init(_ query: Query, _ voice: Voice) {
    self.query = query
    self.voice = voice
  }

  var object: JSON {
    let metrics = query.measures.map { JSON.string($0.metric) }
    let dimensions = query.keys.compactMap { key -> JSON? in
      if case .dimension(let name) = key { .string(name) } else { nil }
    }
    return .object([
      ("operation", .string(operation)),
      ("metrics", .array(metrics)),
      ("dimensions", .array(dimensions)),
      ("filters", .array(filters)),
      ("period", period),
      (
        "comparison",
        query.comparison.map { Self.period($0, label: PeriodWords($0, voice.tongue).label) }
          ?? .null
      ),
      ("grain", JSON(grain)),
      ("order", JSON(query.order.map { $0.isDescending ? "desc" : "asc" })),
      ("limit", query.limit.map { .integer(Int64($0)) } ?? .null),
    ])
  }

  /// `value`, `count`, `statistic`, `share`, `compare`, `list`, `series`, `rank` or `breakdown`.
  ///
  /// The name of the analysis where one is called for.
  var operation: String {
    if let analysis = query.analysis { return analysis.name }
    if let rollup = query.rollup {
      if rollup.functions.contains(.shareOfCount) || rollup.functions.contains(.shareOfTotal) {
        return "share"
      }
      return rollup.functions == [.count] ? "count" : "statistic"
    }
    if query.measures.isEmpty { return "list" }
    if query.comparison != nil { return "compare" }
    if query.limit != nil, !query.keys.isEmpty { return "rank" }
    if query.measures.contains(where: { $0.display == .share }) { return "share" }
    if query.keys.isEmpty { return isCount ? "count" : "value" }
    return grain == nil ? "breakdown" : "series"
  }

  private var isCount: Bool {
    query.measures.allSatisfy { measure in
      voice.model.metrics[measure.metric].map { voice.things($0) != nil } ?? false
    }
  }

  private var grain: String? {
    let keys = query.keys + (query.rollup?.over.map { [$0] } ?? [])
    for case .time(let grain) in keys { return grain.rawValue }
    return nil
  }

  // MARK: - Period

  private var period: JSON {
    guard let period = QueryPhrase(query, voice).absolutePeriod else { return .null }
    return Self.period(period, label: QueryPhrase(query, voice).periodLabel)
  }

  private static func period(_ period: Period, label: String?) -> JSON {
    .object([
      ("start", JSON(period.start?.iso)),
      ("end", JSON(period.end?.iso)),
      ("label", JSON(label)),
      ("partial", .bool(period.isPartial)),
    ])
  }

  // MARK: - Filters

  /// Filters of the query and of its measures, then conditions on figures; each once.
  private var filters: [JSON] {
    var all: [Filter] = []
    for filter in query.filters + query.measures.flatMap(\.filters) where !all.contains(filter) {
      all.append(filter)
    }
    return all.map(filter) + query.conditions.map(condition)
  }

  private func filter(_ filter: Filter) -> JSON {
    switch filter {
    case .values(let dimension, let values, let negated):
      let isOne = values.count == 1
      let test = negated ? (isOne ? "!=" : "not in") : (isOne ? "=" : "in")
      return Self.filter(dimension, test, values.map { .string($0.name) })
    case .nameMatches(let dimension, let words, let negated):
      return Self.filter(dimension, negated ? "not contains" : "contains", words.map(JSON.string))
    case .missing(let dimension): return Self.filter(dimension, "is missing", [])
    case .compare(let dimension, let comparison, let value):
      return Self.filter(dimension, comparison.rawValue, [JSON(value)])
    case .segment(let name, let days, let negated):
      let test = negated ? "is not" : "is"
      return Self.filter(name, test, days.map { [.integer(Int64($0))] } ?? [])
    case .weekdays(let days):
      return Self.filter("weekday", "in", days.map { .integer(Int64($0)) })
    case .hours(let hours): return Self.filter("hour", "in", hours.map { .string("\($0)") })
    case .membership(let dimension, let inner, let negated):
      return Self.filter(dimension, negated ? "not in" : "in", [.string(inner.description)])
    }
  }

  private func condition(_ condition: Condition) -> JSON {
    let value: JSON =
      switch condition.operand {
      case .number(let number): .number(number)
      case .text(let text): .string(text)
      case .measure(let measure): .string(measure.description)
      }
    return Self.filter(condition.measure.metric, condition.comparison.rawValue, [value])
  }

  private static func filter(_ subject: String, _ test: String, _ values: [JSON]) -> JSON {
    .object([
      ("dimension", .string(subject)), ("operator", .string(test)), ("values", .array(values)),
    ])
  }
}
