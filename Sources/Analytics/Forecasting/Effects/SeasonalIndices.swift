import Glibc
package import Values

/// How a figure runs through the week and the year, relative to its mean: 1 is usual, 1.2 a fifth more.
package struct SeasonalIndices: Sendable, Equatable {
  /// Monday to Sunday; their mean is 1.
  package let week: [Double]
  /// January to December; months without a day in the history are nil, the mean of the others is 1.
  package let year: [Double?]
  /// The level of the first and the last 28 days (of all days where there are fewer), units a day.
  package let level: (first: Double, last: Double)
  /// Days of the history.
  package let count: Int

  /// The indices of a history.
  ///
  /// Each is the mean of the model's factor (trend × season × week) over the days of a weekday or a month, divided by the mean
  /// of those means, so that months of unequal length count alike.
  ///
  /// - Parameters:
  ///   - decomposition: trend, season and week of each day.
  ///   - firstDay: the day of the first of them.
  package init(_ decomposition: DemandDecomposition, firstDay: CalendarDay) {
    count = decomposition.trend.count
    let days = (0..<count).map { firstDay.adding(days: $0) }
    week = Self.relative(
      (1...7).map { weekday in
        Self.mean(
          days.indices.filter { days[$0].weekday == weekday }.map { decomposition.week[$0] }
        )
      }
    ).map { $0 ?? 1 }
    year = Self.relative(
      (1...12).map { month in
        Self.mean(days.indices.filter { days[$0].month == month }.map { decomposition.season[$0] })
      }
    )
    level = (
      Self.mean(Array(decomposition.trend.prefix(28))) ?? 0,
      Self.mean(Array(decomposition.trend.suffix(28))) ?? 0
    )
  }

  /// The growth of the level a year, a fraction; 0 without a level.
  ///
  /// Where there is less than a year, the growth of all of it.
  package var yearlyGrowth: Double {
    guard level.first > 0, level.last > 0 else { return 0 }
    let years = max(1, Double(count) / 365.25)
    return pow(level.last / level.first, 1 / years) - 1
  }

  package static func == (left: SeasonalIndices, right: SeasonalIndices) -> Bool {
    left.week == right.week && left.year == right.year && left.level == right.level
      && left.count == right.count
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func relative(_ means: [Double?]) -> [Double?] {
    guard let whole = mean(means.compactMap(\.self)), whole > 0 else {
      return means.map { _ in nil }
    }
    return means.map { $0.map { $0 / whole } }
  }
}
