import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

private func groups(_ numbers: [Double?]) -> [[Value]] {
  numbers.enumerated().map { [.text("P\($0)"), $1.map { .real($0) } ?? .null] }
}

@Suite struct PictureTests {
  private let byMonth = query(["revenue"], by: [.time(.month)])
  private let byGroup = query(["revenue"], by: [.dimension("category")])
  private let byBoth = query(["revenue"], by: [.time(.month), .dimension("category")])

  private func picture(_ asked: Query, _ rows: [[Value]], width: Int = 100) -> TextPicture {
    let answer = answer(.english, asked, rows)
    let voice = Voice(answer, model: Shop.model)
    return TextPicture(
      view: ResultView(answer, query: asked, voice: voice),
      width: width,
      color: false
    )
  }

  private func lines(_ picture: String?) -> [String] {
    picture?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
  }

  // MARK: - Which picture

  @Test func `short series are a sparkline, long ones a plot`() {
    #expect(lines(picture(byMonth, months([1, 2])).besideTable).isEmpty)
    #expect(lines(picture(byMonth, months([1, 2, 3])).besideTable).count == 1)
    #expect(lines(picture(byMonth, months((1...7).map(Double.init))).besideTable).count == 1)
    #expect(lines(picture(byMonth, months((1...8).map(Double.init))).besideTable).count == 10)
  }

  @Test func `a narrow terminal keeps the sparkline`() {
    let rows = months((1...12).map(Double.init))
    #expect(
      picture(byMonth, rows, width: 59).besideTable == "January 2018 ▁▂▃▃▄▅▅▆▇▇██ December 2018"
    )
  }

  @Test func `a ranking of months is no course of time`() {
    let best = query(["revenue"], by: [.time(.month)]) {
      $0.order = Order(.measure(0), descending: true)
      $0.limit = 10
    }
    let text = picture(best, months((1...10).reversed().map(Double.init))).besideTable
    #expect(lines(text).count == 10 && text?.contains("█") == true)
  }

  @Test func `figures that do not differ need no picture`() {
    #expect(picture(byGroup, groups([5, 5, 5])).besideTable == nil)
    #expect(picture(byMonth, months(Array(repeating: 5, count: 12))).besideTable == nil)
  }

  @Test func `two to four groups along time are drawn, five are not`() {
    func rows(_ count: Int) -> [[Value]] {
      (1...count).flatMap { group in
        months((1...8).map { Double($0 * group) }, of: "G\(group)")
      }
    }
    #expect(lines(picture(byBoth, rows(2)).besideTable).last == "● G1   ▲ G2")
    #expect(lines(picture(byBoth, rows(4)).besideTable).last == "● G1   ▲ G2   ■ G3   ◆ G4")
    #expect(picture(byBoth, rows(5)).besideTable == nil)
    #expect(
      lines(picture(byBoth, rows(5)).drawn(as: .line)).suffix(2) == [
        "● G2   ▲ G3   ■ G4   ◆ G5", "the 4 largest of 5 groups",
      ]
    )
  }

  // MARK: - On demand

  @Test func `whatever can be drawn is drawn`() {
    #expect(lines(picture(byGroup, groups([1, 2])).drawn(as: nil)).count == 2)
    let many = lines(picture(byGroup, groups((1...45).map(Double.init))).drawn(as: .bars))
    #expect(many.count == 41 && many.last == "the first 40 of 45 groups")
    #expect(lines(picture(byMonth, months([1, 2])).drawn(as: .line)).count == 10)
    #expect(lines(picture(byMonth, months([1, 2])).drawn(as: nil)).count == 2)
  }

  @Test func `bars on demand carry their figures`() {
    let text = picture(byGroup, groups([4, nil]), width: 30).drawn(as: .bars)
    #expect(text == nil)
    #expect(
      picture(byGroup, groups([4, 2]), width: 20).drawn(as: .bars) == """
        P0 ██████████ $4.00
        P1 █████ $2.00
        """
    )
  }

  @Test func `nothing is drawn of nothing`() {
    #expect(picture(byGroup, groups([1])).drawn(as: nil) == nil)
    #expect(picture(byGroup, groups([0, 0])).drawn(as: nil) == nil)
    #expect(picture(byGroup, groups([1, 2])).drawn(as: .line) == nil)
    #expect(picture(byGroup, groups([1, 2])).drawn(as: .sparkline) == nil)
    #expect(picture(byMonth, months([1, nil])).drawn(as: .line) == nil)
    #expect(picture(byMonth, months([1, 2]), width: 12).drawn(as: .line) == nil)
    let dates = query(["last_sale"], by: [.dimension("category")])
    let rows: [[Value]] = [
      [.text("A"), .text("2018-01-01")], [.text("B"), .text("2018-02-01")],
    ]
    #expect(picture(dates, rows).drawn(as: nil) == nil)
  }

  @Test func `a chart has what was asked for a title`() {
    let answer = answer(.french, byGroup, groups([1, 2]))
    #expect(
      Renderer.chart(answer, model: Shop.model)?
        .hasPrefix("Chiffre d'affaires par catégorie en 2018\nP0 ") == true
    )
    var refused = answer
    refused.status = .refused
    #expect(Renderer.chart(refused, model: Shop.model) == nil)
  }

  @Test func `of several figures the title names the one drawn`() {
    let both = query(["revenue", "margin"], by: [.dimension("category")])
    let rows: [[Value]] = [[.text("A"), .real(1), .real(2)], [.text("B"), .real(2), .real(3)]]
    #expect(
      Renderer.chart(answer(.english, both, rows), model: Shop.model)?
        .hasPrefix("Revenue and gross margin by category in 2018: revenue\n") == true
    )
  }

  // MARK: - Bars

  @Test(arguments: [(1.0, "█████"), (0.5, "██▌"), (0.001, "▏"), (0, "")])
  func `bars have eighths`(_ fraction: Double, _ text: String) {
    #expect(BarPicture.bar(fraction, 5) == text)
  }

  @Test func `figures below zero go the other way from an axis`() {
    #expect(
      picture(byGroup, groups([6, -2, 0, nil]), width: 13).besideTable == """
        P0   │███████
        P1 ██│
        P2   │
        P3   │
        """
    )
  }

  @Test func `all below zero all go left`() {
    #expect(
      picture(byGroup, groups([-8, -4, -1]), width: 13).besideTable == """
        P0 █████████│
        P1     ▐████│
        P2         █│
        """
    )
  }

  @Test func `infinite figures are not drawn`() {
    #expect(lines(picture(byGroup, groups([1, 2, .infinity])).besideTable).last == "P2")
    let series = months((1...7).map(Double.init) + [.infinity, -1e305])
    #expect(lines(picture(byMonth, series).besideTable).count == 10)
  }

  // MARK: - Sparklines

  @Test(arguments: [
    ([0.0, 4, 8], 0.0...8.0, "▁▅█"), ([], 0...0, ""), ([0, 0], 0...0, "▁▁"),
    ([-4, 0, nil, 4], -4...4, "▁▅ █"),
  ])
  func `sparklines have one block a number`(
    _ numbers: [Double?],
    _ range: ClosedRange<Double>,
    _ text: String
  ) {
    #expect(SparklinePicture.blocks(numbers, range) == text)
  }

  @Test func `several sparklines have one scale and their names`() {
    let rows = months([1, 2, 4], of: "Small") + months([8, 8, 8], of: "Big")
    #expect(
      picture(byBoth, rows, width: 50).drawn(as: nil) == """
        Small January 2018 ▂▃▅ March 2018
        Big   January 2018 ███ March 2018
        """
    )
  }
}
