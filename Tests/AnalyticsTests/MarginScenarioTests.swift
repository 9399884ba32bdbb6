import Testing

@testable import Analytics

@Suite("Margins at supposed prices, costs and volumes")
struct MarginScenarioTests {
  @Test("10 % off a margin of 400 on 1000 takes a third more volume to make up")
  func priceCut() {
    let cut = MarginScenario(revenue: 1000, cost: 600, change: .init(price: -0.1))
    #expect(cut.newRevenue == 900 && cut.margin == 400 && cut.newMargin == 300)
    #expect(abs((cut.volumeToBreakEven ?? 0) - 1.0 / 3) < 1e-12)
  }

  @Test("Cost and volume change what they touch")
  func costAndVolume() {
    let dearer = MarginScenario(revenue: 1000, cost: 600, change: .init(cost: 0.05, volume: 0.1))
    #expect(abs(dearer.newRevenue - 1100) < 1e-9)
    #expect(abs((dearer.newMargin ?? 0) - (1100 - 600 * 1.05 * 1.1)) < 1e-9)
  }

  @Test(
    "No volume makes up for a price below cost, nor for a margin that was none",
    arguments: [(-0.5, 600.0), (-0.4, 600.0), (0.0, 1200.0)]
  )
  func noBreakEven(price: Double, cost: Double) {
    let scenario = MarginScenario(revenue: 1000, cost: cost, change: .init(price: price))
    #expect(scenario.volumeToBreakEven == nil)
  }

  @Test("Without a cost there is revenue and no margin")
  func unknownCost() {
    let scenario = MarginScenario(revenue: 1000, cost: nil, change: .init(price: 0.1))
    #expect(abs(scenario.newRevenue - 1100) < 1e-9 && scenario.newMargin == nil)
  }
}
