extension SemanticModel {
  /// Why a dimension cannot be reached.
  package enum JoinProblem: Error, Hashable, Sendable {
    case unreachable(from: String, to: String)
    case ambiguous(from: String, to: String)
  }

  /// The chain of relationship names from one dataset to another by many-to-one joins, the shortest one.
  ///
  /// Two shortest chains are an error: summing through either could give two different truths.
  /// `usable` leaves out the relationships whose tables or columns a database lacks.
  package func joinPath(
    from start: String,
    to target: String,
    usable: (Dataset, Dataset.Relationship) -> Bool = { _, _ in true }
  ) throws(JoinProblem) -> [String] {
    if start == target { return [] }
    var frontier: [(dataset: String, path: [String])] = [(start, [])]
    var seen: Set<String> = [start]
    while !frontier.isEmpty {
      var next: [(dataset: String, path: [String])] = []
      for (name, path) in frontier {
        guard let dataset = datasets[name] else { continue }
        for relationship in dataset.relationships where usable(dataset, relationship) {
          next.append((relationship.target, path + [relationship.name]))
        }
      }
      let hits = next.filter { $0.dataset == target }
      if hits.count > 1 { throw .ambiguous(from: start, to: target) }
      if let hit = hits.first { return hit.path }
      frontier = next.filter { !seen.contains($0.dataset) }
      seen.formUnion(frontier.map(\.dataset))
    }
    throw .unreachable(from: start, to: target)
  }
}
