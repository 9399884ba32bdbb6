import Testing
import Values

@testable import Analytics

@Suite("Accuracy by group, by hand")
struct AccuracyReportTests {
  /// 1 January 2023 is a Sunday, so 2 January starts a week.
  private static let sunday = SeededDemand.firstDay

  private static func pair(
    _ product: String,
    _ offset: Int,
    ahead: Int? = nil,
    _ actual: Double,
    _ forecast: Double,
    _ interval: ClosedRange<Double>? = nil
  ) -> ForecastPair {
    ForecastPair(
      ProductDay(product: product, day: sunday.adding(days: offset)),
      daysAhead: ahead,
      actual: actual,
      forecast: forecast,
      interval: interval
    )
  }

  private let report = AccuracyReport([
    pair("B", 0, ahead: 1, 10, 12),
    pair("A", 1, ahead: 2, 20, 20, 25...30),
    pair("A", 7, ahead: 1, 10, 5, 4...16),
    pair("A", 8, 0, 3),
  ])

  @Test("All pairs together; coverage is that of the pairs with an interval")
  func overall() {
    let accuracy = report.overall
    #expect(accuracy.count == 4 && accuracy.wape == 25 && accuracy.bias == 0)
    #expect(accuracy.coverage == 50)
    #expect(abs((accuracy.mape ?? 0) - 70.0 / 3) < 1e-12)
    #expect(AccuracyReport([]).overall.count == 0)
  }

  @Test("By weekday, days ahead, week and product, in order")
  func groups() {
    #expect(report.byWeekday.map(\.key) == [1, 7])
    #expect(report.byWeekday.map(\.accuracy.wape) == [15, 35])
    #expect(report.byWeekday.map(\.accuracy.bias) == [1.5, -1.5])
    #expect(report.byDaysAhead.map(\.key) == [1, 2])
    #expect(report.byDaysAhead.map(\.accuracy.count) == [2, 1])
    #expect(report.byWeek.map(\.key.iso) == ["2022-12-26", "2023-01-02", "2023-01-09"])
    #expect(report.byWeek.map(\.accuracy.count) == [1, 2, 1])
    #expect(report.byWeek.map(\.accuracy.wape) == [20, 500.0 / 30, nil])
    #expect(report.byProduct.map(\.key) == ["A", "B"])
    #expect(report.byProduct.map(\.accuracy.rmse) == [(34.0 / 3).squareRoot(), 2])
  }

  @Test("Exceptional product-days are left out, of their product only")
  func clean() throws {
    let day = Self.sunday.adding(days: 7)
    let clean = CleanAccuracy(
      report,
      leavingOut: [ProductDay(product: "A", day: day), ProductDay(product: "B", day: day)]
    )
    #expect(clean.leftOut == 1 && clean.clean.mape == 10)
    #expect(abs(try #require(clean.improvement) - 40.0 / 3) < 1e-12)
    #expect(abs(try #require(clean.improvementPercent) - 400.0 / 7) < 1e-9)
    let nothing = CleanAccuracy(AccuracyReport([]), leavingOut: [])
    #expect(nothing.improvement == nil && nothing.improvementPercent == nil)
  }

  @Test(
    "Statuses change above 15 and 30 %",
    arguments: [
      (100, 100, DayStatus.near), (100, 115, .near), (100, 85, .near), (100, 116, .fair),
      (100, 130, .fair), (100, 131, .far), (100, 0, .far), (0, 0, .near), (0, 4, nil),
      (0.1, 0.115, .near),
    ] as [(Double, Double, DayStatus?)]
  )
  func statuses(actual: Double, forecast: Double, status: DayStatus?) {
    #expect(Self.pair("A", 0, actual, forecast).status == status)
  }

  @Test("Days are counted by status")
  func counts() {
    #expect(report.dayCounts == [.near: 1, .fair: 1, .far: 1])
    #expect(DayStatus(errorPercent: .nan) == .far)
  }
}
