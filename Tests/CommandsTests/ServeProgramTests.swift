import Foundation
import Glibc
import SocketSupport
import TerminalSupport
import Testing
import Values

@testable import Commands

@Suite("optiflow serve, as a program", .serialized)
struct ServeProgramTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private var own: [String] {
    ["--db", home.database, "--home", home.path, "--cache", home.path + "/cache"]
  }

  /// A server of its own process, and the port it took.
  private func start(_ arguments: String...) throws -> (process: Process, port: UInt16) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = ["serve", "--port", "0"] + own + arguments
    process.environment = ["HOME": home.path, "LANG": "en_US.UTF-8"]
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let bytes = messages.fileHandleForReading.availableData
      if bytes.isEmpty { break }
      text += String(decoding: bytes, as: UTF8.self)
    }
    let port = text.split(separator: ":").last.flatMap { UInt16($0.prefix { $0.isNumber }) }
    return (process, try #require(port, "\(text)"))
  }

  @Test(
    "says where it listens, answers, and ends by a signal with what runs answered",
    arguments: [SIGTERM, SIGINT]
  )
  func life(signal: Int32) throws {
    let (process, port) = try start()
    let idle = try #require(RawClient(port: port))
    #expect(idle.request("GET", "/healthz")?.status == 200)
    let client = try #require(RawClient(port: port))
    let body = ServedHome.body(["CA en 2024"], stream: true)
    let reply = client.request("POST", "/v1/chat/completions", body: body)
    #expect(reply?.body.hasSuffix("data: [DONE]\n\n") == true)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(RawClient(port: port) == nil)
  }

  @Test("keys are made, listed and taken back on the command line")
  func keys() throws {
    let file = home.path + "/my.keys"
    func keys(_ arguments: String...) -> Run {
      Run(["serve", "keys"] + arguments + ["--keys", file] + own, folder: home.path)
    }
    #expect(keys("list").messages.contains("There are no keys"))
    let key = keys("add", "app").output.trimmingCharacters(in: .newlines)
    #expect(key.hasPrefix("of-"))
    #expect(keys("add", "app").code == 2)
    #expect(keys("add").code == 2)
    #expect(keys("list").output.hasPrefix("app  "))
    let (process, port) = try start("--keys", file)
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    func status() -> Int? {
      RawClient(port: port)?
        .request("GET", "/v1/models", headers: ["Authorization": "Bearer " + key])?.status
    }
    #expect(RawClient(port: port)?.request("GET", "/v1/models")?.status == 401)
    #expect(status() == 200)
    #expect(keys("revoke", "ap").messages.contains("Did you mean \"app\"?"))
    #expect(keys("revoke", "app").code == 0)
    #expect(status() == 401)
  }

  @Test(
    "what cannot be served is said before the database is opened",
    arguments: [
      (["--host", "0.0.0.0"], Int32(2), "serve.no-keys"),
      (["--keys", "/nonexistent/keys"], 2, "serve.no-keys"),
      (["--port", "99999"], 2, "usage.bad-value"),
      (["--host", "no.such.host.invalid"], 2, "serve.unknown-host"),
      (["--socket", "/nonexistent/folder/socket"], 1, "serve.cannot-listen"),
      (["--tls-key", "/nonexistent"], 2, "serve.half-certificate"),
      (["--tls-key", "/nonexistent", "--tls-cert", "/nonexistent"], 1, "serve.unusable-file"),
      (["--audit", "/nonexistent/audit"], 1, "serve.unusable-file"),
      (["kyes"], 2, "usage.unknown-operand"),
    ]
  )
  func refusals(arguments: [String], code: Int32, name: String) {
    let run = Run(
      ["serve", "--port", "0"] + arguments + own,
      variables: ["HOME": home.path],
      folder: home.path
    )
    #expect(run.code == code)
    #expect(run.messages.contains("[\(name)]"), "\(run.messages)")
  }

  @Test("a database that is missing ends it with the code of databases")
  func noDatabase() {
    let run = Run(
      ["serve", "--port", "0", "--db", home.path + "/no.db", "--home", home.path],
      folder: home.path
    )
    #expect(run.code == 6)
  }
}
