import FolderSupport
import Glibc
import SocketSupport
import Synchronization
import Testing

@testable import Server

/// A server that says what it read, on a free port.
final class EchoServer: Sendable {
  let server: HTTPServer
  let port: UInt16
  private let routes = EchoRoutes()
  /// Streams that were begun at "/stream/open".
  var open: [BodyStream] { routes.open.withLock { $0 } }
  /// Replies that "/held" has not sent.
  var held: [Reply] { routes.held.withLock { $0 } }

  init(_ limits: ServerLimits = ServerLimits()) throws {
    server = try HTTPServer(
      ListeningSocket.open(.network(host: "127.0.0.1", port: 0)),
      limits: limits,
      handler: HTTPServer.Handler(
        refusal: { $0.path == "/closed" ? Response(401) : nil },
        handling: { [routes] in routes.handle($0) }
      )
    )
    guard case .network(_, let port) = server.address else { preconditionFailure("no port") }
    self.port = port
  }

  func client() throws -> RawClient { try #require(RawClient(port: port)) }
}

/// What the paths of the echo server do.
private final class EchoRoutes: Sendable {
  private let pool = WorkerPool<Int>(count: 2, most: 4, longestQueue: 64, makeTool: { 0 })
  let open = Mutex<[BodyStream]>([])
  let held = Mutex<[Reply]>([])

  func handle(_ request: Request) -> HTTPServer.Handling {
    switch request.path {
    case "/later":
      return .later { [pool] reply in
        _ = pool.submit { count in
          count += 1
          reply.send(Response(200, text: "later", type: "text/plain"))
        }
      }
    case "/held": return .later { [self] reply in held.withLock { $0.append(reply) } }
    case "/stream":
      return .later { [pool] reply in
        let stream = BodyStream()
        reply.send(Response(200, .stream(stream)))
        _ = pool.submit { _ in
          for part in ["one ", "two ", "three"] { stream.write(part) }
          stream.finish()
        }
      }
    case "/stream/open":
      let stream = BodyStream()
      stream.write("begun")
      open.withLock { $0.append(stream) }
      return .now(Response(200, .stream(stream)))
    default:
      let text =
        "\(request.method) \(request.path) \(request.query.map { "\($0.name)=\($0.value)" }) "
        + "\(request.body.count) \(request.peer)"
      return .now(Response(200, text: text, type: "text/plain"))
    }
  }
}

@Suite("The HTTP server")
struct HTTPServerTests {
  @Test("reads a request as a value and keeps the connection for the next")
  func keepAlive() throws {
    let echo = try EchoServer()
    let client = try echo.client()
    let first = try #require(client.request("GET", "/a%20b?x=1&y=%C3%A9&x=2"))
    #expect(first.status == 200)
    #expect(first.body == #"GET /a b ["x=1", "y=é", "x=2"] 0 127.0.0.1"#)
    let second = try #require(client.request("POST", "/", body: "hello"))
    #expect(second.body == "POST / [] 5 127.0.0.1")
    #expect(first.headers["x-request-id"] != second.headers["x-request-id"])
    #expect(echo.server.stop())
  }

  @Test("keeps a request's own identifier when it is short and plain")
  func identifier() throws {
    let echo = try EchoServer()
    let client = try echo.client()
    let own = client.request("GET", "/", headers: ["X-Request-Id": "my-id.7"])
    #expect(own?.headers["x-request-id"] == "my-id.7")
    let bad = client.request("GET", "/", headers: ["X-Request-Id": "a b\"c"])
    #expect(bad?.headers["x-request-id"]?.hasPrefix("req-") == true)
    #expect(echo.server.stop())
  }

  @Test("a reply from another thread arrives; one that is pending keeps nobody waiting")
  func later() throws {
    let echo = try EchoServer()
    let waiting = try echo.client()
    waiting.send("GET /stream/open HTTP/1.1\r\nHost: x\r\n\r\n")
    for _ in 0..<20 {
      let client = try echo.client()
      #expect(client.request("GET", "/later")?.body == "later")
      #expect(client.request("GET", "/later")?.body == "later")
    }
    echo.open.forEach { $0.finish() }
    #expect(waiting.reply()?.body == "begun")
    #expect(echo.server.stop())
  }

  @Test("a body that is written bit by bit comes in chunks, its head and beginning before its end")
  func stream() throws {
    let echo = try EchoServer()
    let client = try echo.client()
    #expect(client.request("GET", "/stream")?.body == "one two three")
    client.send("GET /stream/open HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(client.take(through: "begun") != nil)
    echo.open.first?.write(" and ended")
    #expect(client.take(through: "ended") != nil)
    echo.open.first?.finish()
    #expect(client.take(through: "0\r\n\r\n") != nil)
    #expect(echo.server.stop())
  }

  @Test("a writer learns that its reader is gone")
  func goneReader() throws {
    let echo = try EchoServer()
    do {
      let client = try echo.client()
      client.send("GET /stream/open HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(client.take(through: "begun") != nil)
    }
    let stream = try #require(echo.open.first)
    // Writing wakes the connection, which then finds out.
    for _ in 0..<2_000 where stream.write(String(repeating: "x", count: 50_000)) { usleep(5_000) }
    #expect(stream.isClosed)
    stream.finish()
    #expect(echo.server.stop())
  }

  @Test("a body beyond the limit is refused, whether announced or in chunks")
  func tooLong() throws {
    var limits = ServerLimits()
    limits.bodySize = 1_000
    let echo = try EchoServer(limits)
    let exact = try echo.client()
    #expect(exact.request("POST", "/", body: String(repeating: "x", count: 1_000))?.status == 200)
    #expect(exact.request("POST", "/", body: String(repeating: "x", count: 1_001))?.status == 413)
    let announced = try echo.client()
    announced.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n")
    #expect(announced.reply()?.status == 413)
    let chunk = "64\r\n" + String(repeating: "x", count: 100) + "\r\n"
    let head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    let chunked = try echo.client()
    chunked.send(head + String(repeating: chunk, count: 11) + "0\r\n\r\n")
    #expect(chunked.reply()?.status == 413)
    let bomb = try echo.client()
    bomb.send(head)
    for _ in 0..<10_000 where bomb.send(chunk) {}
    #expect(bomb.isEnded())
    #expect(echo.server.stop())
  }

  @Test("a refusal on the head does not wait for the body")
  func refusal() throws {
    let echo = try EchoServer()
    let client = try echo.client()
    client.send("POST /closed HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n")
    #expect(client.reply()?.status == 401)
    #expect(echo.server.stop())
  }

  @Test("a head beyond the limit and one that is no HTTP end the connection; others are served")
  func badHeads() throws {
    var limits = ServerLimits()
    limits.headTime = .seconds(1)
    let echo = try EchoServer(limits)
    let long = try echo.client()
    long.send("GET / HTTP/1.1\r\nHost: x\r\nX: ")
    for _ in 0..<100 where long.send(String(repeating: "x", count: 100_000)) {}
    #expect(long.isEnded())
    let noise = try echo.client()
    noise.send([0, 255, 13, 10, 13, 10])
    #expect(noise.isEnded())
    #expect(try echo.client().request("GET", "/")?.status == 200)
    #expect(echo.server.stop())
  }

  @Test("a head beyond the limit is told so where there is room to read it")
  func longHead() throws {
    var limits = ServerLimits()
    limits.headSize = 10_000
    let echo = try EchoServer(limits)
    let client = try echo.client()
    let headers = ["Cookie": String(repeating: "x", count: 9_000)]
    #expect(client.request("GET", "/", headers: headers)?.status == 200)
    let longer = ["Cookie": String(repeating: "x", count: 10_000)]
    #expect(client.request("GET", "/", headers: longer)?.status == 431)
    #expect(echo.server.stop())
  }

  @Test("a client that has stopped sending is still answered")
  func halfClosed() throws {
    let echo = try EchoServer()
    let client = try echo.client()
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n")
    client.endSending()
    #expect(client.reply()?.body == "later")
    #expect(echo.server.stop())
  }

  @Test("requests sent at once are answered in order")
  func pipelined() throws {
    let echo = try EchoServer()
    let client = try echo.client()
    let paths = ["/1", "/later", "/2", "/stream", "/3"]
    client.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined())
    let bodies = paths.map { _ in client.reply()?.body ?? "" }
    #expect(bodies[0].hasPrefix("GET /1") && bodies[2].hasPrefix("GET /2"))
    #expect(bodies[1] == "later" && bodies[3] == "one two three")
    #expect(bodies[4].hasPrefix("GET /3"))
    #expect(echo.server.stop())
  }

  @Test("heads, bodies and readers that dawdle are cut, byte by byte or not")
  func dawdlers() throws {
    var limits = ServerLimits()
    limits.headTime = .milliseconds(300)
    limits.bodyTime = .milliseconds(300)
    limits.responseTime = .milliseconds(300)
    let echo = try EchoServer(limits)
    let head = try echo.client()
    for _ in 0..<200 where head.send("x") { usleep(50_000) }
    #expect(head.isEnded())
    let body = try echo.client()
    body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
    for _ in 0..<200 where body.send("x") { usleep(50_000) }
    #expect(body.isEnded())
    #expect(echo.server.stop())
  }

  @Test("those that idle longest make room when there are too many")
  func crowd() throws {
    var limits = ServerLimits()
    limits.connections = 40
    let echo = try EchoServer(limits)
    let crowd = try (0..<100).map { _ in try echo.client() }
    #expect(try echo.client().request("GET", "/")?.status == 200)
    #expect(crowd.count == 100)
    #expect(echo.server.stop())
  }

  @Test("stopping waits for what runs, and says when it cannot")
  func stopping() throws {
    var limits = ServerLimits()
    limits.grace = .milliseconds(200)
    let echo = try EchoServer(limits)
    let client = try echo.client()
    client.send("GET /stream/open HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(client.take(through: "begun") != nil)
    let stopped = echo.server.stop(giveUp: { echo.open.forEach { $0.finish() } })
    #expect(stopped)
    #expect(RawClient(port: echo.port) == nil)
  }

  @Test("a Unix socket belongs to its user, and one that was left behind is replaced")
  func unixSocket() throws {
    let folder = TemporaryFolder()
    let path = folder.file("server.sock")
    for _ in 0..<2 {
      let server = try HTTPServer(
        ListeningSocket.open(.unix(path: path)),
        handler: HTTPServer.Handler { .now(Response(200, text: $0.peer, type: "text/plain")) }
      )
      #expect(folder.mode("server.sock") == 0o600)
      #expect(throws: (any Error).self) { try ListeningSocket.open(.unix(path: path)) }
      #expect(try #require(RawClient(path: path)).request("GET", "/")?.body == "unix")
      #expect(server.stop())
    }
  }
}
