import FolderSupport
import DemoData
import Foundation
import SQLiteStore
import TerminalSupport
import Testing
import Values

@testable import Batch

// Each test waits for another process: one at a time leaves the machine to it.
@Suite("Waiting for forecasts that are computed on the spot", .serialized)
struct WaitingTests {
  /// A shop whose forecasts take long enough to be waited for, and a home of its own.
  private let folder = TemporaryFolder()
  private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  init() throws {
    try DemoDatabase.write(to: database, scale: 0.1, replacing: true)
  }

  private var database: String { folder.file("shop.db") }
  private var sideFile: String { folder.file("side.db") }

  private func arguments(_ more: String...) -> [String] {
    [
      "ask", "--db", database, "--home", root, "--cache", sideFile, "--as-of", "2026-03-31",
      "forecast revenue in April",
    ] + more
  }

  private var environment: [String: String] {
    ["HOME": folder.path, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8"]
  }

  @Test(
    "at a terminal they tell how far they are; Ctrl-C ends with 130, and nothing half done is left"
  )
  func terminal() throws {
    let before = folder.bytes("shop.db")
    let stopped = try #require(
      TerminalProgram(BuiltProgram.path, arguments(), environment: environment)
    )
    _ = try #require(stopped.terminal.wait(for: "%  forecasts"))
    stopped.terminal.type("\u{3}")
    #expect(stopped.exitCode() == 130)
    #expect(ComputedState.read(sideFile, of: .forecasts) == nil)
    let file = try Connection.readOnly(path: sideFile)
    #expect(try file.check() == [])
    #expect(try file.query("SELECT COUNT(*) FROM optiflow_forecasts").rows == [[.integer(0)]])

    let whole = try #require(
      TerminalProgram(BuiltProgram.path, arguments(), environment: environment)
    )
    _ = try #require(whole.terminal.wait(for: "%  forecasts"))
    _ = try #require(whole.terminal.wait(for: "s left"))
    _ = try #require(whole.terminal.wait(for: "The forecast revenue in April 2026"))
    #expect(whole.exitCode() == 0)
    #expect(ComputedState.read(sideFile)?.asOf == "2026-03-31")
    #expect(folder.bytes("shop.db") == before)
  }

  @Test("in a pipe nothing is said of it, and the output is one object")
  func pipe() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = arguments("--format", "json")
    process.environment = environment
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(messages.fileHandleForReading.readDataToEndOfFile().isEmpty)
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect(object?["status"] as? String == "answered")
  }
}
