import Testing

@testable import Analytics

@Suite("Quantities to order, by hand")
struct ReplenishmentQuantityTests {
  @Test("420 expected, 100 on hand, 15 %: 368, step by step")
  func usual() throws {
    let situation = SampleStock.situation(
      onHand: 100,
      receipts: [ExpectedReceipt(day: 3, quantity: 40), ExpectedReceipt(day: -3, quantity: 7)],
      means: SampleStock.steady(14, days: 60)
    )
    let suggestion = try OrderSuggestion(situation)
    #expect(suggestion.quantity == 368)
    let steps = suggestion.steps
    #expect(steps.coverDays == 30 && steps.demand == 420 && steps.onHand == 100)
    #expect(steps.need == 320 && steps.margin == 15 && steps.needWithMargin == 368)
    #expect(steps.packSize == 1 && steps.packs == 368 && steps.missingDays == 0)
    #expect(steps.onOrder == 40 && steps.overdue == 7)
  }

  @Test("280 expected, 50 on hand, 20 %, packs of 25: 276, so 300")
  func packs() throws {
    let situation = SampleStock.situation(
      onHand: 50,
      pack: 25,
      means: SampleStock.steady(14, days: 60)
    )
    let suggestion = try OrderSuggestion(situation, coverDays: 20, margin: 20)
    #expect(suggestion.quantity == 300)
    #expect(suggestion.steps.needWithMargin == 276 && suggestion.steps.packs == 12)
  }

  @Test("Sums of fractions are not rounded up for their last bits")
  func noise() throws {
    #expect(BinaryNoise.ceiling(368.000_000_1) == 368)
    #expect(BinaryNoise.ceiling(368.001) == 369)
    #expect(BinaryNoise.ceiling(0) == 0 && BinaryNoise.ceiling(-4) == 0)
    #expect(
      BinaryNoise.ceiling(.nan) == 0 && BinaryNoise.ceiling(.infinity) == 1_000_000_000_000_000
    )
    #expect(BinaryNoise.floor(0.3 / 0.1, limit: 9) == 3)
    // 0.1 thirty times is 3.0000000000000013.
    let tenths = SampleStock.situation(onHand: 0, means: SampleStock.steady(0.1, days: 30))
    #expect(try OrderSuggestion(tenths, margin: 0).quantity == 3)
    // By whole numbers: ⌈need (100 + margin) ÷ 100⌉.
    let wrong = try (1...1500).filter { need in
      let situation = SampleStock.situation(onHand: 0, means: [Double(need)])
      return try [5, 7, 15, 20].contains { margin in
        let exact = (need * (100 + margin) + 99) / 100
        return try OrderSuggestion(situation, margin: Double(margin)).quantity != exact
      }
    }
    #expect(wrong == [])
  }

  @Test(
    "Pack sizes that are missing, 0, 1 or negative are single units",
    arguments: [nil, 0, 1, -5]
  )
  func singleUnits(pack: Int?) throws {
    let situation = SampleStock.situation(onHand: 0, pack: pack, means: [7])
    #expect(try OrderSuggestion(situation, margin: 0).quantity == 7)
  }

  @Test("Enough stock needs nothing, negative stock is made up for, a short horizon is told")
  func edges() throws {
    let means = SampleStock.steady(10, days: 10)
    #expect(try OrderSuggestion(SampleStock.situation(onHand: 100, means: means)).quantity == 0)
    let negative = try OrderSuggestion(
      SampleStock.situation(onHand: -20, means: means),
      margin: 0
    )
    #expect(negative.quantity == 120 && negative.steps.missingDays == 20)
    #expect(try OrderSuggestion(SampleStock.situation(onHand: 0, means: [])).quantity == 0)
    let huge = SampleStock.situation(onHand: 0, pack: .max, means: [1e19, 1])
    #expect(try OrderSuggestion(huge).quantity == .max)
  }

  @Test("Margins outside 0–50 % are refused", arguments: [-0.1, 50.1, .infinity])
  func margins(margin: Double) throws {
    let situation = SampleStock.situation(onHand: 0, means: [1])
    #expect(throws: ReplenishmentError.marginOutsideRange(percent: margin)) {
      try OrderSuggestion(situation, margin: margin)
    }
    #expect(throws: ReplenishmentError.self) { try OrderSuggestion(situation, margin: .nan) }
    #expect(throws: ReplenishmentError.notPositive(.coverDays, 0)) {
      try OrderSuggestion(situation, coverDays: 0)
    }
    #expect(try OrderSuggestion(situation, margin: 50).steps.needWithMargin == 1.5)
  }

  @Test("More margin, more demand or more days never suggest less", arguments: 0..<80)
  func monotone(seed: Int) throws {
    var random = SeededDemand(seed: UInt64(seed))
    let situation = SampleStock.random(&random)
    let byMargin = try stride(from: 0.0, through: 50, by: 2.5).map { margin in
      try OrderSuggestion(situation, margin: margin).quantity
    }
    #expect(byMargin == byMargin.sorted())
    let byDays = try (1...60).map { try OrderSuggestion(situation, coverDays: $0).quantity }
    #expect(byDays == byDays.sorted())
    let byDemand = try [0.5, 0.9, 1, 1.000_1, 1.3, 4].map { factor in
      let grown = SampleStock.situation(
        onHand: situation.onHand,
        pack: situation.packSize,
        means: situation.demand.means.map { $0 * factor }
      )
      return try OrderSuggestion(grown).quantity
    }
    #expect(byDemand == byDemand.sorted())
    #expect(byMargin.allSatisfy { $0 % situation.packSize == 0 })
  }

  @Test("A reorder point is the lead time's demand and a safety stock")
  func reorderPoint() throws {
    // Mean 10 and sample variance 90 ÷ 89 × 4 over 90 days of 8 and 12.
    let demand = (0..<200).map { $0 < 110 ? 999 : $0 % 2 == 0 ? 8.0 : 12.0 }
    let point = try ReorderPoint(dailyDemand: demand, leadTimeDays: 4)
    #expect(point.days == 90 && point.meanDailyDemand == 10)
    let deviation = (360.0 / 89).squareRoot()
    #expect(abs(point.deviation - deviation) < 1e-12)
    #expect(point.leadDemand == 40)
    #expect(abs(point.safetyStock - 1.65 * deviation * 2) < 1e-12)
    #expect(abs(point.quantity - (40 + 3.3 * deviation)) < 1e-12)
    // 4, 6 and 8: mean 6, σ 2; 6 × 9 + 1.65 × 2 × 3.
    let short = try ReorderPoint(dailyDemand: [4, 6, 8], leadTimeDays: 9)
    #expect(abs(short.quantity - 63.9) < 1e-12)
    #expect(try ReorderPoint(dailyDemand: [2, -3, .nan]).meanDailyDemand == 2.0 / 3)
  }

  @Test("A reorder point needs two days, a lead time and a factor")
  func reorderPointErrors() {
    #expect(throws: ReplenishmentError.tooFewDays(1)) { try ReorderPoint(dailyDemand: [3]) }
    #expect(throws: ReplenishmentError.notPositive(.leadTime, 0)) {
      try ReorderPoint(dailyDemand: [3, 4], leadTimeDays: 0)
    }
    #expect(throws: ReplenishmentError.notPositive(.safetyFactor, -1)) {
      try ReorderPoint(dailyDemand: [3, 4], safetyFactor: -1)
    }
  }

  @Test("1200 a year, 50 an order, 5 a unit: 155")
  func economicOrderQuantity() throws {
    let order = try EconomicOrderQuantity(annualDemand: 1200, orderCost: 50, holdingCost: 5)
    #expect(order.quantity == 155)
    #expect(abs(order.exact - 154.919) < 1e-3)
    #expect(abs(order.ordersPerYear - 7.746) < 1e-3)
    // Orders and holding cost the same at the optimum: 387.30 each.
    #expect(abs(order.annualCost - 774.597) < 1e-3)
    #expect(abs(order.ordersPerYear * 50 - order.exact / 2 * 5) < 1e-9)
    let little = try EconomicOrderQuantity(annualDemand: 0.01, orderCost: 1, holdingCost: 5)
    #expect(little.quantity == 1)
  }

  @Test("An economic order quantity needs three figures above 0")
  func economicOrderQuantityErrors() {
    #expect(throws: ReplenishmentError.notPositive(.annualDemand, 0)) {
      try EconomicOrderQuantity(annualDemand: 0, orderCost: 50, holdingCost: 5)
    }
    #expect(throws: ReplenishmentError.notPositive(.orderCost, -1)) {
      try EconomicOrderQuantity(annualDemand: 1, orderCost: -1, holdingCost: 5)
    }
    #expect(throws: ReplenishmentError.notPositive(.holdingCost, .infinity)) {
      try EconomicOrderQuantity(annualDemand: 1, orderCost: 1, holdingCost: .infinity)
    }
  }
}
