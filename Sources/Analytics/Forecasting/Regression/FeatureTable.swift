import Glibc
import Values

/// The features of every day of a calendar, dense ones in rows, the rest as lists of column and value.
///
/// Most features are 0 on most days (a weekday, an event). Keeping only what is not makes the normal
/// equations of a product cost some 200 multiplications a day in place of several thousand.
struct FeatureTable: Sendable {
  /// What each column is: dense ones first.
  let columns: [DemandFeature]
  /// Columns of the dense block: level, drift, yearly waves.
  static let denseCount = 2 + yearlyCount
  /// Sines and cosines of the year.
  static let yearlyCount = 10
  /// Days between two knots of the level.
  static let knotSpacing = 56
  /// Column of the promotion.
  let promotionColumn: Int
  /// Columns of the knots, oldest first.
  let knotColumns: Range<Int>
  /// Columns of the weekdays.
  let weekdayColumns: Range<Int>
  /// `denseCount` numbers a day.
  let dense: [Double]
  /// Where the list of a day begins; one more than days.
  let offsets: [Int]
  /// Columns of the lists, ascending within a day.
  let sparseColumns: [Int]
  /// Values of the lists.
  let sparseValues: [Double]
  /// Logarithms of the factors that somebody expects of events, by column.
  let expected: [Int: Double]

  /// Describes `dayCount` days; knots lie in the history only.
  init(firstDay: CalendarDay, historyCount: Int, dayCount: Int, events: [CalendarEvent]) {
    var columns: [DemandFeature] = [.level, .drift]
    columns += (0..<Self.yearlyCount).map { .yearly($0) }
    weekdayColumns = columns.count..<columns.count + 7
    columns += (1...7).map { .weekday($0) }
    columns += [.monthStart, .monthEnd] + (0..<4).map { .turnOfYear($0) }
    promotionColumn = columns.count
    columns.append(.promotion)
    var marks: [[Int]] = Array(repeating: [], count: dayCount)
    var expected: [Int: Double] = [:]
    for event in events {
      if let multiplier = event.multiplier, multiplier > 0 {
        expected[columns.count] = log(multiplier)
      }
      Self.mark(event, &columns, &marks)
    }
    self.expected = expected
    let firstKnot = columns.count
    let knots = historyCount / Self.knotSpacing + 1
    columns += (0..<knots).map { .knot($0) }
    knotColumns = firstKnot..<columns.count
    self.columns = columns

    var rows = Rows()
    for index in 0..<dayCount {
      let day = firstDay.adding(days: index)
      rows.addDense(day, drift: Double(index - historyCount + 1) / 365.25)
      rows.addCalendar(day, firstColumn: weekdayColumns.lowerBound)
      for column in marks[index].sorted() { rows.add(column, 1) }
      // The last knot stands at now, the others before it; beyond now the last one holds.
      let place =
        Double(min(index, historyCount - 1) - historyCount + 1)
        / Double(Self.knotSpacing) + Double(knots - 1)
      rows.addKnots(at: max(0, place), knotColumns)
      rows.endDay()
    }
    dense = rows.dense
    offsets = rows.offsets
    sparseColumns = rows.columns
    sparseValues = rows.values
  }

  /// Columns of the knots that a series' first days lie between.
  func places(of series: AlignedSeries, count: Int) -> Range<Int> {
    guard count > 0 else { return knotColumns.lowerBound..<knotColumns.lowerBound }
    let row = { (day: Int) in (self.offsets[day]..<self.offsets[day + 1]) }
    let first = row(series.start).map { sparseColumns[$0] }.first { knotColumns.contains($0) }
    let last = sparseColumns[row(series.start + count - 1).upperBound - 1]
    return (first ?? last)..<last + 1
  }

  /// One column for the event, and one for each of its days where it is short.
  private static func mark(
    _ event: CalendarEvent,
    _ columns: inout [DemandFeature],
    _ marks: inout [[Int]]
  ) {
    let main = columns.count
    columns.append(.event(event.id))
    let length = event.occurrences.map(\.count).max() ?? 0
    let hasDays = (2...10).contains(length)
    if hasDays { columns += (0..<length).map { .eventDay(event.id, $0) } }
    for occurrence in event.occurrences {
      for day in occurrence where marks.indices.contains(day) && !marks[day].contains(main) {
        marks[day].append(main)
        if hasDays { marks[day].append(main + 1 + day - occurrence.lowerBound) }
      }
    }
  }
}

/// The table while it is written, day after day.
private struct Rows {
  var dense: [Double] = []
  var offsets = [0]
  var columns: [Int] = []
  var values: [Double] = []

  /// Level, drift and the waves of the year (Fourier terms; the year is 365.25 days).
  mutating func addDense(_ day: CalendarDay, drift: Double) {
    dense += [1, drift]
    let angle = 2 * Double.pi * Double(day.ordinal) / 365.25
    for wave in 1...FeatureTable.yearlyCount / 2 {
      dense += [sin(angle * Double(wave)), cos(angle * Double(wave))]
    }
  }

  /// Weekday, place in the month, turn of the year.
  mutating func addCalendar(_ day: CalendarDay, firstColumn: Int) {
    let (year, month, dayOfMonth) = day.components
    add(firstColumn + day.weekday - 1, 1)
    if dayOfMonth <= 4 { add(firstColumn + 7, 1) }
    if dayOfMonth > CalendarDay.length(ofMonth: month, year: year) - 4 { add(firstColumn + 8, 1) }
    let turn: Int? =
      switch (month, dayOfMonth) {
      case (12, 24...25): 0
      case (12, 26...30): 1
      case (12, 31), (1, 1): 2
      case (1, 2...6): 3
      default: nil
      }
    if let turn { add(firstColumn + 9 + turn, 1) }
  }

  /// The two knots around a place, weighted by nearness: a straight line between knots.
  mutating func addKnots(at place: Double, _ knots: Range<Int>) {
    let low = min(Int(place), knots.count - 1)
    let part = place - Double(low)
    if part < 1 { add(knots.lowerBound + low, 1 - part) }
    if part > 0, low + 1 < knots.count { add(knots.lowerBound + low + 1, part) }
  }

  mutating func add(_ column: Int, _ value: Double) {
    columns.append(column)
    values.append(value)
  }

  mutating func endDay() { offsets.append(columns.count) }
}
