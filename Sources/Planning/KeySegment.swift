import SemanticModel

/// A segment of the entity that a query groups by: a condition over figures.
struct KeySegment {
  let condition: Expression
  /// Days that replace the trailing days of its figures.
  let days: Int?
}

extension QueryPlanner {
  /// The filters of a query that restrict its only key to a segment, and the other filters.
  ///
  /// None where the groups left out would count for something: in shares, comparisons, and members without rows.
  func segmentsOfKey(_ query: Query) -> (segments: [KeySegment], others: [Filter]) {
    let shares: Set<Rollup.Function> = [.shareOfCount, .shareOfTotal]
    guard query.keys.count == 1, case .dimension(let key) = query.keys[0],
      model.dimensions[key]?.computation == nil, query.population == .facts,
      query.comparison == nil, !query.measures.isEmpty,
      query.measures.allSatisfy({ $0.display == .value }),
      query.rollup.map({ shares.isDisjoint(with: $0.functions) }) ?? true
    else { return ([], query.filters) }
    var segments: [KeySegment] = []
    var others: [Filter] = []
    for filter in query.filters {
      if case .segment(let name, let days, negated: false) = filter,
        case .entity(key, let condition)? = model.segments[name]?.scope
      {
        segments.append(KeySegment(condition: condition, days: days))
      } else {
        others.append(filter)
      }
    }
    return (segments, others)
  }
}
