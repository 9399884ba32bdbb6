import Assistant
import Diagnostics
import Endpoint
import FolderSupport
import Foundation
import Server
import SocketSupport
import Testing
import Values

@testable import Commands

/// The small shop, served on a free port until the test is over.
final class ServedHome {
  let home: TemporaryHome
  let served: ServedDatabase
  let endpoint: Endpoint
  let port: UInt16

  /// - Parameters:
  ///   - database: statements that change the shop before.
  ///   - corpus: the folder above corpus/; nil for the small corpus.
  ///   - help: who is asked about questions not understood.
  ///   - change: changes the options.
  /// - Throws: what keeps it from being served.
  init(
    database: String = "",
    corpus: String? = nil,
    help: (any UnderstandingHelp)? = nil,
    _ change: (inout EndpointOptions) -> Void = { _ in }
  ) throws {
    home = try TemporaryHome(withDatabase: false)
    try home.makeDatabase(changedBy: database)
    let own = [
      "--db", home.database, "--home", corpus ?? home.path, "--cache", home.path + "/cache",
    ]
    let console = Console(output: { _ in true }, messages: { _ in })
    let settings = try Settings.read(
      ArgumentParser(options: Option.common + Command.serve.options).parse(own),
      for: .serve,
      console: console,
      environment: Environment(variables: ["HOME": home.path], folder: home.path)
    )
    served = try ServedDatabase(settings, help: help)
    var options = EndpointOptions()
    options.workers = 2
    change(&options)
    endpoint = try Endpoint(
      served,
      on: ListeningSocket.open(.network(host: "127.0.0.1", port: 0)),
      options
    )
    guard case .network(_, let port) = endpoint.address else { preconditionFailure("no port") }
    self.port = port
  }

  deinit { endpoint.stop() }

  /// The folder of this project, with its whole corpus.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// One request on a connection of its own.
  func send(
    _ method: String,
    _ target: String,
    _ body: String? = nil,
    headers: [String: String] = [:]
  ) throws -> RawClient.Reply {
    let client = try #require(RawClient(port: port))
    return try #require(client.request(method, target, headers: headers, body: body))
  }

  /// The object that comes back for one.
  func json(
    _ method: String,
    _ target: String,
    _ body: String? = nil,
    headers: [String: String] = [:]
  ) throws -> JSON {
    try JSONReader.read(send(method, target, body, headers: headers).body)
  }

  /// The answer to a question.
  func ask(_ question: String, session: String? = nil) throws -> JSON {
    var members: [(String, JSON)] = [("question", .string(question))]
    if let session { members.append(("session", .string(session))) }
    return try json("POST", "/v1/ask", JSON.object(members).rendered)
  }

  /// The answer to the last of several messages of the user.
  func chat(_ said: [String], stream: Bool = false) throws -> RawClient.Reply {
    try send("POST", "/v1/chat/completions", Self.body(said, stream: stream))
  }

  /// A body of OpenAI's format: between two messages of the user stands one of the assistant.
  static func body(_ said: [String], stream: Bool = false) -> String {
    func message(_ role: String, _ text: String) -> JSON {
      .object([("role", .string(role)), ("content", .string(text))])
    }
    var messages = [message("system", "You are helpful.")]
    for (index, text) in said.enumerated() {
      if index > 0 { messages.append(message("assistant", "…")) }
      messages.append(message("user", text))
    }
    return JSON.object([
      ("model", .string("optiflow")), ("messages", .array(messages)), ("stream", .bool(stream)),
      ("temperature", .number(0.2)),
    ]).rendered
  }
}

extension JSON {
  /// Without what the time of day changes.
  var withoutTimes: JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.0 != "timings_ms" })
  }
}
