import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite("Figures are told with what puts them into context")
struct ContextTests {
  private let category = Key.dimension("category")
  private let month = Key.time(.month)

  private func text(
    _ tongue: Tongue,
    _ asked: Query,
    _ rows: [[Value]],
    on now: String = "2018-12-30"
  ) -> String {
    var told = answer(tongue, asked, rows)
    told.receipt.asOf = day(now)
    told.receipt.dataUntil = day(now)
    return visible(Wording(told, model: Shop.model).text)
  }

  @Test("A series tells how far its ends are apart")
  func seriesChange() {
    let asked = query(["revenue"], by: [month], in: year(2018))
    let rows = months([100, 120, 90, 110])
    #expect(
      text(.french, asked, rows).contains("à 110,00_$US (avril 2018), soit +10,0_%. Le maximum")
    )
    #expect(text(.english, asked, rows).contains("to $110.00 (April 2018), +10.0%. The maximum"))
    // A rate moves by points, and nothing is compared with zero.
    let rate = query(["margin_rate"], by: [month], in: year(2018))
    #expect(!text(.english, rate, months([0.1, 0.2, 0.3])).contains("+"))
    #expect(!text(.english, asked, months([0, 120, 90])).contains("+"))
  }

  @Test("Every figure of a series is told")
  func severalSeries() {
    let asked = query(["revenue", "margin"], by: [month], in: year(2018))
    let rows = months([100, 120, 110]).map { $0 + [.real(10)] }
    #expect(
      text(.english, asked, rows).hasSuffix(
        ", +10.0%. The gross margin goes from $10.00 to $10.00."
      )
    )
  }

  @Test("A running total has no extremes")
  func cumulative() {
    let asked = query(["revenue"], by: [month], in: year(2018)) { $0.isCumulative = true }
    #expect(!text(.english, asked, months([100, 220, 330])).contains("maximum"))
  }

  @Test("The totals of all figures are told, and what the largest group has")
  func totals() {
    let asked = query(["revenue", "margin"], by: [category])
    let rows: [[Value]] = (1...7).map { [.text("P\($0)"), .real(Double($0)), .real(1)] }
    #expect(
      text(.french, asked, rows).hasSuffix(
        "Le total est de 28,00_$US, dont 25,0_% pour P7. Pour la marge brute, le total est de 7,00_$US."
      )
    )
    let negative = rows.dropFirst() + [[.text("X"), .real(-3), .real(1)]]
    #expect(!text(.french, asked, Array(negative)).contains("dont"))
  }

  @Test("Changes tell the total, and only the ways there are")
  func changes() {
    let asked = query(["revenue"], by: [category]) { $0.comparison = year(2017) }
    let rows: [[Value]] = [
      [.text("A"), .real(3), .real(4), .real(-1), .real(-0.25)],
      [.text("B"), .real(3), .real(4), .real(-1), .real(-0.25)],
    ]
    #expect(
      text(.french, asked, rows).contains(
        "_: 2 en baisse sur 2. Le total passe de 8,00_$US à 6,00_$US, en baisse de 25,0_%. La plus forte baisse est pour A"
      )
    )
    #expect(
      text(.english, asked, rows).contains(
        ": 2 down of 2. The total goes from $8.00 to $6.00, down 25.0%. The largest fall is for A"
      )
    )
  }

  // MARK: - Time that is not over

  @Test("A period that is not over is said to be so")
  func unfinished() {
    let rows: [[Value]] = [[.real(5)]]
    #expect(
      text(.french, query(["revenue"]), rows, on: "2018-03-15").hasSuffix(
        "2018 n'est pas terminé_: les données s'arrêtent au 15/03/2018."
      )
    )
    #expect(
      text(.english, query(["revenue"]), rows, on: "2018-03-15").hasSuffix(
        "2018 is not over: the data stop at 15 March 2018."
      )
    )
  }

  @Test("Not so a day before its end, when its words say it, when it is ahead, and for a state")
  func finished() {
    let rows: [[Value]] = [[.real(5)]]
    let partial = Period.running(.year, on: day("2018-03-15"))
    for (asked, now) in [
      (query(["revenue"]), "2018-12-30"), (query(["revenue"]), "2017-05-01"),
      (query(["revenue"], in: partial), "2018-03-15"), (query(["stock"]), "2018-03-15"),
    ] {
      #expect(!text(.english, asked, rows, on: now).contains("not over"))
    }
  }

  @Test("The last month of a series is told when it is not over, and not compared")
  func lastMonth() {
    let asked = query(["revenue"], by: [month], in: nil)
    let rows = months([100, 120, 40])
    let told = text(.english, asked, rows, on: "2018-03-15")
    #expect(told.hasSuffix("March 2018 is not over: the data stop at 15 March 2018."))
    #expect(!told.contains("-60"))
    #expect(!text(.english, asked, rows, on: "2018-03-31").contains("not over"))
  }
}
