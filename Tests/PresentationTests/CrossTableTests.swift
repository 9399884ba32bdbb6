import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct CrossTableTests {
  private func rendered(
    _ asked: Query,
    _ rows: [[Value]],
    format: Renderer.Format = .text,
    _ change: (inout Renderer.Options) -> Void = { _ in }
  ) -> String {
    var options = Renderer.Options()
    options.quiet = true
    change(&options)
    let text = Renderer.render(
      answer(.english, asked, rows),
      model: Shop.model,
      format: format,
      options: options
    )
    return format == .text
      ? text.split(separator: "\n\n").dropFirst().joined(separator: "\n\n") : text
  }

  private let byBoth = query(["revenue"], by: [.dimension("category"), .time(.month)])

  private func pairs(_ groups: Int, _ times: Int) -> [[Value]] {
    (1...times).flatMap { month in
      (1...groups).map { group in
        [
          .text("C\(group)"), months([nil], from: month)[0][0], .real(Double(group * month)),
        ]
      }
    }
  }

  @Test func `time goes down and a small dimension across`() {
    var rows = pairs(2, 2)
    rows.swapAt(0, 2)
    rows.remove(at: 3)
    #expect(
      rendered(byBoth, rows) == """
        Month            C1    C2
        ───────────── ───── ─────
        January 2018  $1.00 $2.00
        February 2018 $2.00
        """
    )
  }

  @Test func `a large dimension goes down when the times find room`() {
    let text = rendered(byBoth, pairs(8, 3))
    #expect(text.hasPrefix("Category January 2018 February 2018 March 2018\n"))
    #expect(text.split(separator: "\n").count == 10)
  }

  @Test func `of two dimensions the larger goes down`() {
    let asked = query(["revenue"], by: [.dimension("category"), .dimension("region")])
    let rows = pairs(2, 3).map { [$0[0], .text("R" + ($0[1].text ?? "")), $0[2]] }
    #expect(rendered(asked, rows).hasPrefix("Region      C1    C2\n"))
  }

  @Test func `what does not fit keeps its rows`() {
    #expect(rendered(byBoth, pairs(8, 12)).hasPrefix("Category Month "))
    #expect(rendered(byBoth, pairs(6, 3)) { $0.width = 40 }.hasPrefix("Category Month "))
    #expect(rendered(byBoth, pairs(2, 12)) { $0.rowLimit = 1 }.hasPrefix("Category Month "))
    #expect(rendered(byBoth, pairs(1, 3)).hasPrefix("Category Month "))
  }

  @Test func `a thing with one owner keeps its row`() {
    let asked = query(["revenue"], by: [.dimension("category"), .dimension("region")])
    let rows: [[Value]] = ["C1": "R1", "C2": "R1", "C3": "R2"].sorted { $0.key < $1.key }.map {
      [.text($0.key), .text($0.value), .real(1)]
    }
    #expect(rendered(asked, rows).hasPrefix("Category Region "))
  }

  @Test func `ranks, comparisons, several figures and pairs there twice keep their rows`() {
    let ranked = query(["revenue"], by: byBoth.keys) { $0.limit = 4 }
    let two = query(["revenue", "margin"], by: byBoth.keys)
    #expect(rendered(ranked, pairs(2, 2)).hasPrefix("Category Month "))
    #expect(rendered(two, pairs(2, 2).map { $0 + [.real(1)] }).hasPrefix("Category Month "))
    #expect(rendered(byBoth, pairs(2, 2) + pairs(1, 1)).hasPrefix("Category Month "))
  }

  @Test(arguments: [Renderer.Format.table, .markdown, .csv])
  func `other formats keep their rows`(_ format: Renderer.Format) {
    let text = rendered(byBoth, pairs(2, 2), format: format)
    #expect(text.split(whereSeparator: \.isNewline).count >= 5)
  }
}
