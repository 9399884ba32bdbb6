import Analytics
import Planning
import SemanticModel
import Values

/// The daily history of one figure under the filters of a question, from its first day with rows to now.
struct DailySeries {
  let firstDay: CalendarDay
  /// One a day; a day without rows is 0.
  let quantities: [Double]

  /// Reads the figure day by day; nil without any day.
  init?(of measure: Measure, in request: AnalysisRequest) throws(AnalysisError) {
    let days = try Self.days(of: measure, by: nil, in: request)
    self.init(days[.null] ?? [:], until: request.now)
  }

  /// The history of days with their figures, until now; nil where none has any.
  init?(_ days: [CalendarDay: Double], until now: CalendarDay) {
    guard let first = days.filter({ $0.value != 0 && $0.key <= now }).keys.min() else { return nil }
    firstDay = first
    quantities = (0...(now.ordinal - first.ordinal)).map { offset in
      // Demand is what customers take: a day with more returned than sold took nothing.
      max(0, days[first.adding(days: offset)] ?? 0)
    }
  }

  /// The histories of all members of a dimension, by name; those without any row are none.
  static func groups(
    of measure: Measure,
    by key: Key,
    in request: AnalysisRequest
  ) throws(AnalysisError) -> [(name: Value, series: DailySeries)] {
    try days(of: measure, by: key, in: request)
      .compactMap { name, days in DailySeries(days, until: request.now).map { (name, $0) } }
      .sorted { ($0.name.text ?? "") < ($1.name.text ?? "") }
  }

  /// The figure of each day until now, by the member of a dimension; without one, all of it under null.
  private static func days(
    of measure: Measure,
    by key: Key?,
    in request: AnalysisRequest
  ) throws(AnalysisError) -> [Value: [CalendarDay: Double]] {
    let untilNow = Period(start: nil, end: request.now.adding(days: 1))
    let keys = [key, .time(.day)].compactMap(\.self)
    let table = try request.source.figures(of: request.query(of: [measure], by: keys, in: untilNow))
    let member = key.flatMap { table.column(.key($0)) }
    guard let time = table.column(.key(.time(.day))), (member == nil) == (key == nil) else {
      return [:]
    }
    var days: [Value: [CalendarDay: Double]] = [:]
    for row in table.rows {
      guard let day = row[time].text.flatMap({ CalendarDay(iso: $0) }),
        let number = table.number(row, ofMeasure: 0)
      else { continue }
      days[member.map { row[$0] } ?? .null, default: [:]][day, default: 0] += number
    }
    return days
  }

  /// Days on which there was anything.
  var busyDays: Int { quantities.count { $0 > 0 } }

  /// The day at a position.
  func day(_ position: Int) -> CalendarDay { firstDay.adding(days: position) }

  /// What the models make of it, so many days ahead.
  func forecast(days horizon: Int) -> Forecast {
    let now = day(quantities.count - 1)
    let calendar = DemandCalendar(firstDay: firstDay, now: now, horizon: horizon)
    let series = DemandSeries(firstDay: firstDay, quantities: quantities)
    return DemandForecaster.forecast(series, on: calendar, ForecastRequest(horizon: horizon))
  }

  /// Trend, season and week; nil where the history is too short to tell them.
  var decomposition: DemandDecomposition? {
    quantities.count < Self.leastDays ? nil : forecast(days: 1).decomposition
  }

  /// Days without which nothing is said of a shape: eight weeks.
  static let leastDays = 56
  /// Days without which nothing is said of the time of the year.
  static let leastYear = 365
}
