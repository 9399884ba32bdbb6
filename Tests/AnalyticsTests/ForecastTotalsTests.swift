import Testing
import Values

@testable import Analytics

@Suite("The demand of several days together")
struct ForecastTotalsTests {
  private static let forecast: Forecast = {
    let first = SeededDemand.firstDay
    let quantities = (0..<400).map { Double(10 + ($0 * 7919) % 9) }
    let calendar = DemandCalendar(firstDay: first, now: first.adding(days: 399), horizon: 60)
    return DemandForecaster.forecast(
      DemandSeries(firstDay: first, quantities: quantities),
      on: calendar,
      ForecastRequest(horizon: 60)
    )
  }()

  @Test("A window from tomorrow on is the total of its days", arguments: [1, 7, 30, 60])
  func fromTomorrow(count: Int) {
    #expect(Self.forecast.total(of: 0..<count) == Self.forecast.total(days: count))
  }

  @Test("A later window holds its own days only, in mean and in variance")
  func later() {
    let window = Self.forecast.total(of: 30..<60)
    let mean = Self.forecast.days[30..<60].reduce(0) { $0 + $1.mean }
    #expect(abs(window.mean - mean) < 1e-9)
    let grown = Self.forecast.total(days: 60).variance - Self.forecast.total(days: 30).variance
    #expect(window.variance > 0 && window.variance <= grown + 1e-9)
    #expect(Self.forecast.total(of: 50..<90) == Self.forecast.total(of: 50..<60))
  }
}
