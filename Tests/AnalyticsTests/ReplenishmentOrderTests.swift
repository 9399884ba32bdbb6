import Testing

@testable import Analytics

@Suite("Orders under a budget, and drafts")
struct ReplenishmentOrderTests {
  /// Ten are sold a day, the lead time is 5 days: of a stock of 10 n, 10 (5 − n) are at risk.
  private func candidate(
    _ name: String,
    onHand: Double,
    quantity: Int,
    pack: Int = 1,
    price: Double? = 20,
    cost: Double? = 10,
    volume: Double? = nil,
    supplier: String? = nil
  ) -> OrderCandidate {
    let situation = StockSituation(
      product: SampleStock.key(name),
      supplier: supplier.map(SampleStock.key),
      onHand: onHand,
      leadTimeDays: 5,
      packSize: pack,
      unitPrice: price,
      unitCost: cost,
      unitVolume: volume,
      demand: DailyDemand(means: SampleStock.steady(10, days: 30))
    )
    return OrderCandidate(situation, quantity: quantity)
  }

  @Test("Money goes to the most loss avoided a unit of it, and the rest is told")
  func byLoss() throws {
    let order = try BudgetedOrder(
      [
        candidate("Cher", onHand: 0, quantity: 100, price: 20, cost: 16),
        candidate("Bon", onHand: 20, quantity: 60, price: 40, cost: 10),
        candidate("Calme", onHand: 90, quantity: 40),
      ],
      budget: 700
    )
    // Bon: 30 units at risk for 300. Cher: 400 buy 25 of its 50. Then nothing is left for the rest.
    #expect(order.lines.map(\.product.name) == ["Bon", "Cher"])
    #expect(order.lines.map(\.quantity) == [30, 25] && order.lines.map(\.wanted) == [60, 100])
    #expect(order.lines.map(\.cost) == [300, 400] && order.moneyLeft == 0)
    #expect(order.lines.map(\.lossAvoided) == [1200, 500])
    #expect(order.lines.map(\.lossLeft) == [0, 500])
    #expect(order.lines.map(\.daysCovered) == [5, 2.5])
    #expect(order.lines.map(\.limit) == [.budget, .budget])
    #expect(order.leftOut.map(\.product.name) == ["Calme"])
    #expect(order.leftOut.map(\.limit) == [.budget] && order.leftOut.map(\.cost) == [400])
    #expect(order.lossAvoided == 1700 && order.lossLeft == 500)
    #expect(order.fullCost == 600 + 1600 + 400 && order.deficit == 1900)
  }

  @Test("What is left after all losses goes to what lasts the fewest days")
  func rest() throws {
    let order = try BudgetedOrder(
      [
        candidate("A", onHand: 90, quantity: 10),
        candidate("B", onHand: 60, quantity: 10),
        candidate("C", onHand: 40, quantity: 30),
      ],
      budget: 450
    )
    // C: 10 at risk, then its 20 more, as it lasts 5 days; B 10 more; A 5.
    #expect(order.lines.map(\.product.name) == ["C", "B", "A"])
    #expect(order.lines.map(\.quantity) == [30, 10, 5])
    #expect(order.lines.map(\.limit) == [nil, nil, .budget])
    let all = try BudgetedOrder([candidate("A", onHand: 0, quantity: 8)], budget: 1000)
    let endless = candidate("A", onHand: 0, quantity: .max, pack: 7)
    #expect(try BudgetedOrder([endless], budget: 1e5).lines.map(\.quantity) == [9996])
    #expect(all.lines.map(\.quantity) == [8] && all.moneyLeft == 920 && all.deficit == 0)
  }

  @Test("Only whole packs are bought, and another product may fit where one does not")
  func packs() throws {
    let order = try BudgetedOrder(
      [
        candidate("Gros", onHand: 0, quantity: 90, pack: 25, price: 50),
        candidate("Petit", onHand: 0, quantity: 20, pack: 5),
      ],
      budget: 620
    )
    // Gros is rounded up to 100; 2 packs of 250 cover its 50 at risk; 2 packs of 50 of Petit fit in 120.
    #expect(order.lines.map(\.quantity) == [50, 10] && order.lines.map(\.wanted) == [100, 20])
    #expect(order.moneyLeft == 20)
  }

  @Test("A limit of volume holds too, and says so")
  func volume() throws {
    let order = try BudgetedOrder(
      [
        candidate("A", onHand: 0, quantity: 50, volume: 0.1),
        candidate("B", onHand: 0, quantity: 50, price: 15, volume: 2),
        candidate("C", onHand: 0, quantity: 50),
      ],
      budget: 10_000,
      volumeLimit: 6
    )
    #expect(order.lines.map(\.product.name) == ["A"])
    #expect(order.lines.map(\.quantity) == [50] && order.volumeUsed == 5)
    #expect(order.leftOut.map(\.product.name) == ["C", "B"])
    #expect(order.leftOut.map(\.limit) == [.unknownVolume, .volume])
  }

  @Test("Costs and prices that are missing are told or come last")
  func missing() throws {
    let order = try BudgetedOrder(
      [
        candidate("Sans coût", onHand: 0, quantity: 5, cost: nil),
        candidate("Coût nul", onHand: 0, quantity: 5, cost: 0),
        candidate("Sans prix", onHand: 0, quantity: 5, price: nil),
        candidate("Rien", onHand: 0, quantity: 0),
        candidate("Tout", onHand: 0, quantity: 5),
      ],
      budget: 70
    )
    #expect(order.lines.map(\.product.name) == ["Tout", "Sans prix"])
    #expect(order.lines.map(\.quantity) == [5, 2])
    #expect(order.leftOut.map(\.product.name) == ["Coût nul", "Sans coût"])
    #expect(order.leftOut.allSatisfy { $0.limit == .unknownCost && $0.cost == nil })
  }

  @Test("Ties go by name, whatever the order of the products")
  func ties() throws {
    let products = ["C", "A", "B"].map { candidate($0, onHand: 0, quantity: 50) }
    let order = try BudgetedOrder(products, budget: 600)
    #expect(order.lines.map(\.product.name) == ["A", "B"])
    #expect(try BudgetedOrder(products.reversed(), budget: 600) == order)
  }

  @Test("Budgets and limits that are not above 0 are refused", arguments: [0, -5, .nan, .infinity])
  func errors(figure: Double) {
    #expect(throws: ReplenishmentError.self) { try BudgetedOrder([], budget: figure) }
    #expect(throws: ReplenishmentError.self) {
      try BudgetedOrder([], budget: 1, volumeLimit: figure)
    }
  }

  @Test("No budget is ever exceeded, nor more bought than wanted", arguments: 0..<200)
  func laws(seed: Int) throws {
    var random = SeededDemand(seed: UInt64(1000 + seed))
    let candidates = try (0..<12).map { index in
      let situation = SampleStock.random(&random, name: "P\(index)")
      return OrderCandidate(situation, quantity: try OrderSuggestion(situation).quantity)
    }
    let budget = 0.01 + 8000 * random.unit()
    let order = try BudgetedOrder(candidates, budget: budget)
    #expect(order.spent <= budget + 1e-6)
    #expect(order.lines.allSatisfy { $0.quantity <= $0.wanted && $0.quantity > 0 })
    #expect(order.lines.count + order.leftOut.count == candidates.count { $0.quantity > 0 })
    let more = try BudgetedOrder(candidates, budget: 1e9)
    #expect(more.lossAvoided >= order.lossAvoided - 1e-6)
    #expect(more.lines.allSatisfy { $0.limit == nil })
    // Of what is not bought wholly, no pack would still fit.
    let sizes = Dictionary(grouping: candidates, by: \.product).mapValues { $0[0].packSize }
    for line in order.lines where line.limit == .budget {
      #expect(Double(sizes[line.product, default: 0]) * line.unitCost > order.moneyLeft)
    }
  }

  @Test("Loss avoided is near the best for a budget", arguments: 0..<40)
  func nearBest(seed: Int) throws {
    var random = SeededDemand(seed: UInt64(3000 + seed))
    let candidates = (0..<4).map { index in
      candidate(
        "P\(index)",
        onHand: (50 * random.unit()).rounded(),
        quantity: 50,
        pack: 10,
        price: 10 + 40 * random.unit(),
        cost: 5 + 10 * random.unit()
      )
    }
    let budget = 200 + 1500 * random.unit()
    let found = try BudgetedOrder(candidates, budget: budget).lossAvoided
    var best = 0.0
    for code in 0..<1296 {
      let packs = [code % 6, code / 6 % 6, code / 36 % 6, code / 216]
      let pairs = zip(candidates, packs)
      let cost = pairs.reduce(0) { $0 + Double($1.1 * 10) * ($1.0.unitCost ?? 0) }
      guard cost <= budget else { continue }
      best = max(best, pairs.reduce(0) { $0 + $1.0.lossAvoided(by: $1.1 * 10) })
    }
    #expect(found >= 0.75 * best && found <= best + 1e-6)
  }

  @Test("One draft a supplier, by name, with totals; unknown suppliers last")
  func drafts() throws {
    let lines = [
      candidate("Z", onHand: 0, quantity: 3, supplier: "Nord"),
      candidate("A", onHand: 0, quantity: 2, cost: nil, supplier: "Nord"),
      candidate("B", onHand: 0, quantity: 4),
      candidate("C", onHand: 0, quantity: 0, supplier: "Vide"),
      candidate("D", onHand: 0, quantity: 1, cost: 2.5, supplier: "Est"),
    ].map { DraftLine($0) }
    let drafts = DraftOrder.grouped(lines)
    #expect(drafts.map(\.supplier?.name) == ["Est", "Nord", nil])
    #expect(drafts.map(\.total) == [2.5, 30, 40] && drafts.map(\.units) == [1, 5, 4])
    #expect(drafts.map(\.linesWithoutCost) == [0, 1, 0])
    #expect(drafts[1].lines.map(\.product.name) == ["A", "Z"])
    #expect(DraftOrder.grouped([]) == [])
    let budgeted = try BudgetedOrder(
      [candidate("D", onHand: 0, quantity: 9, supplier: "Est")],
      budget: 50
    )
    let draft = DraftOrder.grouped(budgeted.lines.map(\.draft))
    #expect(draft.map(\.total) == [50] && draft.map(\.units) == [5])
  }
}
