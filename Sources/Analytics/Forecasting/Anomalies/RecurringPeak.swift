package import Values

/// A peak that came back at the same time of year in two years and more, and that no event explains.
package struct RecurringPeak: Sendable, Equatable {
  /// How its day is found again.
  package enum Rule: Hashable, Sendable {
    /// The same date: month and day.
    case date(month: Int, day: Int)
    /// The same weekday of the month: the nth (1…5) weekday (1 is Monday) of a month.
    case weekday(month: Int, weekday: Int, nth: Int)
  }

  /// How its day is found again.
  package let rule: Rule
  /// The days it was seen, one a year, as positions in the history.
  package let days: [Int]
  /// Mean of actual ÷ expected on those days.
  package let factor: Double

  /// Peaks in a history, those of the greatest factor first.
  ///
  /// A day is a peak when it sold more than 1.5 times the expected and its z is above 2. Dates are looked at
  /// first, with a day's tolerance; a weekday rule is given where dates do not agree.
  ///
  /// - Parameters:
  ///   - actual: units a day.
  ///   - expected: units a day.
  ///   - firstDay: the day of the first of them.
  ///   - covered: positions that an event or a promotion explains.
  /// - Returns: peaks that at least two years share.
  package static func found(
    actual: [Double],
    expected: [Double],
    firstDay: CalendarDay,
    covered: Set<Int> = []
  ) -> [RecurringPeak] {
    let peaks = SalesAnomaly.found(actual: actual, expected: expected)
      .filter { $0.actual > 1.5 * $0.expected && $0.score > 2 && !covered.contains($0.day) }
    let ratios = Dictionary(
      uniqueKeysWithValues: peaks.map { ($0.day, $0.actual / max($0.expected, 1e-9)) }
    )
    let byDate = grouped(ratios, firstDay) { day in
      (-1...1).map { shift in
        let near = day.adding(days: shift)
        return .date(month: near.month, day: near.day)
      }
    }
    let taken = Set(byDate.flatMap(\.days))
    let byWeekday = grouped(ratios.filter { !taken.contains($0.key) }, firstDay) { day in
      [.weekday(month: day.month, weekday: day.weekday, nth: (day.day - 1) / 7 + 1)]
    }
    return (byDate + byWeekday).sorted { ($1.factor, $0.days[0]) < ($0.factor, $1.days[0]) }
  }

  /// Peaks that share a rule in two years; each peak serves one rule, the one with most years.
  private static func grouped(
    _ ratios: [Int: Double],
    _ firstDay: CalendarDay,
    rules: (CalendarDay) -> [Rule]
  ) -> [RecurringPeak] {
    var members: [Rule: [Int: Int]] = [:]
    for position in ratios.keys.sorted() {
      let day = firstDay.adding(days: position)
      for rule in rules(day) {
        // Of two peaks of one year, the greater.
        let other = members[rule, default: [:]][day.year]
        if let other, ratios[other, default: 0] >= ratios[position, default: 0] { continue }
        members[rule, default: [:]][day.year] = position
      }
    }
    var taken: Set<Int> = []
    var found: [RecurringPeak] = []
    let candidates = members.filter { $0.value.count >= 2 }.map {
      ($0.key, $0.value.values.sorted())
    }
    for (rule, days) in candidates.sorted(by: { before($0, $1, ratios, firstDay) })
    where taken.isDisjoint(with: days) {
      taken.formUnion(days)
      let sum = days.reduce(0.0) { $0 + ratios[$1, default: 0] }
      found.append(RecurringPeak(rule: rule, days: days, factor: sum / Double(days.count)))
    }
    return found
  }

  /// More years first, then dates that hit exactly, then earlier ones.
  private static func before(
    _ left: (Rule, [Int]),
    _ right: (Rule, [Int]),
    _ ratios: [Int: Double],
    _ firstDay: CalendarDay
  ) -> Bool {
    let key = { (item: (Rule, [Int])) in
      let exact = item.1.count { position in
        let day = firstDay.adding(days: position)
        if case .date(let month, let number) = item.0 {
          return day.month == month && day.day == number
        }
        return true
      }
      return (-item.1.count, -exact, item.1[0], "\(item.0)")
    }
    return key(left) < key(right)
  }
}
