import Planning
import SemanticModel
import Values

extension Judge {
  /// From when on there are rows, of what is kept from day to day, where that is later than the question looks back.
  ///
  /// Without a period it is said of levels along time, which each nightly run adds a day to.
  func lateBeginnings(_ query: Query) -> [Answer.Assumption] {
    let datasets = Set(query.measures.flatMap { model.datasets(ofMetric: $0.metric) }).sorted()
    return datasets.compactMap { model.datasets[$0] }.filter { $0.isComputed && $0.looksBack }
      .compactMap { dataset in
        guard let time = dataset.time,
          let first = assistant.context.facts.ranges[.init(dataset.table, time)]?.lowerBound,
          looksBack(query, beyond: first, of: dataset)
        else { return nil }
        return .beginsOn(first, of: dataset.label)
      }
  }

  private func looksBack(_ query: Query, beyond first: CalendarDay, of dataset: Dataset) -> Bool {
    if let period = query.period {
      return period.start.map { $0 < first } == true && period.end.map { $0 > first } ?? true
    }
    guard case .snapshot = dataset.kind else { return false }
    return query.keys.contains { $0.dimension == nil }
  }
}
