import Testing
import Values

@testable import DemoData

@Suite("The demonstration has something to find")
struct DemoPhenomenaTests {
  /// Stock of each product on the last day.
  private static let now =
    "(SELECT product_id, sum(quantity_on_hand) AS units FROM stock_levels "
    + "WHERE recorded_at = '2026-03-31' GROUP BY product_id)"

  @Test("one supplier is late far more often than the others")
  func lateSupplier() throws {
    let rows = try DemoFixture.rows(
      """
      SELECT s.name, avg(actual_delivery > expected_delivery) AS late, count(*)
      FROM orders o JOIN suppliers s ON s.id = o.supplier_id
      WHERE o.status = 'received' GROUP BY s.id HAVING count(*) > 10 ORDER BY late DESC
      """
    )
    let shares = rows.compactMap(\.[1].number)
    #expect(rows.first?.first?.text == "Nordkälte AB")
    #expect((shares.first ?? 0) > 0.3)
    #expect((shares.last ?? 1) < 0.12)
  }

  @Test("some supplier orders are open and overdue, some drafts or cancelled")
  func openOrders() throws {
    let overdue = try DemoFixture.number(
      "SELECT count(*) FROM orders WHERE status IN ('sent', 'in_transit') "
        + "AND expected_delivery < '2026-03-31'"
    )
    #expect((overdue ?? 0) >= 3)
    #expect((try DemoFixture.number("SELECT sum(status = 'cancelled') FROM orders") ?? 0) > 0)
    #expect((try DemoFixture.number("SELECT sum(quantity_rejected) FROM orders") ?? 0) > 0)
  }

  @Test("some articles are out of stock today and were before")
  func stockOuts() throws {
    let today = try DemoFixture.number("SELECT count(*) FROM \(Self.now) WHERE units <= 0")
    let before = try DemoFixture.number(
      "SELECT avg(quantity_on_hand <= 0) FROM stock_levels WHERE recorded_at < '2026-01-01'"
    )
    #expect((2...10).contains(today ?? 0))
    #expect((0.004...0.08).contains(before ?? 0))
  }

  @Test("sales stop while the shelf is empty")
  func lostSales() throws {
    let sold = try DemoFixture.number(
      """
      SELECT count(*) FROM sales_history WHERE order_date = '2026-03-31' AND product_id IN (
        SELECT product_id FROM stock_levels WHERE recorded_at >= '2026-03-24'
        GROUP BY product_id HAVING sum(quantity_on_hand) = 0)
      """
    )
    #expect(sold == 0)
  }

  @Test("some stock is dormant, some is far too large")
  func idleStock() throws {
    let dormant = try DemoFixture.number(
      """
      SELECT count(*) FROM \(Self.now) n JOIN products p ON p.id = n.product_id
      WHERE units > 0 AND is_active = 1 AND launched_on < '2026-01-01' AND product_id NOT IN (
        SELECT product_id FROM sales_history WHERE order_date > '2026-03-01')
      """
    )
    let large = try DemoFixture.number(
      "SELECT count(*) FROM \(Self.now) n JOIN products p ON p.id = n.product_id "
        + "WHERE units > 2 * max_stock_level"
    )
    #expect((dormant ?? 0) >= 3)
    #expect((2...8).contains(large ?? 0))
  }

  @Test(
    "some articles are bought together",
    arguments: [
      ("Barbecue à charbon 57 cm", "Charbon de bois 5 kg"),
      ("Imprimante multifonction jet d’encre", "Cartouche d’encre noire XL"),
      ("Climatiseur mobile Polaire 9000 BTU", "Kit de calfeutrage pour fenêtre"),
    ]
  )
  func association(article: String, companion: String) throws {
    let lift = try DemoFixture.number(
      """
      WITH a AS (SELECT customer_order_id FROM sales_history s JOIN products p
          ON p.id = s.product_id WHERE p.name = '\(article)'),
        b AS (SELECT customer_order_id FROM sales_history s JOIN products p
          ON p.id = s.product_id WHERE p.name = '\(companion)')
      SELECT 1.0 * (SELECT count(*) FROM a JOIN b USING (customer_order_id))
        * (SELECT count(*) FROM customer_orders)
        / ((SELECT count(*) FROM a) * (SELECT count(*) FROM b))
      """
    )
    #expect((lift ?? 0) > 2)
  }

  @Test("customers leave, come, and never buy")
  func customers() throws {
    let last =
      "(SELECT customer_id, max(order_date) AS last FROM sales_history GROUP BY customer_id)"
    let lost = try DemoFixture.number("SELECT count(*) FROM \(last) WHERE last <= '2025-03-31'")
    let new = try DemoFixture.number(
      "SELECT count(*) FROM customers WHERE registered_on > '2025-03-31'"
    )
    #expect((8...40).contains(lost ?? 0))
    #expect((5...40).contains(new ?? 0))
    #expect(try DemoFixture.number("SELECT count(*) FROM customers") == 120)
  }

  @Test("one supplier raised its prices at once by a fifth")
  func costJump() throws {
    let rows = try DemoFixture.rows(
      """
      SELECT s.name, max(c.amount / b.amount) AS rise FROM costs c
      JOIN costs b ON b.product_id = c.product_id AND b.supplier_id = c.supplier_id
        AND b.cost_type = c.cost_type AND b.cost_date = (
          SELECT max(cost_date) FROM costs d WHERE d.product_id = c.product_id
            AND d.supplier_id = c.supplier_id AND d.cost_date < c.cost_date
            AND d.cost_type = c.cost_type)
      JOIN suppliers s ON s.id = c.supplier_id
      WHERE c.cost_type = 'purchase_price' GROUP BY s.id ORDER BY rise DESC
      """
    )
    let rises = rows.compactMap(\.[1].number)
    #expect(rows.first?.first?.text == "Werkzeug Brandt GmbH")
    #expect((1.18...1.26).contains(rises.first ?? 0))
    #expect((rises.dropFirst().first ?? 9) < 1.08)
  }

  @Test("cooling sells in summer, lighting in winter")
  func seasons() throws {
    func ratio(_ category: String) throws -> Double {
      try DemoFixture.number(
        """
        SELECT 1.0 * sum(substr(order_date, 6, 2) IN ('06', '07', '08'))
          / sum(substr(order_date, 6, 2) IN ('12', '01', '02'))
        FROM sales_history s JOIN products p ON p.id = s.product_id
        WHERE p.category = '\(category)'
        """
      ) ?? 0
    }
    #expect(try ratio("Froid et climatisation") > 2)
    #expect(try ratio("Éclairage") < 0.75)
  }

  @Test("Saturday is the best day, Sunday the worst")
  func week() throws {
    let days = try DemoFixture.texts(
      "SELECT strftime('%w', order_date) FROM sales_history GROUP BY 1 ORDER BY count(*) DESC"
    )
    #expect(days.first == "6")
    #expect(days.last == "0")
  }

  @Test("orders come by day, not at night")
  func hours() throws {
    let night = try DemoFixture.number(
      "SELECT avg(CAST(substr(ordered_at, 12, 2) AS INTEGER) < 7) FROM customer_orders"
    )
    #expect((0.005...0.08).contains(night ?? 0))
  }

  @Test("some articles rise and others decline")
  func trends() throws {
    func growth(_ story: Story) throws -> Double {
      let names = Catalogue(seed: 1, perCategory: 5).products.filter { $0.story == story }
        .map { "'\($0.name)'" }.joined(separator: ", ")
      return try DemoFixture.number(
        """
        SELECT 1.0 * sum(CASE WHEN order_date >= '2025-04-01' THEN quantity ELSE 0 END)
          / sum(CASE WHEN order_date < '2024-04-01' THEN quantity ELSE 0 END)
        FROM sales_history s JOIN products p ON p.id = s.product_id WHERE p.name IN (\(names))
        """
      ) ?? 1
    }
    #expect(try growth(.rising) > 1.6)
    #expect(try growth(.declining) < 0.75)
  }

  @Test("one carrier is late more often than the others")
  func carriers() throws {
    let rows = try DemoFixture.rows(
      """
      SELECT carrier, avg(julianday(delivered_at) - julianday(substr(ordered_at, 1, 10))
        > scheduled_days) AS late
      FROM customer_orders WHERE delivered_at IS NOT NULL GROUP BY carrier ORDER BY late DESC
      """
    )
    #expect(rows.first?.first?.text == "Transvallée")
    #expect((rows.first?[1].number ?? 0) > 1.5 * (rows[1][1].number ?? 1))
  }

  @Test("promotions sell more, and Black Friday more than a plain Friday")
  func promotions() throws {
    let share = try DemoFixture.number("SELECT avg(is_promotion) FROM sales_history")
    #expect((0.05...0.35).contains(share ?? 0))
    let friday = try DemoFixture.number(
      """
      SELECT 1.0 * sum(order_date IN ('2023-11-24', '2024-11-29', '2025-11-28'))
        / sum(order_date IN ('2023-11-10', '2024-11-15', '2025-11-14'))
      FROM sales_history s JOIN products p ON p.id = s.product_id
      WHERE category IN ('Informatique', 'Électroménager')
      """
    )
    #expect((friday ?? 0) > 1.6)
  }

  @Test(
    "every sort of thing occurs",
    arguments: [
      ("customer_orders", "status", ["cancelled", "delivered", "shipped"]),
      ("stock_movements", "kind", ["adjustment", "in", "out", "transfer"]),
      ("stock_movements", "reason", ["casse", "inventaire", "retour client", "vol"]),
      ("costs", "cost_type", ["fee", "purchase_price", "shipping", "storage"]),
      ("alerts", "status", ["active", "resolved"]),
      ("alerts", "severity", ["critical", "info", "warning"]),
      ("anomalies", "anomaly_type", ["spike", "structural_change"]),
      ("orders", "status", ["cancelled", "in_transit", "received"]),
      ("orders", "alert_type", ["ATTENTION", "CRITIQUE"]),
      ("returns", "reason", ["Changement d’avis", "Colis endommagé", "Produit défectueux"]),
      ("customers", "segment", ["Consumer", "Corporate", "Home Office"]),
      ("learned_events", "name", ["Black Friday", "Pâques", "Ramadan", "Soldes d’hiver"]),
    ]
  )
  func sorts(table: String, column: String, expected: [String]) throws {
    let found = try DemoFixture.texts("SELECT DISTINCT \(column) FROM \(table)")
    #expect(Set(expected).isSubset(of: found))
  }

  @Test("forecasts cover the last sixty days and the next thirty, and are about right")
  func forecasts() throws {
    let range = try DemoFixture.rows("SELECT min(forecast_date), max(forecast_date) FROM forecasts")
    #expect(range == [[.text("2026-01-31"), .text("2026-04-30")]])
    let bias = try DemoFixture.number(
      "SELECT sum(predicted_value) / sum(actual_value) FROM prediction_feedback"
    )
    #expect((0.8...1.25).contains(bias ?? 0))
  }

  @Test("one article was never sold, some are withdrawn, some just launched")
  func lifecycle() throws {
    let never = try DemoFixture.texts(
      "SELECT name FROM products WHERE id NOT IN (SELECT product_id FROM sales_history)"
    )
    #expect(never == ["Suspension en rotin tressé 50 cm"])
    #expect(try DemoFixture.number("SELECT count(*) FROM products WHERE is_active = 0") == 2)
    let new = try DemoFixture.number(
      "SELECT count(*) FROM products WHERE launched_on > '2026-01-01'"
    )
    #expect(new == 3)
  }
}
