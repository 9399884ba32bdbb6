import SeedSupport
import Testing

@testable import Analytics

@Suite("What stands in one basket, and who bought the same")
struct BasketTests {
  private static let rows = [
    (0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 0), (3, 1), (3, 2), (4, 1), (4, 0), (4, 0),
  ].map { (basket: $0.0, thing: $0.1) }

  private let baskets = Baskets(rows: rows, basketCount: 5, thingCount: 3)

  @Test("Pairs by hand; a thing named twice is in its basket once")
  func pairs() {
    #expect(baskets.count == 5 && baskets.countOfSeveral == 4)
    #expect(baskets.counts == [4, 4, 2])
    #expect(
      baskets.pairs(inAtLeast: 1) == [
        ThingPair(first: 0, second: 1, together: 3), ThingPair(first: 0, second: 2, together: 1),
        ThingPair(first: 1, second: 2, together: 2),
      ]
    )
    #expect(baskets.pairs(inAtLeast: 3).count == 1)
    #expect(baskets.companions(of: [2]).counts == [1, 2, 0])
    #expect(baskets.companions(of: [2]).baskets == 2)
  }

  @Test("Support, confidence, lift and chance of four counts by hand")
  func measures() {
    let rule = AssociationRule(antecedent: 4, consequent: 4, together: 3, baskets: 5)
    #expect(rule.support == 0.6 && rule.confidence == 0.75)
    #expect(abs(rule.lift - 0.9375) < 1e-12)
    let even = AssociationRule(antecedent: 20, consequent: 20, together: 10, baskets: 40)
    #expect(abs(even.lift - 1) < 1e-12 && even.chance > 0.999)
    let bound = AssociationRule(antecedent: 20, consequent: 20, together: 20, baskets: 40)
    // G² is 80 ln 2, so the chance erfc(√27.7).
    #expect(bound.lift == 2 && bound.chance < 1e-12 && bound.chance > 0)
    #expect(AssociationRule(antecedent: 0, consequent: 0, together: 0, baskets: 0).lift == 0)
  }

  @Test("Things that have nothing to do with each other make no rule; a planted pair does")
  func rules() throws {
    var chance = SplitMix64(seed: 3)
    func baskets(planted: Bool) -> Baskets {
      var rows: [(basket: Int, thing: Int)] = []
      for basket in 0..<4_000 {
        for _ in 0..<3 { rows.append((basket, Int.random(in: 0..<30, using: &chance))) }
        if planted, basket.isMultiple(of: 40) { rows += [(basket, 30), (basket, 31)] }
      }
      return Baskets(rows: rows, basketCount: 4_000, thingCount: 32)
    }
    let plain = baskets(planted: false).rules(inAtLeast: 10)
    #expect(plain.tested > 100 && plain.useful.isEmpty && plain.mostFrequent != nil)
    let found = baskets(planted: true).rules(inAtLeast: 10)
    #expect(found.useful.map { [$0.first, $0.second].sorted() } == [[30, 31]])
    #expect(try #require(found.useful.first).measures.lift == 40)
  }

  @Test(
    "Two things foretell a third where neither does alone; where one suffices the other is left out"
  )
  func triples() throws {
    // 0 and 1 together come with 2 in 60 of 100 baskets, each alone in 100 of 1,000; 3 always comes with 4.
    var rows: [(basket: Int, thing: Int)] = []
    for basket in 0..<4_000 {
      let (hasFirst, hasSecond) = (basket < 1_000, 900 <= basket && basket < 1_900)
      if hasFirst { rows.append((basket, 0)) }
      if hasSecond { rows.append((basket, 1)) }
      let isBoth = hasFirst && hasSecond
      if isBoth ? basket % 5 < 3 : basket.isMultiple(of: 20) { rows.append((basket, 2)) }
      if basket.isMultiple(of: 7) { rows += [(basket, 3), (basket, 4)] }
    }
    let found = Baskets(rows: rows, basketCount: 4_000, thingCount: 5).tripleRules(inAtLeast: 10)
    let rule = try #require(found.useful.first)
    #expect(found.useful.count == 1 && found.tested > 1)
    #expect(rule.antecedent == [0, 1] && rule.consequent == 2)
    #expect(rule.measures.together == 60 && rule.measures.confidence == 0.6)
    // 60 with both and a twentieth of the 3,900 others: P(2) = 255 / 4,000.
    #expect(abs(rule.measures.lift - 0.6 / (255.0 / 4_000)) < 1e-9)
  }

  @Test("Triples by chance make no rule")
  func chanceTriples() {
    var chance = SplitMix64(seed: 5)
    let rows = (0..<3_000).flatMap { basket in
      (0..<5).map { _ in (basket: basket, thing: Int.random(in: 0..<12, using: &chance)) }
    }
    let found = Baskets(rows: rows, basketCount: 3_000, thingCount: 12).tripleRules(inAtLeast: 10)
    #expect(found.tested > 100 && found.useful.isEmpty)
  }

  @Test("More things than a triangle holds are counted the same")
  func sparse() {
    let rows = (0..<4_200).flatMap { thing in
      [(basket: thing / 2, thing: thing), (basket: 2_100 + thing / 2, thing: thing)]
    }
    let pairs = Baskets(rows: rows, basketCount: 4_200, thingCount: 4_200).pairs(inAtLeast: 2)
    #expect(pairs.count == 2_100)
    #expect(pairs.allSatisfy { $0.second == $0.first + 1 && $0.together == 2 })
  }

  @Test("Proposals and neighbours by hand")
  func matrix() throws {
    let rows = [(0, 0), (0, 1), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2), (3, 3)]
    let matrix = PurchaseMatrix(
      rows: rows.map { (customer: $0.0, thing: $0.1) },
      customerCount: 4,
      thingCount: 4
    )
    let proposal = try #require(matrix.proposals(for: 0).first)
    #expect(matrix.proposals(for: 0).count == 1 && proposal.thing == 2)
    #expect(proposal.nearest == 0 && proposal.sharedBuyers == 2)
    // cos 2/√6 of two buyers in common weighs a half, cos 1/2 of one a third.
    #expect(abs(proposal.score - (2 / 6.0.squareRoot() / 2 + 0.5 / 3)) < 1e-12)
    let neighbours = matrix.neighbours(of: 0)
    #expect(neighbours.map(\.customer) == [2, 1] && neighbours[1].cosine == 0.5)
    #expect(matrix.neighbours(of: 3).isEmpty && matrix.proposals(for: 3).isEmpty)
  }
}
