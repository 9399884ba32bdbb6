import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct FormatTests {
  @Test(arguments: [
    (0, 2, "0,00", "0.00"), (1234.5, 2, "1_234,50", "1,234.50"),
    (-1234567.891, 1, "-1_234_567,9", "-1,234,567.9"),
    (0.005, 2, "0,01", "0.01"), (-0.001, 2, "0,00", "0.00"), (999.999, 2, "1_000,00", "1,000.00"),
    (0.05, 1, "0,1", "0.1"),
    (12_345_678_901_234_568, 0, "12_345_678_901_234_568", "12,345,678,901,234,568"),
  ])
  func `numbers are grouped and rounded half away from zero`(
    _ number: Double,
    _ digits: Int,
    _ french: String,
    _ english: String
  ) {
    #expect(visible(NumberFormat(.french).decimal(number, digits: digits)) == french)
    #expect(NumberFormat(.english).decimal(number, digits: digits) == english)
  }

  @Test(arguments: [
    (0.123, "12,3_%", "12.3%"), (0.0042, "0,42_%", "0.42%"), (0, "0_%", "0%"), (1, "100_%", "100%"),
    (-0.5, "-50,0_%", "-50.0%"), (0.01, "1,0_%", "1.0%"), (12.5, "1_250,0_%", "1,250.0%"),
  ])
  func `percentages have one decimal, two below one percent`(
    _ fraction: Double,
    _ french: String,
    _ english: String
  ) {
    #expect(visible(NumberFormat(.french).percent(fraction)) == french)
    #expect(NumberFormat(.english).percent(fraction) == english)
  }

  @Test(arguments: [
    ("EUR", 1234.5, "1_234,50_€", "€1,234.50"), ("USD", -0.5, "-0,50_$US", "-$0.50"),
    ("GBP", 2, "2,00_£", "£2.00"), ("XOF", 1234.5, "1_235_F_CFA", "1,235 F CFA"),
    ("CHF", 3, "3,00_CHF", "3.00 CHF"), ("USD", -0.001, "0,00_$US", "$0.00"),
  ])
  func `amounts carry their currency`(
    _ code: String,
    _ amount: Double,
    _ french: String,
    _ english: String
  ) {
    #expect(visible(NumberFormat(.french).currency(amount, code: code)) == french)
    #expect(NumberFormat(.english).currency(amount, code: code) == english)
  }

  @Test(arguments: [
    (5, "5", "5"), (9999, "9_999", "9,999"), (12345, "12,3_k", "12.3k"),
    (1_200_000, "1,2_M", "1.2M"),
    (-3_000_000_000, "-3_Md", "-3B"), (0.25, "0,25", "0.25"),
  ])
  func `compact numbers`(_ number: Double, _ french: String, _ english: String) {
    #expect(visible(NumberFormat(.french).compact(number)) == french)
    #expect(NumberFormat(.english).compact(number) == english)
  }

  @Test(arguments: [
    (0.5, "0,5 jour", "0.5 days"), (1, "1 jour", "1 day"), (2, "2 jours", "2 days"),
    (3.94, "3,9 jours", "3.9 days"),
  ])
  func `durations agree`(_ days: Double, _ french: String, _ english: String) {
    #expect(NumberFormat(.french).days(days) == french)
    #expect(NumberFormat(.english).days(days) == english)
  }

  @Test(arguments: [
    (Grain.day, Value.text("2026-03-31"), "31/03/2026", "31 March 2026"),
    (.week, .text("2026-03-16"), "semaine 12 (du 16/03/2026)", "week 12 (from 16 March 2026)"),
    (.month, .text("2026-03"), "mars 2026", "March 2026"),
    (.quarter, .text("2026-Q4"), "T4 2026", "Q4 2026"), (.year, .text("2026"), "2026", "2026"),
    (.weekday, .integer(1), "lundi", "Monday"), (.weekday, .integer(7), "dimanche", "Sunday"),
    (.monthOfYear, .integer(8), "août", "August"), (.hour, .integer(9), "9_h", "09:00"),
    (.month, .text("?"), "?", "?"), (.quarter, .text("2026-Q9"), "2026-Q9", "2026-Q9"),
    (.day, .null, "—", "—"),
  ])
  func `units of time axes are words`(
    _ grain: Grain,
    _ label: Value,
    _ french: String,
    _ english: String
  ) {
    #expect(visible(DateFormat(.french).unit(label, grain)) == french)
    #expect(DateFormat(.english).unit(label, grain) == english)
  }

  static let periods: [(String, String, Grain?, String, String)] = [
    ("2018-01-01", "2019-01-01", .year, "en 2018", "in 2018"),
    ("2018-03-01", "2018-04-01", .month, "en mars 2018", "in March 2018"),
    ("2018-01-01", "2018-04-01", .quarter, "au T1 2018", "in Q1 2018"),
    ("2018-03-01", "2018-07-01", nil, "de mars à juin 2018", "from March to June 2018"),
    ("2018-04-01", "2018-07-01", nil, "d'avril à juin 2018", "from April to June 2018"),
    (
      "2017-11-01", "2018-02-01", nil, "de novembre 2017 à janvier 2018",
      "from November 2017 to January 2018"
    ),
    ("2016-01-01", "2019-01-01", nil, "de 2016 à 2018", "from 2016 to 2018"),
    ("2018-05-01", "2018-05-16", nil, "du 1er au 15 mai 2018", "from 1 to 15 May 2018"),
    (
      "2018-05-20", "2018-06-02", .day, "du 20/05/2018 au 01/06/2018",
      "from 20 May 2018 to 1 June 2018"
    ),
    ("2018-05-20", "2018-05-21", .day, "le 20/05/2018", "on 20 May 2018"),
    (
      "2026-03-16", "2026-03-23", .week, "en semaine 12 (du 16/03/2026)",
      "in week 12 (from 16 March 2026)"
    ),
    ("2018-01-01", "", nil, "depuis le 01/01/2018", "since 1 January 2018"),
    ("", "2018-07-01", nil, "jusqu'au 30/06/2018", "until 30 June 2018"),
  ]

  @Test(arguments: periods)
  func `periods are said as people say them`(
    _ row: (String, String, Grain?, String, String)
  ) {
    let period = Period(
      start: CalendarDay(iso: row.0),
      end: CalendarDay(iso: row.1),
      grain: row.2
    )
    #expect(PeriodWords(period, .french).phrase == row.3)
    #expect(PeriodWords(period, .english).phrase == row.4)
  }

  @Test func `a bare label has no preposition`() {
    #expect(PeriodWords(year(2018), .french).label == "2018")
  }

  @Test(arguments: [
    (61599.824000000001, 61599.824), (238480.11999999997, 238480.12), (0.1 + 0.2, 0.3),
    (-1234.5, -1234.5), (1e15 + 0.5, 1e15 + 0.5),
  ])
  func `binary noise is cut from machine output`(_ noisy: Double, _ clean: Double) {
    #expect(Value.real(noisy).withoutNoise == .real(clean))
  }
}
