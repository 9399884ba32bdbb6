import Foundation
import Testing
import Values

@testable import Analytics

@Suite("Indices of the week and the year")
struct SeasonalIndicesTests {
  /// Two years from Monday 2 January 2023: Saturdays sell double, July half as much again, and all doubles in the two years.
  private static let series: DemandSeries = {
    let first = SeededDemand.firstDay.adding(days: 1)
    let quantities = (0..<730).map { offset -> Double in
      let day = first.adding(days: offset)
      let level = 20 * pow(2, Double(offset) / 730)
      return (level * (day.weekday == 6 ? 2 : 1) * (day.month == 7 ? 1.5 : 1)).rounded()
    }
    return DemandSeries(firstDay: first, quantities: quantities)
  }()

  private func indices(days: Int) throws -> SeasonalIndices {
    let series = DemandSeries(
      firstDay: Self.series.firstDay,
      quantities: Array(Self.series.quantities.prefix(days))
    )
    let now = series.firstDay.adding(days: days - 1)
    let calendar = DemandCalendar(firstDay: series.firstDay, now: now, horizon: 1)
    let forecast = DemandForecaster.forecast(series, on: calendar, ForecastRequest(horizon: 1))
    return SeasonalIndices(try #require(forecast.decomposition), firstDay: series.firstDay)
  }

  @Test("The planted week, year and growth are found")
  func planted() throws {
    let found = try indices(days: 730)
    #expect(abs(found.week.reduce(0, +) / 7 - 1) < 1e-9)
    #expect(found.week.indices.max { found.week[$0] < found.week[$1] } == 5)
    #expect(abs(found.week[5] - 14 / 8) < 0.1)
    let year = found.year.map { $0 ?? 0 }
    #expect(year.indices.max { year[$0] < year[$1] } == 6)
    #expect(found.level.last / found.level.first > 1.6)
  }

  @Test("Months that the history does not have are unknown, not 1")
  func missingMonths() throws {
    let found = try indices(days: 80)
    #expect(found.year[0] != nil && found.year[5] == nil && found.count == 80)
  }
}
