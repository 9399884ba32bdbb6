import Analytics
import Planning
import SemanticModel
import Values

/// The orders of a database as baskets of products, or of subcategories or categories of them.
struct BasketFigures {
  let level: Key
  let baskets: Baskets
  /// The things by their numbers.
  let things: KeyNumbers
  private let names: [Value: String]

  /// The levels that things are told apart by, from the narrowest.
  static let levels = ["product", "subcategory", "category"].map(Key.dimension)

  /// Pairs in fewer baskets tell nothing.
  static let least = 10
  /// Nor do pairs in fewer than one basket of a thousand.
  static let leastShare = 0.001

  /// The orders under the filters and in the period of a question.
  init(_ level: Key, _ request: AnalysisRequest) throws(AnalysisError) {
    let query = request.query(
      of: [Measure("units_sold")],
      by: [.dimension("customer_order"), level],
      in: request.query.period
    )
    let table = try request.source.keyedFigures(of: query)
    var orders = KeyNumbers()
    var things = KeyNumbers()
    var rows: [(basket: Int, thing: Int)] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows where !row[0].isNull && !row[1].isNull {
      // A line that takes goods back puts nothing into a basket.
      guard row[2].number ?? 0 > 0 else { continue }
      rows.append((orders.number(row[0]), things.number(row[1])))
    }
    self.level = level
    self.things = things
    baskets = Baskets(
      rows: rows,
      basketCount: max(orders.count, try Self.orderCount(request)),
      thingCount: things.count
    )
    names = try request.source.names(of: level.dimension ?? "")
  }

  /// All orders, those without the products asked about too: chance is measured by them.
  private static func orderCount(_ request: AnalysisRequest) throws(AnalysisError) -> Int {
    let restricting = AnalysisRequest.productDimensions + ["supplier"]
    guard !request.filters(on: restricting).isEmpty else { return 0 }
    let all = request.without(restricting)
    let table = try request.source.figures(
      of: all.query(of: [Measure("orders")], in: request.query.period)
    )
    return table.rows.first.flatMap { table.number($0, ofMeasure: 0) }.map { Int($0) } ?? 0
  }

  /// Baskets that a pair needs to tell something.
  var leastTogether: Int {
    max(Self.least, Int((Self.leastShare * Double(baskets.count)).rounded(.up)))
  }

  /// The name of a thing.
  func name(_ thing: Int) -> Value {
    let key = things.keys[thing]
    return names[key].map(Value.text) ?? key
  }

  /// The name of a thing as it stands in a sentence.
  func member(_ thing: Int) -> Finding.Content { .member(name(thing), level) }
}
