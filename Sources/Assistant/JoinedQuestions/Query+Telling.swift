import SemanticModel

/// Whether one query tells what others ask, so that one answer does for all.
extension Query {
  /// Whether the answer to this query holds the answer to another one.
  func tells(_ other: Query) -> Bool {
    analysis?.name == other.analysis?.name && tellsFigures(of: other)
      && other.keys.allSatisfy(keys.contains) && (other.limit == nil || ranksLike(other))
      && other.filters.allSatisfy(restricts) && tellsTime(of: other)
  }

  /// One row of figures and nothing else: what can be told beside others of the kind.
  var isPlainFigures: Bool {
    !measures.isEmpty && keys.isEmpty && conditions.isEmpty && rollup == nil && order == nil
      && limit == nil && comparison == nil && analysis == nil && population == .facts
      && onlyRising == nil && measures.allSatisfy { $0.display == .value && $0.filters.isEmpty }
  }

  /// The figures of several queries in one row, each under its own restrictions; nil where they cannot be.
  static func beside(_ queries: [Query]) -> Query? {
    guard queries.allSatisfy(\.isPlainFigures) else { return nil }
    var all = Query()
    all.measures = queries.flatMap { query in
      query.measures.map { measure in
        var measure = measure
        measure.filters = query.filters
        measure.period = measure.period ?? query.period
        return measure
      }
    }
    return Set(all.measures).count == all.measures.count ? all : nil
  }

  private func tellsFigures(of other: Query) -> Bool {
    let told = measures.map(\.metric) + conditions.map(\.measure.metric)
    // « combien de clients et combien de commandes en 2025 »: the groups counted are those who ordered.
    if rollup?.functions.contains(.count) == true {
      let countsSame = other.rollup?.functions == [.count] && other.keys == keys
      let countsAll =
        other.keys.isEmpty && other.filters.isEmpty && other.measures.count == 1
        && (other.period == nil || told.contains(other.measures[0].metric))
      if countsSame || countsAll { return true }
    }
    return other.measures.allSatisfy { told.contains($0.metric) }
  }

  private func ranksLike(_ other: Query) -> Bool { limit == other.limit && keys == other.keys }

  private func restricts(_ filter: Filter) -> Bool {
    filters.contains(filter) || measures.contains { $0.filters.contains(filter) }
  }

  private func tellsTime(of other: Query) -> Bool {
    guard let time = other.period else { return true }
    return time == period || time == comparison || measures.contains { $0.period == time }
  }
}
