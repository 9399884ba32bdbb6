import Testing

@testable import Analytics

@Suite("When customers order again, and who comes back")
struct PurchaseRhythmTests {
  @Test("The share of waits that last longer, by hand; an open wait counts while it is seen")
  func survival() {
    let curve = SurvivalCurve([
      .init(length: 1, isOver: true), .init(length: 2, isOver: false),
      .init(length: 3, isOver: true),
    ])
    #expect(curve.share(beyond: 0.5) == 1)
    #expect(abs(curve.share(beyond: 2) - 2.0 / 3) < 1e-12)
    #expect(curve.share(beyond: 3) == 0)
    #expect(curve.length(leaving: 0.5) == 3 && curve.length(leaving: 0.7) == 1)
    let open = SurvivalCurve([.init(length: 1, isOver: true), .init(length: 5, isOver: false)])
    #expect(open.length(leaving: 0.2) == nil, "half never came back")
  }

  @Test("Who orders every ten days does so again; who has been silent for twice as long does not")
  func regular() throws {
    let histories = [PurchaseRhythm.History](
      repeating: .init(waits: [10, 10, 10], silence: 5),
      count: 30
    )
    let rhythm = try #require(PurchaseRhythm(histories))
    #expect(rhythm.meanWait == 10 && rhythm.medianWait == 10 && rhythm.waitCount == 90)
    #expect(rhythm.usualWait(of: histories[0]) == 10)
    #expect(rhythm.days(until: 0.5, histories[0]) == 5)
    #expect(rhythm.chanceOfNoOrder(histories[0], within: 4) == 1)
    #expect(rhythm.chanceOfNoOrder(histories[0], within: 10) == 0)
    let silent = PurchaseRhythm.History(waits: [10, 10], silence: 20)
    #expect(rhythm.chanceOfNoOrder(silent, within: 30) == 1)
    #expect(rhythm.days(until: 0.5, silent) == nil)
  }

  @Test("A customer without a second order has the rhythm of all; one with many has his own")
  func usual() throws {
    let others = [PurchaseRhythm.History](repeating: .init(waits: [20, 20], silence: 1), count: 20)
    let rhythm = try #require(PurchaseRhythm(others))
    #expect(rhythm.usualWait(of: .init(waits: [], silence: 3)) == 20)
    let own = rhythm.usualWait(of: .init(waits: [5, 5, 5, 5, 5, 5, 5, 5], silence: 3))
    #expect(own == (40 + 2 * 20) / 10)
    #expect(PurchaseRhythm([.init(waits: [3], silence: 1)]) == nil, "too few waits")
  }

  @Test("Retention by hand; a unit that has not passed is unknown")
  func retention() {
    let retention = Retention([[1, 2, 4], [1], [3, 2], [9]], until: 4)
    #expect(retention.cohorts.map(\.start) == [1, 2])
    #expect(
      retention.cohorts[0].active == [2, 1, 0, 1] && retention.cohorts[0].rate(after: 1) == 0.5
    )
    #expect(retention.cohorts[1].active == [1, 1, 0] && retention.cohorts[1].rate(after: 3) == nil)
    #expect(abs((retention.rate(after: 1) ?? 0) - 2.0 / 3) < 1e-12)
    #expect(
      Retention([], until: 3).cohorts.isEmpty && Retention([], until: 3).rate(after: 1) == nil
    )
  }
}
