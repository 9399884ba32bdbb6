import Planning
import SemanticModel
import Values

/// Figures day by day, of the whole or of each member of a dimension, over the days of a period.
struct DailyTable {
  /// The first day of the arrays.
  let firstDay: CalendarDay
  /// By member (null for the whole): one array a figure, a value a day; days without rows are 0.
  let figures: [Value: [[Double]]]
  let dayCount: Int

  /// Days beyond these, counted from the last, are left out: ten years.
  private static let mostDays = 3660

  /// Reads some figures of a request by day; nil without any row.
  init?(
    of measures: [Measure],
    by key: Key? = nil,
    in period: Period? = nil,
    _ request: AnalysisRequest
  ) throws(AnalysisError) {
    let period = period ?? Period(start: nil, end: request.now.adding(days: 1))
    let keys = [key, .time(.day)].compactMap(\.self)
    let table = try request.source.figures(of: request.query(of: measures, by: keys, in: period))
    guard let time = table.column(.key(.time(.day))) else { return nil }
    let member = key.flatMap { table.column(.key($0)) }
    var rows: [(name: Value, day: CalendarDay, row: [Value])] = []
    for row in table.rows {
      guard let day = row[time].text.flatMap({ CalendarDay(iso: $0) }) else { continue }
      rows.append((member.map { row[$0] } ?? .null, day, row))
    }
    guard let last = rows.map(\.day).max() else { return nil }
    // A day typed wrong, in 1900, would else make a century of days without sales.
    let earliest = last.adding(days: -Self.mostDays)
    rows.removeAll { $0.day < earliest }
    guard let first = rows.map(\.day).min() else { return nil }
    let count = last.ordinal - first.ordinal + 1
    var figures: [Value: [[Double]]] = [:]
    let empty = measures.map { _ in [Double](repeating: 0, count: count) }
    for (name, day, row) in rows {
      let place = day.ordinal - first.ordinal
      for index in measures.indices {
        guard let number = table.number(row, ofMeasure: index) else { continue }
        figures[name, default: empty][index][place] += number
      }
    }
    firstDay = first
    dayCount = count
    self.figures = figures
  }

  /// The members in the order of their names.
  var members: [Value] { figures.keys.sorted { $0.sortText < $1.sortText } }

  /// The day at a position.
  func day(_ position: Int) -> CalendarDay { firstDay.adding(days: position) }
}

extension Value {
  /// A text by which values sort the same on every run.
  var sortText: String { text ?? number.map { String($0) } ?? "" }
}
