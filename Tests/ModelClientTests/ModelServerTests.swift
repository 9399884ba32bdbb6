import Testing

@testable import ModelClient

@Suite("Addresses of models")
struct ModelServerTests {
  @Test(
    "A base leads to chat/completions",
    arguments: [
      ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/chat/completions"),
      ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
      ("https://api.example.com/openai/v1", "https://api.example.com/openai/v1/chat/completions"),
      ("https://a.example/v1/chat/completions", "https://a.example/v1/chat/completions"),
      (
        "https://a.example/dep?api-version=1#x",
        "https://a.example/dep/chat/completions?api-version=1"
      ),
      ("HTTP://[::1]:80", "http://[::1]:80/v1/chat/completions"),
    ]
  )
  func addresses(url: String, address: String) throws {
    #expect(try ModelServer(url: url, model: "m").address == address)
  }

  @Test(
    "What is no address is refused",
    arguments: ["", "localhost:8080", "ftp://a/b", "file:///etc", "http://", "http://a b"]
  )
  func strange(url: String) {
    #expect(throws: ModelServer.Fault.notAnAddress) { try ModelServer(url: url, model: "m") }
  }

  @Test("A key never goes in clear to another machine")
  func keys() throws {
    for url in [
      "http://a.example/v1", "http://127.0.0.1@a.example/v1", "http://localhost.a.example",
    ] {
      #expect(throws: ModelServer.Fault.keyInClear) {
        try ModelServer(url: url, model: "m", key: "sesame")
      }
    }
    for url in ["https://a.example/v1", "http://127.0.0.1:1", "http://localhost", "http://[::1]:2"]
    {
      #expect(throws: Never.self) { try ModelServer(url: url, model: "m", key: "sesame") }
    }
  }

  @Test("What is printed of it has no key")
  func printing() throws {
    let client = ModelClient(try ModelServer(url: "https://a.example", model: "m", key: "sesame"))
    #expect(client.name == "m")
    #expect(!"\(client)".contains("sesame"))
  }
}
