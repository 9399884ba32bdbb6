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
  /// Levels are told of each place where the query does: « références en rupture par entrepôt ».
  /// None where the groups left out would count for something: in shares, comparisons, and members without rows.
  func segmentsOfKey(_ query: Query) -> (segments: [KeySegment], others: [Filter]) {
    let shares: Set<Rollup.Function> = [.shareOfCount, .shareOfTotal]
    guard let (key, places) = thingAndPlaces(query.keys),
      model.dimensions[key]?.computation == nil, query.population == .facts,
      query.comparison == nil, !query.measures.isEmpty,
      query.measures.allSatisfy({ $0.display == .value }),
      query.rollup.map({ shares.isDisjoint(with: $0.functions) }) ?? true
    else { return ([], query.filters) }
    var segments: [KeySegment] = []
    var others: [Filter] = []
    for filter in query.filters {
      if case .segment(let name, let days, negated: false) = filter,
        case .entity(key, let condition)? = model.segments[name]?.scope,
        places.isEmpty || isLevel(condition)
      {
        segments.append(KeySegment(condition: condition, days: days))
      } else {
        others.append(filter)
      }
    }
    return (segments, others)
  }

  /// The thing that a query groups by, and the places beside it; nil where it groups by anything else.
  private func thingAndPlaces(_ keys: [Key]) -> (thing: String, places: [String])? {
    let names = keys.compactMap(\.dimension)
    let places = names.filter { model.dimensions[$0]?.isPlace == true }
    let things = names.filter { !places.contains($0) }
    if names.count == 1, keys.count == 1 { return (names[0], []) }
    guard names.count == keys.count, things.count == 1 else { return nil }
    return (things[0], places)
  }
}
