/// The eighteen tables of an optiflow.db.
extension TableLayout {
  /// Who delivers.
  static let suppliers = TableLayout(
    name: "suppliers",
    definition: """
      id INTEGER PRIMARY KEY
      name TEXT NOT NULL
      country TEXT
      rating REAL
      lead_time_days INTEGER
      payment_terms TEXT
      is_active INTEGER NOT NULL DEFAULT 1
      """
  )

  /// Where stock is kept.
  static let warehouses = TableLayout(
    name: "warehouses",
    definition: """
      id INTEGER PRIMARY KEY
      name TEXT NOT NULL
      city TEXT
      """
  )

  /// The articles.
  static let products = TableLayout(
    name: "products",
    definition: """
      id INTEGER PRIMARY KEY
      sku TEXT NOT NULL UNIQUE
      name TEXT NOT NULL
      category TEXT
      subcategory TEXT
      supplier TEXT
      supplier_id INTEGER REFERENCES suppliers(id)
      unit_price REAL
      unit_cost REAL
      lead_time_days INTEGER
      min_stock_level INTEGER
      max_stock_level INTEGER
      pack_size INTEGER
      is_active INTEGER NOT NULL DEFAULT 1
      launched_on TEXT
      """,
    indexes: ["supplier_id"]
  )

  /// The buyers.
  static let customers = TableLayout(
    name: "customers",
    definition: """
      id INTEGER PRIMARY KEY
      name TEXT NOT NULL
      segment TEXT
      email TEXT
      city TEXT
      region TEXT
      country TEXT
      registered_on TEXT
      """
  )

  /// Orders of customers and their journey.
  static let customerOrders = TableLayout(
    name: "customer_orders",
    definition: """
      id INTEGER PRIMARY KEY
      reference TEXT NOT NULL
      customer_id INTEGER REFERENCES customers(id)
      ordered_at TEXT
      status TEXT
      payment_method TEXT
      channel TEXT
      region TEXT
      country TEXT
      carrier TEXT
      ship_mode TEXT
      scheduled_days INTEGER
      shipped_at TEXT
      delivered_at TEXT
      shipping_cost REAL
      """,
    indexes: ["ordered_at", "customer_id"]
  )

  /// Lines of customer orders.
  static let salesHistory = TableLayout(
    name: "sales_history",
    definition: """
      id INTEGER PRIMARY KEY
      customer_order_id INTEGER REFERENCES customer_orders(id)
      product_id INTEGER REFERENCES products(id)
      customer_id INTEGER REFERENCES customers(id)
      warehouse_id INTEGER REFERENCES warehouses(id)
      order_date TEXT
      quantity INTEGER
      unit_price REAL
      unit_cost REAL
      discount_applied REAL
      is_promotion INTEGER
      """,
    indexes: ["order_date", "product_id", "customer_id", "customer_order_id"]
  )

  /// Goods sent back.
  static let returns = TableLayout(
    name: "returns",
    definition: """
      id INTEGER PRIMARY KEY
      sale_id INTEGER REFERENCES sales_history(id)
      product_id INTEGER REFERENCES products(id)
      customer_id INTEGER REFERENCES customers(id)
      return_date TEXT
      quantity INTEGER
      refund_amount REAL
      reason TEXT
      restocked INTEGER
      """,
    indexes: ["sale_id", "product_id"]
  )

  /// Counts of stock, week after week.
  static let stockLevels = TableLayout(
    name: "stock_levels",
    definition: """
      id INTEGER PRIMARY KEY
      product_id INTEGER REFERENCES products(id)
      warehouse_id INTEGER REFERENCES warehouses(id)
      location TEXT
      quantity_on_hand INTEGER
      quantity_available INTEGER
      recorded_at TEXT
      """,
    indexes: ["product_id, warehouse_id, recorded_at"]
  )

  /// Units in and out.
  static let stockMovements = TableLayout(
    name: "stock_movements",
    definition: """
      id INTEGER PRIMARY KEY
      product_id INTEGER REFERENCES products(id)
      warehouse_id INTEGER REFERENCES warehouses(id)
      moved_at TEXT
      kind TEXT
      quantity INTEGER
      reason TEXT
      reference TEXT
      user_name TEXT
      counterpart_warehouse_id INTEGER REFERENCES warehouses(id)
      """,
    indexes: ["product_id"]
  )

  /// Replenishment orders to suppliers.
  static let orders = TableLayout(
    name: "orders",
    definition: """
      id INTEGER PRIMARY KEY
      product_id INTEGER REFERENCES products(id)
      supplier_id INTEGER REFERENCES suppliers(id)
      order_date TEXT
      quantity_ordered INTEGER
      suggested_quantity INTEGER
      alert_type TEXT
      stock_at_order INTEGER
      unit_price REAL
      unit_cost REAL
      lead_time_days INTEGER
      expected_delivery TEXT
      actual_delivery TEXT
      quantity_received INTEGER
      quantity_rejected INTEGER
      status TEXT
      """,
    indexes: ["product_id"]
  )

  /// Purchase prices and monthly bills.
  static let costs = TableLayout(
    name: "costs",
    definition: """
      id INTEGER PRIMARY KEY
      cost_date TEXT
      cost_type TEXT
      product_id INTEGER REFERENCES products(id)
      supplier_id INTEGER REFERENCES suppliers(id)
      amount REAL
      basis TEXT
      """
  )

  /// Expected demand by day.
  static let forecasts = TableLayout(
    name: "forecasts",
    definition: """
      id INTEGER PRIMARY KEY
      product_id INTEGER REFERENCES products(id)
      forecast_date TEXT
      predicted_quantity REAL
      lower_bound REAL
      upper_bound REAL
      confidence_interval REAL
      model_version TEXT
      created_at TEXT
      """,
    indexes: ["product_id, forecast_date"]
  )

  /// Warnings, active and resolved.
  static let alerts = TableLayout(
    name: "alerts",
    definition: """
      id INTEGER PRIMARY KEY
      product_id INTEGER REFERENCES products(id)
      alert_type TEXT
      severity TEXT
      title TEXT
      message TEXT
      status TEXT
      created_at TEXT
      resolved_at TEXT
      """
  )

  /// Days unlike the expectation.
  static let anomalies = TableLayout(
    name: "anomalies",
    definition: """
      id INTEGER PRIMARY KEY
      product_id INTEGER REFERENCES products(id)
      detection_date TEXT
      actual_value REAL
      predicted_value REAL
      deviation_percent REAL
      anomaly_type TEXT
      severity TEXT
      status TEXT
      group_id TEXT
      confidence_score REAL
      created_at TEXT
      """,
    indexes: ["product_id, detection_date"]
  )

  /// Forecasts against what was sold.
  static let predictionFeedback = TableLayout(
    name: "prediction_feedback",
    definition: """
      date TEXT NOT NULL
      product_id INTEGER NOT NULL REFERENCES products(id)
      predicted_value REAL
      actual_value REAL
      mape REAL
      anomaly_id INTEGER REFERENCES anomalies(id)
      included_in_training INTEGER
      PRIMARY KEY (date, product_id)
      """
  )

  /// Events that move demand.
  static let learnedEvents = TableLayout(
    name: "learned_events",
    definition: """
      id INTEGER PRIMARY KEY
      name TEXT NOT NULL
      category TEXT
      recurrence_type TEXT
      recurrence_params TEXT
      next_occurrence TEXT
      typical_impact TEXT
      base_multiplier REAL
      confidence_score REAL
      observations_count INTEGER
      is_active INTEGER
      created_by TEXT
      created_at TEXT
      """
  )

  /// By how much an event moves what.
  static let eventProductImpacts = TableLayout(
    name: "event_product_impacts",
    definition: """
      id INTEGER PRIMARY KEY
      event_id INTEGER REFERENCES learned_events(id)
      product_id INTEGER REFERENCES products(id)
      category TEXT
      impact_multiplier REAL
      impact_percent REAL
      confidence_score REAL
      observations_count INTEGER
      created_at TEXT
      """,
    indexes: ["event_id"]
  )

  /// Facts about the file itself.
  static let systemMetadata = TableLayout(
    name: "system_metadata",
    definition: """
      key TEXT PRIMARY KEY
      value TEXT
      updated_at TEXT
      """
  )
}
