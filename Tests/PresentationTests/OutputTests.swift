import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct OutputTests {
  private let sales = query(["revenue"], by: [.dimension("category")])

  private func rendered(
    _ format: Renderer.Format,
    _ rows: [[Value]],
    _ tongue: Tongue = .french,
    _ change: (inout Renderer.Options) -> Void = { _ in }
  ) -> String {
    var options = Renderer.Options()
    change(&options)
    return visible(
      Renderer.render(
        answer(tongue, sales, rows),
        model: Shop.model,
        format: format,
        options: options
      )
    )
  }

  @Test func `columns align by display width, numbers to the right`() {
    let rows: [[Value]] = [
      [.text("Cafe\u{301}"), .real(1234)], [.text("日本"), .real(2)], [.text("B"), .null],
    ]
    #expect(
      rendered(.table, rows) == """
        Catégorie Chiffre d'affaires
        ───────── ──────────────────
        Cafe\u{301}            1_234,00_$US
        日本                2,00_$US
        B                          —
        """
    )
  }

  @Test func `a narrow terminal shortens texts, never numbers`() {
    let text = rendered(.table, [[.text("A very long category name"), .real(5)]]) { $0.width = 30 }
    #expect(text.split(separator: "\n").last == "A very lon…           5,00_$US")
  }

  @Test func `control characters in data cannot steer the terminal`() {
    let text = rendered(.table, [[.text("a\u{1B}[31mb\nc"), .real(5)]])
    #expect(!text.contains("\u{1B}") && text.split(separator: "\n").count == 3)
  }

  @Test func `text is words, table, picture and receipt`() {
    let rows: [[Value]] = [
      [.text("A"), .real(4)], [.text("B"), .real(2)], [.text("C"), .real(1)],
    ]
    let blocks: [Substring] = rendered(.text, rows, .english).split(separator: "\n\n")
    #expect(blocks.count == 4)
    #expect(blocks[2].split(separator: "\n").map { $0.utf16.count } as [Int] == [42, 22, 12])
    #expect(
      blocks[3].hasPrefix(
        "Understood: revenue by category in 2018\nPeriod: from 1 January 2018 to 31 December 2018\n"
      )
    )
    #expect(rendered(.text, rows) { $0.quiet = true }.split(separator: "\n\n").count == 2)
  }

  @Test func `colour is written only where asked`() {
    let rows: [[Value]] = [
      [.text("A"), .real(4)], [.text("B"), .real(2)], [.text("C"), .real(1)],
    ]
    #expect(!rendered(.text, rows).contains("\u{1B}"))
    #expect(rendered(.text, rows) { $0.color = true }.contains("\u{1B}[36m"))
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=1+1", "\"=1+1\""),
    ("@x", "\"@x\""),
    ("plain", "plain"), ("", "\"\""), ("12-3", "12-3"),
  ])
  func `CSV fields are quoted where needed and exact`(_ text: String, _ field: String) {
    let csv = rendered(.csv, [[.text(text), .real(1234.5)]])
    #expect(csv == "category,revenue\r\n\(field),1234.5\r\n")
  }

  @Test func `an unknown figure is an empty CSV field`() {
    #expect(rendered(.csv, [[.text("A"), .null]]) == "category,revenue\r\nA,\r\n")
  }

  @Test func `Markdown escapes pipes, breaks and tags`() {
    let text = rendered(.markdown, [[.text("a|b\n<c>"), .real(1)]], .english)
    #expect(text.hasSuffix("| Category | Revenue |\n| --- | ---: |\n| a\\|b<br>&lt;c> | $1.00 |"))
  }

  @Test(arguments: [Renderer.Format.text, .table, .markdown])
  func `refusals are words in every readable format`(_ format: Renderer.Format) {
    var refused = answer(.english, nil, [])
    refused.status = .refused
    refused.reason = .writeRequest
    let text = Renderer.render(refused, model: Shop.model, format: format)
    #expect(text.hasPrefix("I only read the database"))
    #expect(Renderer.render(refused, model: Shop.model, format: .csv).isEmpty)
  }
}
