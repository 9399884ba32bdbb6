import Testing
import Values

@testable import Analytics

@Suite("Short, empty and odd histories")
struct ShortHistoryTests {
  private static let firstDay = SeededDemand.firstDay

  private static func forecast(
    _ quantities: [Double],
    horizon: Int = 14,
    profile: DemandProfile? = nil
  ) -> Forecast {
    let calendar = DemandCalendar(
      firstDay: firstDay,
      now: firstDay.adding(days: max(0, quantities.count - 1)),
      horizon: horizon
    )
    return DemandForecaster.forecast(
      DemandSeries(firstDay: firstDay, quantities: quantities),
      on: calendar,
      ForecastRequest(horizon: horizon, profile: profile)
    )
  }

  private static func profile(days: Int) -> DemandProfile? {
    let calendar = DemandCalendar(
      firstDay: firstDay,
      now: firstDay.adding(days: days - 1),
      horizon: 14
    )
    let series = DemandSeries(
      firstDay: firstDay,
      quantities: SeededDemand.means(days: days, level: 30, firstDay: firstDay)
    )
    return DemandProfile.fitted(series, productCount: 10, on: calendar)
  }

  @Test("Without any sale and any category there is nothing to say", arguments: [0, 1, 400])
  func nothing(days: Int) {
    let forecast = Self.forecast([Double](repeating: 0, count: days))
    #expect(forecast.basis == .none)
    #expect(forecast.days.count == 14)
    #expect(forecast.days.allSatisfy { $0.mean == 0 && $0.upper == 0 })
    #expect(forecast.total(days: 14).probability(above: 0) == 0)
    #expect(forecast.backtest == nil)
  }

  @Test("Few days give their mean, counted from the first sale")
  func mean() {
    let forecast = Self.forecast([0, 0, 0, 2, 0, 1])
    #expect(forecast.basis == .mean)
    #expect(forecast.days.allSatisfy { $0.mean == 1 })
    #expect(forecast.days.allSatisfy { $0.upper > 1 })
  }

  @Test("One sale long ago is no history for models")
  func oneSale() {
    let forecast = Self.forecast([1] + [Double](repeating: 0, count: 199))
    #expect(forecast.basis == .mean)
    #expect(abs(forecast.days[0].mean - 1.0 / 200) < 1e-12)
  }

  @Test("With a category, its shape at its typical level stands in, moved by the first days")
  func category() throws {
    let profile = try #require(Self.profile(days: 800))
    let unsold = Self.forecast([0], profile: profile)
    #expect(unsold.basis == .categoryProfile)
    let strong = Self.forecast([Double](repeating: 12, count: 20), profile: profile)
    #expect(strong.basis == .categoryProfile)
    #expect(strong.days[0].mean > 2 * unsold.days[0].mean)
    // 21 January 2023 is a Saturday, day 0 after 20 days; Sundays sell half as much.
    #expect(abs(strong.days[0].mean / strong.days[1].mean - 2) < 0.2)
  }

  @Test("All the same is forecast as the same, with hardly any width")
  func constant() {
    let forecast = Self.forecast([Double](repeating: 5, count: 400))
    for day in forecast.days {
      #expect(abs(day.mean - 5) < 0.05)
      #expect(day.upper - day.lower < 1)
    }
  }

  @Test("What is no number counts as 0")
  func noNumbers() {
    var quantities = [Double](repeating: 4, count: 100)
    quantities[20] = .nan
    quantities[40] = .infinity
    quantities[60] = -3
    var clean = quantities
    for day in [20, 40, 60] { clean[day] = 0 }
    #expect(Self.forecast(quantities).days == Self.forecast(clean).days)
  }

  @Test("Ten years ahead stays finite and near what was")
  func tenYears() throws {
    var random = SeededDemand(seed: 21)
    let quantities = SeededDemand.means(days: 900, level: 10, firstDay: Self.firstDay)
      .enumerated().map { random.poisson($0.element * (1 + Double($0.offset) / 900)) }
    let forecast = Self.forecast(quantities, horizon: 3650)
    #expect(forecast.days.count == 3650)
    let last = try #require(forecast.days.last)
    #expect(last.mean.isFinite && last.upper.isFinite)
    #expect(last.mean > 3 && last.mean < 80)
  }

  @Test("A gap up to now counts as days without demand")
  func gap() {
    let calendar = DemandCalendar(
      firstDay: Self.firstDay,
      now: Self.firstDay.adding(days: 299),
      horizon: 7
    )
    let sold = [Double](repeating: 6, count: 100)
    let request = ForecastRequest(horizon: 7)
    let short = DemandSeries(firstDay: Self.firstDay, quantities: sold)
    let padded = DemandSeries(
      firstDay: Self.firstDay,
      quantities: sold + [Double](repeating: 0, count: 200)
    )
    let forecast = DemandForecaster.forecast(short, on: calendar, request)
    #expect(forecast.days == DemandForecaster.forecast(padded, on: calendar, request).days)
    #expect(forecast.days[0].mean < 0.5)
  }
}
