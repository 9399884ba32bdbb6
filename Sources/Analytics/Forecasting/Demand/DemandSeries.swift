package import Values

/// Daily demand of one product, from its first day on sale to now, in units.
package struct DemandSeries: Sendable {
  /// The day of the first quantity.
  package let firstDay: CalendarDay
  /// Units a day, days without a sale as 0; what is negative or no number counts as 0.
  package let quantities: [Double]
  /// Promotion of each day from the first one, beyond now where it is known: 0 none, 1 an ordinary one.
  ///
  /// Days past the end have none.
  package let promotions: [Double]
  /// Positions of days that were not as others: nothing is learned from them.
  package let exceptional: Set<Int>

  /// Takes the quantities of consecutive days.
  package init(
    firstDay: CalendarDay,
    quantities: [Double],
    promotions: [Double] = [],
    exceptional: Set<Int> = []
  ) {
    self.exceptional = exceptional
    self.firstDay = firstDay
    self.quantities = quantities.map { $0.isFinite && $0 > 0 ? $0 : 0 }
    self.promotions = promotions.map { $0.isFinite ? $0 : 0 }
  }
}

/// A series laid on a calendar: its days end with the calendar's history.
struct AlignedSeries {
  /// The calendar's position of the first quantity.
  let start: Int
  /// Units a day up to now.
  let quantities: [Double]
  /// One a day to the end of the horizon.
  let promotions: [Double]
  /// Whether the day was not as others, one a day up to now.
  let exceptional: [Bool]

  /// Cuts what lies before the calendar, fills what is missing up to now with 0.
  ///
  /// Days before the first sale are left out: the product was not on sale, which is no demand of 0.
  init(_ series: DemandSeries, on calendar: DemandCalendar) {
    let offset = calendar.index(of: series.firstDay)
    let firstSale = series.quantities.firstIndex { $0 > 0 } ?? 0
    let begin = min(max(0, offset + firstSale), calendar.historyCount)
    let end = calendar.historyCount
    start = begin
    quantities = (begin..<end).map { day in
      let position = day - offset
      return series.quantities.indices.contains(position) ? series.quantities[position] : 0
    }
    promotions = (begin..<end + calendar.horizon).map { day in
      let position = day - offset
      return series.promotions.indices.contains(position) ? series.promotions[position] : 0
    }
    exceptional = (begin..<end).map { series.exceptional.contains($0 - offset) }
  }

  /// The quantities of the first `count` days that were as others.
  func usual(_ count: Int) -> [Double] {
    (0..<min(count, quantities.count)).filter { !exceptional[$0] }.map { quantities[$0] }
  }

  /// The quantities of all days that were as others.
  var usual: [Double] { usual(quantities.count) }
}
