import Testing

@Suite("Every failure has one code and words in both languages")
struct FailureTests {
  @Test("The sources keep the rule")
  func sources() throws {
    let calls = try Project.swiftFiles(under: "Sources").flatMap(FailureCall.calls)
    #expect(calls.count > 20)
    #expect(FailureCall.problems(calls) == [])
  }

  @Test("docs/errors.md lists every code")
  func page() throws {
    let calls = try Project.swiftFiles(under: "Sources").flatMap(FailureCall.calls)
    try RecordedFile.compare("docs/errors.md", with: ErrorTable.page(calls))
  }

  @Test("A call is read with its literals")
  func reading() {
    let source = #"""
      preconditionFailure("no")
      throw Failure(
        .usage, code: "usage.sample",
        french: "Il manque \(name(of: "x")) ici," + " (vraiment)\u{202F}!",
        english: """
          There is no \(name) \
          here.
          """,
        englishHint: near.map { "Did you mean \($0)?" } ?? "See the help.")
      """#
    let calls = FailureCall.calls(in: Project.SwiftFile(path: "Sources/A/B.swift", text: source))
    #expect(calls.map(\.kind) == [".usage"])
    #expect(calls.first?.code == "usage.sample")
    #expect(calls.first?.texts["french"] == "Il manque … ici, (vraiment)\u{202F}!")
    #expect(calls.first?.texts["english"] == "There is no … here.")
    #expect(FailureCall.problems(calls) == ["usage.sample has a hint in one language only"])
  }

  @Test("A code used twice, a missing language and a missing code are found")
  func badCalls() {
    let source = """
      Failure(.usage, code: "a", french: "x", english: "y")
      Failure(.usage, code: "a", french: "x", english: "")
      Failure(.usage, code: someCode, french: "x", english: "y")
      Failure(.usage, code: "b", french: state.text(in: .french), english: state.words)
      """
    let calls = FailureCall.calls(in: Project.SwiftFile(path: "Sources/A/B.swift", text: source))
    #expect(
      FailureCall.problems(calls) == [
        "a is used in Sources/A/B.swift and Sources/A/B.swift", "a has no english text",
        "Sources/A/B.swift: a failure without a literal code",
      ]
    )
  }
}
