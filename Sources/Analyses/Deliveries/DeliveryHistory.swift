import Analytics
import Planning
import SemanticModel
import Values

/// The delivered orders that a delivery is foretold from.
///
/// Orders of the last days are left out: only the fast ones among them have arrived.
struct DeliveryHistory {
  /// Counts customer orders, whatever became of them.
  static let placed = "order_records"
  private static let delivered = "delivered_orders"
  private static let late = "late_orders"
  private static let onTime = "on_time_orders"
  private static let days = Key.dimension("delivery_days")
  /// Days looked back.
  private static let lookBack = 730
  /// The most days that an order is waited for.
  private static let longestWait = 60
  /// Orders without which nothing is foretold.
  private static let leastOrders = 30.0

  var factors: DeliveryFactors
  let cases: [DeliveryCase]
  let model: DeliveryModel
  /// The tables made so far, by the factors known.
  private var tables: [Set<Int>: DeliveryTable] = [:]

  /// Reads the history under some filters, of the last two years where no period is said; nil where too few orders were
  /// delivered.
  init?(
    _ request: AnalysisRequest,
    _ filters: [Filter] = [],
    in period: Period? = nil
  ) throws(AnalysisError) {
    var factors = DeliveryFactors(request)
    var query = Query()
    query.filters = filters
    query.period =
      period
      ?? Period(
        start: request.now.adding(days: -Self.lookBack),
        end: request.now.adding(days: 1)
      )
    let all = try Self.cases(query, &factors, request)
    let wait = min(Self.longestWait, Self.quantile(all, 0.99))
    let lastDay = request.now.adding(days: -wait)
    cases = all.filter { $0.day <= lastDay }
    model = DeliveryModel(cases)
    self.factors = factors
    guard model.count >= Self.leastOrders else { return nil }
  }

  /// The first and the last day of the orders.
  var period: Period {
    let days = cases.map(\.day)
    return Period(start: days.min(), end: days.max()?.adding(days: 1))
  }

  /// What is known of an order, by the table of those that share it.
  mutating func levels(day: CalendarDay, _ value: (Key) -> Value) -> [Int?] {
    factors.levels(day: day, value)
  }

  /// Levels of an order with what the question supposes put in.
  mutating func supposing(_ said: SaidDelivery, _ levels: [Int?]) -> [Int?] {
    said.supposing(levels, &factors)
  }

  /// What is foretold of an order with these levels that is under way after so many days; nil where none took longer.
  mutating func outlook(of levels: [Int?], underWayAfter elapsed: Int = 0) -> DeliveryOutlook? {
    let known = Set(levels.indices.filter { levels[$0] != nil })
    let table = tables[known] ?? model.table(of: known)
    tables[known] = table
    let outlook = table.outlook(of: levels)
    // An order of today may still come today.
    return elapsed == 0 ? outlook : outlook?.still(underWayAfter: elapsed)
  }

  /// The nouns of the factors used, in their order.
  func keys(of indices: [Int]) -> [Key] { indices.map { factors.factors[$0].key } }

  private static func cases(
    _ query: Query,
    _ factors: inout DeliveryFactors,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [DeliveryCase] {
    var query = query
    query.keys = factors.keys + [Self.days]
    query.measures = [Measure(delivered), Measure(onTime), Measure(late)]
    // Without a schedule nothing is late, and all the rest can still be told.
    if !request.source.canTell(query) { query.measures = [Measure(delivered)] }
    let table = try request.source.figures(of: query)
    guard let dayColumn = table.column(.key(.time(.day))), let taken = table.column(.key(days))
    else { return [] }
    let places = Dictionary(
      uniqueKeysWithValues: factors.keys.compactMap { key in
        table.column(.key(key)).map { (key, $0) }
      }
    )
    return table.rows.compactMap { row in
      guard let day = row[dayColumn].text.flatMap({ CalendarDay(iso: $0) }),
        let took = row[taken].number, took >= 0, took < 1000,
        let count = table.number(row, ofMeasure: 0), count > 0
      else { return nil }
      let late = table.number(row, ofMeasure: 2) ?? 0
      return DeliveryCase(
        day: day,
        levels: factors.levels(day: day) { key in places[key].map { row[$0] } ?? .null },
        days: Int(took),
        count: count,
        scheduled: (table.number(row, ofMeasure: 1) ?? 0) + late,
        late: late
      )
    }
  }

  /// The days within which so large a share of the orders came.
  private static func quantile(_ cases: [DeliveryCase], _ share: Double) -> Int {
    let total = cases.reduce(0) { $0 + $1.count }
    var sum = 0.0
    for delivery in cases.sorted(by: { $0.days < $1.days }) {
      sum += delivery.count
      if sum >= total * share { return delivery.days }
    }
    return 0
  }
}
