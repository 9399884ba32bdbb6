import DemoData
import Diagnostics
import SQLiteStore
import Values

/// Analyses of many sale lines, each in a fresh process.
enum AnalysisTimes {
  /// What is asked, by what computes it.
  private static let questions = [
    ("rfm", "Combien de clients par segment RFM ?"),
    ("association_rules", "Quels produits sont achetés ensemble ?"),
    ("k_means", "Regroupe mes clients en segments"),
  ]

  /// Milliseconds of each on a shop of so many lines, after a first start that makes what is kept.
  static func measure(_ tool: MeasuredTool, lines: Int, rounds: Int) throws(Failure) -> JSON {
    let path = tool.scratch + "/large.db"
    Report.say("writing a database of \(lines) sale lines")
    try write(to: path, lines: lines)
    let large = MeasuredTool(
      program: tool.program,
      database: path,
      scratch: tool.scratch,
      cache: tool.scratch + "/large-cache"
    )
    _ = try large.ask(MeasuredTool.singleQuestion)
    var results: [(String, JSON)] = [("lines", .integer(Int64(lines)))]
    for (name, question) in questions {
      var times: [Double] = []
      for _ in 0..<rounds { times.append(try large.ask(question)) }
      let sample = Sample(times)
      Report.say("« \(question) » on \(lines) lines, ms: \(sample.summary)")
      results.append((name, sample.json))
    }
    return .object(results)
  }

  /// Whole demonstration shops side by side, their customers five times as many, cut at so many lines.
  private static func write(to path: String, lines: Int) throws(Failure) {
    try DemoDatabase.write(to: path)
    let shop = try Connection.open(sideFile: path)
    func largest(_ table: String) throws(Failure) -> Int {
      let rows = try shop.query("SELECT MAX(id) FROM \(table)").rows
      return Int(rows.first?.first?.number ?? 0)
    }
    let sales = try largest("sales_history")
    let orders = try largest("customer_orders")
    let customers = try largest("customers")
    let copies = max(1, (lines + sales - 1) / max(1, sales))
    for place in 1..<(5 * copies) {
      try shop.execute(
        """
        INSERT INTO customers SELECT id + \(customers * place), name || ' \(place)', segment,
          '\(place).' || email, city, region, country, registered_on
        FROM customers WHERE id <= \(customers)
        """
      )
    }
    for copy in (0..<copies).reversed() {
      // Each order goes to one of the five customers that stand for its own.
      let buyer = "customer_id + \(customers) * (\(5 * copy) + "
      if copy == 0 {
        try shop.execute(
          """
          UPDATE sales_history SET customer_id = \(buyer)customer_order_id % 5)
          WHERE id <= \(sales);
          UPDATE customer_orders SET customer_id = \(buyer)id % 5) WHERE id <= \(orders);
          """
        )
      } else {
        try shop.execute(
          """
          INSERT INTO sales_history SELECT id + \(sales * copy),
            customer_order_id + \(orders * copy), product_id, \(buyer)customer_order_id % 5),
            warehouse_id, order_date, quantity, unit_price, unit_cost, discount_applied, is_promotion
          FROM sales_history WHERE id <= \(sales);
          INSERT INTO customer_orders SELECT id + \(orders * copy), reference || '-\(copy)',
            \(buyer)id % 5), ordered_at, status, payment_method, channel, region, country, carrier,
            ship_mode, scheduled_days, shipped_at, delivered_at, shipping_cost
          FROM customer_orders WHERE id <= \(orders);
          """
        )
      }
    }
    try shop.execute("DELETE FROM sales_history WHERE id > \(lines); VACUUM")
  }
}
