import Rewording
import SocketSupport
import Synchronization
import Testing

@testable import ModelClient

@Suite("A model is asked in OpenAI's format, and whatever its server does ends in time")
struct ModelClientTests {
  private static let request = ModelRequest(
    [ModelRequest.Message(.system, "Règles"), ModelRequest.Message(.user, "Bonjour « \"toi\" »")],
    schema: ReplySchema.object([("text", ReplySchema.text)]),
    mostTokens: 100
  )

  /// What comes back from a server within some milliseconds.
  private static func reply(
    _ server: ScriptedServer,
    within milliseconds: Int = 100_000,
    key: String? = nil,
    isStreaming: Bool = true
  ) throws -> Result<String, ModelFault> {
    var named = try ModelServer(url: server.url, model: "tiny", key: key)
    named.isStreaming = isStreaming
    let client = ModelClient(named)
    return Result { () throws(ModelFault) in
      try client.reply(to: request, by: .now + .milliseconds(milliseconds), isCancelled: { false })
    }
  }

  @Test("Whole replies and replies in pieces are read", arguments: [true, false])
  func replies(isStreaming: Bool) throws {
    let server = ScriptedServer { connection in
      if isStreaming {
        connection.send(ModelReplies.streamHead + ModelReplies.events("L'été {{v1}} est là"))
      } else {
        connection.respond(200, ModelReplies.whole("L'été {{v1}} est là"))
      }
    }
    let reply = try Self.reply(server, key: "sesame", isStreaming: isStreaming)
    #expect(reply == .success("L'été {{v1}} est là"))
    let request = try #require(server.requests.first)
    #expect(request.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
    #expect(request.contains("Authorization: Bearer sesame\r\n"))
    #expect(request.contains(#""model":"tiny""#))
    #expect(request.contains("\"stream\":\(isStreaming)"))
    #expect(request.contains(#"{"role":"user","content":"Bonjour « \"toi\" »"}"#))
    #expect(request.contains("json_schema"))
  }

  @Test("A server that answers whole although pieces were asked for is understood")
  func otherForm() throws {
    let server = ScriptedServer {
      $0.respond(200, type: "application/json; charset=utf-8", ModelReplies.whole("ok"))
    }
    #expect(try Self.reply(server) == .success("ok"))
  }

  @Test("A reply in pieces is over at its mark, though the connection stays open")
  func openConnection() throws {
    let server = ScriptedServer { connection in
      connection.send(ModelReplies.streamHead + ModelReplies.events("fini"))
      connection.hang()
    }
    #expect(try Self.reply(server) == .success("fini"))
  }

  @Test(
    "Settings that a server refuses, or fails on, are left out, from then on too",
    arguments: [400, 422, 500]
  )
  func plainer(status: Int) throws {
    let server = ScriptedServer { connection in
      if connection.request.contains("json_schema")
        || status != 500 && connection.request.contains("response_format")
      {
        connection.respond(status, #"{"error":{"message":"response_format is not supported"}}"#)
      } else {
        connection.respond(200, ModelReplies.whole("ok"))
      }
    }
    let client = ModelClient(try ModelServer(url: server.url, model: "tiny"))
    for _ in 0..<2 {
      let text = try client.reply(
        to: Self.request,
        by: .now + .seconds(100),
        isCancelled: { false }
      )
      #expect(text == "ok")
    }
    let formats = server.requests.map {
      $0.contains("json_schema") ? 2 : $0.contains("json_object") ? 1 : 0
    }
    #expect(formats == (status == 500 ? [2, 1, 1] : [2, 1, 0, 0]))
  }

  @Test(
    "429 and 5xx are tried once more, after the time that the server wants",
    arguments: [429, 500, 503]
  )
  func retries(status: Int) throws {
    let server = ScriptedServer { connection in
      if connection.number == 0 {
        connection.respond(status, headers: ["Retry-After: 1"], "{}")
      } else {
        connection.respond(200, ModelReplies.whole("ok"))
      }
    }
    #expect(try Self.reply(server) == .success("ok"))
    #expect(server.requests.count == 2)
  }

  @Test("No second try is made when it would come too late")
  func lateRetry() throws {
    let server = ScriptedServer { $0.respond(429, headers: ["Retry-After: 600"], "{}") }
    #expect(try Self.reply(server) == .failure(.status(429)))
    #expect(server.requests.count == 1)
  }

  /// A misbehaviour and what is made of it.
  struct Misbehaviour: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let fault: ModelFault
    let script: @Sendable (ScriptedServer.Connection) -> Void

    init(
      _ name: String,
      _ fault: ModelFault,
      _ script: @escaping @Sendable (ScriptedServer.Connection) -> Void
    ) {
      testDescription = name
      self.fault = fault
      self.script = script
    }
  }

  private static let misbehaviours = [
    Misbehaviour("silent", .tooLate) { $0.hang() },
    Misbehaviour("silent in the middle", .tooLate) { connection in
      connection.send(ModelReplies.streamHead + ModelReplies.event("Le chiffre"))
      connection.hang()
    },
    Misbehaviour("closes at once", .cutOff) { _ in },
    Misbehaviour("cuts the stream", .cutOff) {
      $0.send(ModelReplies.streamHead + ModelReplies.event("Le chiffre"))
    },
    Misbehaviour("cuts a whole reply", .cutOff) {
      $0.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"choices\""
      )
    },
    Misbehaviour("stops at its limit of tokens", .cutOff) {
      $0.respond(200, #"{"choices":[{"message":{"content":"Le"},"finish_reason":"length"}]}"#)
    },
    Misbehaviour("401", .status(401)) {
      $0.respond(401, #"{"error":{"message":"bad key sesame"}}"#)
    },
    Misbehaviour("404", .status(404)) { $0.respond(404, "{}") },
    Misbehaviour("redirects", .status(302)) {
      $0.respond(302, headers: ["Location: http://127.0.0.1:1/"], "")
    },
    Misbehaviour("500 again and again", .status(500)) { $0.respond(500, "{}") },
    Misbehaviour("invalid JSON", .notJSON) { $0.respond(200, "{\"choices\": [") },
    Misbehaviour("invalid JSON in a piece", .notJSON) {
      $0.send(ModelReplies.streamHead + "data: {oops\n\ndata: [DONE]\n\n")
    },
    Misbehaviour("an error in a piece", .notText) {
      $0.send(ModelReplies.streamHead + "data: {\"error\":{\"message\":\"x\"}}\n\ndata: [DONE]\n\n")
    },
    Misbehaviour("no choices", .notText) { $0.respond(200, "{\"choices\": []}") },
    Misbehaviour("another type", .contentType) { $0.respond(200, type: "text/html", "<html>") },
    Misbehaviour("100 MB", .tooLong) { connection in
      connection.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
      )
      let block = [UInt8](repeating: 0x20, count: 1 << 20)
      for _ in 0..<100 where connection.send(block) {}
    },
    Misbehaviour("UTF-8 cut in the middle", .notText) { connection in
      let bytes = Array(ModelReplies.whole("é").utf8).filter { $0 != 0xA9 }
      connection.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(bytes.count)\r\n\r\n"
      )
      connection.send(bytes)
    },
    Misbehaviour("no HTTP", .unreachable) { $0.send("hello\r\n") },
  ]

  @Test("Misbehaviour is named and never waited for", arguments: misbehaviours)
  func misbehaviour(_ example: Misbehaviour) throws {
    let server = ScriptedServer(example.script)
    let isWaiting = example.fault == .tooLate
    let reply = try Self.reply(server, within: isWaiting ? 300 : 100_000, key: "sesame")
    #expect(reply == .failure(example.fault))
  }

  @Test("Where nobody listens there is no reply")
  func nobody() throws {
    let port = ScriptedServer { _ in }.port
    let client = ModelClient(try ModelServer(url: "http://127.0.0.1:\(port)", model: "tiny"))
    #expect(throws: ModelFault.unreachable) {
      try client.reply(to: Self.request, by: .now + .seconds(100), isCancelled: { false })
    }
  }

  @Test("Cancelling ends a request that hangs")
  func cancellation() throws {
    let isCancelled = Mutex(false)
    let server = ScriptedServer { connection in
      isCancelled.withLock { $0 = true }
      connection.hang()
    }
    let client = ModelClient(try ModelServer(url: server.url, model: "tiny"))
    #expect(throws: ModelFault.cancelled) {
      try client.reply(to: Self.request, by: .now + .seconds(600)) { isCancelled.withLock { $0 } }
    }
  }
}
