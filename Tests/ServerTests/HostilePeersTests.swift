import Glibc
import SocketSupport
import Testing

@testable import Server

/// Peers that hold what they can: others are answered meanwhile, and all is released in the end.
@Suite("Hostile peers of the HTTP server", .serialized)
struct HostilePeersTests {
  /// As many as one process may hold both ends of, with room for what else runs: 10,000 where that is permitted.
  private static var crowdSize: Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
    return min(10_000, max(100, (Int(limit.rlim_max) - 2_000) / 2))
  }

  /// Waits until the server has no connection left.
  private func waitUntilEmpty(_ echo: EchoServer) {
    for _ in 0..<3_000 where echo.server.connectionCount > 0 { usleep(10_000) }
    #expect(echo.server.connectionCount == 0)
  }

  @Test("ten thousand idle connections keep nobody from being answered")
  func idleCrowd() throws {
    let echo = try EchoServer()
    var crowd: [RawClient] = []
    for _ in 0..<Self.crowdSize { crowd.append(try echo.client()) }
    for _ in 0..<20 { #expect(try echo.client().request("GET", "/later")?.body == "later") }
    // The oldest of them are closed only where there are too many.
    #expect(echo.server.connectionCount >= crowd.count)
    #expect(crowd.first?.request("GET", "/later")?.body == "later")
    crowd = []
    waitUntilEmpty(echo)
    #expect(echo.server.stop())
  }

  @Test("heads sent byte by byte by many keep nobody from being answered, and end")
  func manySlowHeads() throws {
    var limits = ServerLimits()
    limits.headTime = .seconds(1)
    let echo = try EchoServer(limits)
    let crowd = try (0..<200).map { _ in try echo.client() }
    for byte in "GET / HTTP/1.1\r\nHo".utf8 {
      for client in crowd { client.send([byte]) }
    }
    #expect(try echo.client().request("GET", "/later")?.body == "later")
    for client in crowd { #expect(client.isEnded()) }
    waitUntilEmpty(echo)
    #expect(echo.server.stop())
  }

  @Test("many that have stopped sending are all answered, together or one by one")
  func manyHalfClosed() throws {
    var limits = ServerLimits()
    limits.headTime = .seconds(1)
    let echo = try EchoServer(limits)
    let crowd = try (0..<100).map { _ in try echo.client() }
    for client in crowd {
      client.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n")
      client.endSending()
    }
    let half = try echo.client()
    half.send("GET /held HTTP/1.1\r\nHo")
    half.endSending()
    #expect(half.isEnded())
    for _ in 0..<3_000 where echo.held.count < crowd.count { usleep(10_000) }
    #expect(try echo.client().request("GET", "/later")?.body == "later")
    for reply in echo.held { reply.send(Response(200, text: "held", type: "text/plain")) }
    for client in crowd { #expect(client.reply()?.body == "held") }
    waitUntilEmpty(echo)
    #expect(echo.server.stop())
  }

  @Test("one that sends request upon request and reads nothing is cut, and others are answered")
  func deafPipeliner() throws {
    var limits = ServerLimits()
    limits.responseTime = .milliseconds(500)
    let echo = try EchoServer(limits)
    let deaf = try echo.client()
    let request = "GET /\(String(repeating: "x", count: 4_000)) HTTP/1.1\r\nHost: x\r\n\r\n"
    // Until the server takes no more, and cuts it.
    for _ in 0..<100_000 where deaf.send(request) {}
    #expect(try echo.client().request("GET", "/later")?.body == "later")
    waitUntilEmpty(echo)
    #expect(echo.server.stop())
  }

  @Test("one that is gone before its answer is there leaves nothing behind")
  func goneBeforeAnswer() throws {
    let echo = try EchoServer()
    for _ in 0..<100 {
      try echo.client().send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n")
    }
    for _ in 0..<3_000 where echo.held.count < 100 { usleep(10_000) }
    #expect(echo.held.count == 100)
    #expect(try echo.client().request("GET", "/later")?.body == "later")
    for reply in echo.held { reply.send(Response(200, text: "held", type: "text/plain")) }
    waitUntilEmpty(echo)
    #expect(echo.server.stop())
  }

  @Test(
    "it shows before the answer is made that nobody awaits it, unless only the sending has ended"
  )
  func abandoned() throws {
    let echo = try EchoServer()
    let request = "GET /held HTTP/1.1\r\nHost: x\r\n\r\n"
    let stream = "GET /stream/open HTTP/1.1\r\nHost: x\r\n\r\n"
    let waiting = try echo.client()
    waiting.send(request)
    waiting.endSending()
    for _ in 0..<3_000 where echo.held.isEmpty { usleep(10_000) }
    do {
      let (gone, goneReader) = (try echo.client(), try echo.client())
      gone.send(request)
      goneReader.send(stream)
      #expect(goneReader.take(through: "begun") != nil)
      for _ in 0..<3_000 where echo.held.count < 2 { usleep(10_000) }
      for client in [gone, goneReader] { client.resetWhenClosed() }
    }
    let (first, second) = (echo.held[0], echo.held[1])
    for _ in 0..<3_000 where !second.isAbandoned || echo.open.first?.isClosed != true {
      usleep(10_000)
    }
    #expect(second.isAbandoned && !first.isAbandoned)
    #expect(echo.open.first?.isClosed == true)
    echo.open.first?.finish()
    for reply in [first, second] {
      reply.send(Response(200, text: "held", type: "text/plain"))
    }
    #expect(waiting.reply()?.body == "held")
    waitUntilEmpty(echo)
    #expect(echo.server.stop())
  }

  @Test("one who does not read its response is cut, and its stream is closed")
  func slowReader() throws {
    var limits = ServerLimits()
    limits.responseTime = .milliseconds(500)
    let echo = try EchoServer(limits)
    let client = try echo.client()
    client.send("GET /stream/open HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(client.take(through: "begun") != nil)
    let stream = try #require(echo.open.first)
    // More than the sockets between them hold.
    for _ in 0..<200 { stream.write(String(repeating: "x", count: 100_000)) }
    stream.finish()
    #expect(try echo.client().request("GET", "/later")?.body == "later")
    for _ in 0..<1_000 where !stream.isClosed { usleep(10_000) }
    #expect(stream.isClosed)
    #expect(echo.server.stop())
  }

  @Test(
    "bytes that are no HTTP end their connection alone",
    arguments: [
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx",
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\r\n\r\n",
    ]
  )
  func noise(bytes: String) throws {
    var limits = ServerLimits()
    limits.headTime = .seconds(1)
    limits.bodyTime = .seconds(1)
    let echo = try EchoServer(limits)
    let client = try echo.client()
    client.send(bytes)
    #expect(client.isEnded())
    #expect(try echo.client().request("GET", "/later")?.body == "later")
    waitUntilEmpty(echo)
    #expect(echo.server.stop())
  }

  @Test("a path of any bytes is a path")
  func anyPath() throws {
    let echo = try EchoServer()
    let client = try echo.client()
    client.send(
      Array("GET /".utf8) + [0xFF, 0xC3, 0x28]
        + Array("%FF%00%2e%2e?%C3=%ZZ HTTP/1.1\r\nHost: x\r\n\r\n".utf8)
    )
    #expect(client.reply()?.status == 200)
    #expect(echo.server.stop())
  }
}
