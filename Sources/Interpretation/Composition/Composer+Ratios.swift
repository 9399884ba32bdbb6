import SemanticModel

/// "purchases as a percentage of the cost of goods sold": one figure beside another that it is measured by.
extension Composer {
  /// Makes two figures with the word for a share between them the share of the first in the second.
  mutating func shareOfOtherFigure() -> Bool {
    guard query.measures.count == 2, mentions.count == 2, query.comparison == nil, rank == nil,
      mentions.map(\.metric) == query.measures.map(\.metric),
      (mentions[0].item + 1..<max(mentions[1].item, mentions[0].item + 1)).contains(where: {
        isMarker($0, [.share])
      }),
      let part = model.metrics[mentions[0].metric], let whole = model.metrics[mentions[1].metric],
      part.unit == whole.unit, part.unit == .currency || part.unit == .count
    else { return false }
    if let rate = ratio(part.name, whole.name) {
      query.measures = [Measure(rate)]
      return true
    }
    var share = Measure(part.name)
    share.display = .share
    share.whole = whole.name
    query.measures = [share]
    return true
  }

  /// "the weekend's share of revenue in 2025 compared with 2024": the share in each of the two periods.
  mutating func shareInEachPeriod() {
    guard let now = query.period, let before = query.comparison, query.measures.count == 1,
      query.rollup == nil, query.order == nil,
      model.metrics[query.measures[0].metric]?.unit != .percent
    else { return }
    query.comparison = nil
    share(ofEach: false)
    guard query.measures.count == 1, query.measures[0].display == .share else {
      query.comparison = before
      return
    }
    query.measures = [now, before].map { period in
      var share = query.measures[0]
      share.period = period
      return share
    }
  }
}
