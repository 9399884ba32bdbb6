import Analytics
import Planning
import SemanticModel
import Values

/// Customer orders as they were placed, with how they stand now.
struct PlacedOrders {
  /// One order.
  struct Order {
    let name: Value
    let day: CalendarDay
    let levels: [Int?]
    /// Days promised; nil where they are not known.
    let scheduled: Double?
    /// The status as stored; nil where it is not known.
    let status: String?
    /// Days it took; nil where it has not arrived.
    let taken: Double?
    /// What it is worth; nil where no sales name it.
    var amount: Double?

    /// Whether it will never arrive.
    var isOff: Bool { status == "cancelled" || status == "suspected_fraud" }
  }

  static let order = Key.dimension("customer_order")
  private static let status = Key.dimension("order_status")
  private static let scheduled = Measure("scheduled_time")
  private static let taken = Measure("delivery_time")
  private static let amount = Measure("revenue")

  let orders: [Order]

  /// The orders that pass some filters, by day; levels are numbered as the history does.
  init(
    _ filters: [Filter],
    in period: Period? = nil,
    _ history: inout DeliveryHistory,
    _ request: AnalysisRequest,
    valued: Bool = false
  ) throws(AnalysisError) {
    var query = Query()
    query.filters = filters
    query.period = period
    query.keys = [Self.order] + history.factors.keys
    query.measures = [Measure(DeliveryHistory.placed)]
    for measure in [Self.scheduled, Self.taken] {
      var more = query
      more.measures.append(measure)
      if request.source.canTell(more) { query.measures.append(measure) }
    }
    var withStatus = query
    withStatus.keys.append(Self.status)
    if request.source.canTell(withStatus) { query = withStatus }
    let table = try request.source.figures(of: query)
    let amounts = valued ? try Self.amounts(query, request) : [:]
    guard let nameColumn = table.column(.key(Self.order)),
      let dayColumn = table.column(.key(.time(.day)))
    else {
      orders = []
      return
    }
    let columns = table.columns
    func number(_ row: [Value], _ measure: Measure) -> Double? {
      query.measures.firstIndex(of: measure).flatMap { table.number(row, ofMeasure: $0) }
    }
    var found: [Order] = []
    for row in table.rows {
      guard let day = row[dayColumn].text.flatMap({ CalendarDay(iso: $0) }),
        (table.number(row, ofMeasure: 0) ?? 0) > 0
      else { continue }
      let levels = history.levels(day: day) { key in
        columns.firstIndex { $0.role == .key(key) }.map { row[$0] } ?? .null
      }
      found.append(
        Order(
          name: row[nameColumn],
          day: day,
          levels: levels,
          scheduled: number(row, Self.scheduled),
          status: table.column(.key(Self.status)).flatMap { row[$0].text },
          taken: number(row, Self.taken),
          amount: amounts[row[nameColumn]]
        )
      )
    }
    orders = found.sorted {
      $0.day != $1.day ? $0.day < $1.day : ($0.name.text ?? "") < ($1.name.text ?? "")
    }
  }

  /// What orders are worth, by name; none where sales do not name them.
  private static func amounts(
    _ query: Query,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [Value: Double] {
    var worth = Query()
    worth.filters = query.filters
    worth.period = query.period
    worth.keys = [order]
    worth.measures = [amount]
    guard request.source.canTell(worth) else { return [:] }
    let table = try request.source.figures(of: worth)
    guard let name = table.column(.key(order)) else { return [:] }
    var amounts: [Value: Double] = [:]
    for row in table.rows { amounts[row[name]] = table.number(row, ofMeasure: 0) }
    return amounts
  }
}
