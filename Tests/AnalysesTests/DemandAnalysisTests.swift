import Planning
import SemanticModel
import Testing
import Values

@testable import Analyses

@Suite("Analyses of daily demand")
struct DemandAnalysisTests {
  private static let firstDay = CalendarDay(year: 2023, month: 1, day: 2) ?? CalendarDay(ordinal: 0)

  private func names(_ result: AnalysisResult) -> [String] { result.findings.map(\.name) }

  @Test("A peak on the same date of three years is found with its next day; noise is none")
  func recurringPeak() throws {
    let peaked = DailyFigures(firstDay: Self.firstDay, count: 1200) { position, _ in
      let day = Self.firstDay.adding(days: position)
      let usual = 20 + Double((position * 7919) % 5)
      return day.month == 5 && day.day == 17 ? usual * 4 : usual
    }
    let found = try RecurringPeaks().result(peaked.request("recurring_peaks"))
    #expect(names(found) == ["found"] && found.rows.count == 1)
    #expect(found.rows[0][0] == .text("2025-05-17") && found.rows[0][1] == .text("2026-05-17"))
    #expect(found.rows[0][2] == .integer(3))
    let level = DailyFigures(firstDay: Self.firstDay, count: 1200) { position, _ in
      20 + Double((position * 7919) % 5)
    }
    #expect(names(try RecurringPeaks().result(level.request("recurring_peaks"))) == ["none"])
    let short = DailyFigures(firstDay: Self.firstDay, count: 300) { _, _ in 3 }
    #expect(names(try RecurringPeaks().result(short.request("recurring_peaks"))) == ["too_little"])
  }

  @Test("A decomposition needs eight weeks, and a year to speak of months")
  func decomposition() throws {
    func result(_ days: Int) throws -> AnalysisResult {
      let figures = DailyFigures(firstDay: Self.firstDay, count: days) { position, _ in
        position % 7 == 5 ? 30 : 15
      }
      return try SeasonalDecomposition().result(figures.request("decomposition"))
    }
    #expect(names(try result(40)) == ["too_little"])
    let weeks = try result(100)
    #expect(names(weeks) == ["trend", "week", "no_year"] && weeks.rows.count == 7)
    let years = try result(800)
    #expect(names(years) == ["trend", "week", "year"] && years.rows.count == 12)
  }

  @Test(
    "A planted day is an anomaly of the period asked, with its severity; a level history has none"
  )
  func salesAnomalies() throws {
    func figures(peak: Double) -> DailyFigures {
      DailyFigures(firstDay: Self.firstDay, count: 500) { position, _ in
        let usual = 20 + Double((position * 7919) % 5)
        return position == 480 ? usual * peak : usual
      }
    }
    let found = try SalesAnomalies().result(figures(peak: 4).request("sales_anomalies"))
    #expect(names(found) == ["found"] && found.rows.count == 1)
    let planted = Self.firstDay.adding(days: 480)
    #expect(found.rows[0][0] == .text(planted.iso) && found.rows[0].last == .text("critical"))
    var before = Query()
    before.period = Period(start: Self.firstDay, end: planted)
    let earlier = figures(peak: 4).request("sales_anomalies", before)
    #expect(names(try SalesAnomalies().result(earlier)) == ["none"])
    let level = figures(peak: 1).request("sales_anomalies")
    #expect(names(try SalesAnomalies().result(level)) == ["none"])
    let short = DailyFigures(firstDay: Self.firstDay, count: 30) { _, _ in 3 }
    #expect(names(try SalesAnomalies().result(short.request("sales_anomalies"))) == ["too_little"])
  }

  @Test("Groups are forecast by their own histories; the past and the far future are not")
  func filteredForecast() throws {
    let figures = DailyFigures(
      firstDay: Self.firstDay,
      count: 400,
      figure: { _, member in member == "big" ? 40 : 4 },
      members: ["big", "small"]
    )
    var query = Query()
    query.keys = [.dimension("segment")]
    let groups = try FilteredForecast().result(figures.request("filtered_forecast", query))
    #expect(groups.rows.map { $0[0] } == [.text("big"), .text("small")])
    let means = groups.rows.compactMap { $0[1].number }
    #expect(abs(means[0] - 1200) < 60 && abs(means[1] - 120) < 12)
    query.keys = []
    query.period = Period(start: Self.firstDay, end: Self.firstDay.adding(days: 30))
    #expect(
      names(try FilteredForecast().result(figures.request("filtered_forecast", query))) == [
        "too_far"
      ]
    )
    let nothing = DailyFigures(firstDay: Self.firstDay, count: 90) { _, _ in 0 }
    #expect(
      names(try FilteredForecast().result(nothing.request("filtered_forecast"))) == ["nothing"]
    )
  }
}
