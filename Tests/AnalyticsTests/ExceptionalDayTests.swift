import Testing
import Values

@testable import Analytics

@Suite("Days that were not as others, and what is known beforehand")
struct ExceptionalDayTests {
  private static let firstDay = SeededDemand.firstDay

  private static func noisy(_ days: Int) -> [Double] {
    var random = SeededDemand(seed: 21)
    return SeededDemand.means(days: days, level: 6, firstDay: firstDay).map { random.poisson($0) }
  }

  private static func forecast(
    _ quantities: [Double],
    exceptional: Set<Int> = [],
    events: [CalendarEvent] = [],
    multipliers: [Double] = []
  ) -> Forecast {
    DemandForecaster.forecast(
      DemandSeries(firstDay: firstDay, quantities: quantities, exceptional: exceptional),
      on: DemandCalendar(
        firstDay: firstDay,
        now: firstDay.adding(days: quantities.count - 1),
        horizon: 28,
        events: events
      ),
      ForecastRequest(horizon: 28, multipliers: multipliers)
    )
  }

  private static func sum(_ forecast: Forecast) -> Double {
    forecast.days.reduce(0) { $0 + $1.mean }
  }

  @Test("whatever was sold on them, the forecast is the same", arguments: [20, 60, 400])
  func leftOut(days: Int) {
    let usual = Self.noisy(days)
    let exceptional: Set<Int> = [days - 3, days - 10]
    var spiked = usual
    for day in exceptional { spiked[day] = 500 }
    let (plain, marked) = (
      Self.forecast(usual, exceptional: exceptional),
      Self.forecast(spiked, exceptional: exceptional)
    )
    for (left, right) in zip(plain.days, marked.days) {
      #expect(abs(left.mean - right.mean) < 1e-9 * max(1, left.mean))
      #expect(abs(left.upper - right.upper) < 1e-9 * max(1, left.upper))
    }
    // And without the mark it is not, or the test could not fail.
    #expect(Self.sum(Self.forecast(spiked)) > 1.02 * Self.sum(marked))
  }

  @Test("they count in no accuracy")
  func accuracy() throws {
    var quantities = Self.noisy(300)
    quantities[290] = 900
    let all = try #require(Self.forecast(quantities).backtest?.combination)
    let clean = try #require(Self.forecast(quantities, exceptional: [290]).backtest?.combination)
    #expect(clean.count < all.count)
    #expect(clean.rmse < all.rmse / 2)
  }

  @Test("sums take the same weekdays around them instead")
  func usual() {
    let quantities = (0..<70).map { Double($0 % 7) }
    var spiked = quantities
    (spiked[30], spiked[37]) = (100, 100)
    let series = DemandSeries(firstDay: Self.firstDay, quantities: spiked, exceptional: [30, 37])
    #expect(series.usualQuantities == quantities)
    let alone = DemandSeries(firstDay: Self.firstDay, quantities: [9], exceptional: [0])
    #expect(alone.usualQuantities == [0])
  }

  @Test("a multiplier raises its days and no others, bounds too", arguments: [15, 300])
  func multipliers(days: Int) {
    let quantities = Self.noisy(days)
    let plain = Self.forecast(quantities)
    let raised = Self.forecast(quantities, multipliers: [1, 1, 1.7])
    for step in 0..<28 {
      let factor = step == 2 ? 1.7 : 1
      let expected = plain.days[step].mean * factor
      #expect(abs(raised.days[step].mean - expected) < 1e-9 * expected)
    }
    #expect(raised.days[2].upper > plain.days[2].upper)
    #expect(raised.days[3] == plain.days[3])
  }

  @Test("what somebody expects of an event is where its effect begins")
  func expectation() throws {
    // Seen once, on one day of few sales: the data can hardly say.
    let quantities = Self.noisy(200)
    let effect = { (multiplier: Double?) -> Double in
      let event = CalendarEvent(id: "x", occurrences: [150...150], multiplier: multiplier)
      return Self.forecast(quantities, events: [event]).effects?.events["x"]?.factor ?? 0
    }
    #expect(effect(3) > 1.3 * effect(nil))
  }
}
