/// What tells most about what: the order in which next questions are tried.
///
/// Names of the corpus; those that a corpus or a database lacks are passed over.
enum TellingTables {
  /// Dataset → what its figures are best split by.
  static let groups: [String: [String]] = [
    "sales": ["category", "region", "channel", "segment", "subcategory", "supplier", "warehouse"],
    "customer_orders": ["carrier", "region", "channel", "ship_mode", "order_status", "segment"],
    "returns": ["return_reason", "category", "region", "channel"],
    "purchase_orders": ["supplier", "category", "supplier_country", "warehouse"],
    "stock": ["category", "warehouse", "supplier", "subcategory"],
    "stock_history": ["category", "warehouse"],
    "product_stock": ["category", "supplier"],
    "product_snapshots": ["category", "supplier"],
    "movements": ["movement_reason", "movement_kind", "category", "warehouse"],
    "costs": ["cost_type", "category", "supplier"],
    "products": ["category", "supplier", "subcategory"],
    "customers": ["segment", "region", "country"],
    "customer_debuts": ["segment", "region", "country"],
    "suppliers": ["supplier_country", "payment_terms"],
    "warehouses": ["warehouse_city"],
    "alerts": ["alert_type", "alert_severity", "alert_status", "category"],
    "anomalies": ["anomaly_type", "anomaly_severity", "anomaly_status", "category"],
    "expected_receipts": ["supplier", "warehouse", "category"],
    "forecast_feedback": ["category", "supplier"],
    "forecasts": ["category", "supplier"],
    "learned_events": ["event_category"],
    "event_impacts": ["event", "category"],
  ]

  /// Metric → what is asked of the same next, beside its rate and its parts.
  static let figures: [String: [String]] = [
    "revenue": ["gross_margin", "units_sold", "orders"],
    "gross_margin": ["margin_rate", "revenue"],
    "margin_rate": ["gross_margin", "average_discount"],
    "net_margin": ["net_margin_rate", "gross_margin"],
    "units_sold": ["revenue", "stock_on_hand", "gross_margin"],
    "orders": ["average_basket", "revenue"],
    "average_basket": ["orders", "revenue"],
    "average_discount": ["margin_rate", "revenue"],
    "discount_amount": ["average_discount", "gross_margin"],
    "buying_customers": ["revenue_per_customer", "average_basket"],
    "new_customers": ["buying_customers"],
    "customer_count": ["buying_customers", "revenue"],
    "product_count": ["stock_on_hand", "stock_value"],
    "supplier_count": ["purchases"],
    "stock_on_hand": ["stock_value", "units_sold", "days_of_cover"],
    "stock_value": ["stock_on_hand", "potential_margin"],
    "stock_available": ["stock_on_hand", "days_of_cover"],
    "days_of_cover": ["stock_on_hand", "stock_value"],
    "turnover": ["stock_value", "days_of_cover"],
    "stockout_rate": ["stock_on_hand"],
    "return_count": ["return_rate", "refunds"],
    "returned_units": ["return_rate", "refunds"],
    "return_rate": ["returned_units", "refunds"],
    "refunds": ["returned_units", "return_rate"],
    "purchases": ["purchase_order_count", "quantity_ordered", "supplier_late_rate"],
    "purchase_order_count": ["purchases", "supplier_late_rate"],
    "purchase_records": ["purchases"],
    "quantity_ordered": ["quantity_received", "purchases"],
    "quantity_received": ["reject_rate", "quantity_ordered"],
    "reject_rate": ["quantity_rejected"],
    "supplier_lead_time": ["supplier_late_rate", "purchases"],
    "supplier_late_rate": ["supplier_lead_time", "reject_rate"],
    "supplier_late_count": ["supplier_late_rate", "purchases"],
    "supplier_delay": ["supplier_late_rate", "supplier_lead_time"],
    "supplier_rating": ["supplier_late_rate", "purchases"],
    "order_records": ["cancellation_rate", "revenue"],
    "delivery_time": ["late_rate", "shipping_cost"],
    "late_rate": ["delivery_time", "late_orders"],
    "late_orders": ["late_rate", "delivery_time"],
    "on_time_rate": ["delivery_time"],
    "shipping_cost": ["average_shipping_cost", "delivery_time"],
    "cancelled_orders": ["cancellation_rate"],
    "cancellation_rate": ["cancelled_orders"],
    "losses": ["loss_value"],
    "loss_value": ["losses"],
    "units_in": ["units_out"],
    "units_out": ["units_in"],
    "storage_cost": ["stock_value"],
  ]

  /// Entity → figures worth knowing of things found.
  static let figuresOfThings: [String: [String]] = [
    "product": ["stock_on_hand", "open_order_units", "units_sold", "revenue", "margin_rate"],
    "customer": ["orders", "revenue", "average_basket"],
    "supplier": ["purchases", "supplier_late_rate", "supplier_rating"],
    "warehouse": ["stock_value", "stock_on_hand"],
    "customer_order": ["revenue"],
    "purchase_order": ["purchases"],
  ]

  /// Figures of how things stand now, which a period asked before would cut short.
  static let ofNow: Set<String> = ["open_order_units"]

  /// Entity → properties worth knowing of things found.
  static let properties: [String: [String]] = [
    "product": ["supplier", "category"],
    "customer": ["segment", "city"],
    "supplier": ["supplier_country", "payment_terms"],
    "warehouse": ["warehouse_city"],
    "customer_order": ["customer", "carrier"],
    "purchase_order": ["supplier", "product"],
  ]

  /// Dimension → those that one value of it settles too.
  static let wider: [String: [String]] = [
    "product": ["category", "subcategory", "supplier", "sku"],
    "subcategory": ["category"],
    "customer": ["segment", "region", "country", "city"],
    "city": ["region", "country"],
    "region": ["country"],
    "supplier": ["supplier_country", "payment_terms"],
    "warehouse": ["warehouse_city"],
  ]
}
