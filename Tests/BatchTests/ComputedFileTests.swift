import FolderSupport
import Diagnostics
import Foundation
import SQLiteStore
import Testing
import Values

@testable import Batch

@Suite("The side file")
struct ComputedFileTests {
  let folder = TemporaryFolder()

  private var path: String { folder.file("side.db") }

  private func shop() throws -> Connection { try Shop(folder, Shop.three).connection }

  @Test("a new one has the tables and columns that others rely on, for its user only")
  func tables() throws {
    let file = try ComputedFile.open(path, for: try shop())
    #expect(file.setAsidePath == nil)
    let schema = try SchemaReader.read(file.connection)
    let columns = Dictionary(
      uniqueKeysWithValues: schema.tables.map { ($0.name, $0.columns.map(\.name)) }
    )
    #expect(
      columns["optiflow_forecasts"] == [
        "id", "product_id", "forecast_day", "quantity", "own_variance", "shared_deviation", "lower",
        "upper", "unit_price", "revenue",
      ]
    )
    #expect(columns["optiflow_outlook"]?.count == 26)
    #expect(columns["optiflow_alert_days"] == ["day", "status", "products"])
    #expect(
      Set(columns.keys).isSuperset(of: [
        "optiflow_meta", "optiflow_runs", "optiflow_steps", "optiflow_accuracy",
        "optiflow_event_effects", "optiflow_backtest",
      ])
    )
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // The file's own mark of WAL.
    #expect(folder.bytes("side.db")[18] == 2)
  }

  @Test("one that is no database, or damaged, is put aside and begun anew")
  func damaged() throws {
    let database = try shop()
    try Data("no database at all".utf8).write(to: URL(fileURLWithPath: path))
    let file = try ComputedFile.open(path, for: database)
    let aside = try #require(file.setAsidePath)
    #expect(aside.hasPrefix(path + ".damaged-2"))
    #expect(FileManager.default.contents(atPath: aside) == Data("no database at all".utf8))
    #expect(try file.connection.query("SELECT COUNT(*) FROM optiflow_runs").rows == [[.integer(0)]])
  }

  @Test("one with pages overwritten is put aside too")
  func overwritten() throws {
    let database = try shop()
    do {
      let file = try ComputedFile.open(path, for: database)
      try file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    var bytes = folder.bytes("side.db")
    bytes.replaceSubrange(4_096..<16_384, with: Data(repeating: 0xAB, count: 12_288))
    folder.write(bytes, as: "side.db")
    #expect(try ComputedFile.open(path, for: database).setAsidePath != nil)
  }

  @Test("a later version's is refused and left as it is")
  func newer() throws {
    let database = try shop()
    do {
      let file = try ComputedFile.open(path, for: database)
      try file.connection.setMeta("schema_version", "99")
    }
    #expect(code { _ = try ComputedFile.open(path, for: database) } == "batch.newer-file")
    #expect(ComputedState.read(path) == nil)
  }

  @Test("other people's data and the user's own database are refused")
  func foreign() throws {
    let database = try shop()
    let before = folder.bytes("shop.db")
    #expect(
      code { _ = try ComputedFile.open(database.path, for: database) } == "batch.own-database"
    )
    let other = try Shop(folder, "CREATE TABLE notes(text)", name: "other.db")
    #expect(code { _ = try ComputedFile.open(other.path, for: database) } == "batch.foreign-file")
    #expect(folder.bytes("shop.db") == before)
  }

  @Test("one process at a time writes it; another waits as long as it may")
  func lock() throws {
    let first = try ComputedLock.take(for: path, patience: .zero)
    #expect(
      code { _ = try ComputedLock.take(for: path, patience: .milliseconds(120)) } == "batch.busy"
    )
    let cancelled = Cancellation()
    cancelled.cancel()
    #expect(
      code {
        _ = try ComputedLock.take(for: path, patience: .seconds(60), cancellation: cancelled)
      } == "batch.interrupted"
    )
    withExtendedLifetime(first) {}
  }

  @Test("a lock is free again once its holder is gone")
  func lockEnds() throws {
    do { _ = try ComputedLock.take(for: path, patience: .zero) }
    #expect(code { _ = try ComputedLock.take(for: path, patience: .zero) } == nil)
  }

  @Test("looking for a state creates nothing")
  func reading() {
    #expect(ComputedState.read(path) == nil)
    #expect(folder.names == [])
  }
}
