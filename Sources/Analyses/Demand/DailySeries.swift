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
    var query = Query()
    query.measures = [measure]
    query.keys = [.time(.day)]
    query.filters = request.query.filters
    query.period = Period(start: nil, end: request.now.adding(days: 1))
    let table = try request.source.figures(of: query)
    guard let place = table.column(.key(.time(.day))) else { return nil }
    var days: [CalendarDay: Double] = [:]
    for row in table.rows {
      guard let day = row[place].text.flatMap({ CalendarDay(iso: $0) }),
        let number = table.number(row, ofMeasure: 0)
      else { continue }
      days[day, default: 0] += number
    }
    self.init(days, until: request.now)
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
    var figures = Query()
    figures.measures = [measure]
    figures.keys = [key, .time(.day)]
    figures.filters = request.query.filters
    figures.period = Period(start: nil, end: request.now.adding(days: 1))
    let table = try request.source.figures(of: figures)
    guard let place = table.column(.key(key)), let time = table.column(.key(.time(.day))) else {
      return []
    }
    var days: [Value: [CalendarDay: Double]] = [:]
    for row in table.rows {
      guard let day = row[time].text.flatMap({ CalendarDay(iso: $0) }),
        let number = table.number(row, ofMeasure: 0)
      else { continue }
      days[row[place], default: [:]][day, default: 0] += number
    }
    return days.compactMap { name, days in
      DailySeries(days, until: request.now).map { (name, $0) }
    }.sorted { ($0.name.text ?? "") < ($1.name.text ?? "") }
  }

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
