import FolderSupport
import Foundation
import Lessons
import SQLiteStore
import Testing
import Values

@testable import Batch

@Suite("Forecasts by what was taught")
struct LessonForecastTests {
  let folder = TemporaryFolder()

  private static let now = "2025-07-19"

  private func run(_ shop: Shop, into name: String = "side.db") throws {
    let batch = NightlyBatch(
      database: shop.connection,
      facts: try shop.facts(now: Self.now),
      path: folder.file(name)
    )
    #expect(try batch.run().status == .succeeded)
  }

  private func journal(_ shop: Shop) -> LessonJournal {
    LessonJournal(database: shop.connection, path: folder.file("side.db"))
  }

  private func forecast(_ product: Int, _ iso: String) throws -> Double {
    let rows = try Connection.readOnly(path: folder.file("side.db")).query(
      "SELECT quantity FROM optiflow_forecasts WHERE product_id = ? AND forecast_day = ?",
      parameters: [.integer(Int64(product)), .text(iso)]
    ).rows
    return rows.first?.first?.number ?? -1
  }

  private func days(_ iso: String) throws -> ClosedRange<CalendarDay> {
    let day = try #require(CalendarDay(iso: iso))
    return day...day
  }

  @Test("an event multiplies its days for its products, until it is undone")
  func event() throws {
    let shop = try Shop(
      folder,
      Shop.busy(products: 2, days: 200) + "UPDATE products SET category = 'D' WHERE id = 2;"
    )
    try run(shop)
    let plain = try [
      forecast(1, "2025-08-02"), forecast(2, "2025-08-02"), forecast(1, "2025-08-03"),
    ]
    let event = TaughtEvent(
      name: "Fête",
      days: try days("2025-08-02"),
      multiplier: 1.7,
      scope: .category("C")
    )
    _ = try journal(shop).note(.event(event), author: "ana")
    #expect(ComputedState.read(folder.file("side.db")) == nil, "what was computed is stale")
    try run(shop)
    #expect(ComputedState.read(folder.file("side.db")) != nil)
    #expect(abs(try forecast(1, "2025-08-02") - 1.7 * plain[0]) < 1e-9 * plain[0])
    #expect(try forecast(2, "2025-08-02") == plain[1])
    #expect(try forecast(1, "2025-08-03") == plain[2])
    _ = try journal(shop).undo(nil)
    #expect(ComputedState.read(folder.file("side.db")) == nil)
    try run(shop)
    #expect(try forecast(1, "2025-08-02") == plain[0])
  }

  @Test("a taught occurrence takes the place of the database's own")
  func known() throws {
    let shop = try Shop(
      folder,
      Shop.busy(products: 1, days: 200) + """
        UPDATE sales_history SET quantity = 60 WHERE order_date BETWEEN '2025-02-27' AND '2025-03-05';
        CREATE TABLE learned_events(id INTEGER PRIMARY KEY, name TEXT, recurrence_type TEXT,
          recurrence_params TEXT, next_occurrence TEXT, is_active INTEGER);
        INSERT INTO learned_events VALUES (1, 'Foire', 'fixed', '{"month":3,"day":2}', '2026-03-02', 1);
        """
    )
    try run(shop)
    let learned = try forecast(1, "2026-03-02")
    let event = TaughtEvent(
      name: "foire",
      days: try days("2026-03-05"),
      multiplier: 2,
      scope: .everything
    )
    _ = try journal(shop).note(.event(event), author: "ana")
    try run(shop)
    // The old day is an ordinary one now, as the week before is; the new one is twice that.
    let (old, new) = (try forecast(1, "2026-03-02"), try forecast(1, "2026-03-05"))
    #expect(old < learned / 2)
    #expect(new > 1.4 * old && new < 2.8 * old)
  }

  @Test("a spike on an exceptional day no longer raises the forecast")
  func exceptional() throws {
    let spike =
      "UPDATE sales_history SET quantity = 300 WHERE order_date = '2025-07-15' AND product_id = 1;"
    let shop = try Shop(folder, Shop.busy(products: 2, days: 200) + spike)
    try run(shop)
    let raised = try (20...31).map { try forecast(1, "2025-07-\($0)") }.reduce(0, +)
    let other = try forecast(2, "2025-07-25")
    let lesson = ExceptionalDays(
      days: try days("2025-07-15"),
      scope: .product(TaughtProduct(id: .text("1"), name: "P1")),
      reason: "match"
    )
    _ = try journal(shop).note(.exceptionalDays(lesson), author: "ana")
    try run(shop)
    let usual = try (20...31).map { try forecast(1, "2025-07-\($0)") }.reduce(0, +)
    #expect(usual < 0.9 * raised)
    // Products share the shape of their category, which no longer has the spike.
    #expect(abs(try forecast(2, "2025-07-25") - other) < 0.5 * other)
  }

  @Test("handled alerts and verdicts change no forecast; handled alerts do not make it stale")
  func others() throws {
    let shop = try Shop(folder, Shop.busy(products: 1, days: 100))
    try run(shop)
    let product = TaughtProduct(id: .integer(1), name: "P1")
    let alert = HandledAlert(
      product: product,
      day: try days(Self.now).lowerBound,
      status: "CRITIQUE"
    )
    _ = try journal(shop).note(.alertHandled(alert), author: "ana")
    #expect(ComputedState.read(folder.file("side.db")) != nil)
  }

  @Test("days that accuracy leaves out are spelled out for each product, until they are undone")
  func leftOut() throws {
    let shop = try Shop(folder, Shop.busy(products: 2, days: 100))
    let (first, second) = (try days("2025-03-03"), try days("2025-03-04"))
    let product = TaughtProduct(id: .text("2"), name: "P2")
    let verdict = AnomalyVerdict(
      kind: .ignored,
      day: second.lowerBound,
      scope: .product(product),
      reason: ""
    )
    let exceptional = ExceptionalDays(
      days: first.lowerBound...second.lowerBound,
      scope: .category("C"),
      reason: ""
    )
    _ = try journal(shop).note(.anomalyVerdict(verdict), author: "ana")
    let sql = "SELECT product_id, day FROM optiflow_exceptional_days ORDER BY 1, 2"
    let read = { () throws -> [[Value]] in
      try Connection.readOnly(path: folder.file("side.db")).query(sql).rows
    }
    try run(shop)
    #expect(try read() == [[.integer(2), .text("2025-03-04")]])
    _ = try journal(shop).note(.exceptionalDays(exceptional), author: "ana")
    try run(shop)
    #expect(try read().count == 4)
    _ = try journal(shop).undo(2)
    try run(shop)
    #expect(try read().count == 1)
  }

  @Test("the tables of the version before are kept, and get the journal")
  func migration() throws {
    let shop = try Shop(folder, Shop.busy(products: 1, days: 100))
    let path = folder.file("side.db")
    do {
      let file = try Connection.open(sideFile: path)
      try file.execute("CREATE TABLE optiflow_meta(key TEXT PRIMARY KEY, value TEXT)")
      for migration in ComputedSchema.migrations.prefix(while: { $0.name != LessonTable.migration })
      {
        try file.execute(migration.script)
      }
      let before = ComputedSchema.migrations.firstIndex { $0.name == LessonTable.migration } ?? 0
      try file.setMeta("schema_version", String(before))
      try file.execute("INSERT INTO optiflow_alert_days VALUES ('2025-01-01', 'OK', 5)")
    }
    #expect(try journal(shop).lessons() == [])
    let event = TaughtEvent(
      name: "A",
      days: try days("2025-08-02"),
      multiplier: 2,
      scope: .everything
    )
    _ = try journal(shop).note(.event(event), author: "ana")
    let kept = try Connection.readOnly(path: path).query("SELECT products FROM optiflow_alert_days")
    #expect(kept.rows == [[.integer(5)]])
  }
}
