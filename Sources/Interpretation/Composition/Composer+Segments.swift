import Language
import SemanticModel
import Values

/// Named parts: « en rupture », "inactive", « remisées ».
extension Composer {
  mutating func findSegments() {
    for index in items.indices where !isUsed[index] {
      guard case .segment(let said) = items[index].span.meaning,
        let name = fitting(said), let segment = model.segments[name]
      else { continue }
      isUsed[index] = true
      if takePercentage(of: segment, after: index) { continue }
      let negated = takeNegation(before: index)
      let days = segment.takesDuration ? takeDays(near: index) : nil
      penalty += mismatch(segment)
      query.filters.append(.segment(name, days: days, negated: negated))
      segments.append(name)
    }
  }

  /// The segment itself, or the one that the same word means of the things spoken of: « fournisseurs encore actifs ».
  private func fitting(_ name: String) -> String? {
    guard let segment = model.segments[name] else { return nil }
    if mismatch(segment) < 0.5 { return name }
    return segment.alternatives.first { model.segments[$0].map { mismatch($0) < 0.5 } ?? false }
      ?? name
  }

  /// « remisées à 20 % »: a segment "above zero" of a numeric property, with the number itself.
  private mutating func takePercentage(of segment: Segment, after index: Int) -> Bool {
    guard case .rows(_, .binary(.greater, let property, .number(0))) = segment.scope,
      let dimension = model.dimensions.values.first(where: {
        $0.key == property && $0.type == .number
      })
    else { return false }
    // "discounted by more than 10 %": the "by" groups nothing.
    let first = marker(index + 1) == .group ? index + 2 : index + 1
    let comparison = marker(first).flatMap { Self.comparisons[$0] }
    let place = comparison == nil ? first : first + 1
    guard items.indices.contains(place),
      case .number(let number, .percent) = items[place].span.meaning
    else { return false }
    for used in (index + 1)...place { isUsed[used] = true }
    query.filters.append(.compare(dimension: dimension.name, comparison ?? .equal, .real(number)))
    return true
  }

  /// « pas », « plus », "not" right before.
  mutating func takeNegation(before index: Int) -> Bool {
    var before = index - 1
    while before >= 0, isMarker(before, [.not, .except, .without, .never]) == false,
      isMarker(before, [.list])
        || items[before].span.dimension != nil && isUsed[before] && before == index - 1
    {
      before -= 1
    }
    guard before >= 0, !isUsed[before], isMarker(before, [.not, .except, .without, .never]) else {
      return false
    }
    isUsed[before] = true
    return true
  }

  /// « depuis 60 jours », "over the last 60 days": how long, when the segment is about a lapse of time.
  private mutating func takeDays(near index: Int) -> Int? {
    for other in items.indices where !isUsed[other] {
      switch items[other].span.meaning {
      case .duration(let days, _):
        isUsed[other] = true
        return days
      case .period(let period):
        guard let start = period.start, period.end.map({ $0 > utterance.clock.now }) ?? true else {
          continue
        }
        isUsed[other] = true
        return utterance.clock.now.ordinal - start.ordinal + 1
      default: continue
      }
    }
    return nil
  }

  /// An adjective of another thing than the subject is probably not meant.
  private func mismatch(_ segment: Segment) -> Float {
    guard case .entity(let entity, _) = segment.scope else { return rowsMismatch(segment) }
    let entities = (heads + asides).map(\.dimension).filter {
      model.dimensions[$0]?.isEntity == true
    }
    if entities.isEmpty || entities.contains(entity) { return 0 }
    return 0.8
  }

  /// The same for an adjective of rows: « annulées » said of invoices the rows do not describe.
  private func rowsMismatch(_ segment: Segment) -> Float {
    guard case .rows(let dataset, _) = segment.scope else { return 0 }
    let entities = (heads + asides).map(\.dimension).compactMap { model.dimensions[$0] }.filter(
      \.isEntity
    )
    guard !entities.isEmpty else { return 0 }
    if entities.contains(where: { $0.dataset == dataset }) { return -0.05 }
    let reached = entities.contains { entity in
      let paths = [(entity.dataset, dataset), (dataset, entity.dataset)]
      return paths.contains { (try? model.joinPath(from: $0.0, to: $0.1)) != nil }
    }
    return reached ? 0.1 : 0.8
  }
}
