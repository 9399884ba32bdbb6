import Values

/// The rows of a database, in memory: what is written to SQLite and what the naive evaluator loops over.
struct ShopTables: Sendable {
  typealias Row = [String: Value]

  /// Table → column names with their SQL types, in order.
  static let layout: [(table: String, columns: [(name: String, type: String)])] = [
    (
      "products",
      columns(
        "id INTEGER, sku TEXT, name TEXT, category TEXT, subcategory TEXT, supplier_id INTEGER, unit_price REAL, unit_cost REAL, lead_time_days INTEGER, min_stock_level INTEGER, is_active INTEGER"
      )
    ),
    ("suppliers", columns("id INTEGER, name TEXT, country TEXT")),
    ("warehouses", columns("id INTEGER, name TEXT, city TEXT")),
    (
      "customers",
      columns("id INTEGER, name TEXT, segment TEXT, city TEXT, region TEXT, registered_on TEXT")
    ),
    (
      "customer_orders",
      columns(
        "id INTEGER, reference TEXT, customer_id INTEGER, ordered_at TEXT, status TEXT, channel TEXT, region TEXT"
      )
    ),
    (
      "sales_history",
      columns(
        "id INTEGER, customer_order_id INTEGER, product_id INTEGER, customer_id INTEGER, warehouse_id INTEGER, order_date TEXT, quantity REAL, unit_price REAL, unit_cost REAL, discount_applied REAL"
      )
    ),
    (
      "returns",
      columns(
        "id INTEGER, sale_id INTEGER, product_id INTEGER, customer_id INTEGER, return_date TEXT, quantity REAL, refund_amount REAL, restocked INTEGER"
      )
    ),
    (
      "stock_levels",
      columns(
        "id INTEGER, product_id INTEGER, warehouse_id INTEGER, quantity_on_hand REAL, recorded_at TEXT"
      )
    ),
    (
      "prediction_feedback",
      columns("date TEXT, product_id INTEGER, predicted_value REAL, actual_value REAL")
    ),
    (
      "forecasts",
      columns(
        "id INTEGER, product_id INTEGER, forecast_date TEXT, predicted_quantity REAL, created_at TEXT"
      )
    ),
    ("alerts", columns("id INTEGER, created_at TEXT")),
    (
      "anomalies",
      columns("id INTEGER, product_id INTEGER, detection_date TEXT, status TEXT")
    ),
    (
      "costs",
      columns(
        "id INTEGER, cost_date TEXT, cost_type TEXT, product_id INTEGER, supplier_id INTEGER, amount REAL, basis TEXT"
      )
    ),
  ]

  /// Table → rows; columns a row does not name are NULL.
  var rows: [String: [Row]] = [:]

  subscript(table: String) -> [Row] {
    get { rows[table] ?? [] }
    set { rows[table] = newValue }
  }

  private static func columns(_ text: String) -> [(name: String, type: String)] {
    text.split(separator: ",").map { column in
      let parts = column.split(separator: " ")
      return (String(parts[0]), String(parts[1]))
    }
  }
}
