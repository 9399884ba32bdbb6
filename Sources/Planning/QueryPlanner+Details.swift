import SemanticModel

/// What a list of records tells of each one: an order's customer, a movement's product.
extension QueryPlanner {
  /// The details of the things that a query lists, but for those that it has pinned down; a thing has one of each.
  func details(of query: Query) -> [Key] {
    guard !tellsStoredKeys, query.keys.count == 1, let name = query.keys[0].dimension,
      let thing = model.dimensions[name], query.rollup == nil, query.comparison == nil,
      query.analysis == nil, query.limitWithin == nil, query.population == .facts
    else { return [] }
    return thing.details.filter { !isPinned($0, in: query) }.map { Key.dimension($0) }
  }

  /// Whether the question names the only value that a dimension has in its rows.
  private func isPinned(_ dimension: String, in query: Query) -> Bool {
    query.filters.contains { filter in
      if case .values(dimension, let values, false) = filter { values.count == 1 } else { false }
    }
  }
}
