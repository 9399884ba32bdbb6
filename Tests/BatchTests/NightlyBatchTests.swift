import FolderSupport
import Analytics
import Diagnostics
import Foundation
import Planning
import SQLiteStore
import SemanticModel
import Testing
import Values

@testable import Batch

@Suite("The nightly run")
struct NightlyBatchTests {
  let folder = TemporaryFolder()

  private var path: String { folder.file("side.db") }

  @discardableResult
  private func run(_ shop: Shop, now: String, into path: String? = nil) throws -> BatchReport {
    try NightlyBatch(
      database: shop.connection,
      facts: try shop.facts(now: now),
      path: path ?? self.path
    ).run()
  }

  private func rows(_ sql: String, in path: String? = nil) throws -> [[Value]] {
    try Connection.readOnly(path: path ?? self.path).query(sql, limit: .max).rows
  }

  @Test("a small shop: stock, lead time and orders are those worked out by hand")
  func outlook() throws {
    let shop = try Shop(folder, Shop.three)
    let before = folder.bytes("shop.db")
    let report = try run(shop, now: "2026-01-31")
    #expect(report.status == .succeeded, "\(report.steps)")
    #expect((report.productCount, report.forecastCount) == (3, 1))
    let outlook = try rows(
      "SELECT product_id, on_hand, lead_time_days, open_quantity, overdue_quantity, basis FROM optiflow_outlook"
    )
    // The lamp is no longer sold and not in stock.
    #expect(
      outlook == [
        [.integer(1), .real(13), .integer(4), .real(17), .real(4), outlook[0][5]],
        [.integer(2), .real(0), .integer(12), .real(0), .real(0), .text("none")],
      ]
    )
    let counts = try rows(
      "SELECT product_id, COUNT(*), MIN(forecast_day), MAX(forecast_day) FROM optiflow_forecasts GROUP BY 1"
    )
    #expect(
      counts == [[.integer(1), .integer(366), .text("2026-02-01"), .text("2027-02-01")]]
    )
    #expect(
      try rows("SELECT day, status, products FROM optiflow_alert_days ORDER BY products, status")
        .count == 3
    )
    #expect(folder.bytes("shop.db") == before)
    #expect(folder.names == ["shop.db", "side.db", "side.db.lock"])
  }

  @Test("figures of the outlook follow the forecasts, and variances add up to that of the sum")
  func figures() throws {
    let shop = try Shop(folder, Shop.busy(products: 2, days: 200))
    try run(shop, now: "2025-07-19")
    let facts = try shop.facts(now: "2025-07-19")
    let forecasts = try DemandForecasts.prepare(shop.connection, facts)
    let demand = try forecasts.demand(of: forecasts.products)
    let forecast = try #require(forecasts.forecast(demand[0]))
    for days in [1, 7, 30, 366] {
      let stored = try rows(
        "SELECT SUM(quantity), SUM(own_variance) + SUM(shared_deviation) * SUM(shared_deviation) FROM (SELECT * FROM optiflow_forecasts WHERE product_id = 1 ORDER BY id LIMIT \(days))"
      )[0].compactMap(\.number)
      let total = forecast.total(days: days)
      #expect(abs(stored[0] - total.mean) < 1e-9 * max(1, total.mean))
      #expect(abs(stored[1] - total.variance) < 1e-9 * max(1, total.variance))
      #expect(forecast.totals[days - 1].variance == total.variance)
    }
    let lead =
      try rows(
        "SELECT SUM(quantity) FROM optiflow_forecasts WHERE product_id = 1 AND forecast_day <= '2025-07-24'"
      )[0][0].number ?? 0
    let outlook = try rows(
      "SELECT lead_demand, surplus, on_hand, status, suggested_quantity FROM optiflow_outlook WHERE product_id = 1"
    )[0]
    #expect(abs((outlook[0].number ?? 0) - lead) < 1e-9)
    #expect(abs((outlook[1].number ?? 0) - (10 - lead)) < 1e-9)
    let month = forecast.total(days: 30).mean
    #expect(outlook[4].number == ((month - 10) * 1.15).rounded(.up))
  }

  @Test("two runs on the same data give the same tables")
  func determinism() throws {
    let shop = try Shop(folder, Shop.busy(products: 3, days: 120))
    let (first, second) = (folder.file("one.db"), folder.file("two.db"))
    try run(shop, now: "2025-04-30", into: first)
    try run(shop, now: "2025-04-30", into: second)
    try run(shop, now: "2025-04-30", into: second)
    for table in ["forecasts", "outlook", "accuracy", "backtest", "event_effects", "alert_days"] {
      let sql = "SELECT * FROM optiflow_\(table) ORDER BY rowid"
      #expect(try rows(sql, in: first) == rows(sql, in: second), "optiflow_\(table)")
    }
  }

  @Test("the least a database may have is enough")
  func minimal() throws {
    let shop = try Shop(
      folder,
      """
      CREATE TABLE products(id INTEGER, name TEXT, category TEXT, unit_price REAL, lead_time_days INTEGER);
      INSERT INTO products VALUES (1, 'A', 'X', 2, 3);
      CREATE TABLE sales_history(product_id INTEGER, order_date TEXT, quantity INTEGER);
      INSERT INTO sales_history VALUES (1, '2026-01-01', 5), (1, '2026-01-03', 5);
      CREATE TABLE stock_levels(product_id INTEGER, quantity_on_hand INTEGER, recorded_at TEXT);
      INSERT INTO stock_levels VALUES (1, 4, '2026-01-01'), (1, 3, '2026-01-03');
      """
    )
    #expect(try run(shop, now: "2026-01-05").status == .succeeded)
    #expect(
      try rows("SELECT on_hand, basis, status FROM optiflow_outlook")
        == [[.real(3), .text("mean"), .text("CRITIQUE")]]
    )
    #expect(try rows("SELECT DISTINCT revenue / quantity FROM optiflow_forecasts") == [[.real(2)]])
  }

  @Test("without sales or stock nothing is made up")
  func empty() throws {
    let shop = try Shop(
      folder,
      """
      CREATE TABLE products(id INTEGER, name TEXT);
      INSERT INTO products VALUES (1, 'A');
      CREATE TABLE sales_history(product_id INTEGER, order_date TEXT, quantity INTEGER);
      """
    )
    let report = try run(shop, now: "2026-01-05")
    #expect(report.status == .succeeded)
    #expect(report.forecastCount == 0)
    #expect(
      try rows("SELECT product_id, on_hand, status, basis FROM optiflow_outlook")
        == [[.integer(1), .null, .null, .text("none")]]
    )
  }

  @Test("the state names day, data and time; a run that was killed takes it away from the whole")
  func state() throws {
    let shop = try Shop(folder, Shop.three)
    try run(shop, now: "2026-01-31")
    let state = try #require(ComputedState.read(path))
    #expect(state.asOf == "2026-01-31")
    #expect(state.fingerprint == (try shop.connection.fingerprint().text))
    #expect(state.finishedAt.count == 19)
    // As a run that was killed behind its first step leaves it.
    let file = try ComputedFile.open(path, for: shop.connection)
    let log = try RunLog.begin(
      file.connection,
      asOf: try #require(CalendarDay(iso: "2026-02-01")),
      fingerprint: try shop.connection.fingerprint()
    )
    let step = BatchReport.Step(step: .forecasts, outcome: .rows(0), seconds: 1)
    try log.enter(step, startedAt: LocalTime.now)
    #expect(ComputedState.read(path) == nil)
    #expect(ComputedState.read(path, of: .forecasts)?.asOf == "2026-02-01")
    #expect(ComputedState.read(path, of: .alerts)?.asOf == "2026-01-31")
    try run(shop, now: "2026-01-31")
    #expect(
      try rows("SELECT status FROM optiflow_runs ORDER BY id")
        == [[.text("succeeded")], [.text("interrupted")], [.text("succeeded")]]
    )
    #expect(ComputedState.read(path) != nil)
  }

  @Test("what was computed is fresh for its day, while the data stay as they are and for 24 hours")
  func freshness() throws {
    let shop = try Shop(folder, Shop.three)
    let day = try #require(CalendarDay(iso: "2026-01-31"))
    #expect(try ComputedState.fresh(path, for: shop.connection, asOf: day) == nil)
    try run(shop, now: day.iso)
    #expect(try ComputedState.fresh(path, for: shop.connection, asOf: day) != nil)
    #expect(try ComputedState.fresh(path, for: shop.connection, asOf: day.adding(days: 1)) == nil)
    let fingerprint = try shop.connection.fingerprint()
    let ages = [-60: false, 0: true, 86_000: true, 86_500: false]
    for (age, isFresh) in ages {
      let made = LocalTime.text(of: time(nil) - age)
      let state = ComputedState(asOf: day.iso, fingerprint: fingerprint.text, finishedAt: made)
      #expect(state.isFresh(asOf: day, fingerprint) == isFresh, "\(age) s")
    }
    try Connection.open(sideFile: shop.path).execute("UPDATE products SET unit_price = 9")
    #expect(try ComputedState.fresh(path, for: shop.connection, asOf: day) == nil)
  }

  @Test("two runs at once: the second waits, and finds made what it wants; or it says so")
  func twoRuns() async throws {
    let shop = try Shop(folder, Shop.three)
    let facts = try shop.facts(now: "2026-01-31")
    let lock = try ComputedLock.take(for: path, patience: .zero)
    let hasty = NightlyBatch(database: shop.connection, facts: facts, path: path)
    let failure = #expect(throws: Failure.self) { _ = try hasty.refresh() }
    #expect(failure?.code == "batch.busy")
    // Two that start while the file is held: one makes the tables, the other takes them.
    let patient = NightlyBatch(
      database: shop.connection,
      facts: facts,
      path: path,
      patience: .seconds(60)
    )
    async let states = withThrowingTaskGroup(of: ComputedState?.self) { group in
      for _ in 0..<2 { group.addTask { try patient.refresh() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    _ = consume lock
    let made = try await states
    #expect(made.count == 2 && made[0] != nil && made[0] == made[1])
    #expect(try rows("SELECT COUNT(*) FROM optiflow_runs") == [[.integer(1)]])
  }

  @Test("stored forecasts are those computed on the spot; of another day there are none")
  func stored() throws {
    let shop = try Shop(folder, Shop.three)
    try run(shop, now: "2026-01-31")
    let facts = try shop.facts(now: "2026-01-31")
    let forecasts = try DemandForecasts.prepare(shop.connection, facts)
    let now = try forecasts.compute(forecasts.products, days: 40)
    let stored = try #require(
      try ComputedForecasts.read(path, of: forecasts.products, asOf: facts.now, days: 40)
    )
    #expect(stored.map(\.rows) == now.map(\.rows))
    #expect(stored.map { $0.rows.count } == [40, 0, 0])
    let dayBefore = facts.now.adding(days: -1)
    #expect(
      try ComputedForecasts.read(path, of: forecasts.products, asOf: dayBefore, days: 40)?.count
        == nil
    )
  }

  @Test(
    "each night's data quality is kept: a row a day, and one a rule; the same day anew replaces its own"
  )
  func quality() throws {
    let shop = try Shop(folder, Shop.three)
    let rules = [
      QualityRule(table: "products", key: "id", columns: ["name"], check: .filled, weight: 1),
      QualityRule(
        table: "sales_history",
        key: "id",
        columns: ["quantity"],
        check: .range(from: 1_000, to: nil),
        weight: 3
      ),
      QualityRule(table: "nowhere", key: "id", columns: ["name"], check: .filled, weight: 9),
    ]
    for now in ["2026-01-30", "2026-01-31", "2026-01-31"] {
      let batch = NightlyBatch(
        database: shop.connection,
        facts: try shop.facts(now: now),
        path: path,
        rules: rules
      )
      #expect(try batch.run().status == .succeeded)
    }
    let days = try rows(
      "SELECT day, score, rules, passed, failing_rows > 0 FROM optiflow_quality_days ORDER BY day"
    )
    // Of the weights 1 and 3 only the first passes; the table that is not there is no rule.
    let rest: [Value] = [.real(0.25), .integer(2), .integer(1), .integer(1)]
    #expect(days == [[.text("2026-01-30")] + rest, [.text("2026-01-31")] + rest])
    let checks = try rows(
      "SELECT column_names, rule, failing > 0 FROM optiflow_quality_checks WHERE day = '2026-01-31' ORDER BY 1"
    )
    #expect(
      checks == [
        [.text("name"), .text("filled"), .integer(0)],
        [.text("quantity"), .text("range"), .integer(1)],
      ]
    )
    #expect(DayHistory.quality.firstDay(path) == CalendarDay(iso: "2026-01-30"))
  }

  @Test("a step that fails is logged, those that need it are skipped, the others go on")
  func failingStep() throws {
    let shop = try Shop(folder, Shop.three)
    try run(shop, now: "2026-01-31")
    let file = try ComputedFile.open(path, for: shop.connection)
    try file.connection.execute(
      "CREATE TRIGGER broken BEFORE INSERT ON optiflow_forecasts BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    let before = try rows("SELECT * FROM optiflow_forecasts")
    let report = try run(shop, now: "2026-01-30")
    #expect(report.status == .failed)
    let expected: [BatchReport.Status] = [
      .failed, .skipped, .skipped, .skipped, .succeeded, .succeeded,
    ]
    #expect(report.steps.map(\.status) == expected)
    #expect(try rows("SELECT * FROM optiflow_forecasts") == before)
    #expect(
      try rows("SELECT status FROM optiflow_steps WHERE run_id = 2 ORDER BY id").map { $0[0] }
        == report.steps.map { .text($0.status.rawValue) }
    )
  }

  @Test("an interrupted run says so and leaves the tables of the run before")
  func interruption() throws {
    let shop = try Shop(folder, Shop.busy(products: 40, days: 60))
    try run(shop, now: "2025-03-01")
    let cancellation = Cancellation()
    let batch = NightlyBatch(
      database: shop.connection,
      facts: try shop.facts(now: "2025-03-02"),
      path: path
    )
    #expect {
      try batch.run(
        progress: { if $0.done > 0 { cancellation.cancel() } },
        cancellation: cancellation
      )
    } throws: { ($0 as? Failure)?.code == "batch.interrupted" }
    #expect(
      try rows("SELECT MIN(forecast_day), COUNT(*) FROM optiflow_forecasts")
        == [[.text("2025-03-02"), .integer(40 * 366)]]
    )
    #expect(try rows("SELECT status FROM optiflow_runs WHERE id = 2") == [[.text("interrupted")]])
  }
}
