import FolderSupport
import Analytics
import Diagnostics
import SQLiteStore
import Testing
import Values

@testable import Batch

@Suite("Past days forecast again")
struct BacktestTableTests {
  let folder = TemporaryFolder()

  private var path: String { folder.file("side.db") }

  private func run(_ shop: Shop, now: String) throws {
    let report = try NightlyBatch(
      database: shop.connection,
      facts: try shop.facts(now: now),
      path: path
    ).run()
    #expect(report.status == .succeeded)
  }

  private func rows(_ sql: String, in path: String? = nil) throws -> [[Value]] {
    try Connection.readOnly(path: path ?? self.path).query(sql, limit: .max).rows
  }

  @Test("four origins of 28 days: each day once, at every distance, up to now")
  func days() throws {
    let shop = try Shop(folder, Shop.busy(products: 2, days: 300))
    try run(shop, now: "2025-10-27")
    #expect(
      try rows(
        "SELECT product_id, COUNT(*), COUNT(DISTINCT day), MIN(day), MAX(day) FROM optiflow_backtest GROUP BY 1"
      )
        == [1, 2].map {
          [.integer($0), .integer(112), .integer(112), .text("2025-07-08"), .text("2025-10-27")]
        }
    )
    let distances = try rows(
      "SELECT days_ahead, COUNT(*) FROM optiflow_backtest WHERE product_id = 1 GROUP BY 1 ORDER BY 1"
    )
    #expect(distances == (1...28).map { [.integer($0), .integer(4)] })
    // 2025-07-08 is the first day behind the first origin, 28 days later comes the next.
    #expect(
      try rows(
        "SELECT day FROM optiflow_backtest WHERE product_id = 1 AND days_ahead = 1 ORDER BY 1"
      ).map { $0[0] } == ["2025-07-08", "2025-08-05", "2025-09-02", "2025-09-30"].map(Value.text)
    )
  }

  @Test("what came is what was sold on the day, and what was expected is within its bounds")
  func actuals() throws {
    let shop = try Shop(folder, Shop.busy(products: 2, days: 300))
    try run(shop, now: "2025-10-27")
    for row in try rows(
      "SELECT product_id, day, actual, predicted, lower, upper FROM optiflow_backtest"
    ) {
      let sold = try shop.connection.query(
        "SELECT COALESCE(SUM(quantity), 0) FROM sales_history WHERE product_id = ? AND order_date = ?",
        parameters: [row[0], row[1]]
      ).rows[0][0].number
      #expect(row[2].number == sold, "\(row)")
      let numbers = row.dropFirst(3).compactMap(\.number)
      #expect(numbers[1] <= numbers[0] && numbers[0] <= numbers[2], "\(row)")
    }
  }

  @Test("a steady product is forecast without error, and sums of errors are those of the days")
  func sums() throws {
    let days = (0..<140).map { day in
      "(1, '\((CalendarDay(iso: "2025-01-01") ?? .init(ordinal: 0)).adding(days: day).iso)', 5)"
    }
    let shop = try Shop(
      folder,
      """
      CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT, category TEXT, unit_price REAL, lead_time_days INTEGER);
      INSERT INTO products VALUES (1, 'A', 'C', 2, 5);
      CREATE TABLE sales_history(product_id INTEGER, order_date TEXT, quantity REAL);
      INSERT INTO sales_history VALUES \(days.joined(separator: ", "));
      CREATE TABLE stock_levels(product_id INTEGER, quantity_on_hand REAL, recorded_at TEXT);
      INSERT INTO stock_levels VALUES (1, 10, '2025-05-01');
      """
    )
    try run(shop, now: "2025-05-20")
    let sums = try rows(
      "SELECT days, actual, error, absolute_error, squared_error FROM optiflow_accuracy WHERE model = 'combination'"
    )[0].compactMap(\.number)
    // Half of 140 days stay before the oldest origin: 2 origins of 28 days, 5 units a day.
    #expect(sums[0] == 56)
    #expect(sums[1] == 280)
    #expect(sums[3] < 1)
    let naive = try rows(
      """
      SELECT COUNT(*), SUM(actual), SUM(predicted - actual), SUM(ABS(predicted - actual)),
        SUM((predicted - actual) * (predicted - actual)) FROM optiflow_backtest
      """
    )[0].compactMap(\.number)
    for (stored, summed) in zip(sums, naive) { #expect(abs(stored - summed) < 1e-9) }
  }

  @Test("a file of before has the new tables after opening, and no run of it counts as made")
  func migration() throws {
    let shop = try Shop(folder, Shop.three)
    let old = try Connection.open(sideFile: path)
    try old.execute("CREATE TABLE optiflow_meta(key TEXT PRIMARY KEY, value TEXT)")
    for migration in ComputedSchema.migrations.prefix(2) { try old.execute(migration.script) }
    try old.execute(
      """
      INSERT INTO optiflow_meta VALUES ('schema_version', '2');
      INSERT INTO optiflow_runs VALUES (1, '2026-01-31', 'f', '2026-01-31 00:30:00', '2026-01-31 00:31:00', 'succeeded');
      INSERT INTO optiflow_steps(run_id, name, finished_at, status) VALUES (1, 'accuracy', '2026-01-31 00:31:00', 'succeeded');
      INSERT INTO optiflow_accuracy(product_id, model, wape) VALUES (1, 'combination', 20);
      INSERT INTO optiflow_alert_days VALUES ('2026-01-31', 'CRITIQUE', 3);
      """
    )
    let file = try ComputedFile.open(path, for: shop.connection)
    #expect(
      try file.connection.query("SELECT COUNT(*) FROM optiflow_backtest").rows == [[.integer(0)]]
    )
    #expect(ComputedState.read(path) == nil)
    #expect(ComputedState.read(path, of: .accuracy) == nil)
    // The history of alerts is kept.
    #expect(DayHistory.alerts.firstDay(path) == CalendarDay(iso: "2026-01-31"))
    try run(shop, now: "2026-01-31")
    #expect(ComputedState.read(path, of: .accuracy)?.asOf == "2026-01-31")
  }

  @Test("without a file there is no first day of alerts")
  func noHistory() {
    #expect(DayHistory.alerts.firstDay(folder.file("nothing.db")) == nil)
  }
}
