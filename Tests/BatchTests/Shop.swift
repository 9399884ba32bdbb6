import FolderSupport
import Diagnostics
import Planning
import SQLiteStore
import Testing
import Values

/// A hand-made user's database.
struct Shop {
  let path: String
  let connection: Connection

  /// Writes the script's database.
  init(_ folder: TemporaryFolder, _ script: String, name: String = "shop.db") throws {
    path = folder.file(name)
    let writer = try Connection.create(path: path)
    try writer.execute(script)
    try writer.finish()
    connection = try Connection.readOnly(path: path)
  }

  /// What it holds, on a day: columns with something in them.
  func facts(now: String) throws -> DatabaseFacts {
    let day = try #require(CalendarDay(iso: now))
    var facts = DatabaseFacts(columns: [:], now: day)
    for table in try SchemaReader.read(connection).tables {
      facts.columns[table.name] = []
      for column in table.columns {
        let sql = "SELECT COUNT(\(column.name)) FROM \(table.name)"
        let count = try connection.query(sql).rows[0][0].number ?? 0
        if count > 0 { facts.columns[table.name]?.insert(column.name) }
      }
    }
    let days = try connection.query("SELECT order_date FROM sales_history").rows
      .compactMap { $0[0].text }.compactMap { CalendarDay(iso: $0) }
    if let first = days.min(), let last = days.max() {
      facts.ranges[.init("sales_history", "order_date")] = first...last
    }
    // As the profile of the whole program finds it.
    facts.dirtyNumbers = [.init("sales_history", "quantity")]
    return facts
  }

  /// Three products: one with warehouses, orders and promotions, one never sold, one taken out of the catalogue.
  static let three = """
    CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT, category TEXT, unit_price REAL,
      unit_cost REAL, lead_time_days INTEGER, supplier_id INTEGER, pack_size INTEGER, is_active INTEGER);
    INSERT INTO products VALUES (1, 'Chaise', 'Mobilier', 50, 20, 4, 7, 6, 1),
      (2, 'Table', 'Mobilier', NULL, 80, NULL, 7, NULL, 1), (3, 'Lampe', NULL, 10, 4, NULL, NULL, NULL, 0);
    CREATE TABLE suppliers(id INTEGER PRIMARY KEY, name TEXT, lead_time_days INTEGER);
    INSERT INTO suppliers VALUES (7, 'Meubles du Nord', 12);
    CREATE TABLE customer_orders(id INTEGER PRIMARY KEY, status TEXT);
    INSERT INTO customer_orders VALUES (1, 'delivered'), (2, 'cancelled'), (3, 'suspected_fraud');
    CREATE TABLE sales_history(id INTEGER PRIMARY KEY, customer_order_id INTEGER, product_id INTEGER,
      order_date TEXT, quantity REAL, is_promotion INTEGER);
    INSERT INTO sales_history(customer_order_id, product_id, order_date, quantity, is_promotion) VALUES
      (1, 1, '2026-01-01', 2, 0), (2, 1, '2026-01-02', 100, 0), (3, 1, '2026-01-03', 100, 0),
      (NULL, 1, '2026-01-05 14:02:11', 3, 1), (1, 1, '2026-01-05', 1.5, 0), (1, 1, '2026-01-08', 4, 1),
      (1, 1, '2026-01-20', 1, 1), (1, 1, '20/01/2026', 50, 0), (1, 1, '2026-02-01', 50, 0),
      (1, 1, '2026-01-21', 'beaucoup', 0), (1, 3, '2024-01-01', 5, 0);
    CREATE TABLE stock_levels(id INTEGER PRIMARY KEY, product_id INTEGER, warehouse_id INTEGER,
      quantity_on_hand REAL, recorded_at TEXT);
    INSERT INTO stock_levels(product_id, warehouse_id, quantity_on_hand, recorded_at) VALUES
      (1, 1, 10, '2026-01-10'), (1, 1, 7, '2026-01-25'), (1, 2, 5, '2026-01-12'),
      (1, 2, 6, '2026-01-12'), (1, 1, 99, '2026-02-01'), (1, 2, 99, 'hier'), (2, 1, 0, '2026-01-25');
    CREATE TABLE orders(id INTEGER PRIMARY KEY, product_id TEXT, status TEXT, order_date TEXT,
      expected_delivery TEXT, quantity_ordered REAL, quantity_received REAL);
    INSERT INTO orders(product_id, status, order_date, expected_delivery, quantity_ordered, quantity_received)
      VALUES ('1', 'sent', '2026-01-20', '2026-02-03', 12, NULL), ('1', 'in_transit', '2026-01-10', '2026-01-25', 6, 2),
      ('1', 'received', '2026-01-01', '2026-01-05', 100, 100), ('1', 'draft', '2026-01-30', '2026-02-10', 100, NULL),
      ('1', 'sent', '2026-01-20', NULL, 1, NULL);
    """

  /// A shop of many days: products that sell a fixed pattern, the same each time.
  static func busy(products: Int, days: Int) -> String {
    let first = CalendarDay(iso: "2025-01-01") ?? CalendarDay(ordinal: 0)
    var script = """
      CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT, category TEXT, unit_price REAL, lead_time_days INTEGER);
      CREATE TABLE sales_history(product_id INTEGER, order_date TEXT, quantity REAL);
      CREATE TABLE stock_levels(product_id INTEGER, quantity_on_hand REAL, recorded_at TEXT);

      """
    for product in 1...products {
      script += "INSERT INTO products VALUES (\(product), 'P\(product)', 'C', \(product), 5);\n"
      script += "INSERT INTO stock_levels VALUES (\(product), \(product * 10), '2025-06-01');\n"
      let rows = (0..<days).compactMap { day -> String? in
        let units = (day * 7 + product * 3) % 5
        return units == 0
          ? nil : "(\(product), '\(first.adding(days: day).iso)', \(units))"
      }
      script += "INSERT INTO sales_history VALUES \(rows.joined(separator: ", "));\n"
    }
    return script
  }
}
