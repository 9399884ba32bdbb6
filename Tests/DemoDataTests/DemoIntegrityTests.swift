import Testing
import Values

@testable import DemoData

@Suite("The demonstration holds together")
struct DemoIntegrityTests {
  @Test("the catalogue is whole at full scale")
  func catalogue() {
    let catalogue = Catalogue(seed: 1, perCategory: 25)
    #expect(catalogue.products.count == 250)
    #expect(Set(catalogue.products.map(\.name)).count == 250)
    #expect(Set(catalogue.products.map(\.sku)).count == 250)
    #expect(Companions.links(in: catalogue).count { $0 != nil } == 13)
    #expect(Shock.crazes.allSatisfy { catalogue.position(named: $0.article) != nil })
    #expect(Supplier.all.count == 20)
    for product in catalogue.products {
      #expect((2...24).contains(product.leadTime), "\(product.name)")
      #expect((1...3).contains(product.warehouses.count), "\(product.name)")
    }
  }

  @Test(
    "every table has its columns",
    arguments: [
      (
        "products",
        "id sku name category subcategory supplier supplier_id unit_price unit_cost "
          + "lead_time_days min_stock_level max_stock_level pack_size is_active launched_on"
      ),
      ("suppliers", "id name country rating lead_time_days payment_terms is_active"),
      ("warehouses", "id name city"),
      ("customers", "id name segment email city region country registered_on"),
      (
        "sales_history",
        "id customer_order_id product_id customer_id warehouse_id order_date "
          + "quantity unit_price unit_cost discount_applied is_promotion"
      ),
      (
        "customer_orders",
        "id reference customer_id ordered_at status payment_method channel "
          + "region country carrier ship_mode scheduled_days shipped_at delivered_at shipping_cost"
      ),
      (
        "returns",
        "id sale_id product_id customer_id return_date quantity refund_amount reason "
          + "restocked"
      ),
      (
        "stock_levels",
        "id product_id warehouse_id location quantity_on_hand quantity_available "
          + "recorded_at"
      ),
      (
        "stock_movements",
        "id product_id warehouse_id moved_at kind quantity reason reference "
          + "user_name counterpart_warehouse_id"
      ),
      (
        "orders",
        "id product_id supplier_id order_date quantity_ordered suggested_quantity "
          + "alert_type stock_at_order unit_price unit_cost lead_time_days expected_delivery "
          + "actual_delivery quantity_received quantity_rejected status"
      ),
      ("costs", "id cost_date cost_type product_id supplier_id amount basis"),
      (
        "forecasts",
        "id product_id forecast_date predicted_quantity lower_bound upper_bound "
          + "confidence_interval model_version created_at"
      ),
      ("alerts", "id product_id alert_type severity title message status created_at resolved_at"),
      (
        "anomalies",
        "id product_id detection_date actual_value predicted_value "
          + "deviation_percent anomaly_type severity status group_id confidence_score created_at"
      ),
      (
        "prediction_feedback",
        "date product_id predicted_value actual_value mape anomaly_id "
          + "included_in_training"
      ),
      (
        "learned_events",
        "id name category recurrence_type recurrence_params next_occurrence "
          + "typical_impact base_multiplier confidence_score observations_count is_active "
          + "created_by created_at"
      ),
      (
        "event_product_impacts",
        "id event_id product_id category impact_multiplier "
          + "impact_percent confidence_score observations_count created_at"
      ),
      ("system_metadata", "key value updated_at"),
    ]
  )
  func columns(table: String, columns: String) throws {
    let list = columns.split(separator: " ").joined(separator: ", ")
    let rows = try DemoFixture.rows("SELECT \(list) FROM \(table) LIMIT 1")
    #expect(rows.count == 1)
  }

  @Test(
    "every reference has its target",
    arguments: [
      ("products.supplier_id", "suppliers"), ("customer_orders.customer_id", "customers"),
      ("sales_history.customer_order_id", "customer_orders"),
      ("sales_history.product_id", "products"), ("sales_history.customer_id", "customers"),
      ("sales_history.warehouse_id", "warehouses"), ("returns.sale_id", "sales_history"),
      ("returns.product_id", "products"), ("returns.customer_id", "customers"),
      ("stock_levels.product_id", "products"), ("stock_levels.warehouse_id", "warehouses"),
      ("stock_movements.product_id", "products"),
      ("stock_movements.counterpart_warehouse_id", "warehouses"),
      ("orders.product_id", "products"), ("orders.supplier_id", "suppliers"),
      ("costs.product_id", "products"), ("costs.supplier_id", "suppliers"),
      ("forecasts.product_id", "products"), ("alerts.product_id", "products"),
      ("anomalies.product_id", "products"), ("prediction_feedback.product_id", "products"),
      ("prediction_feedback.anomaly_id", "anomalies"),
      ("event_product_impacts.event_id", "learned_events"),
      ("event_product_impacts.product_id", "products"),
    ]
  )
  func references(column: String, target: String) throws {
    let table = column.split(separator: ".")[0]
    let orphans = try DemoFixture.number(
      "SELECT count(*) FROM \(table) WHERE \(column) IS NOT NULL "
        + "AND \(column) NOT IN (SELECT id FROM \(target))"
    )
    #expect(orphans == 0)
  }

  @Test(
    "dates are ISO and none is later than the last day",
    arguments: [
      ("sales_history", "order_date"), ("customer_orders", "substr(ordered_at, 1, 10)"),
      ("customer_orders", "shipped_at"), ("customer_orders", "delivered_at"),
      ("returns", "return_date"), ("stock_levels", "recorded_at"), ("stock_movements", "moved_at"),
      ("orders", "order_date"), ("orders", "actual_delivery"), ("costs", "cost_date"),
      ("prediction_feedback", "date"), ("anomalies", "detection_date"),
      ("alerts", "substr(created_at, 1, 10)"), ("alerts", "substr(resolved_at, 1, 10)"),
    ]
  )
  func dates(table: String, column: String) throws {
    let odd = try DemoFixture.number(
      """
      SELECT count(*) FROM \(table) WHERE \(column) IS NOT NULL
      AND (date(\(column)) IS NOT \(column) OR \(column) NOT BETWEEN '2023-04-01' AND '2026-03-31')
      """
    )
    #expect(odd == 0)
  }

  @Test("the last sale and the last count are of the last day")
  func lastDay() throws {
    #expect(try DemoFixture.texts("SELECT max(order_date) FROM sales_history") == ["2026-03-31"])
    let stale = try DemoFixture.number(
      "SELECT count(*) FROM (SELECT max(recorded_at) AS day FROM stock_levels "
        + "GROUP BY product_id, warehouse_id) WHERE day <> '2026-03-31'"
    )
    #expect(stale == 0)
  }

  @Test(
    "nothing impossible happens",
    arguments: [
      (
        "a sale before the launch",
        "FROM sales_history s JOIN products p ON p.id = s.product_id "
          + "WHERE s.order_date < p.launched_on"
      ),
      (
        "a sale dated unlike its order",
        "FROM sales_history s JOIN customer_orders o "
          + "ON o.id = s.customer_order_id WHERE substr(o.ordered_at, 1, 10) <> s.order_date "
          + "OR o.customer_id <> s.customer_id"
      ),
      (
        "a purchase before registration",
        "FROM sales_history s JOIN customers c "
          + "ON c.id = s.customer_id WHERE s.order_date < c.registered_on"
      ),
      (
        "negative stock",
        "FROM stock_levels WHERE quantity_on_hand < 0 "
          + "OR quantity_available < 0 OR quantity_available > quantity_on_hand"
      ),
      (
        "a return before the sale or larger",
        "FROM returns r JOIN sales_history s "
          + "ON s.id = r.sale_id WHERE r.return_date <= s.order_date OR r.quantity > s.quantity "
          + "OR r.product_id <> s.product_id OR r.customer_id <> s.customer_id"
      ),
      (
        "an empty or unpriced line",
        "FROM sales_history WHERE quantity < 1 OR unit_price <= 0 "
          + "OR unit_cost <= 0 OR discount_applied NOT BETWEEN 0 AND 100"
      ),
      (
        "a delivery without shipment",
        "FROM customer_orders WHERE "
          + "(status = 'delivered') <> (delivered_at IS NOT NULL) "
          + "OR (status IN ('shipped', 'delivered')) <> (shipped_at IS NOT NULL) "
          + "OR delivered_at < shipped_at OR shipped_at < substr(ordered_at, 1, 10)"
      ),
      (
        "a receipt of what was not received",
        "FROM orders WHERE "
          + "(status = 'received') <> (actual_delivery IS NOT NULL) "
          + "OR quantity_rejected > quantity_received OR actual_delivery <= order_date"
      ),
      (
        "an alert settled before it was raised",
        "FROM alerts WHERE resolved_at < created_at "
          + "OR (status = 'active') <> (resolved_at IS NULL)"
      ),
      (
        "a forecast out of its bounds",
        "FROM forecasts WHERE lower_bound < 0 "
          + "OR predicted_quantity < lower_bound OR predicted_quantity > upper_bound"
      ),
      (
        "a transfer without its other half",
        "FROM stock_movements a WHERE a.kind = 'transfer' "
          + "AND NOT EXISTS (SELECT 1 FROM stock_movements b WHERE b.kind = 'transfer' "
          + "AND b.product_id = a.product_id AND b.moved_at = a.moved_at "
          + "AND b.quantity = -a.quantity AND b.warehouse_id = a.counterpart_warehouse_id)"
      ),
    ]
  )
  func impossible(what: String, clause: String) throws {
    #expect(try DemoFixture.number("SELECT count(*) \(clause)") == 0, "\(what)")
  }

  @Test("movements add up to what lies on the shelf")
  func balance() throws {
    let gaps = try DemoFixture.number(
      """
      SELECT count(*) FROM stock_levels l WHERE recorded_at = '2026-03-31' AND quantity_on_hand <> (
        SELECT sum(quantity) FROM stock_movements m
        WHERE m.product_id = l.product_id AND m.warehouse_id = l.warehouse_id)
      """
    )
    #expect(gaps == 0)
  }

  @Test("articles are kept in one to three warehouses")
  func warehouses() throws {
    let odd = try DemoFixture.number(
      "SELECT count(*) FROM (SELECT count(DISTINCT warehouse_id) AS n FROM stock_levels "
        + "GROUP BY product_id) WHERE n NOT BETWEEN 1 AND 3"
    )
    #expect(odd == 0)
  }

  @Test("sizes are in proportion")
  func sizes() throws {
    let lines = try #require(try DemoFixture.number("SELECT count(*) FROM sales_history"))
    let orders = try #require(try DemoFixture.number("SELECT count(*) FROM customer_orders"))
    let returns = try #require(try DemoFixture.number("SELECT count(*) FROM returns"))
    #expect((10_500...13_500).contains(lines))
    #expect((2.5...3.5).contains(lines / orders))
    #expect((0.02...0.06).contains(returns / lines))
    #expect(
      try DemoFixture.texts("SELECT value FROM system_metadata WHERE key = 'currency'") == ["EUR"]
    )
  }
}
