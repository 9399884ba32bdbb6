import Testing

@testable import Corpus

@Suite("Reading YAML")
struct YAMLParserTests {
  private func parse(_ text: String) throws(YAMLError) -> YAMLNode {
    try YAMLParser.parse(Array(text.utf8), file: "test.yaml")
  }

  @Test("a mapping keeps its order, and every node its place")
  func positions() throws {
    let root = try parse("# note\nzeta: one\nalpha:\n  - 'two'\n  - {x: été, y: 3}\n")
    let entries = try #require(root.entries)
    #expect(entries.map(\.key) == ["zeta", "alpha"])
    #expect(entries[0].position == YAMLPosition(line: 2, column: 1))
    #expect(
      entries[0].value == YAMLNode(.scalar("one", isPlain: true), at: .init(line: 2, column: 7))
    )
    let items = try #require(entries[1].value.items)
    #expect(items[0] == YAMLNode(.scalar("two", isPlain: false), at: .init(line: 4, column: 5)))
    #expect(items[1]["x"]?.text == "été")
    #expect(items[1]["y"]?.position == YAMLPosition(line: 5, column: 17))
  }

  @Test(
    "a scalar stays text",
    arguments: ["yes", "no", "on", "null", "~", "1.0", "0x1F", "2024-01-01"]
  )
  func scalarsStayText(_ text: String) throws {
    #expect(try parse("key: \(text)")["key"]?.content == .scalar(text, isPlain: true))
  }

  @Test("an empty value is an empty text")
  func emptyValue() throws {
    #expect(try parse("key:\n")["key"]?.text == "")
  }

  @Test("blocks fold as YAML says")
  func blocks() throws {
    let root = try parse("folded: >-\n  a\n  b\nliteral: |\n  a\n  b\n")
    #expect(root["folded"]?.content == .scalar("a b", isPlain: false))
    #expect(root["literal"]?.text == "a\nb\n")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let message: String
    var testDescription: String { message }
  }

  @Test(
    "a fault names its place and its cause",
    arguments: [
      Fault(text: "a: 1\nb: 2\na: 3\n", line: 3, column: 1, message: "stands already at line 1"),
      Fault(text: "a:\n  b: 1\n  b: 2\n", line: 3, column: 3, message: "stands already at line 2"),
      Fault(text: "a: &here 1\n", line: 1, column: 4, message: "anchors"),
      Fault(text: "a: [1]\nb: *here\n", line: 2, column: 4, message: "aliases"),
      Fault(text: "a: !!int 1\n", line: 1, column: 4, message: "tags"),
      Fault(text: "a: &here [1]\n", line: 1, column: 4, message: "anchors"),
      Fault(text: "a: !set {b: 1}\n", line: 1, column: 4, message: "tags"),
      Fault(text: "a: 'open\n", line: 2, column: 1, message: "quoted scalar"),
      Fault(text: "a: [1, 2\nb: 3\n", line: 2, column: 2, message: "flow sequence"),
      Fault(text: "a: 1\n\tb: 2\n", line: 2, column: 1, message: "tab character"),
      Fault(text: "[a]: 1\n", line: 1, column: 1, message: "key must be"),
      Fault(text: "", line: 1, column: 1, message: "empty"),
      Fault(text: "# only a note\n", line: 2, column: 1, message: "empty"),
      Fault(text: "a: 1\n---\nb: 2\n", line: 2, column: 1, message: "one document"),
      Fault(
        text: String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
        line: 1,
        column: 33,
        message: "too deep"
      ),
    ]
  )
  func faults(_ fault: Fault) throws {
    let error = try #require(throws: YAMLError.self) { try parse(fault.text) }
    #expect(error.file == "test.yaml")
    #expect(error.message.contains(fault.message), "\(error)")
    #expect(error.position == YAMLPosition(line: fault.line, column: fault.column), "\(error)")
  }

  @Test("a fault shows the line with a caret under the column")
  func excerpt() throws {
    let error = try #require(throws: YAMLError.self) { try parse("été: 1\nnom: &x 2\n") }
    #expect(error.excerpt == "nom: &x 2\n     ^")
  }

  @Test("bytes that are not UTF-8 are placed by line")
  func invalidEncoding() throws {
    let error = try #require(throws: YAMLError.self) {
      try YAMLParser.parse(Array("a: 1\nb: é".utf8) + [0xFF], file: "test.yaml")
    }
    #expect(error.position == YAMLPosition(line: 2, column: 5))
    #expect(error.message.contains("UTF-8"))
  }
}
