import Analytics
import Planning
import SemanticModel
import Values

/// What is told of the rhythm of customers, by whichever question.
struct RhythmTelling {
  /// The findings about one customer, and of too few data.
  static let findings: [String: Set<String>] = [
    "too_little": ["customers", "least"], "no_orders": ["customer"],
    "next": ["customer", "day", "from", "to", "usual", "orders", "last"],
    "next_open": ["customer", "day", "from", "usual", "orders", "last", "silence"],
    "overdue": ["customer", "usual", "silence", "last", "orders"],
    "one_order": ["customer", "last", "day", "from", "to", "mean", "waits"],
    "chance": ["chance", "horizon", "customers"], "several": [],
  ]

  private static let customer = Key.dimension("customer")

  let figures: RhythmFigures
  let request: AnalysisRequest
  /// The query told: its rows are customers.
  let query: Query

  init(_ figures: RhythmFigures, _ request: AnalysisRequest) {
    self.figures = figures
    self.request = request
    var query = request.query
    query.keys = [Self.customer]
    self.query = query
  }

  /// What is told of the customer named, of too few orders, or else of all customers.
  static func result(
    _ asked: AnalysisRequest,
    ofAll: (RhythmTelling, PurchaseRhythm) -> AnalysisResult
  ) throws(AnalysisError) -> AnalysisResult {
    let request = asked.aboutCustomers
    let telling = RhythmTelling(try RhythmFigures(request), request)
    if let named = telling.ofNamed() { return named }
    guard let rhythm = telling.figures.rhythm else { return telling.tooLittle }
    return ofAll(telling, rhythm)
  }

  /// Too few orders of all customers together.
  var tooLittle: AnalysisResult {
    let places: [String: Finding.Content] = [
      "customers": .count(figures.customers.count), "least": .count(PurchaseRhythm.leastWaits),
    ]
    return AnalysisResult(query, findings: [Finding("too_little", places)])
  }

  /// On what it rests: customers, orders and their waits.
  func population(_ rhythm: PurchaseRhythm) -> [String: Finding.Content] {
    [
      "customers": .count(figures.customers.count),
      "orders": .count(figures.customers.reduce(0) { $0 + $1.orders }),
      "mean": .figure(.real(rhythm.meanWait), .days),
      "median": .figure(.real(rhythm.medianWait), .days), "waits": .count(rhythm.waitCount),
    ]
  }

  // MARK: - One customer

  /// What is told where the question names a customer; nil where it names none.
  func ofNamed() -> AnalysisResult? {
    let named = request.filters(on: ["customer"])
    guard !named.isEmpty else { return nil }
    guard let name = request.customer else {
      return AnalysisResult(query, findings: [Finding("several")])
    }
    let member = Finding.Content.member(.text(name.name), Self.customer)
    guard let customer = figures.customers.first(where: { $0.key == name.key }) else {
      return AnalysisResult(query, findings: [Finding("no_orders", ["customer": member])])
    }
    guard let rhythm = figures.rhythm else { return tooLittle }
    return AnalysisResult(
      query,
      columns: Self.columns,
      rows: [row(customer)],
      findings: [
        next(customer, member, rhythm),
        Finding(
          "chance",
          [
            "chance": .figure(.real(chance(customer, rhythm)), .percent),
            "horizon": .count(figures.horizon), "customers": .count(figures.customers.count),
          ]
        ),
      ]
    )
  }

  private func next(
    _ customer: RhythmFigures.Customer,
    _ member: Finding.Content,
    _ rhythm: PurchaseRhythm
  ) -> Finding {
    var places: [String: Finding.Content] = [
      "customer": member, "orders": .count(customer.orders), "last": day(customer.last),
      "usual": .figure(.real(rhythm.usualWait(of: customer.history).rounded()), .days),
      "silence": .figure(.real(customer.history.silence), .days),
      "mean": .figure(.real(rhythm.meanWait.rounded()), .days), "waits": .count(rhythm.waitCount),
    ]
    guard let middle = rhythm.days(until: 0.5, customer.history),
      let low = rhythm.days(until: 0.1, customer.history)
    else { return Finding("overdue", places) }
    places["day"] = ahead(middle)
    places["from"] = ahead(low)
    guard let high = rhythm.days(until: 0.9, customer.history) else {
      // More than one in ten does not come back at all: the range has no end.
      return Finding("next_open", places)
    }
    places["to"] = ahead(high)
    return Finding(customer.history.waits.isEmpty ? "one_order" : "next", places)
  }

  private func chance(_ customer: RhythmFigures.Customer, _ rhythm: PurchaseRhythm) -> Double {
    rhythm.chanceOfNoOrder(customer.history, within: Double(figures.horizon))
  }

  private func day(_ day: CalendarDay) -> Finding.Content { .figure(.text(day.iso), .date) }

  private func ahead(_ days: Double) -> Finding.Content {
    day(request.now.adding(days: max(1, Int(days.rounded()))))
  }

  // MARK: - The table

  /// A customer's orders, rhythm, next order and chance of not ordering.
  static let columns: [PlannedColumn] = [
    .key(customer),
    .computed("last_order", .date),
    .computed("usual_wait", .days),
    .computed("silence", .days),
    .computed("next_order", .date),
    .computed("chance", .percent),
    .computed("yearly_revenue", .currency),
  ]

  /// The row of a customer.
  func row(_ customer: RhythmFigures.Customer) -> [Value] {
    let rhythm = figures.rhythm
    let next = rhythm?.days(until: 0.5, customer.history).map {
      request.now.adding(days: max(1, Int($0.rounded()))).iso
    }
    return [
      figures.name(customer.key), .text(customer.last.iso),
      rhythm.map { .real($0.usualWait(of: customer.history).rounded()) } ?? .null,
      .real(customer.history.silence), next.map(Value.text) ?? .null,
      rhythm.map { .real(chance(customer, $0)) } ?? .null, .real(customer.yearlyRevenue),
    ]
  }
}
