/// How far the months of the year stand from their year, over several years.
package struct SeasonIndex: Hashable, Sendable {
  /// One of the twelve months or four seasons.
  package struct Part: Hashable, Sendable {
    /// The mean of its years: 1.2 is a fifth above the mean day of the year.
    package let index: Double
    /// The lowest of its years.
    package let lowest: Double
    /// The highest of its years.
    package let highest: Double
  }

  /// January first.
  package let months: [Part]
  /// Winter (December to February) first, as meteorologists count.
  package let seasons: [Part]
  /// Years of twelve months.
  package let years: Int

  /// One month of a figure.
  package struct Month: Hashable, Sendable {
    /// 1 for January.
    package let number: Int
    package let total: Double
    package let days: Int

    package init(number: Int, total: Double, days: Int) {
      self.number = number
      self.total = total
      self.days = days
    }
  }

  /// Of months in order without a gap, the last one the latest; the oldest that fill no year are left out.
  ///
  /// The index of a part in a year is its mean a day ÷ that year's mean a day. Nil with less than a year, or a year without sales.
  package init?(_ months: [Month]) {
    let years = months.count / 12
    guard years > 0 else { return nil }
    let kept = Array(months.suffix(12 * years))
    var byMonth = [[Double]](repeating: [], count: 12)
    var bySeason = [[Double]](repeating: [], count: 4)
    for year in 0..<years {
      let unit = kept[12 * year..<12 * year + 12]
      let mean = Self.daily(unit)
      guard mean > 0 else { return nil }
      for month in unit { byMonth[month.number - 1].append(Self.daily([month]) / mean) }
      for season in 0..<4 {
        let part = unit.filter { $0.number % 12 / 3 == season }
        bySeason[season].append(Self.daily(part) / mean)
      }
    }
    self.years = years
    self.months = byMonth.map(Self.part)
    seasons = bySeason.map(Self.part)
  }

  private static func daily(_ months: some Collection<Month>) -> Double {
    let days = months.reduce(0) { $0 + $1.days }
    return days == 0 ? 0 : months.reduce(0) { $0 + $1.total } / Double(days)
  }

  private static func part(_ years: [Double]) -> Part {
    Part(
      index: years.isEmpty ? 1 : years.reduce(0, +) / Double(years.count),
      lowest: years.min() ?? 1,
      highest: years.max() ?? 1
    )
  }
}
