import Testing

@testable import Analytics

@Suite("Single models give the numbers worked by hand")
struct SmoothingTests {
  @Test("Seasonal naive repeats the last week; below a week it is the mean")
  func seasonalNaive() {
    let path = Baselines.seasonalNaive([9, 1, 2, 3, 4, 5, 6, 7], horizon: 9)
    #expect(path == [1, 2, 3, 4, 5, 6, 7, 1, 2])
    #expect(Baselines.seasonalNaive([2, 4], horizon: 2) == [3, 3])
    #expect(Baselines.mean([], horizon: 2) == [0, 0])
  }

  @Test("The year before comes again, grown as the last eight weeks have")
  func yearAgo() {
    // 52 weeks of 10, then 8 weeks of 20; the weeks a year before them had 10.
    let history = [Double](repeating: 10, count: 364) + [Double](repeating: 20, count: 56)
    let path = Baselines.yearAgo(history[...], horizon: 3)
    // (56·20 + u) ÷ (56·10 + u) with u = ¼ · mean · 56, the mean being (3640 + 1120) ÷ 420 = 34/3.
    let usual = 0.25 * 34.0 / 3 * 56
    #expect(abs(path[0] - 10 * (1120 + usual) / (560 + usual)) < 1e-9)
    #expect(Baselines.yearAgo([1, 3], horizon: 1) == [2])
  }

  @Test("Exponential smoothing follows its recursion")
  func smoothing() {
    // Constant data but for the last day: l = 10, s = 0, e = 7; l = 10 + 0.2·7, b = 0.1·7, s₆ = 0.5·7.
    let data = [Double](repeating: 10, count: 62) + [17]
    let rates = ExponentialSmoothing.Rates(level: 0.2, trend: 0.1, season: 0.5, damping: 0.9)
    let run = ExponentialSmoothing(data, rates: rates)
    #expect(abs(run.level - 11.4) < 1e-12)
    #expect(abs(run.trend - 0.7) < 1e-12)
    #expect(abs(run.season[6] - 3.5) < 1e-12)
    #expect(abs(run.squaredError - 49) < 1e-9)
    // Day 63 is weekday 0: 11.4 + 0.9·0.7; day 69 is weekday 6.
    let path = run.path(horizon: 7)
    #expect(abs(path[0] - 12.03) < 1e-12)
    let sum = (1...7).reduce((1.0, 0.0)) { result, _ in
      (result.0 * 0.9, result.1 + result.0 * 0.9)
    }
    #expect(abs(path[6] - (11.4 + 0.7 * sum.1 + 3.5)) < 1e-12)
  }

  @Test("Theta has half the slope of the straight line, and the level that statsforecast finds")
  func theta() {
    let data = [
      129.8, 122.2, 129.9, 134.6, 125.0, 130.8, 129.2, 140.1, 128.9, 136.4, 141.4, 135.8,
      145.9, 142.2, 138.7, 150.4, 157.5, 152.7, 153.1, 162.5, 162.8, 159.1, 174.7, 167.1,
    ]
    let theta = Theta(data, rates: stride(from: 0.02, to: 0.98, by: 0.02).map { $0 })
    // statsforecast 2.1.1, Theta(season_length=1): 168.5085, 169.4730, 170.4375, 171.4020.
    let reference = [168.508_529, 169.473_007, 170.437_486, 171.401_964]
    #expect(abs(theta.drift - 0.964_478) < 1e-5)
    for (value, expected) in zip(theta.path(horizon: 4), reference) {
      #expect(abs(value / expected - 1) < 0.01)
    }
  }

  @Test("Croston's method gives size over interval, corrected")
  func croston() {
    let data: [Double] = [0, 0, 3, 0, 0, 0, 5, 0, 2, 0, 0, 1, 0, 0, 0, 0, 4, 0, 0]
    // Sizes 3, 5, 2, 1, 4 smooth to 2.9848, intervals 3, 4, 2, 3, 5 to 3.1919. The same of statsforecast.
    #expect(abs(IntermittentDemand.croston(data[...]) - 0.888_361_16) < 1e-8)
    #expect(IntermittentDemand.croston([0, 0]) == 0)
  }

  @Test("TSB smooths the chance every day, the size on days with demand")
  func tsb() {
    // First half [0, 4]: size 4, chance ½. Then 0: ½·0.9 = 0.45. Then 2: size 4 − 0.2·2 = 3.6,
    // chance 0.45 + 0.1·0.55 = 0.505.
    let value = IntermittentDemand.tsb([0, 4, 0, 2], sizeRate: 0.2, chanceRate: 0.1)
    #expect(abs(value - 3.6 * 0.505) < 1e-12)
    let asleep = [Double](repeating: 3, count: 50) + [Double](repeating: 0, count: 50)
    #expect(IntermittentDemand.tsb(asleep[...], sizeRate: 0.1, chanceRate: 0.1) < 0.02)
  }

  @Test("The adaptive level comes to the new level of its shape, at the pace of its half-life")
  func adaptiveLevel() {
    let shape = [Double](repeating: 2, count: 200)
    let data = [Double](repeating: 6, count: 200)
    let factor = AdaptiveLevel.factor(data[...], shape: shape[...], prior: 1, halfLife: 14)
    #expect(abs(factor - 3) < 0.001)
    let none = AdaptiveLevel.factor([], shape: [], prior: 5, halfLife: 14)
    #expect(abs(none - 5) < 1e-12)
  }
}
