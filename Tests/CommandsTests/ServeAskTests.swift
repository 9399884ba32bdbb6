import Endpoint
import Foundation
import SocketSupport
import Testing
import Values

@testable import Commands

@Suite("POST /v1/ask")
struct ServeAskTests {
  @Test(
    "the answer is the one of the command line",
    arguments: ["CA en 2024", "revenue by category in 2024", "hello", "zorglub", ""]
  )
  func sameAsCommand(question: String) throws {
    let shop = try ServedHome()
    let home = shop.home
    let run = home.run("ask", "--db", home.database, "--format", "json", question)
    let command = try JSONReader.read(run.output)
    #expect(try shop.ask(question).withoutTimes == command.withoutTimes)
    // The second time it is remembered.
    #expect(try shop.ask(question).withoutTimes == command.withoutTimes)
  }

  @Test("a session goes on as the chat does, and is its caller's own")
  func session() throws {
    let shop = try ServedHome()
    let home = shop.home
    let questions = ["revenue by category in 2024", "and in January?", "only Lamps", "undo"]
    let run = Run(
      ["chat", "--db", home.database, "--home", home.path, "-f", "jsonl"],
      input: questions.joined(separator: "\n"),
      folder: home.path
    )
    let turns = try run.lines.map { try JSONReader.read($0) }
    #expect(turns.count == questions.count)
    for (question, turn) in zip(questions, turns) {
      let answer = try shop.ask(question, session: "s1")
      #expect(answer["session"]?.text == "s1")
      #expect(answer["answer"] == turn["answer"])
      #expect(answer["rows"] == turn["rows"])
      #expect(answer["sql"] == turn["sql"])
    }
    #expect(try shop.ask("and in January?", session: "s2")["status"]?.text == "refused")
    let listed = try shop.json("GET", "/v1/sessions/s1")
    #expect(listed["turns"]?.items?.count == 4)
    #expect(try shop.send("DELETE", "/v1/sessions/s1").status == 204)
    #expect(try shop.send("GET", "/v1/sessions/s1").status == 404)
    #expect(try shop.ask("and in January?", session: "s1")["status"]?.text == "refused")
  }

  @Test("a new session gets a name that nobody can guess")
  func newSession() throws {
    let shop = try ServedHome()
    let first = try #require(shop.ask("revenue", session: "new")["session"]?.text)
    let second = try #require(shop.ask("revenue", session: "new")["session"]?.text)
    #expect(first != second)
    #expect(first.count > 20)
    #expect(try shop.ask("by category", session: first)["status"]?.text == "answered")
  }

  @Test("a session whose caller went away is there for the next question")
  func abandonedSession() throws {
    let shop = try ServedHome()
    let body = #"{"question": "revenue by category in 2024", "session": "s"}"#
    let head = "POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.utf8.count)"
    for _ in 0..<20 {
      let client = try #require(RawClient(port: shop.port))
      client.resetWhenClosed()
      client.send(head + "\r\n\r\n" + body)
    }
    var status = 409
    for _ in 0..<3_000 where status == 409 {
      status = try shop.send("POST", "/v1/ask", body).status
      usleep(10_000)
    }
    #expect(status == 200)
  }

  @Test("sessions beyond the limit make room, those used last stay")
  func manySessions() throws {
    let shop = try ServedHome { $0.sessionCount = 3 }
    for name in ["a", "b", "c", "a", "d"] { _ = try shop.ask("revenue", session: name) }
    #expect(try shop.send("GET", "/v1/sessions/b").status == 404)
    for name in ["a", "c", "d"] {
      #expect(try shop.send("GET", "/v1/sessions/\(name)").status == 200)
    }
  }

  @Test("sessions end some time after their last turn")
  func expiry() throws {
    let shop = try ServedHome { $0.sessionLife = .zero }
    _ = try shop.ask("revenue", session: "a")
    #expect(try shop.send("GET", "/v1/sessions/a").status == 404)
  }

  @Test("other formats are those of the command line")
  func formats() throws {
    let shop = try ServedHome()
    let body = #"{"question": "revenue by category in 2024", "format": "csv"}"#
    let csv = try shop.send("POST", "/v1/ask", body)
    #expect(csv.headers["content-type"] == "text/csv; charset=utf-8")
    #expect(csv.body == "category,revenue\r\nChairs,150\r\nLamps,40\r\n")
    let asParameter = try shop.send(
      "POST",
      "/v1/ask?format=csv",
      #"{"question": "revenue by category in 2024"}"#
    )
    #expect(asParameter.body == csv.body)
    let markdown = try shop.send(
      "POST",
      "/v1/ask?format=markdown",
      #"{"question": "CA par catégorie en 2024", "language": "fr"}"#
    )
    #expect(markdown.body.contains("| Catégorie |"))
  }

  @Test("questions worth asking next come where they are wanted")
  func next() throws {
    let shop = try ServedHome()
    let body = #"{"question": "revenue by category in 2024", "follow_ups": true}"#
    let answer = try shop.json("POST", "/v1/ask", body)
    #expect(answer["follow_ups"]?.items != nil)
    #expect(try shop.ask("revenue by category in 2024")["follow_ups"] == nil)
  }

  @Test(
    "what is wrong with a request is said, with its parameter",
    arguments: [
      ("", 400, "invalid_json", nil), ("[]", 400, "invalid_json", nil),
      ("{\"question\": \"\u{1}\"}", 400, "invalid_json", nil),
      (String(repeating: "[", count: 100_000), 400, "invalid_json", nil),
      ("{}", 400, "missing_required_parameter", "question"),
      (#"{"question": 7}"#, 400, "invalid_value", "question"),
      (#"{"question": "CA", "session": "a b"}"#, 400, "invalid_value", "session"),
      (#"{"question": "CA", "language": "de"}"#, 400, "invalid_value", "language"),
      (#"{"question": "CA", "format": "pdf"}"#, 400, "invalid_value", "format"),
      (#"{"question": "CA", "follow_ups": 1}"#, 400, "invalid_value", "follow_ups"),
    ] as [(String, Int, String, String?)]
  )
  func badRequests(body: String, status: Int, code: String, parameter: String?) throws {
    let shop = try ServedHome()
    let reply = try shop.send("POST", "/v1/ask", body)
    #expect(reply.status == status)
    let error = try #require(JSONReader.read(reply.body)["error"])
    #expect(error["code"]?.text == code)
    #expect(error["param"]?.text == parameter)
    #expect(error["type"]?.text == "invalid_request_error")
    #expect(error["message"]?.text?.isEmpty == false)
  }

  @Test("bytes that are no UTF-8 are refused")
  func badText() throws {
    let shop = try ServedHome()
    let client = try #require(RawClient(port: shop.port))
    let body: [UInt8] = Array("{\"question\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
    client.send("POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.count)\r\n\r\n")
    client.send(body)
    #expect(client.reply()?.status == 400)
  }

  @Test("messages are in the language that the client prefers")
  func language() throws {
    let shop = try ServedHome()
    let french = try shop.json("POST", "/v1/ask", "{}", headers: ["Accept-Language": "fr-FR, en"])
    #expect(french["error"]?["message"]?.text?.hasPrefix("Il manque") == true)
    let other = try shop.json("POST", "/v1/ask", "{}", headers: ["Accept-Language": "de, en;q=0.5"])
    #expect(other["error"]?["message"]?.text?.hasPrefix("Missing") == true)
  }

  @Test("an opinion on an answer is noted; on one that was never given it is not")
  func feedback() throws {
    let shop = try ServedHome()
    let id = try #require(shop.ask("CA en 2024")["id"]?.text)
    let good = JSON.object([
      ("id", .string(id)), ("verdict", .string("bad")), ("remark", .string("wrong\nyear")),
    ])
    #expect(try shop.send("POST", "/v1/feedback", good.rendered).status == 204)
    let noted = try String(
      contentsOfFile: shop.home.path + "/.local/state/optiflow/feedback.jsonl",
      encoding: .utf8
    )
    #expect(noted.contains("\"wrong year\"") && noted.contains(id))
    let bad = #"{"id": "nope", "verdict": "good"}"#
    #expect(try shop.send("POST", "/v1/feedback", bad).status == 404)
    #expect(try shop.send("POST", "/v1/feedback", "{}").status == 400)
  }

  @Test("a database that changes is noticed: answers of before do not stand")
  func fresh() throws {
    let shop = try ServedHome()
    #expect(try shop.ask("CA en 2024")["rows"]?.items?.first == .array([.integer(190)]))
    try shop.home.change(
      shop.home.database,
      "INSERT INTO sales_history VALUES (9, 3, '2024-02-21', 1)"
    )
    #expect(try shop.ask("CA en 2024")["rows"]?.items?.first == .array([.integer(240)]))
    // Its names come with the next opening, which a served database makes in the background.
    try shop.home.change(
      shop.home.database,
      """
      INSERT INTO products VALUES (4, 'Velvet stool', 'Stools', 5);
      INSERT INTO sales_history VALUES (10, 4, '2024-02-22', 2);
      """
    )
    shop.served.refresh()
    let answer = try shop.ask("revenue of Velvet stool in 2024")
    #expect(answer["rows"]?.items?.first == .array([.integer(10)]))
  }

  @Test(
    "a database that is gone is an error of the server; it is ready again when the database is back"
  )
  func gone() throws {
    let shop = try ServedHome()
    let path = shop.home.database
    shop.served.refresh()
    #expect(try shop.send("GET", "/readyz").status == 200)
    rename(path, path + ".away")
    shop.served.refresh()
    #expect(try shop.send("GET", "/readyz").status == 503)
    #expect(try shop.send("GET", "/healthz").status == 200)
    let reply = try shop.send("POST", "/v1/ask", #"{"question": "CA en 2024"}"#)
    #expect(reply.status == 503)
    let answer = try JSONReader.read(reply.body)
    #expect(answer["status"]?.text == "error")
    #expect(answer["error"]?["code"]?.text == "db.missing")
    rename(path + ".away", path)
    #expect(try shop.ask("CA en 2024")["status"]?.text == "answered")
  }

  @Test("it is ready when it is warm; a database that changed is warmed up while it is")
  func warmth() throws {
    let shop = try ServedHome()
    let cold = try shop.send("GET", "/readyz")
    #expect(cold.status == 503)
    #expect(cold.headers["retry-after"] != nil)
    #expect(try JSONReader.read(cold.body)["error"]?["code"]?.text == "server_warming_up")
    #expect(try shop.ask("CA en 2024")["status"]?.text == "answered")
    shop.served.refresh()
    #expect(try shop.json("GET", "/readyz")["warm"] == .bool(true))
    // The forecasts are computed, before anybody asked for them.
    let files = try FileManager.default.subpathsOfDirectory(atPath: shop.home.path + "/cache")
    #expect(files.contains { $0.hasSuffix(".db") }, "\(files)")
  }
}
