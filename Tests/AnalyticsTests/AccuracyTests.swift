import Testing

@testable import Analytics

@Suite("Accuracy, by hand")
struct AccuracyTests {
  @Test("Every measure of four days")
  func measures() throws {
    // Errors +2, 0, −1, +1 on actuals 0, 4, 5, 1.
    let accuracy = ForecastAccuracy(
      actual: [0, 4, 5, 1],
      forecast: [2, 4, 4, 2],
      intervals: [1...3, 3...5, 3...5, 1...2]
    )
    #expect(accuracy.count == 4)
    #expect(accuracy.wape == 40)
    #expect(accuracy.precision == 60)
    // (0 + 1/5 + 1/1) ÷ 3: the day without demand has no percentage.
    #expect(abs(try #require(accuracy.mape) - 40) < 1e-12)
    #expect(accuracy.mae == 1)
    #expect(abs(accuracy.rmse - 1.5.squareRoot()) < 1e-12)
    #expect(accuracy.bias == 0.5)
    #expect((accuracy.totals.actual, accuracy.totals.error) == (10, 2))
    #expect((accuracy.totals.absoluteError, accuracy.totals.squaredError) == (4, 6))
    #expect(accuracy.biasPercent == 20)
    #expect(accuracy.coverage == 75)
    // 1 − 6 ÷ Σ(y − 2.5)² = 1 − 6 ÷ 17.
    #expect(abs(try #require(accuracy.rSquared) - (1 - 6.0 / 17)) < 1e-12)
  }

  @Test("Without demand there is no percentage, and precision never goes below 0")
  func edges() {
    let nothing = ForecastAccuracy(actual: [0, 0], forecast: [1, 1])
    #expect(nothing.wape == nil && nothing.mape == nil && nothing.rSquared == nil)
    #expect(nothing.precision == nil && nothing.coverage == nil)
    #expect(ForecastAccuracy(actual: [], forecast: []).count == 0)
    #expect(ForecastAccuracy(actual: [1], forecast: [9]).precision == 0)
    #expect(ForecastAccuracy(actual: [1, .nan], forecast: [1, 1]).count == 1)
  }
}
