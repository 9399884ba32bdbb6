import Glibc
import Testing
import Values

@testable import Analytics

@Suite("The regression finds effects that were put in")
struct RegressionTests {
  private static let days = 1095
  private static let event = CalendarEvent(
    id: "fair",
    occurrences: [100...103, 480...483, 850...853, 1100...1103]
  )

  private static func calendar() -> DemandCalendar {
    DemandCalendar(
      firstDay: SeededDemand.firstDay,
      now: SeededDemand.firstDay.adding(days: days - 1),
      horizon: 28,
      events: [event]
    )
  }

  private static func series(promotionFactor: Double, eventFactor: Double) -> DemandSeries {
    var means = SeededDemand.means(days: days, level: 40, firstDay: SeededDemand.firstDay)
    let promotions = (0..<days + 28).map { $0 % 97 < 7 ? 1.0 : 0 }
    for day in 0..<days {
      if promotions[day] > 0 { means[day] *= promotionFactor }
      if event.occurrences.contains(where: { $0.contains(day) }) { means[day] *= eventFactor }
    }
    return DemandSeries(
      firstDay: SeededDemand.firstDay,
      quantities: means,
      promotions: promotions
    )
  }

  @Test("Promotion, event, weekday and year come out as they were put in")
  func effects() throws {
    let forecast = DemandForecaster.forecast(
      Self.series(promotionFactor: 1.8, eventFactor: 2.5),
      on: Self.calendar(),
      ForecastRequest(horizon: 28)
    )
    let effects = try #require(forecast.effects)
    let promotion = try #require(effects.promotion)
    #expect(abs(promotion.factor / 1.8 - 1) < 0.02)
    let fair = try #require(effects.events["fair"])
    #expect(abs(fair.factor / 2.5 - 1) < 0.1)
    #expect(fair.observationCount == 3)
    #expect(fair.lower < fair.factor && fair.factor < fair.upper)
    // Saturday is twice any other day, of mean (6 + 2) ÷ 7.
    #expect(abs(effects.weekdays[5] - 2 * 7 / 8.0) < 0.03)
    #expect(abs(effects.weekdays[0] - 7 / 8.0) < 0.03)
    // 1.3 in early April, 0.7 in early October.
    #expect(abs(effects.months[3] - 1.3) < 0.06)
    #expect(abs(effects.months[9] - 0.7) < 0.06)
    #expect(abs(effects.yearlyTrend) < 0.03)
  }

  @Test("The days after now carry the event, the promotion and the season")
  func path() {
    let series = Self.series(promotionFactor: 1.8, eventFactor: 2.5)
    let forecast =
      DemandForecaster.forecast(series, on: Self.calendar(), ForecastRequest(horizon: 28))
    let means = SeededDemand.means(
      days: Self.days + 28,
      level: 40,
      firstDay: SeededDemand.firstDay
    )
    for (step, day) in forecast.days.enumerated() {
      let position = Self.days + step
      var expected = means[position]
      if series.promotions[position] > 0 { expected *= 1.8 }
      if (1100...1103).contains(position) { expected *= 2.5 }
      #expect(abs(day.mean / expected - 1) < 0.12, "day \(step)")
    }
  }

  @Test("Trend × season × week + residual is demand, on every day")
  func decomposition() throws {
    let series = Self.series(promotionFactor: 1.3, eventFactor: 1.5)
    let forecast =
      DemandForecaster.forecast(series, on: Self.calendar(), ForecastRequest(horizon: 7))
    let parts = try #require(forecast.decomposition)
    #expect(parts.trend.count == Self.days)
    for day in 0..<Self.days {
      let sum = parts.trend[day] * parts.season[day] * parts.week[day] + parts.residual[day]
      #expect(abs(sum - series.quantities[day]) < 1e-9)
    }
  }

  @Test("A single bulk order hardly moves the forecast")
  func outlier() {
    var random = SeededDemand(seed: 8)
    let means = SeededDemand.means(days: Self.days, level: 10, firstDay: SeededDemand.firstDay)
    var quantities = means.map { random.poisson($0) }
    let usual = Self.total(of: quantities)
    quantities[Self.days - 60] = 2000
    #expect(abs(Self.total(of: quantities) / usual - 1) < 0.1)
  }

  /// Units expected of the four weeks after now.
  private static func total(of quantities: [Double]) -> Double {
    DemandForecaster.forecast(
      DemandSeries(firstDay: SeededDemand.firstDay, quantities: quantities),
      on: calendar(),
      ForecastRequest(horizon: 28)
    ).total(days: 28).mean
  }

  @Test("A category's shape is that known at each origin, not later")
  func profileByOrigin() throws {
    // The weekend doubles only in the last 100 days: profiles of older origins must not know.
    var means = [Double](repeating: 50, count: Self.days)
    for day in Self.days - 100..<Self.days
    where Self.calendar().day(at: day).weekday > 5 { means[day] *= 2 }
    let series = DemandSeries(firstDay: SeededDemand.firstDay, quantities: means)
    let profile =
      try #require(DemandProfile.fitted(series, productCount: 5, on: Self.calendar()))
    let now = try #require(profile.shape(offset: 0)?[.weekday(6)])
    let then = try #require(profile.shape(offset: 112)?[.weekday(6)])
    #expect(abs(then) < 0.01 && now > 0.03)
    // Between two origins the older one holds; before the oldest there is no other.
    #expect(profile.shape(offset: 111)?[.weekday(6)] == then)
    #expect(abs(profile.typicalLevel - 10) < 5)
  }

  @Test("A steady level is held more firmly than one that wanders")
  func knotStep() {
    let steps = [0.0, 0.9].map { swing -> Double in
      let quantities = (0..<Self.days).map { 50 * exp(swing * sin(Double($0) / 35)) }
      let calendar = Self.calendar()
      let series = AlignedSeries(
        DemandSeries(firstDay: SeededDemand.firstDay, quantities: quantities),
        on: calendar
      )
      let prior = CoefficientPrior(
        table: calendar.features,
        history: Self.days,
        profile: nil
      )
      var fit: DemandRegression?
      for _ in 0..<8 {
        fit = DemandRegression(
          series,
          count: Self.days,
          table: calendar.features,
          prior: prior,
          start: fit
        )
      }
      return fit?.knotStep ?? 0
    }
    #expect(steps[0] < 0.07)
    #expect(steps[1] > 0.15)
  }

  @Test("Cholesky solves a small system")
  func normalEquations() {
    // [[4, 2], [2, 3]] x = [8, 7] has the solution [1.25, 1.5].
    var system = NormalEquations(size: 2)
    system.add(0, 0, 4)
    system.add(1, 0, 2)
    system.add(1, 1, 3)
    system.factor()
    let x = system.solution([8, 7])
    #expect(abs(x[0] - 1.25) < 1e-12)
    #expect(abs(x[1] - 1.5) < 1e-12)
  }

  @Test("A large system is solved as well as a small one")
  func largeSystem() {
    var random = SeededDemand(seed: 4)
    let size = 37
    var system = NormalEquations(size: size)
    var full = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for row in 0..<size {
      for column in 0...row {
        let value = row == column ? 40 : random.unit()
        system.add(row, column, value)
        full[row][column] = value
        full[column][row] = value
      }
    }
    let right = (0..<size).map { Double($0) }
    system.factor()
    let x = system.solution(right)
    for row in 0..<size {
      let product = zip(full[row], x).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(product - right[row]) < 1e-9)
    }
  }
}
