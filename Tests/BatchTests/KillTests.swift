import Foundation
import SQLiteStore
import TerminalSupport
import Testing
import Values

@testable import Batch

@Suite("A run that is killed")
struct KillTests {
  let folder = TemporaryFolder()

  @Test("at any moment leaves a file that opens, with tables of one run each")
  func kills() throws {
    let shop = try Shop(folder, Shop.busy(products: 24, days: 90))
    let before = folder.bytes("shop.db")
    let path = folder.file("side.db")
    let whole = ContinuousClock().measure { run(shop, day: 0, killedAfter: nil) }
    let (seconds, part) = whole.components
    let duration = Double(seconds) + Double(part) / 1e18
    // The same moments each time, spread over a run.
    for kill in 1...10 {
      run(shop, day: kill, killedAfter: duration * Double(kill) / 11)
      let connection = try Connection.readOnly(path: path)
      #expect(try connection.check() == [])
      let forecasts = try connection.query(
        "SELECT COUNT(*), COUNT(DISTINCT product_id), MIN(forecast_day), MAX(forecast_day) FROM optiflow_forecasts"
      ).rows[0]
      #expect(forecasts[0...1] == [.integer(24 * 366), .integer(24)])
      let first = try #require(forecasts[2].text.flatMap { CalendarDay(iso: $0) })
      #expect(forecasts[3] == .text(first.adding(days: 365).iso))
      // The forecasts are of the run that says so.
      let asOf = try #require(ComputedState.read(path, of: .forecasts)?.asOf)
      #expect(first.adding(days: -1).iso == asOf)
      #expect(
        try connection.query("SELECT COUNT(*) FROM optiflow_outlook").rows == [[.integer(24)]]
      )
    }
    run(shop, day: 20, killedAfter: nil)
    #expect(ComputedState.read(path)?.asOf == "2025-04-20")
    let running = "SELECT COUNT(*) FROM optiflow_runs WHERE status = 'running'"
    #expect(try Connection.readOnly(path: path).query(running).rows == [[.integer(0)]])
    #expect(folder.bytes("shop.db") == before)
  }

  /// Runs the program as of a day, and kills it after some seconds.
  private func run(_ shop: Shop, day: Int, killedAfter seconds: Double?) {
    let now = CalendarDay(iso: "2025-03-31")?.adding(days: day).iso ?? ""
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = [
      "batch", "--db", shop.path, "--cache", folder.file("side.db"), "--as-of", now,
    ]
    process.environment = ["HOME": folder.path, "LC_ALL": "C.UTF-8"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      Issue.record("the program did not start: \(error)")
      return
    }
    if let seconds {
      usleep(UInt32(seconds * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
  }
}
