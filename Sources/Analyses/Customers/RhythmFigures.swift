import Analytics
import Planning
import SemanticModel
import Values

/// When each customer ordered, and what is to be expected of him.
struct RhythmFigures {
  /// One customer's orders.
  struct Customer {
    let key: Value
    let orders: Int
    let last: CalendarDay
    let history: PurchaseRhythm.History
    /// Revenue of the last 12 months; what a departure would cost in a year.
    let yearlyRevenue: Double
  }

  let customers: [Customer]
  /// Nil with too few waits to tell anything.
  let rhythm: PurchaseRhythm?
  /// Days within which an order is expected of those who stay.
  let horizon: Int
  private let names: [Value: String]

  /// The horizons told of, days: the shortest that holds two usual waits.
  private static let horizons = [90, 180, 365]

  /// The customers under the filters of a question; those named in it are kept, as the others tell about them.
  init(_ request: AnalysisRequest) throws(AnalysisError) {
    let all = request.without(["customer"])
    // A silence lasts until now: orders of a period alone would make leavers of all who ordered since.
    let untilNow = Period(start: nil, end: request.now.adding(days: 1))
    let days = try Self.days(all, untilNow)
    let revenue = try Self.yearlyRevenue(all)
    let today = request.now.ordinal
    customers = days.compactMap { key, days -> Customer? in
      let sorted = Set(days).sorted()
      guard let last = sorted.last else { return nil }
      return Customer(
        key: key,
        orders: days.count,
        last: last,
        history: PurchaseRhythm.History(
          waits: zip(sorted.dropFirst(), sorted).map { Double($0.ordinal - $1.ordinal) },
          silence: Double(today - last.ordinal)
        ),
        yearlyRevenue: revenue[key] ?? 0
      )
    }.sorted { $0.key.sortsBefore($1.key) }
    let rhythm = PurchaseRhythm(customers.map(\.history))
    self.rhythm = rhythm
    if request.isAhead, let ahead = request.query.period, let last = ahead.lastDay {
      request.source.uses(ahead)
      horizon = max(1, last.ordinal - today)
    } else {
      let usual = 2 * (rhythm?.medianWait ?? 0)
      horizon = Self.horizons.first { Double($0) >= usual } ?? Self.horizons[2]
    }
    names = try request.source.names(of: "customer")
  }

  /// The days with an order, an entry for each order.
  private static func days(
    _ request: AnalysisRequest,
    _ period: Period
  ) throws(AnalysisError) -> [Value: [CalendarDay]] {
    let measure = Measure("first_sale_date")
    let keys = [Key.dimension("customer"), .dimension("customer_order")]
    var query = request.query(of: [measure], by: keys, in: period)
    if !request.source.canTell(query) {
      // Without order numbers a day with sales is an order.
      query = request.query(of: [Measure("orders")], by: [keys[0], .time(.day)], in: period)
    }
    let table = try request.source.keyedFigures(of: query)
    let isDated = query.keys[1] == .time(.day)
    var days: [Value: [CalendarDay]] = [:]
    for row in table.rows where !row[0].isNull {
      let text = isDated ? row[1].text : row[2].text
      guard let day = text.flatMap({ CalendarDay(iso: $0) }), day <= request.now else { continue }
      days[row[0], default: []].append(day)
    }
    return days
  }

  private static func yearlyRevenue(
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [Value: Double] {
    let year = Period(
      start: request.now.adding(months: -12).adding(days: 1),
      end: request.now.adding(days: 1)
    )
    let table = try request.source.keyedFigures(
      of: request.query(of: [Measure("revenue")], by: [.dimension("customer")], in: year)
    )
    var revenue: [Value: Double] = [:]
    for row in table.rows where !row[0].isNull { revenue[row[0]] = table.number(row, ofMeasure: 0) }
    return revenue
  }

  /// The name of a customer.
  func name(_ key: Value) -> Value { names[key].map(Value.text) ?? key }
}

extension AnalysisRequest {
  /// Whether the question's period lies ahead of now.
  var isAhead: Bool { query.period?.end.map { $0 > now.adding(days: 1) } ?? false }
}
