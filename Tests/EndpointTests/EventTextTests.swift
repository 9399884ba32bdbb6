import Testing

@testable import Endpoint

@Suite("Events")
struct EventTextTests {
  @Test(
    "pieces put together are the message",
    arguments: [
      "", "x", "a b", String(repeating: "mot ", count: 100),
      "| a |\n| --- |\n| 1 234,50\u{202F}€ |",
      String(repeating: "é", count: 300),
    ]
  )
  func pieces(message: String) {
    let pieces = EventText.pieces(message)
    #expect(pieces.joined() == message)
    #expect(pieces.allSatisfy { !$0.isEmpty })
  }
}
