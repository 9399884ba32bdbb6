import Analytics
import Planning
import SemanticModel
import Values

/// The products to order with what an order of each costs and saves, read by queries.
struct OrderFigures {
  /// Products with a quantity to order, by name.
  let candidates: [OrderCandidate]
  /// Whether there is any product that could have been one.
  let hasProducts: Bool

  private static let product = Key.dimension("product")
  private static let supplier = Key.dimension("supplier")

  /// What is told of a product beside its quantity, where the database has it.
  private enum Detail: String, CaseIterable {
    case pack = "pack_size"
    case cost = "product_cost"
    case price = "product_price"
    case loss = "expected_loss"
    case stock = "stock_on_hand"
    case nextDays = "next_days_demand"
  }

  /// Days that `next_days_demand` covers.
  private static let nextDays = 3.0

  init(_ request: AnalysisRequest) throws(AnalysisError) {
    let quantities = try Self.table(request, request.measure, in: request.query.period)
    var details: [Detail: [Row: Double]] = [:]
    for detail in Detail.allCases {
      let measure = Measure(detail.rawValue)
      guard request.source.canTell(request.query(of: [measure], by: [Self.product])) else {
        continue
      }
      details[detail] = try Self.table(request, measure, in: nil)
    }
    hasProducts = !quantities.isEmpty
    candidates = quantities.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map {
      row,
      quantity in
      func detail(_ detail: Detail) -> Double? { details[detail]?[row] }
      return OrderCandidate(
        product: row.product,
        supplier: row.supplier,
        quantity: Self.whole(quantity),
        packSize: Self.whole(detail(.pack) ?? 1),
        unitCost: detail(.cost),
        unitPrice: detail(.price),
        expectedLoss: detail(.loss) ?? 0,
        onHand: detail(.stock) ?? 0,
        dailyForecast: (detail(.nextDays) ?? 0) / Self.nextDays
      )
    }
  }

  /// What is said where there is no candidate: stock suffices, or there are no products to speak of.
  var nothing: Finding { Finding(hasProducts ? "nothing" : "no_products") }

  /// The next whole number; dirty data hold numbers that no `Int` can.
  private static func whole(_ number: Double) -> Int { Int(min(max(0, number), 1e15).rounded(.up)) }

  /// A product of a supplier.
  private struct Row: Hashable, Comparable {
    let product: NamedKey
    let supplier: NamedKey?

    static func < (left: Row, right: Row) -> Bool {
      left.product != right.product
        ? left.product < right.product
        : (left.supplier?.name ?? "") < (right.supplier?.name ?? "")
    }
  }

  private static func table(
    _ request: AnalysisRequest,
    _ measure: Measure,
    in period: Period?
  ) throws(AnalysisError) -> [Row: Double] {
    var query = request.query(of: [measure], by: [product, supplier], in: period)
    if !request.source.canTell(query) { query.keys = [product] }
    let table = try request.source.figures(of: query)
    var figures: [Row: Double] = [:]
    for row in table.rows {
      guard let number = table.number(row, ofMeasure: 0), let name = table.name(row, product)
      else { continue }
      let key = Row(product: name, supplier: table.name(row, supplier))
      figures[key, default: 0] += number
    }
    return figures
  }
}

extension FigureTable {
  /// The member of a dimension that a row is about; nil where the table or the row has none.
  fileprivate func name(_ row: [Value], _ key: Key) -> NamedKey? {
    guard let text = column(.key(key)).flatMap({ row[$0].text }) else { return nil }
    return NamedKey(id: text, name: text)
  }
}
