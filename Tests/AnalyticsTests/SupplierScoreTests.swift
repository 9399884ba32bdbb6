import Testing
import Values

@testable import Analytics

@Suite("Suppliers compared")
struct SupplierScoreTests {
  @Test(
    "The best of a criterion gets 1, the worst 0, and what is unknown leaves its weight to the rest"
  )
  func scores() {
    let scores = SupplierScore.scores([
      .init(weight: 0.6, figures: [10, 20, 15]), .init(weight: 0.4, figures: [8, 4, nil]),
    ])
    #expect(abs((scores[0] ?? -1) - 0.6) < 1e-12)
    #expect(abs((scores[1] ?? -1) - 0.4) < 1e-12)
    #expect(abs((scores[2] ?? -1) - 0.5) < 1e-12)
    #expect(SupplierScore.scores([.init(weight: 1, figures: [3, 3])]) == [1, 1])
    #expect(SupplierScore.scores([.init(weight: 1, figures: [nil])]) == [nil])
  }

  @Test("Weights said are kept, the others share the rest; terms stressed get 60 % together")
  func weights() {
    let standard = ["price": 0.4, "lead": 0.2, "quality": 0.2, "reliability": 0.2]
    let said = SupplierScore.weights(standard, said: ["price": 0.7], stressed: [])
    #expect(said["price"] == 0.7 && abs((said["lead"] ?? 0) - 0.1) < 1e-12)
    let stressed = SupplierScore.weights(standard, said: [:], stressed: ["lead"])
    #expect(stressed["lead"] == 0.6 && abs((stressed["price"] ?? 0) - 0.2) < 1e-12)
    let over = SupplierScore.weights(standard, said: ["price": 0.9, "lead": 0.9], stressed: [])
    #expect(over["price"] == 0.5 && over["lead"] == 0.5 && over["quality"] == 0)
    #expect(SupplierScore.weights(standard, said: [:], stressed: []) == standard)
  }

  @Test("A price is dear against the median of the offers of the same product")
  func priceIndex() {
    let index = PriceIndex.of([
      "chair": ["a": 90, "b": 100, "c": 120], "desk": ["a": 220, "b": 200], "lamp": ["d": 5],
    ])
    #expect(abs((index["a"] ?? 0) - (0.9 + 220.0 / 210) / 2) < 1e-12)
    #expect(abs((index["c"] ?? 0) - 1.2) < 1e-12)
    #expect(index["d"] == 1, "no other offers it")
    #expect(PriceIndex.median([3, 1, 2, 10]) == 2.5 && PriceIndex.median([]) == nil)
  }

  @Test("A jump stands out of the usual changes; too few changes tell nothing")
  func jumps() throws {
    let start = CalendarDay(ordinal: 700_000)
    let usual = [1.0, 2, -1, 0, 1, 2, 1, 0, -1, 1, 2, 0].map { 1 + $0 / 100 }
    var price = 100.0
    var history = [(day: start, price: price)]
    for (place, factor) in usual.enumerated() {
      price *= factor
      history.append((start.adding(days: 30 * (place + 1)), price))
    }
    #expect(PriceJump.found(in: [history])?.isEmpty == true)
    history.append((start.adding(days: 400), price * 1.25))
    let jump = try #require(PriceJump.found(in: [[], history])?.first)
    #expect(jump.history == 1 && abs(jump.change - 0.25) < 1e-9 && jump.score > 3.5)
    #expect(jump.day == start.adding(days: 400))
    #expect(PriceJump.found(in: [Array(history.prefix(4))]) == nil)
    let still = (0..<20).map { (day: start.adding(days: $0), price: 5.0) }
    #expect(PriceJump.found(in: [still])?.isEmpty == true, "all equal")
  }

  @Test("Four equal suppliers have an index of a quarter")
  func concentration() {
    #expect(SupplyConcentration.index([5, 5, 5, 5]) == 0.25)
    #expect(SupplyConcentration.index([3, 0, -2]) == 1 && SupplyConcentration.index([0]) == nil)
    #expect(SupplyConcentration.level(0.1) == .low && SupplyConcentration.level(0.2) == .moderate)
    #expect(SupplyConcentration.level(0.3) == .high)
  }

  @Test("The quality score is the weight of the checks that pass; checks of nothing do not count")
  func quality() {
    let score = QualityScore.of([
      .init(checked: 10, failing: 0, weight: 3), .init(checked: 10, failing: 1, weight: 1),
      .init(checked: 0, failing: 0, weight: 5),
    ])
    #expect(score == 0.75 && QualityScore.of([.init(checked: 0, failing: 0, weight: 1)]) == nil)
  }
}
