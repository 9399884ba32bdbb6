import FolderSupport
import Foundation
import Glibc
import SQLiteStore
import SeedSupport
import TerminalSupport
import Testing
import Values

@testable import Batch

@Suite("A run that is killed")
struct KillTests {
  let folder = TemporaryFolder()

  private static let products = 8
  private static let kills = 50

  @Test("at any of many moments leaves a file that opens, with tables of one run each")
  func kills() throws {
    let shop = try Shop(folder, Shop.busy(products: Self.products, days: 90))
    makeHome()
    let before = folder.bytes("shop.db")
    let path = folder.file("side.db")
    // Twice, as the first one makes the file.
    for day in 0...1 { run(shop, day: day) }
    let seconds = try #require(
      try Connection.readOnly(path: path).query(
        "SELECT SUM(seconds) FROM optiflow_steps WHERE run_id = 2"
      ).rows[0][0].number
    )
    var chance = SplitMix64(seed: 2_026)
    for kill in 1...Self.kills {
      run(shop, day: kill + 1, killedAfter: seconds * chance.unit())
      try expectWhole(path, after: kill)
    }
    let file = try Connection.readOnly(path: path)
    // The chance must have met runs at work, and not only before and behind it.
    let met = try file.query("SELECT COUNT(*) FROM optiflow_runs WHERE status <> 'succeeded'").rows
    #expect((met[0][0].number ?? 0) >= 10)
    run(shop, day: Self.kills + 2)
    #expect(ComputedState.read(path)?.asOf == Self.day(Self.kills + 2))
    let running = "SELECT COUNT(*) FROM optiflow_runs WHERE status = 'running'"
    #expect(try Connection.readOnly(path: path).query(running).rows == [[.integer(0)]])
    #expect(folder.bytes("shop.db") == before)
  }

  /// Each table is there in full, and of the run that its step says.
  private func expectWhole(_ path: String, after kill: Int) throws {
    let file = try Connection.readOnly(path: path)
    #expect(try file.check() == [], "kill \(kill)")
    let products = Value.integer(Int64(Self.products))
    let forecasts = try file.query(
      "SELECT COUNT(*), COUNT(DISTINCT product_id), MIN(forecast_day), MAX(forecast_day) FROM optiflow_forecasts"
    ).rows[0]
    #expect(forecasts[0...1] == [.integer(Int64(Self.products * 366)), products], "kill \(kill)")
    let first = try #require(forecasts[2].text.flatMap { CalendarDay(iso: $0) })
    #expect(forecasts[3] == .text(first.adding(days: 365).iso))
    #expect(
      ComputedState.read(path, of: .forecasts)?.asOf == first.adding(days: -1).iso,
      "kill \(kill)"
    )
    let alerts = try #require(ComputedState.read(path, of: .alerts)).asOf
    let counts = try file.query(
      "SELECT (SELECT COUNT(*) FROM optiflow_outlook), (SELECT MAX(day) FROM optiflow_alert_days), (SELECT COUNT(DISTINCT product_id) FROM optiflow_accuracy)"
    ).rows
    #expect(counts == [[products, .text(alerts), products]], "kill \(kill)")
  }

  private static func day(_ number: Int) -> String {
    CalendarDay(iso: "2025-06-01")?.adding(days: number).iso ?? ""
  }

  /// A corpus of next to nothing: reading the real one would take most of the time of each run.
  private func makeHome() {
    let vocabulary = folder.file("home/corpus/vocabulary")
    do {
      try FileManager.default.createDirectory(
        atPath: vocabulary,
        withIntermediateDirectories: true
      )
    } catch {
      Issue.record("no folder: \(error)")
    }
    folder.write(
      """
      kind: vocabulary
      name: fillers
      markers:
        polite: {fr: [merci], en: [thanks]}
      """,
      as: "home/corpus/vocabulary/fillers.yaml"
    )
  }

  /// Runs the program as of a day; kills it some seconds after it first wrote to the side file.
  private func run(_ shop: Shop, day: Int, killedAfter seconds: Double? = nil) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = [
      "batch", "--db", shop.path, "--home", folder.file("home"), "--cache", folder.file("side.db"),
      "--as-of", Self.day(day),
    ]
    process.environment = ["HOME": folder.path, "LC_ALL": "C.UTF-8"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let log = folder.file("side.db-wal")
    let former = Self.change(log)
    do {
      try process.run()
    } catch {
      Issue.record("the program did not start: \(error)")
      return
    }
    if let seconds {
      while process.isRunning, Self.change(log) == former { usleep(200) }
      usleep(UInt32(seconds * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
  }

  /// What is another number once a file was written to; 0 where there is none.
  private static func change(_ path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { return 0 }
    return status.st_size &+ status.st_mtim.tv_nsec &+ status.st_mtim.tv_sec &* 1_000_000_000
  }
}
