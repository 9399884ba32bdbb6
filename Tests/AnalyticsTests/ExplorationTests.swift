import SeedSupport
import Testing

@testable import Analytics

@Suite("Statistics of exploration")
struct ExplorationTests {
  private func isNear(_ left: Double, _ right: Double, _ distance: Double = 1e-9) -> Bool {
    abs(left - right) <= distance
  }

  @Test("The incomplete beta function, and the tests made of it, as SciPy has them")
  func distributions() {
    #expect(isNear(IncompleteBeta.of(0.4, 2, 3), 0.5248))
    #expect(IncompleteBeta.of(0, 2, 3) == 0 && IncompleteBeta.of(1, 2, 3) == 1)
    #expect(isNear(IncompleteBeta.of(0.99, 50, 0.5), 0.3173043978741973))
    #expect(isNear(TestDistributions.twoSidedStudent(2.2281388519649385, degrees: 10), 0.05))
    #expect(isNear(TestDistributions.upperFisher(3.5, 3, 20), 0.03449310388512439))
    let quantile = TestDistributions.studentQuantile(twoSided: 0.05, degrees: 2)
    #expect(isNear(quantile, 4.302652729749462, 1e-6))
    #expect(TestDistributions.twoSidedStudent(.infinity, degrees: 5) == 0)
  }

  @Test("Correlations of ten pairs with an outlier, and of ties")
  func correlation() throws {
    let outlier = try #require(
      Correlation([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 1, 4, 3, 6, 5, 8, 7, 10, 40])
    )
    #expect(isNear(outlier.pearson, 0.7001347943877657))
    #expect(isNear(outlier.spearman, 0.9515151515151514))
    #expect(isNear(outlier.chance, 2.279854920641689e-05, 1e-10))
    #expect(outlier.strength == .strong && outlier.count == 10)
    let ties = try #require(Correlation([1, 2, 2, 3, 4, 4, 5, 6], [3, 1, 2, 5, 4, 6, 6, 9]))
    #expect(isNear(ties.spearman, 0.8666825838483473))
    #expect(isNear(ties.chance, 0.005347287256224279))
    #expect(Ranks.of([5, 1, 5]) == [2.5, 1, 2.5])
  }

  @Test("Too few pairs, or a figure that never changes, have no correlation")
  func noCorrelation() {
    #expect(Correlation([1, 2, 3], [1, 2, 3]) == nil)
    #expect(Correlation([1, 2, 3, 4, 5, 6, 7, 8], .init(repeating: 0.1, count: 8)) == nil)
    let weak = Correlation([1, 2, 3, 4, 5, 6, 7, 8, 9], [5, 1, 9, 2, 8, 3, 7, 4, 6])
    #expect(weak?.strength == Correlation.Strength.none)
  }

  @Test("Quartiles lie between values; the ranges take every value once")
  func shape() throws {
    let shape = try #require(SampleShape([4, 1, 10, 3, 2]))
    #expect(shape.lowerQuartile == 2 && shape.median == 3 && shape.upperQuartile == 4)
    #expect(isNear(shape.ninetyFifth, 8.8) && shape.mean == 4)
    var chance = SplitMix64(seed: 3)
    for _ in 0..<50 {
      let values = (0..<Int(1 + 300 * chance.unit())).map { _ in
        chance.unit() * 1000 * chance.unit() - 200
      }
      let bins = try #require(SampleShape(values)).bins
      #expect(bins.reduce(0) { $0 + $1.count } == values.count)
      for (bin, next) in zip(bins, bins.dropFirst()) { #expect(bin.upper == next.lower) }
      #expect((1...13).contains(bins.count))
    }
    let extremes = [-1.7e308, 1.7e308, 0, 1e-300, .infinity, .nan]
    #expect(SampleShape(extremes)?.count == 4)
    #expect(
      SampleShape([0, .leastNonzeroMagnitude, 1e-300])?.bins.reduce(0) { $0 + $1.count } == 3
    )
    #expect(SampleShape([7, 7, 7])?.bins.map(\.count) == [3])
    #expect(SampleShape([]) == nil)
  }

  @Test("Mann and Kendall's test and Sen's slope of a falling series")
  func trend() throws {
    let trend = try #require(MonotonicTrend([12, 11, 13, 9, 8, 10, 7, 6, 6, 5]))
    #expect(trend.score == -36 && isNear(trend.slope, -0.8))
    #expect(isNear(trend.chance, 0.0016717283964848024))
    #expect(MonotonicTrend([1, 2, 3]) == nil)
    #expect(MonotonicTrend(.init(repeating: 4, count: 20)) == nil)
    let mixed = try #require(MonotonicTrend([5, 9, 4, 8, 5, 9, 4, 8, 5, 9]))
    #expect(mixed.chance > 0.5)
  }

  @Test("A ratio of sums with its interval over the groups; one group has none")
  func ratio() throws {
    let parts = [(15.0, 10.0), (30, 20), (48, 30), (5, 0)].map {
      ExpectedRatio.Part(actual: $0.0, expected: $0.1)
    }
    let ratio = try #require(ExpectedRatio(parts))
    #expect(ratio.factor == 1.55 && ratio.count == 3)
    #expect(isNear(try #require(ratio.lower), 1.3856897348067894, 1e-6))
    #expect(isNear(try #require(ratio.upper), 1.7143102651932107, 1e-6))
    #expect(isNear(try #require(ratio.chance), 0.004786352264765195, 1e-8))
    let one = try #require(ExpectedRatio([parts[0]]))
    #expect(one.factor == 1.5 && one.lower == nil && one.chance == nil)
    #expect(ExpectedRatio([parts[3]]) == nil)
  }

  @Test("Shares of factors that do not overlap are what each explains; they add up to the whole")
  func shares() throws {
    // 3 a for the first, 1 for the second, crossed: their squares are 9 to 1.
    let first = (0..<40).map { $0 % 2 }
    let second = (0..<40).map { $0 / 2 % 2 }
    let figure = zip(first, second).map { 3 * Double($0) + Double($1) }
    let explained = try #require(
      ExplainedShare(
        of: figure,
        by: [.init("second", categories: second), .init("first", categories: first)]
      )
    )
    #expect(explained.shares.map(\.name) == ["first", "second"])
    #expect(isNear(explained.whole, 1, 1e-6) && isNear(explained.shares[0].share, 0.9, 1e-6))
    #expect(isNear(explained.shares.reduce(0) { $0 + $1.share }, explained.whole, 1e-9))
    #expect(explained.shares.allSatisfy { $0.chance < 1e-6 })
    #expect(
      ExplainedShare(of: .init(repeating: 2, count: 40), by: [.init("a", categories: first)]) == nil
    )
    #expect(ExplainedShare(of: [1, 2, 3], by: [.init("a", categories: [0, 1, 2])]) == nil)
  }

  @Test("Chance explains next to nothing once its columns are counted")
  func noShares() throws {
    var chance = SplitMix64(seed: 11)
    let figure = (0..<400).map { _ in chance.unit() }
    let noise = (0..<400).map { _ in Int(chance.unit() * 12) }
    let explained = try #require(
      ExplainedShare(of: figure, by: [.init("noise", categories: noise)])
    )
    #expect(explained.adjusted < 0.03 && explained.shares[0].chance > 0.01)
  }

  @Test("Planted rows come first in an isolation forest; the same rows score the same")
  func forest() {
    var chance = SplitMix64(seed: 5)
    var rows = (0..<500).map { _ in [chance.unit(), chance.unit(), chance.unit()] }
    rows[17] = [9, 0.5, 0.5]
    rows[230] = [0.5, -8, 12]
    let scores = rows.map { IsolationForest(rows).score($0) }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    #expect(Set(order.prefix(2)) == [17, 230])
    #expect(scores.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(scores[230] > 0.6 && scores[order[250]] < 0.5)
    let again = IsolationForest(rows)
    #expect(rows.map { again.score($0) } == scores)
    #expect(isNear(IsolationForest.meanDepth(256), 10.244770920, 1e-6))
    let equal = IsolationForest([[1], [1], [1]])
    #expect(equal.score([1]) == equal.score([1]) && IsolationForest([]).score([1]) == 0)
  }

  @Test("What sets a row apart is the feature farthest from the median of its peers")
  func departures() throws {
    let rows = (0..<101).map { [Double($0), Double($0 % 3), 7] }
    let scale = Departure.Scale(rows)
    let departures = scale.departures(of: [50, 40, 7])
    #expect(departures.map(\.feature) == [1, 0])
    #expect(departures[0].usual == 1 && departures[1].score == 0)
  }

  @Test("Months against the mean of their year, over whole years from the end")
  func season() throws {
    let months = (0..<27).map { place in
      let number = place % 12 + 1
      return SeasonIndex.Month(number: number, total: number == 7 ? 60 : 30, days: 30)
    }
    let index = try #require(SeasonIndex(months))
    #expect(index.years == 2)
    // A year of 12 × 30 with 30 more: 390 in 360 days.
    #expect(isNear(index.months[6].index, 2 / (390.0 / 360)))
    #expect(isNear(index.seasons[2].index, (120.0 / 90) / (390.0 / 360)))
    #expect(index.months[0].lowest == index.months[0].highest)
    #expect(SeasonIndex(Array(months.prefix(11))) == nil)
  }
}
