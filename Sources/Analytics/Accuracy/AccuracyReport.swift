package import Values

/// How well forecasts met sales: over all pairs, and over groups of them.
package struct AccuracyReport: Sendable {
  /// What is compared.
  package let pairs: [ForecastPair]
  /// Over all pairs.
  package let overall: ForecastAccuracy

  /// Compares pairs.
  package init(_ pairs: [ForecastPair]) {
    self.pairs = pairs
    overall = ForecastAccuracy(pairs)
  }

  /// By ISO weekday, 1 (Monday) first.
  package var byWeekday: [AccuracyGroup<Int>] { grouped { $0.productDay.day.weekday } }

  /// By days from the forecast to the day, the nearest first; pairs without are left out.
  package var byDaysAhead: [AccuracyGroup<Int>] { grouped(\.daysAhead) }

  /// By week, told by its Monday, in order.
  package var byWeek: [AccuracyGroup<CalendarDay>] {
    grouped { pair in
      let day = pair.productDay.day
      return day.adding(days: 1 - day.weekday)
    }
  }

  /// By product, in the order of their ids.
  package var byProduct: [AccuracyGroup<String>] { grouped { $0.productDay.product } }

  /// Days by how near their forecast was; those without a percentage are in none.
  package var dayCounts: [DayStatus: Int] {
    pairs.reduce(into: [:]) { counts, pair in
      if let status = pair.status { counts[status, default: 0] += 1 }
    }
  }

  /// The report without some days of products: those that were exceptional.
  package func leavingOut(_ exceptional: Set<ProductDay>) -> AccuracyReport {
    AccuracyReport(pairs.filter { !exceptional.contains($0.productDay) })
  }

  private func grouped<Key: Hashable & Comparable & Sendable>(
    _ key: (ForecastPair) -> Key?
  ) -> [AccuracyGroup<Key>] {
    Dictionary(grouping: pairs, by: key)
      .compactMap { key, pairs in
        key.map { AccuracyGroup(key: $0, accuracy: ForecastAccuracy(pairs)) }
      }
      .sorted { $0.key < $1.key }
  }
}

/// The accuracy of pairs that have something in common.
package struct AccuracyGroup<Key: Hashable & Comparable & Sendable>: Sendable, Equatable {
  /// What they have in common.
  package let key: Key
  /// How well their forecasts met sales.
  package let accuracy: ForecastAccuracy
}

extension ForecastAccuracy {
  /// Compares pairs; the coverage is that of the pairs that have an interval.
  package init(_ pairs: [ForecastPair]) {
    // Intervals belong to the first of the days: the pairs that have one go there.
    let withInterval = pairs.filter { $0.interval != nil }
    let ordered = withInterval + pairs.filter { $0.interval == nil }
    self.init(
      actual: ordered.map(\.actual),
      forecast: ordered.map(\.forecast),
      intervals: withInterval.compactMap(\.interval)
    )
  }
}
