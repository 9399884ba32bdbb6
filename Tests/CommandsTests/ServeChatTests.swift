import Foundation
import SocketSupport
import Testing
import Values

@testable import Commands

@Suite("POST /v1/chat/completions")
struct ServeChatTests {
  /// The objects of a stream's events, and whether it ended as it should.
  private func events(_ text: String) throws -> (objects: [JSON], isDone: Bool) {
    let lines = text.components(separatedBy: "\n\n").filter { !$0.isEmpty }
    #expect(lines.allSatisfy { $0.hasPrefix("data: ") && !$0.contains("\n") })
    let data = lines.map { String($0.dropFirst("data: ".count)) }
    return (
      try data.filter { $0 != "[DONE]" }.map { try JSONReader.read($0) }, data.last == "[DONE]"
    )
  }

  @Test("an answer is a completion in OpenAI's form, with the result of /v1/ask")
  func whole() throws {
    let shop = try ServedHome()
    let question = "revenue by category in 2024"
    let completion = try JSONReader.read(shop.chat([question]).body)
    #expect(completion["object"]?.text == "chat.completion")
    #expect(completion["id"]?.text?.hasPrefix("chatcmpl-") == true)
    #expect(completion["model"]?.text == "optiflow")
    let choice = try #require(completion["choices"]?.items?.first)
    #expect(choice["finish_reason"]?.text == "stop")
    #expect(choice["index"]?.integer == 0)
    let message = try #require(choice["message"])
    #expect(message["role"]?.text == "assistant")
    let content = try #require(message["content"]?.text)
    #expect(content.contains("| Category | Revenue |"))
    #expect(content.contains("| Chairs |"))
    #expect(message["optiflow"]?.withoutTimes == (try shop.ask(question).withoutTimes))
    let usage = try #require(completion["usage"])
    let parts = ["prompt_tokens", "completion_tokens"].compactMap { usage[$0]?.integer }
    #expect(parts.count == 2 && parts.allSatisfy { $0 > 0 })
    #expect(usage["total_tokens"]?.integer == parts.reduce(0, +))
  }

  @Test("the conversation is rebuilt from the messages, whether it is remembered or not")
  func history() throws {
    let said = ["revenue by category in 2024", "only Lamps", "and in January?"]
    let shop = try ServedHome(corpus: ServedHome.project)
    var session: JSON = .null
    for text in said { session = try shop.ask(text, session: "s") }
    // Nothing of it is remembered: all is gone through again.
    let fresh = try ServedHome(corpus: ServedHome.project)
    let whole = try JSONReader.read(fresh.chat(said).body)
    let result = whole["choices"]?.items?.first?["message"]?["optiflow"]
    #expect(result?["answer"] == session["answer"])
    #expect(result?["rows"] == .array([.array([.string("Lamps"), .integer(20)])]))
    for count in 1...3 { _ = try shop.chat(Array(said.prefix(count))) }
    let again = try JSONReader.read(shop.chat(said).body)
    #expect(again["choices"]?.items?.first?["message"]?["optiflow"]?["rows"] == result?["rows"])
  }

  @Test("a question asked back is a message with its choices, and the next one takes one")
  func clarification() throws {
    let shop = try ServedHome(
      database: """
        CREATE TABLE customers (id INTEGER, name TEXT);
        INSERT INTO customers VALUES (1, 'Martin Durand'), (2, 'Martin Petit');
        ALTER TABLE sales_history ADD COLUMN customer_id INTEGER;
        UPDATE sales_history SET customer_id = 1;
        """,
      corpus: ServedHome.project
    )
    let asked = try JSONReader.read(shop.chat(["revenue of Martin"]).body)
    let message = try #require(asked["choices"]?.items?.first?["message"])
    let result = try #require(message["optiflow"])
    try #require(result["status"]?.text == "clarification")
    let choices = try #require(result["choices"]?.items)
    for (index, choice) in choices.enumerated() {
      let line = "\(index + 1). \(choice["label"]?.text ?? "?")"
      #expect(message["content"]?.text?.contains(line) == true)
    }
    let answer = try JSONReader.read(shop.chat(["revenue of Martin", "2"]).body)
    let taken = answer["choices"]?.items?.first?["message"]?["optiflow"]
    #expect(taken?["status"]?.text == "answered")
    #expect(taken?["question"] == choices[1]["question"])
  }

  @Test(
    "a stream begins with the role, ends with the result, the usage and [DONE], remembered or not"
  )
  func stream() throws {
    let shop = try ServedHome()
    let body = ServedHome.body(["revenue by category in 2024"], stream: true)
      .replacing("\"stream\":true", with: #""stream":true,"stream_options":{"include_usage":true}"#)
    var texts: [String] = []
    for _ in 0..<2 {
      let reply = try shop.send("POST", "/v1/chat/completions", body)
      #expect(reply.headers["content-type"] == "text/event-stream; charset=utf-8")
      let (objects, isDone) = try events(reply.body)
      #expect(isDone)
      #expect(objects.allSatisfy { $0["object"]?.text == "chat.completion.chunk" })
      #expect(Set(objects.map { $0["id"]?.text }).count == 1)
      let first = objects.first?["choices"]?.items?.first?["delta"]
      #expect(first?["role"]?.text == "assistant")
      let deltas = objects.compactMap { $0["choices"]?.items?.first?["delta"]?["content"]?.text }
      texts.append(deltas.joined())
      let end = objects[objects.count - 2]
      #expect(end["choices"]?.items?.first?["finish_reason"]?.text == "stop")
      #expect(end["optiflow"]?["status"]?.text == "answered")
      #expect(objects.dropLast().allSatisfy { $0["usage"] == .null })
      #expect(objects.last?["choices"] == .array([]))
      #expect(objects.last?["usage"]?["total_tokens"]?.integer ?? 0 > 0)
    }
    let whole = try JSONReader.read(shop.chat(["revenue by category in 2024"]).body)
    let content = whole["choices"]?.items?.first?["message"]?["content"]?.text
    #expect(texts == [content, content])
  }

  @Test("what fails in a stream is an event of its own, before the end")
  func failingStream() throws {
    let shop = try ServedHome()
    rename(shop.home.database, shop.home.database + ".away")
    let (objects, isDone) = try events(shop.chat(["CA en 2024"], stream: true).body)
    #expect(isDone)
    #expect(objects.last?["error"]?["code"]?.text == "db.missing")
    let whole = try shop.chat(["CA en 2024"])
    #expect(whole.status == 503)
    #expect(try JSONReader.read(whole.body)["error"]?["type"]?.text == "server_error")
  }

  @Test(
    "what is wrong with a request is said, with its parameter",
    arguments: [
      (#"{"messages": []}"#, 400, "missing_required_parameter", "model"),
      (#"{"model": "gpt-4o", "messages": []}"#, 404, "model_not_found", "model"),
      (#"{"model": "optiflow"}"#, 400, "missing_required_parameter", "messages"),
      (#"{"model": "optiflow", "messages": []}"#, 400, "invalid_value", "messages"),
      (
        #"{"model": "optiflow", "messages": [{"role": "system", "content": "x"}]}"#, 400,
        "invalid_value", "messages"
      ),
      (
        #"{"model": "optiflow", "messages": [{"role": "king", "content": "x"}]}"#, 400,
        "invalid_value", "messages[0].role"
      ),
      (
        #"{"model": "optiflow", "messages": [{"role": "user"}]}"#, 400,
        "missing_required_parameter", "messages[0].content"
      ),
      (
        #"{"model": "optiflow", "messages": [{"role": "user", "content": [{"type": "image_url"}]}]}"#,
        400, "invalid_value", "messages[0].content"
      ),
      (
        #"{"model": "optiflow", "n": 2, "messages": [{"role": "user", "content": "CA"}]}"#, 400,
        "invalid_value", "n"
      ),
    ]
  )
  func badRequests(body: String, status: Int, code: String, parameter: String) throws {
    let shop = try ServedHome()
    let reply = try shop.send("POST", "/v1/chat/completions", body)
    #expect(reply.status == status)
    let error = try JSONReader.read(reply.body)["error"]
    #expect(error?["code"]?.text == code)
    #expect(error?["param"]?.text == parameter)
  }

  @Test("parts of text are one message, and tools and pictures of others do not matter")
  func parts() throws {
    let shop = try ServedHome()
    let body = #"""
      {"model": "optiflow", "tools": [], "messages": [
        {"role": "assistant", "content": null, "tool_calls": []},
        {"role": "user", "content": [{"type": "text", "text": "revenue"}, {"type": "text", "text": "in 2024"}]}]}
      """#
    let completion = try shop.json("POST", "/v1/chat/completions", body)
    let result = completion["choices"]?.items?.first?["message"]?["optiflow"]
    #expect(result?["rows"] == .array([.array([.integer(190)])]))
  }

  @Test("there is one model")
  func models() throws {
    let shop = try ServedHome()
    let list = try shop.json("GET", "/v1/models")
    #expect(list["data"]?.items?.map { $0["id"]?.text } == ["optiflow"])
    #expect(try shop.json("GET", "/v1/models/optiflow") == list["data"]?.items?.first)
    #expect(try shop.send("GET", "/v1/models/gpt-4o").status == 404)
  }

  @Test("a lesson that was agreed to is noted once, however often its messages are sent")
  func lesson() throws {
    let shop = try ServedHome(corpus: ServedHome.project)
    let said = ["ignore last Saturday, it was a match", "yes", "what have you learned?"]
    _ = try shop.chat(Array(said.prefix(1)))
    for _ in 0..<3 { _ = try shop.chat(Array(said.prefix(2))) }
    let told = try JSONReader.read(shop.chat(said).body)
    let content = told["choices"]?.items?.first?["message"]?["content"]?.text
    #expect(content?.contains("1 lesson in force") == true, "\(content ?? "")")
  }
}
