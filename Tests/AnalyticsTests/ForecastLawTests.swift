import Testing
import Values

@testable import Analytics

@Suite("What holds for every forecast")
struct ForecastLawTests {
  private static let firstDay = SeededDemand.firstDay

  private static func calendar(days: Int, horizon: Int) -> DemandCalendar {
    DemandCalendar(
      firstDay: firstDay,
      now: firstDay.adding(days: days - 1),
      horizon: horizon
    )
  }

  private static func noisy(days: Int, level: Double, seed: UInt64) -> [Double] {
    var random = SeededDemand(seed: seed)
    return SeededDemand.means(days: days, level: level, firstDay: firstDay)
      .map { random.poisson($0) }
  }

  private static func forecast(
    _ quantities: [Double],
    horizon: Int = 28,
    level: Double = 0.8,
    profile: DemandProfile? = nil
  ) -> Forecast {
    DemandForecaster.forecast(
      DemandSeries(firstDay: firstDay, quantities: quantities),
      on: calendar(days: quantities.count, horizon: horizon),
      ForecastRequest(horizon: horizon, level: level, profile: profile)
    )
  }

  @Test("Ten times the demand gives ten times the forecast", arguments: [40, 200, 900])
  func scale(days: Int) {
    let quantities = Self.noisy(days: days, level: 8, seed: 3)
    let one = Self.forecast(quantities)
    let ten = Self.forecast(quantities.map { $0 * 10 })
    for (small, large) in zip(one.days, ten.days) {
      #expect(abs(large.mean - 10 * small.mean) < 1e-4 * large.mean)
      #expect(abs(large.upper - 10 * small.upper) < 1e-3 * large.upper)
    }
  }

  @Test(
    "28 years later, when calendars agree, the same history gives the same days",
    arguments: [120, 900]
  )
  func shift(days: Int) {
    let quantities = Self.noisy(days: days, level: 8, seed: 5)
    let here = Self.forecast(quantities)
    let later = Self.firstDay.adding(days: 28 * 365 + 7)
    let calendar = DemandCalendar(
      firstDay: later,
      now: later.adding(days: days - 1),
      horizon: 28
    )
    let series = DemandSeries(firstDay: later, quantities: quantities)
    let there = DemandForecaster.forecast(series, on: calendar, ForecastRequest(horizon: 28))
    for (left, right) in zip(here.days, there.days) {
      #expect(abs(left.mean - right.mean) < 1e-6 * left.mean)
    }
  }

  @Test("The same in, the same out, to the last bit")
  func determinism() {
    let quantities = Self.noisy(days: 500, level: 3, seed: 9)
    #expect(Self.forecast(quantities).days == Self.forecast(quantities).days)
  }

  @Test(
    "No bound is negative, and each interval holds its mean",
    arguments: [0.02, 0.3, 4, 60],
    [30, 90, 800]
  )
  func bounds(level: Double, days: Int) {
    let forecast = Self.forecast(Self.noisy(days: days, level: level, seed: 11))
    #expect(forecast.days.count == 28)
    for day in forecast.days {
      #expect(day.lower >= 0 && day.lower <= day.mean && day.mean <= day.upper)
      #expect(day.median >= 0 && day.upper.isFinite)
    }
  }

  @Test("Any days have the variance of their sum: Σ v + ρ ((Σ √v)² − Σ v)")
  func variances() {
    let forecast = Self.forecast(Self.noisy(days: 200, level: 6, seed: 3), horizon: 60)
    for days in [0..<1, 0..<30, 30..<31, 30..<60] {
      let deviations = days.map {
        forecast.errors.deviation(expected: forecast.days[$0].mean, step: $0)
      }
      let squares = deviations.reduce(0) { $0 + $1 * $1 }
      let sum = deviations.reduce(0, +)
      let expected = squares + forecast.errors.correlation * (sum * sum - squares)
      var variance = TotalVariance()
      for day in days { variance.add(forecast.variance(step: day)) }
      #expect(abs(variance.value - expected) < 1e-9 * expected, "\(days)")
    }
  }

  @Test("Higher levels make wider intervals")
  func levels() {
    let quantities = Self.noisy(days: 700, level: 12, seed: 13)
    let widths = [0.5, 0.8, 0.95].map { level in
      Self.forecast(quantities, level: level).days.reduce(0) { $0 + $1.upper - $1.lower }
    }
    #expect(widths[0] < widths[1] && widths[1] < widths[2])
  }

  @Test("A total has the sum of the means, and more variance than independent days")
  func total() {
    let forecast = Self.forecast(Self.noisy(days: 700, level: 12, seed: 15))
    let total = forecast.total(days: 7)
    let means = forecast.days.prefix(7).map(\.mean)
    #expect(abs(total.mean - means.reduce(0, +)) < 1e-9)
    let independent = means.enumerated().reduce(0.0) { sum, item in
      let deviation = forecast.errors.deviation(expected: item.element, step: item.offset)
      return sum + deviation * deviation
    }
    #expect(total.variance >= independent)
    #expect(forecast.total(days: 0).mean == 0)
    #expect(forecast.total(days: 999).mean == forecast.total(days: 28).mean)
    let day = forecast.quantile(0.9, step: 3)
    #expect(day > forecast.days[3].mean)
    #expect(forecast.quantile(0.9, step: 99) == 0)
  }

  @Test("Weights are shares, and models are judged by days they had not seen")
  func report() throws {
    let forecast = Self.forecast(Self.noisy(days: 900, level: 6, seed: 17))
    let report = try #require(forecast.backtest)
    #expect(abs(report.weights.values.reduce(0, +) - 1) < 1e-9)
    #expect(report.originCount == 13)
    #expect(report.horizon == 28)
    let naive = try #require(report.models[.seasonalNaive]?.wape)
    let ours = try #require(report.combination.wape)
    #expect(ours < 0.9 * naive)
    #expect(forecast.models.count == ForecastModel.allCases.count)
  }

  @Test("80 % intervals hold some 80 % of days to come", arguments: [0.15, 1.5, 25])
  func coverage(level: Double) {
    var held = 0
    var sumsHeld = 0
    let products = 40
    for seed in 0..<products {
      let all = Self.noisy(days: 628, level: level, seed: UInt64(100 + seed))
      let forecast = Self.forecast(Array(all.prefix(600)))
      for (step, day) in forecast.days.enumerated() {
        let actual = all[600 + step]
        if day.lower <= actual && actual <= day.upper { held += 1 }
      }
      let sum = all[600...].reduce(0, +)
      if forecast.total(days: 28).range(level: 0.8).contains(sum) { sumsHeld += 1 }
    }
    let share = Double(held) / Double(products * 28)
    #expect(share > 0.72 && share < 0.9, "held \(share)")
    #expect(sumsHeld > products / 2, "held \(sumsHeld) of \(products) sums")
  }
}
