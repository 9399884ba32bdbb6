import Planning
import Values

/// The SQL that reads the user's database, in one place: names only where the facts have them, values bound.
struct SourceQueries {
  /// A statement with its bindings.
  struct Statement {
    var sql: String
    var parameters: [Value] = []
  }

  let facts: DatabaseFacts

  /// The first instant that is after now.
  private var end: Value { .text(facts.now.adding(days: 1).iso) }

  // MARK: - Products

  /// id, name, category, price, cost, pack, own lead time, supplier's lead time, is_active; by id.
  var products: Statement? {
    guard facts.has("products", "id") else { return nil }
    let supplier = supplierJoin
    let columns = [
      "products.id", column("products", "name"), column("products", "category"),
      number("products", "unit_price"), number("products", "unit_cost"),
      number("products", "pack_size"), number("products", "lead_time_days"),
      supplier.isEmpty ? "NULL" : number("suppliers", "lead_time_days"),
      number("products", "is_active"),
    ]
    return Statement(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM products\(supplier) ORDER BY products.id"
    )
  }

  /// The supplier of a product by its key, else by its name; nothing where no supplier says a lead time.
  private var supplierJoin: String {
    guard facts.has("suppliers", "lead_time_days") else { return "" }
    let keys = [("supplier_id", "id"), ("supplier", "name")].first { own, key in
      facts.has("products", own) && facts.has("suppliers", key)
    }
    guard let (own, key) = keys else { return "" }
    // One of several suppliers of a name, so that no product comes twice.
    return """
       LEFT JOIN (SELECT \(key), MIN(\(number("suppliers", "lead_time_days"))) AS lead_time_days
      FROM suppliers GROUP BY \(key)) AS suppliers ON suppliers.\(key) = products.\(own)
      """
  }

  // MARK: - Demand

  /// product, day, units, is promoted: a row for each day with sales of these products.
  func demand(of products: [Value], from first: CalendarDay) -> Statement? {
    guard
      ["product_id", "order_date", "quantity"].allSatisfy({ facts.has("sales_history", $0) })
    else { return nil }
    let marks = Array(repeating: "?", count: products.count).joined(separator: ", ")
    let promoted = facts.has("sales_history", "is_promotion") ? "MAX(is_promotion = 1)" : "0"
    return Statement(
      sql: """
        SELECT product_id, substr(order_date, 1, 10) AS day,
          SUM(\(number("sales_history", "quantity"))), \(promoted)
        FROM sales_history
        WHERE order_date >= ? AND order_date < ? AND product_id IN (\(marks))\(counted)
        GROUP BY product_id, day
        """,
      parameters: [.text(first.iso), end] + products + countedParameters
    )
  }

  private var knowsCancelled: Bool {
    facts.has("sales_history", "customer_order_id") && facts.has("customer_orders", "id")
      && facts.has("customer_orders", "status")
  }

  /// The condition that a sale's customer order counts; nothing where no status is known.
  private var counted: String {
    guard knowsCancelled else { return "" }
    return """
       AND (customer_order_id IS NULL OR customer_order_id NOT IN
        (SELECT id FROM customer_orders WHERE status IN (?, ?) AND id IS NOT NULL))
      """
  }

  private var countedParameters: [Value] {
    knowsCancelled ? [.text("cancelled"), .text("suspected_fraud")] : []
  }

  // MARK: - Stock and orders

  /// product, units on hand: the newest snapshot of each product and warehouse up to now, summed.
  var stock: Statement? {
    let needed = ["product_id", "quantity_on_hand", "recorded_at"]
    guard needed.allSatisfy({ facts.has("stock_levels", $0) }) else { return nil }
    let keys = ["product_id", "warehouse_id"].filter { facts.has("stock_levels", $0) }
    let tie = facts.has("stock_levels", "id") ? "id" : "rowid"
    let key = keys.joined(separator: ", ")
    return Statement(
      sql: """
        SELECT product_id, SUM(\(number("stock_levels", "quantity_on_hand")))
        FROM (SELECT product_id, quantity_on_hand,
            LEAD(1) OVER (PARTITION BY \(key) ORDER BY recorded_at, \(tie)) AS is_followed
          FROM stock_levels WHERE recorded_at < ? AND recorded_at GLOB ?) AS stock_levels
        WHERE is_followed IS NULL GROUP BY product_id
        """,
      parameters: [end, .text(Self.isoPattern)]
    )
  }

  /// product, mean of the total on hand over the snapshot days of the last 30 days.
  var meanStock: Statement? {
    guard stock != nil else { return nil }
    return Statement(
      sql: """
        SELECT product_id, AVG(units)
        FROM (SELECT product_id, SUM(\(number("stock_levels", "quantity_on_hand"))) AS units
          FROM stock_levels WHERE recorded_at >= ? AND recorded_at < ? AND recorded_at GLOB ?
          GROUP BY product_id, substr(recorded_at, 1, 10))
        GROUP BY product_id
        """,
      parameters: [.text(facts.now.adding(days: -29).iso), end, .text(Self.isoPattern)]
    )
  }

  /// product, units still to come, expected day: supplier orders under way.
  var openOrders: Statement? {
    guard
      ["product_id", "quantity_ordered", "status"].allSatisfy({ facts.has("orders", $0) })
    else { return nil }
    let expected =
      facts.has("orders", "expected_delivery") ? "substr(expected_delivery, 1, 10)" : "NULL"
    let received =
      facts.has("orders", "quantity_received")
      ? " - COALESCE(\(number("orders", "quantity_received")), 0)" : ""
    // An order of tomorrow is not under way yet.
    let isPlaced = facts.has("orders", "order_date") ? " AND order_date < ?" : ""
    return Statement(
      sql: """
        SELECT product_id, SUM(MAX(0, \(number("orders", "quantity_ordered"))\(received))), \(expected) AS day
        FROM orders WHERE status IN (?, ?)\(isPlaced)
        GROUP BY product_id, day ORDER BY product_id, day
        """,
      parameters: [.text("sent"), .text("in_transit")] + (isPlaced.isEmpty ? [] : [end])
    )
  }

  // MARK: - Events

  /// id, name, recurrence, month, day, weekday, nth, offset, days before, days after, duration, next day.
  var events: Statement? {
    guard facts.has("learned_events", "recurrence_type"), facts.has("learned_events", "id") else {
      return nil
    }
    let names = ["month", "day", "weekday", "nth", "offset"]
    let parts = (names.map { [$0] } + Self.windowNames).map(parameter)
    let columns =
      ["id", column("learned_events", "name"), "recurrence_type"] + parts
      + [column("learned_events", "next_occurrence")]
    let isActive = facts.has("learned_events", "is_active") ? " WHERE is_active = 1" : ""
    return Statement(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM learned_events\(isActive) ORDER BY id"
    )
  }

  /// What days before, days after and a duration may be called.
  private static let windowNames = [
    ["days_before", "before"], ["days_after", "after"], ["duration_days", "duration"],
  ]

  /// The first of some entries of a recurrence's JSON.
  private func parameter(_ names: [String]) -> String {
    guard facts.has("learned_events", "recurrence_params") else { return "NULL" }
    let valid = "CASE WHEN json_valid(recurrence_params) THEN recurrence_params END"
    let parts = names.map { "json_extract(\(valid), '$.\($0)')" }
    return "COALESCE(\(parts.joined(separator: ", ")), NULL)"
  }

  // MARK: - Pieces

  /// What a text that begins with a date looks like.
  private static let isoPattern = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*"

  /// A column, NULL where it is not there.
  private func column(_ table: String, _ name: String) -> String {
    facts.has(table, name) ? "\(table).\(name)" : "NULL"
  }

  /// A column's numbers, NULL for what is none.
  private func number(_ table: String, _ name: String) -> String {
    guard facts.has(table, name) else { return "NULL" }
    let column = "\(table).\(name)"
    guard facts.dirtyNumbers.contains(.init(table, name)) else { return column }
    return "CASE WHEN typeof(\(column)) IN ('integer', 'real') THEN \(column) END"
  }
}
