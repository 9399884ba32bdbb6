import SemanticModel

/// States of products that other things are asked about: « quelles sous-catégories perdent de l'argent ? ».
extension Composer {
  /// Tells the figure that a state is about of the things asked for themselves, and not of the products in that state.
  mutating func tellStateOfGroups() -> Bool {
    guard !isGrouped, counted == nil, heads.count == 1, query.keys.count == 1,
      let name = segments.first, let segment = model.segments[name],
      case .entity(let member, let condition) = segment.scope, member == "product",
      let head = query.keys[0].dimension, head == heads[0].dimension, head != member,
      head != "sku", let (metric, comparison, number) = Self.threshold(condition),
      let place = query.filters.firstIndex(of: .segment(name, days: nil, negated: false))
    else { return false }
    query.filters.remove(at: place)
    query.measures = [Measure(metric)]
    query.conditions.append(Condition(Measure(metric), comparison, .number(number)))
    return true
  }
}
