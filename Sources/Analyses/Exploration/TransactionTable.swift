import Planning
import SemanticModel
import Values

/// Orders (sale lines where there are no orders) with their features: figures, and when they were made.
struct TransactionTable {
  /// One feature: a figure by its metric, or a place in the calendar.
  enum Feature: Hashable {
    case figure(String)
    case hour, weekday, day, month

    /// What it is called in a result.
    var code: String {
      switch self {
      case .figure(let metric): metric
      case .hour: "hour"
      case .weekday: "weekday"
      case .day: "day"
      case .month: "month"
      }
    }
  }

  /// One transaction.
  struct Row {
    let name: Value
    let day: CalendarDay?
    /// Aligned with `features`.
    let features: [Double]
    /// The member of the dimension asked for.
    let group: Value
  }

  let key: Key
  let features: [Feature]
  let rows: [Row]

  /// Reads them under the filters of a request; nil where the database has neither orders nor sale lines.
  init?(_ figures: [String], by group: Key?, _ request: AnalysisRequest) throws(AnalysisError) {
    let period = request.past
    guard let key = Self.key(request, group) else { return nil }
    let keys = [group, key].compactMap(\.self)
    let told = figures.filter {
      request.source.canTell(request.query(of: [Measure($0)], by: keys, in: period))
    }
    let measures = (told + ["first_sale_date"]).map { Measure($0) }
    let table = try request.source.figures(of: request.query(of: measures, by: keys, in: period))
    let hours = try Self.hours(key, period, request)
    guard let place = table.column(.key(key)) else { return nil }
    let member = group.flatMap { table.column(.key($0)) }
    let date = table.column(.measure(told.count))
    self.key = key
    features =
      told.map(Feature.figure) + (hours.isEmpty ? [] : [.hour]) + [.weekday, .day, .month]
    rows = table.rows.map { row in
      let day = date.flatMap { row[$0].text }.flatMap { CalendarDay(iso: $0) }
      let numbers = told.indices.map { table.number(row, ofMeasure: $0) ?? 0 }
      let clock = hours.isEmpty ? [] : [hours[row[place]] ?? 12]
      let calendar = [day?.weekday, day?.day, day?.month].map { Double($0 ?? 0) }
      return Row(
        name: row[place],
        day: day,
        features: numbers + clock + calendar,
        group: member.map { row[$0] } ?? .null
      )
    }
  }

  private static func key(_ request: AnalysisRequest, _ group: Key?) -> Key? {
    ["customer_order", "sale_line"].map(Key.dimension).first { key in
      let keys = [group, key].compactMap(\.self)
      return request.source.canTell(
        request.query(of: [Measure("revenue")], by: keys, in: request.past)
      )
    }
  }

  /// The hour of each, empty where the dates have no real times.
  private static func hours(_ key: Key, _ period: Period, _ request: AnalysisRequest)
    throws(AnalysisError) -> [Value: Double]
  {
    let query = request.query(
      of: [Measure("sale_lines")],
      by: [key, .time(.hour)],
      in: period
    )
    guard request.source.canTell(query) else { return [:] }
    let table = try request.source.figures(of: query)
    guard let place = table.column(.key(key)), let hour = table.column(.key(.time(.hour))) else {
      return [:]
    }
    var hours: [Value: Double] = [:]
    for row in table.rows {
      if let number = row[hour].number { hours[row[place]] = number }
    }
    // Times that are all the same are none.
    return Set(hours.values).count > 1 ? hours : [:]
  }
}
