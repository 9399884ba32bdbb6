import Language
import SemanticModel

/// "…, and how much is in each of them": the figure of each of the things that the sentence picked.
extension Composer {
  /// Lists the things picked, where the end of the sentence asks for each of them.
  mutating func tellOfEach() {
    if query.keys.isEmpty, counted == nil, rank == nil, query.comparison == nil, namesEachProduct {
      query.keys = [.dimension("product")]
      return
    }
    guard query.keys.isEmpty, counted == nil, rank == nil, query.comparison == nil,
      let last = items.indices.last(where: { isMarker($0, [.group, .each]) }),
      items[(last + 1)...].allSatisfy({ $0.span.marker != nil }), saysEach(last),
      let thing = query.filters.compactMap(picked).first
    else { return }
    query.keys = [.dimension(thing)]
    take([.each, .list])
  }

  /// "days of cover on each of the inner tubes": of each product of the family.
  private var namesEachProduct: Bool {
    items.indices.dropLast().contains { index in
      isMarker(index, [.group, .each]) && saysEach(index)
        && ["category", "subcategory", "product"].contains(items[index + 1].span.value?.dimension)
        && items[index + 1].isPlural
    }
  }

  private func saysEach(_ item: Int) -> Bool {
    items[item].span.tokens.contains { token in
      ["each", "chacun", "chacune", "everyone"].contains(utterance.tokens[token].folded)
    }
  }

  /// The things that a filter picks some of.
  private func picked(by filter: Filter) -> String? {
    switch filter {
    case .segment(let name, _, _):
      if case .entity(let entity, _)? = model.segments[name]?.scope { return entity }
      return nil
    case .membership(let dimension, _, _): return dimension
    case .values, .nameMatches, .missing, .weekdays, .hours, .compare: return nil
    }
  }
}
