import Analytics
import Planning
import SemanticModel
import Values

/// Recency, frequency and amount of each customer with an order.
struct CustomerFigures {
  /// One customer's figures.
  struct Customer {
    let key: Value
    /// Days from the last order to now.
    let recency: Double
    /// Orders.
    let frequency: Double
    /// Revenue.
    let amount: Double
  }

  let customers: [Customer]
  private let names: [Value: String]

  /// The customers under the filters and in the period of a question, in the order of their keys.
  init(_ request: AnalysisRequest) throws(AnalysisError) {
    let measures = ["last_sale_date", "orders", "revenue"].map { Measure($0) }
    let table = try request.source.keyedFigures(
      of: request.query(of: measures, by: [.dimension("customer")], in: request.query.period)
    )
    let customers = table.rows.compactMap { row -> Customer? in
      guard !row[0].isNull, let last = table.day(row, ofMeasure: 0), last <= request.now,
        let orders = table.number(row, ofMeasure: 1), orders > 0
      else { return nil }
      return Customer(
        key: row[0],
        recency: Double(request.now.ordinal - last.ordinal),
        frequency: orders,
        amount: table.number(row, ofMeasure: 2) ?? 0
      )
    }
    self.customers = customers.sorted { $0.key.sortsBefore($1.key) }
    names = try request.source.names(of: "customer")
  }

  /// The name of a customer.
  func name(_ key: Value) -> Value { names[key].map(Value.text) ?? key }
}

extension Value {
  /// An order of keys that depends on nothing but them.
  func sortsBefore(_ other: Value) -> Bool {
    switch (number, other.number) {
    case (let left?, let right?): left < right
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): (text ?? "") < (other.text ?? "")
    }
  }
}

extension FigureTable {
  /// The day of a date figure in a row; nil where it has none.
  func day(_ row: [Value], ofMeasure index: Int) -> CalendarDay? {
    column(.measure(index)).flatMap { row[$0].text }.flatMap { CalendarDay(iso: $0) }
  }
}
