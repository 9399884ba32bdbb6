import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct LinePlotTests {
  private func plot(
    _ groups: [(String, [Double?])],
    _ tongue: Tongue = .french,
    width: Int = 40,
    metric: String = "revenue",
    color: Bool = false
  ) -> String {
    var keys: [Key] = [.time(.month)]
    if groups.count > 1 { keys.append(.dimension("category")) }
    let rows = groups.flatMap { months($1, of: groups.count > 1 ? $0 : nil) }
    let asked = query([metric], by: keys)
    let answer = answer(tongue, asked, rows)
    let view = ResultView(answer, query: asked, voice: Voice(answer, model: Shop.model))
    return visible(TextPicture(view: view, width: width, color: color).drawn(as: .line) ?? "")
  }

  @Test func `a line goes through its points between round figures and short times`() {
    #expect(
      plot([("", (0...11).map { Double($0) * 10_000 })]) == """
        120_k ┤                                ⣀
              │                           ⢀⡠⠔⠊⠉
         80_k ┤                      ⢀⡠⠔⠒⠉⠁
              │                  ⢀⡠⠔⠊⠁
              │              ⣀⠤⠒⠉⠁
         40_k ┤         ⣀⠤⠔⠒⠉
              │    ⣀⡠⠤⠒⠉
            0 ┤⣀⠤⠒⠉
              └┬────────────────┬──────────────┬
               janv. 2018  juil. 2018  déc. 2018
        """
    )
  }

  @Test func `figures below zero have an axis at zero`() {
    #expect(
      plot([("", [-20, -5, 10, 30])], .english, width: 30) == """
         40 ┤
            │                       ⡠⠔
         20 ┤                    ⣀⠔⠉
            │                 ⣀⠔⠊
            │            ⢀⡠⠤⠒⠉
          0 ┼┄┄┄┄┄┄┄┄⣀⠤⠒⠊⠁┄┄┄┄┄┄┄┄┄┄┄┄
            │    ⣀⠤⠒⠉
        -20 ┤⣀⠤⠒⠉
            └┬───────────────────────┬
             Jan 2018         Apr 2018
        """
    )
  }

  @Test func `lines are told apart by marks, with a legend, and by colour`() {
    let two: [(String, [Double?])] = [("A", [1, 2, 3, 4]), ("B", [4, 3, 2, 1])]
    #expect(
      plot(two, width: 30) == """
        4 ┤▲⠒⠤⣀                   ⣀⠤⠒●
          │    ⠉⠑⠢⢄⡀         ⢀⡠⠔⠊⠉
          │        ⠈▲⠒⠤⣀ ⣀⠤⠒●⠁
          │          ⣀⠤⠒⠉⠒⠤⣀
        2 ┤     ⣀⠤⠔⠊●       ▲⠑⠢⠤⣀
          │●⠤⠒⠊⠉                 ⠉⠑⠒⠤▲
          │
        0 ┤
          └┬─────────────────────────┬
           janv. 2018        avr. 2018
        ● A   ▲ B
        """
    )
    let colored = plot(two, width: 30, color: true)
    #expect(colored.hasSuffix("\u{1B}[36m● A\u{1B}[0m   \u{1B}[33m▲ B\u{1B}[0m"))
    #expect(bare(colored) == plot(two, width: 30))
  }

  @Test func `lines that run together are all seen`() {
    let flat: [Double?] = Array(repeating: 5, count: 12)
    let text = plot([("A", flat), ("B", flat), ("C", flat)], width: 80)
    let row = text.split(separator: "\n").first { $0.contains("●") }
    #expect(row?.contains("▲") == true && row?.contains("■") == true)
  }

  @Test func `a month without a known figure is a gap`() {
    let rate = plot([("", [0.1, 0.2, nil, 0.2, 0.1])], metric: "margin_rate")
    #expect(rate.contains("20_% ┤") && rate.contains("0_% ┤"))
    let rows = rate.split(separator: "\n").prefix(8)
    let middle = rows.map { Array(DisplayWidth.padded(String($0), to: 40, right: false))[22] }
    #expect(middle.allSatisfy { $0 == " " })
  }

  @Test func `no line is wider than the terminal`() {
    let names = (1...4).map { ("A group with quite a long name \($0)", [1.0, 2, 3, Double($0)]) }
    for width in [30, 60, 100, 160] {
      let widths = plot(names, width: width).split(separator: "\n").map {
        DisplayWidth.of(String($0))
      }
      #expect((widths.max() ?? 0) <= width)
    }
  }

  // MARK: - Scale

  @Test(arguments: [
    ([3.0, 117], [0.0, 40, 80, 120]), ([-20, 30], [-20, 0, 20, 40]), ([0, 0], [0, 1, 2, 3]),
    ([990, 1000], [990, 995, 1000]), ([60, 100], [0, 40, 80, 120]), ([5, 5], [0, 2, 4, 6]),
    ([-7, -2], [-7.5, -5, -2.5, 0]),
    ([], [0, 1, 2, 3]), ([1e15, 1e15 + 0.25], [1e15, 1.5e15, 2e15]),
  ])
  func `scales are round and hold all figures`(_ numbers: [Double], _ ticks: [Double]) {
    #expect(AxisScale(numbers).ticks == ticks)
  }

  @Test(arguments: [
    ([0.0, 50_000, 100_000], false, "0|50_k|100_k"),
    ([0, 250_000, 1_000_000], false, "0|0,25_M|1_M"),
    ([0, 0.25, 0.5], true, "0_%|25_%|50_%"), ([0, 2.5, 5], false, "0|2,5|5"),
    ([-2e9, 0, 2e9], false, "-2_Md|0|2_Md"), ([0, 2500, 5000], false, "0|2_500|5_000"),
  ])
  func `the figures of an axis are of one magnitude`(
    _ ticks: [Double],
    _ isPercent: Bool,
    _ text: String
  ) {
    let texts = NumberFormat(.french).ticks(ticks, isPercent: isPercent)
    #expect(visible(texts.joined(separator: "|")) == text)
  }

  // MARK: - Times

  private func axis(_ count: Int, _ columns: Int) -> String {
    let times = months(Array(repeating: 0, count: count)).map { $0[0] }
    let axis = TimeAxis(times: times, grain: .month, dates: DateFormat(.english))
    return axis.lines(columns: columns) { $0 * (columns - 1) / (count - 1) }
      .joined(separator: "\n")
  }

  @Test func `as many times are named as find room, in steps people count in`() {
    #expect(
      axis(25, 60) == """
        └┬─────────────┬──────────────┬──────────────┬──────────────┬
         Jan 2018  Jul 2018       Jan 2019       Jul 2019    Jan 2020
        """
    )
    #expect(axis(12, 30).hasSuffix("\n Jan 2018   Jul 2018   Dec 2018"))
    #expect(axis(2, 12).hasSuffix("\n Jan 2018"))
  }

  @Test(arguments: [
    (Grain.day, Value.text("2026-03-31"), "31/03/2026", "31 Mar 2026"),
    (.week, .text("2026-03-16"), "S12 2026", "W12 2026"),
    (.month, .text("2026-02"), "févr. 2026", "Feb 2026"),
    (.quarter, .text("2026-Q4"), "T4 2026", "Q4 2026"), (.year, .text("2026"), "2026", "2026"),
    (.monthOfYear, .integer(8), "août", "Aug"), (.hour, .integer(9), "9_h", "09:00"),
    (.weekday, .integer(1), "lundi", "Monday"),
  ])
  func `times have a short form`(
    _ grain: Grain,
    _ label: Value,
    _ french: String,
    _ english: String
  ) {
    #expect(visible(DateFormat(.french).shortUnit(label, grain)) == french)
    #expect(DateFormat(.english).shortUnit(label, grain) == english)
  }
}
