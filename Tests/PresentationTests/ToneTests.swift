import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct ToneTests {
  private func table(
    _ asked: Query,
    _ rows: [[Value]],
    color: Bool,
    format: Renderer.Format = .table
  ) -> String {
    var options = Renderer.Options()
    options.color = color
    return Renderer.render(
      answer(.english, asked, rows),
      model: Shop.model,
      format: format,
      options: options
    )
  }

  private let alerts = query(["returns"], by: [.dimension("severity")])
  private let levels: [[Value]] = [
    [.text("critical"), .integer(3)], [.text("warning"), .integer(2)],
    [.text("solved"), .integer(1)], [.text("info"), .integer(4)],
  ]

  @Test func `values are red, amber and green by the meaning the corpus gives them`() {
    #expect(
      table(alerts, levels, color: true) == """
        \u{1B}[1mSeverity Number of returns\u{1B}[0m
        ──────── ─────────────────
        \u{1B}[31mcritical\u{1B}[0m                 3
        \u{1B}[33mwarning\u{1B}[0m                  2
        \u{1B}[32msolved\u{1B}[0m                   1
        info                     4
        """
    )
  }

  @Test func `without colour the words remain, at the same places`() {
    #expect(table(alerts, levels, color: false) == bare(table(alerts, levels, color: true)))
  }

  private static func change(_ metric: String, _ to: Double) -> (Query, [[Value]]) {
    let asked = query([metric], by: [.dimension("category")]) { $0.comparison = year(2017) }
    return (asked, [[.text("A"), .real(10 + to), .real(10), .real(to), .real(to / 10)]])
  }

  @Test(arguments: [
    ("revenue", 5.0, "\u{1B}[32m▲ +50.0%\u{1B}[0m"),
    ("revenue", -5, "\u{1B}[31m▼ -50.0%\u{1B}[0m"),
    ("returns", 5, "\u{1B}[31m▲ +50.0%\u{1B}[0m"),
    ("returns", -5, "\u{1B}[32m▼ -50.0%\u{1B}[0m"), ("stock_on_hand", 5, " ▲ +50.0%"),
    ("revenue", 0, " 0%"),
  ])
  func `a change has an arrow, and the colour of good or bad news`(
    _ metric: String,
    _ to: Double,
    _ cell: String
  ) {
    let (asked, rows) = Self.change(metric, to)
    #expect(table(asked, rows, color: true).hasSuffix(cell))
  }

  @Test func `arrows stand without colour too, in tables only`() {
    let (asked, rows) = Self.change("revenue", 5)
    #expect(table(asked, rows, color: false).hasSuffix(" ▲ +50.0%"))
    #expect(table(asked, rows, color: false, format: .markdown).hasSuffix("| +50.0% |"))
    #expect(!table(asked, rows, color: false, format: .csv).contains("▲"))
  }
}
