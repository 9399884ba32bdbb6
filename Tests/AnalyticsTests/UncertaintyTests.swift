import Glibc
import Testing

@testable import Analytics

@Suite("Distributions and weights")
struct UncertaintyTests {
  @Test("A total of variance mean² is exponential")
  func exponential() {
    let total = DemandTotal(mean: 20, variance: 400)
    #expect(abs(total.probability(above: 20) - exp(-1)) < 1e-9)
    #expect(abs(total.quantile(0.5) - 20 * log(2)) < 1e-6)
    #expect(total.probability(above: -1) == 1)
    let range = total.range(level: 0.8)
    #expect(abs(range.lowerBound + 20 * log(0.9)) < 1e-6)
    #expect(abs(range.upperBound + 20 * log(0.1)) < 1e-6)
  }

  @Test("A total of whole units has Poisson's probabilities, or negative binomial ones")
  func whole() {
    // P(N > 5) for a Poisson mean of 4 is 0.2149.
    let total = DemandTotal(mean: 4, variance: 4, isWhole: true)
    #expect(abs(total.probability(above: 5) - 0.214_87) < 1e-5)
    // Mean 1 and variance 2 is geometric: P(N > n) = 2^−(n + 1).
    let geometric = DemandTotal(mean: 1, variance: 2, isWhole: true)
    #expect(abs(geometric.probability(above: 3) - 0.0625) < 1e-12)
    // Above a mean of 200 it is a Gamma distribution, which is near.
    let large = DemandTotal(mean: 201, variance: 402, isWhole: true)
    let small = DemandTotal(mean: 199.9, variance: 402, isWhole: true)
    #expect(abs(large.probability(above: 221.1) - small.probability(above: 220)) < 0.01)
    #expect(total.probability(above: 5.4) == total.probability(above: 5))
    #expect(total.quantile(0.785) == 5 && total.quantile(0.79) == 6)
  }

  @Test(
    "The ends that are told are near to those of the distribution, with the mean between",
    arguments: [(74.0, 160.0), (5, 16), (1, 1), (3000, 90_000), (0.2, 0.2)]
  )
  func told(mean: Double, variance: Double) {
    let total = DemandTotal(mean: mean, variance: variance)
    let (told, exact) = (total.told, total.range(level: 0.8))
    #expect(told.contains(mean))
    if variance < mean * mean {
      #expect(abs(told.lowerBound - exact.lowerBound) < 0.02 * mean)
      #expect(abs(told.upperBound - exact.upperBound) < 0.02 * mean)
    }
    #expect(DemandTotal(mean: 0, variance: 0).told == 0...0)
  }

  @Test("Large totals are near normal, totals without variance certain")
  func limits() {
    let total = DemandTotal(mean: 1e6, variance: 1e6)
    #expect(abs(total.probability(above: 1e6 + 1000 * 1.2816) - 0.1) < 1e-3)
    let certain = DemandTotal(mean: 3, variance: 0)
    #expect(certain.probability(above: 2) == 1)
    #expect(certain.probability(above: 3) == 0)
  }

  @Test("ln Γ", arguments: [(1.0, 0.0), (0.5, 0.572_364_942_9), (10.0, 12.801_827_480_1)])
  func logGamma(x: Double, expected: Double) {
    #expect(abs(GammaFunction.logGamma(x) - expected) < 1e-9)
  }

  @Test("The normal quantile of 0.9 is 1.2816")
  func normal() {
    #expect(abs(NormalQuantile.of(0.9) - 1.281_551_566) < 1e-8)
    #expect(abs(NormalQuantile.of(0.5)) < 1e-8)
  }

  @Test("The nearest point of the simplex")
  func projection() {
    for (value, expected) in zip(CombinationWeights.projected([0.6, 0.8]), [0.4, 0.6]) {
      #expect(abs(value - expected) < 1e-12)
    }
    #expect(CombinationWeights.projected([2, 0, -1]) == [1, 0, 0])
  }

  @Test("A model without error takes all weight; without a backtest the usual weights stand")
  func weights() throws {
    let count = ForecastModel.allCases.count
    let rows = (0..<56).map { day in
      var expected = [Double](repeating: 9, count: count)
      expected[4] = Double(day % 7)
      return Backtest.Row(origin: 0, step: day, actual: Double(day % 7), expected: expected)
    }
    #expect(CombinationWeights(rows).values[4] == 1)
    #expect(CombinationWeights([]).values == CombinationWeights.prior)
    #expect(abs(CombinationWeights.prior.reduce(0, +) - 1) < 1e-12)
  }

  @Test("A model that is far better gets most of the weight, noise as it may be")
  func betterModel() {
    var random = SeededDemand(seed: 2)
    let count = ForecastModel.allCases.count
    let rows = (0..<196).map { day in
      let mean = day % 7 < 5 ? 10.0 : 40
      var expected = [Double](repeating: 19, count: count)
      expected[5] = mean
      return Backtest.Row(
        origin: day / 28,
        step: day % 28,
        actual: random.poisson(mean),
        expected: expected
      )
    }
    #expect(CombinationWeights(rows).values[5] > 0.8)
  }

  @Test("The variance of a day is learned, whatever the unit", arguments: [1.0, 0.25])
  func variance(unit: Double) {
    var random = SeededDemand(seed: 6)
    let cases = (0..<6000).map { day in
      let mean = 2 + Double(day % 20)
      return ErrorModel.Case(
        origin: day / 28,
        step: day % 28,
        expected: unit * mean,
        actual: unit * random.poisson(mean)
      )
    }
    let errors = ErrorModel(cases, unit: SaleUnit(cases.map(\.actual)))
    // A Poisson count has variance unit² · mean.
    for mean in [4.0, 12, 20] {
      let deviation = errors.deviation(expected: unit * mean, step: 10)
      #expect(abs(deviation / (unit * mean.squareRoot()) - 1) < 0.06)
    }
    #expect(errors.correlation < 0.02)
  }
}
