import Analytics
import Diagnostics
import SQLiteStore
import Values

/// The accuracy of forecasts on the database's products, and the speed on many.
enum ForecastTimes {
  /// Accuracy at four origins of 28 days, and seconds for so many products of three years.
  static func measure(database: String, products: Int) throws(Failure) -> JSON {
    let set = try demand(database)
    let run = RollingForecasts(set, origins: 4, horizon: 28, usesProfiles: true)
    let scores = ForecastScores(run.items)
    scores.say("\(set.products.count) products")
    return .object([
      ("accuracy", scores.json),
      ("speed", speed(products)),
    ])
  }

  /// Units a day of every product with sales, as the database holds them.
  private static func demand(_ database: String) throws(Failure) -> DemandSet {
    let connection = try Connection.readOnly(path: database)
    let result = try connection.query(
      """
      SELECT sales.product_id, COALESCE(products.category, ''), sales.order_date, SUM(sales.quantity)
      FROM sales_history AS sales
      JOIN products ON products.id = sales.product_id
      LEFT JOIN customer_orders AS orders ON orders.id = sales.customer_order_id
      WHERE COALESCE(orders.status, '') NOT IN ('cancelled', 'suspected_fraud')
      GROUP BY 1, 3 ORDER BY 1, 3
      """,
      limit: 5_000_000
    )
    var products: [DemandSet.Product] = []
    for row in result.rows {
      guard case .integer(let product) = row[0], case .text(let group) = row[1],
        case .text(let date) = row[2], let day = CalendarDay(iso: date)
      else { continue }
      let quantity: Double =
        switch row[3] {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: 0
        }
      if products.last?.name != "\(product)" {
        products.append(
          DemandSet.Product(
            name: "\(product)",
            group: group,
            quantities: [],
            promotions: [],
            firstDay: day
          )
        )
      }
      let last = products.count - 1
      let gap = day.ordinal - products[last].firstDay.ordinal - products[last].quantities.count
      guard gap >= 0 else { continue }
      products[last].quantities += [Double](repeating: 0, count: gap) + [quantity]
      products[last].promotions += [Double](repeating: 0, count: gap + 1)
    }
    return DemandSet(products: products)
  }

  private static func speed(_ count: Int) -> JSON {
    let set = GeneratedDemand.products(count: count, days: 1095, seed: 7)
    let run = RollingForecasts(set, origins: 1, horizon: 90, usesProfiles: false)
    Report.say(
      "\(count) products of three years forecast in \(Report.fixed(run.seconds, 1)) s on two threads"
    )
    return .object([
      ("products", .integer(Int64(count))),
      ("seconds", .number((run.seconds * 100).rounded() / 100)),
    ])
  }
}
