extension SemanticModel {
  /// Whether everything a query names is in this model: a corpus may lack what another one has.
  package func knows(_ query: Query) -> Bool {
    let conditions = query.conditions.flatMap { condition -> [Measure] in
      if case .measure(let other) = condition.operand {
        [condition.measure, other]
      } else {
        [condition.measure]
      }
    }
    let measures = query.measures + conditions
    return measures.allSatisfy { metrics[$0.metric] != nil && $0.filters.allSatisfy(knows) }
      && query.keys.allSatisfy { $0.dimension.map { dimensions[$0] != nil } ?? true }
      && query.filters.allSatisfy(knows)
      && query.analysis.map { analyses[$0.name]?.isComputed == true } ?? true
  }

  private func knows(_ filter: Filter) -> Bool {
    switch filter {
    case .segment(let name, _, _): segments[name] != nil
    case .membership(let name, let query, _): dimensions[name] != nil && knows(query)
    case .values, .nameMatches, .missing, .compare, .weekdays, .hours:
      filter.dimension.map { dimensions[$0] != nil } ?? true
    }
  }
}
