import Endpoint
import Files
import FolderSupport
import Foundation
import Glibc
import Server
import SocketSupport
import Testing
import Values

@testable import Commands

@Suite("Who may ask the endpoint")
struct ServeAccessTests {
  private let folder = TemporaryFolder()
  private var keys: KeyFile { KeyFile(path: folder.file("serve.keys")) }
  private let today = CalendarDay.today
  private let question = #"{"question": "CA en 2024"}"#

  private func bearer(_ key: String) -> [String: String] { ["Authorization": "Bearer " + key] }

  @Test("a key lets in from when it is made until it is taken back, without a restart")
  func keyLife() throws {
    let first = try keys.add("first", on: today)
    let shop = try ServedHome { $0.keys = keys }
    func status(_ headers: [String: String]) throws -> Int {
      try shop.send("POST", "/v1/ask", question, headers: headers).status
    }
    #expect(try status([:]) == 401)
    #expect(try status(bearer("of-wrong")) == 401)
    #expect(try status(["Authorization": "Basic " + first]) == 401)
    #expect(try status(bearer(first)) == 200)
    let second = try keys.add("second", on: today)
    #expect(try status(bearer(second)) == 200)
    try keys.revoke("first")
    #expect(try status(bearer(first)) == 401)
    #expect(try status(bearer(second)) == 200)
    // A file that cannot be read lets nobody in.
    folder.write("garbage\n", as: "serve.keys")
    #expect(try status(bearer(second)) == 401)
  }

  @Test("only what says nothing of the data is open; a refusal does not wait for the body")
  func openPaths() throws {
    _ = try keys.add("one", on: today)
    let shop = try ServedHome { $0.keys = keys }
    shop.served.refresh()
    for path in ["/", "/widget.js", "/healthz", "/readyz", "/openapi.json"] {
      #expect(try shop.send("GET", path).status == 200, "\(path)")
    }
    for path in [
      "/metrics", "/v1/models", "/v1/catalog", "/v1/suggest?q=c", "/v1/sessions/a", "/nope",
      "//healthz", "/healthz/../metrics", "/%2e%2e/metrics",
    ] {
      #expect(try shop.send("GET", path).status == 401, "\(path)")
    }
    let client = try #require(RawClient(port: shop.port))
    client.send("POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n")
    let reply = try #require(client.reply())
    #expect(reply.status == 401)
    #expect(reply.headers["www-authenticate"] != nil)
    #expect(try JSONReader.read(reply.body)["error"]?["code"]?.text == "invalid_api_key")
  }

  @Test("keys are kept as hashes, for their owner alone, and shown once")
  func keyFile() throws {
    let key = try keys.add("shop", on: today)
    let text = try folder.text("serve.keys")
    #expect(key.hasPrefix("of-") && key.utf8.count == 67)
    #expect(!text.contains(key.dropFirst(3)))
    #expect(folder.mode("serve.keys") == 0o600)
    #expect(throws: (any Error).self) { try keys.add("shop", on: today) }
    #expect(throws: (any Error).self) { try keys.add("two words", on: today) }
    #expect(throws: (any Error).self) { try keys.revoke("nobody") }
    #expect(try keys.keys().map(\.name) == ["shop"])
  }

  @Test("sessions of one key are nobody else's")
  func ownSessions() throws {
    let (first, second) = (try keys.add("a", on: today), try keys.add("b", on: today))
    let shop = try ServedHome { $0.keys = keys }
    let body = #"{"question": "revenue by category", "session": "mine"}"#
    #expect(try shop.send("POST", "/v1/ask", body, headers: bearer(first)).status == 200)
    #expect(try shop.send("GET", "/v1/sessions/mine", headers: bearer(first)).status == 200)
    #expect(try shop.send("GET", "/v1/sessions/mine", headers: bearer(second)).status == 404)
    #expect(try shop.send("DELETE", "/v1/sessions/mine", headers: bearer(second)).status == 404)
  }

  @Test("too many requests of one key are told when to come again; other keys go on")
  func rateLimit() throws {
    let (first, second) = (try keys.add("a", on: today), try keys.add("b", on: today))
    let shop = try ServedHome {
      $0.keys = keys
      $0.requestsPerMinute = 1
    }
    let statuses = try (0..<11).map { _ in
      try shop.send("GET", "/v1/models", headers: bearer(first)).status
    }
    #expect(statuses == Array(repeating: 200, count: 10) + [429])
    let refused = try shop.send("GET", "/v1/models", headers: bearer(first))
    #expect(Int(refused.headers["retry-after"] ?? "").map { (1...60).contains($0) } == true)
    #expect(try JSONReader.read(refused.body)["error"]?["code"]?.text == "rate_limit_exceeded")
    #expect(try shop.send("GET", "/v1/models", headers: bearer(second)).status == 200)
  }

  @Test(
    "pages of other origins may not ask, and names of others are not answered to",
    arguments: [
      ([:], 200), (["Origin": "https://evil.example"], 403), (["Origin": "null"], 403),
      (["Origin": "http://shop.example"], 403), (["Origin": "https://shop.example"], 200),
      (["Host": "evil.example"], 403), (["Host": "127.0.0.1.evil.example"], 403),
      (["Host": "localhost:99"], 200), (["Host": "[::1]:8"], 200),
      (["Host": "localhost:8", "Origin": "http://localhost:8"], 200),
      (["Host": "localhost:8", "Origin": "http://localhost:9"], 403),
    ]
  )
  func origins(headers: [String: String], status: Int) throws {
    let shop = try ServedHome { $0.origins = ["https://shop.example/"] }
    let reply = try shop.send("POST", "/v1/ask", question, headers: headers)
    #expect(reply.status == status)
    let allowed = reply.headers["access-control-allow-origin"]
    #expect(allowed == (status == 200 ? headers["Origin"] : nil))
  }

  @Test("a page's browser is told what it may send")
  func preflight() throws {
    _ = try keys.add("a", on: today)
    let shop = try ServedHome {
      $0.keys = keys
      $0.origins = ["https://shop.example"]
    }
    let asked = ["Origin": "https://shop.example", "Access-Control-Request-Method": "POST"]
    let reply = try shop.send("OPTIONS", "/v1/ask", headers: asked)
    #expect(reply.status == 204)
    #expect(reply.headers["access-control-allow-origin"] == "https://shop.example")
    #expect(reply.headers["access-control-allow-methods"]?.contains("POST") == true)
    #expect(reply.headers["access-control-allow-headers"]?.contains("Authorization") == true)
    let other = ["Origin": "https://evil.example"]
    #expect(try shop.send("OPTIONS", "/v1/ask", headers: other).status == 403)
  }

  @Test("a wrong method is told the right ones, and HEAD is GET without its body")
  func methods() throws {
    let shop = try ServedHome()
    let wrong = try shop.send("GET", "/v1/ask")
    #expect(wrong.status == 405)
    #expect(wrong.headers["allow"] == "OPTIONS, POST")
    let client = try #require(RawClient(port: shop.port))
    #expect(client.request("HEAD", "/healthz")?.status == 200)
    #expect(client.request("GET", "/healthz")?.status == 200)
  }

  @Test("what the server has no room for, or cannot tell the end of, is refused in JSON")
  func excess() throws {
    let shop = try ServedHome { $0.limits.bodySize = 100 }
    func refusal(_ headers: [String: String], _ body: String) throws -> (Int, String?) {
      let reply = try shop.send("POST", "/v1/ask", body, headers: headers)
      return (reply.status, try JSONReader.read(reply.body)["error"]?["code"]?.text)
    }
    let cookies = String(repeating: "x", count: 20_000)
    #expect(try refusal(["Cookie": cookies], "{}") == (431, "headers_too_large"))
    let body = String(repeating: " ", count: 101)
    #expect(try refusal([:], body) == (413, "request_too_large"))
    let chunked = ["Transfer-Encoding": "chunked"]
    #expect(try refusal(chunked, "0\r\n\r\n") == (400, "ambiguous_length"))
  }

  @Test("the log has a line for each question, without its words unless they are wanted")
  func audit() throws {
    let key = try keys.add("shop-app", on: today)
    for withQuestions in [false, true] {
      let name = "audit-\(withQuestions).jsonl"
      folder.write("", as: name)
      let file = Descriptor(open(folder.file(name), O_WRONLY | O_APPEND))
      defer { close(file.number) }
      let shop = try ServedHome {
        $0.keys = keys
        $0.audit = AuditLog(file, withQuestions: withQuestions)
      }
      let asked = #"{"question": "revenue of Blue lamp in 2024"}"#
      for _ in 0..<2 {
        let headers = bearer(key).merging(["X-Request-Id": "r-1"]) { $1 }
        #expect(try shop.send("POST", "/v1/ask", asked, headers: headers).status == 200)
      }
      let lines = try folder.text(name).split(separator: "\n")
      #expect(lines.count == 2)
      let line = try JSONReader.read(String(lines[0]))
      #expect(line["caller"]?.text == "shop-app")
      #expect(line["request_id"]?.text == "r-1")
      #expect(line["verdict"]?.text == "answered")
      #expect(line["metrics"] == .array([.string("revenue")]))
      #expect(lines[0].contains("Blue lamp") == withQuestions)
      #expect(!lines[0].contains(key.dropFirst(3)))
    }
  }

  @Test("what is counted can be read by Prometheus")
  func metrics() throws {
    let shop = try ServedHome()
    for _ in 0..<3 { _ = try shop.ask("CA en 2024") }
    _ = try shop.ask("zorglub")
    let text = try shop.send("GET", "/metrics").body
    #expect(text.contains("optiflow_questions_total{route=\"/v1/ask\",verdict=\"answered\"} 3\n"))
    #expect(text.contains("optiflow_questions_total{route=\"/v1/ask\",verdict=\"refused\"} 1\n"))
    #expect(text.contains("optiflow_requests_total{route=\"/v1/ask\",status=\"200\"} 4\n"))
    #expect(text.contains("optiflow_request_seconds_bucket{route=\"/v1/ask\",le=\"+Inf\"} 4\n"))
    #expect(text.contains("optiflow_answer_cache_total{result=\"hit\"} 2\n"))
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil, "\(line)")
    }
  }
}
