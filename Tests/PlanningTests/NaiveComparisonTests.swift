import Planning
import SemanticModel
import Testing
import Values

@Suite("SQL and loops over the rows give the same answers")
struct NaiveComparisonTests {
  @Test("Random queries on random shops", arguments: 1...12)
  func random(seed: Int) throws {
    let tables = ShopGenerator.shop(seed: UInt64(100 + seed), sales: 180)
    // Every third shop has columns without types, as in files made by hand.
    let shop = try ShopDatabase(tables, untyped: seed % 3 == 0)
    let naive = NaiveEvaluator(shop: NaiveShop(tables))
    var queries = RandomQuery(seed: UInt64(seed))
    var empty = 0
    for number in 1...40 {
      let query = queries.query()
      let found = try shop.rows(query)
      let expected = naive.rows(query)
      if expected.allSatisfy({ $0.allSatisfy { $0.isNull || $0.number == 0 } }) { empty += 1 }
      let isSame = found.count == expected.count && zip(found, expected).allSatisfy { same($0, $1) }
      #expect(
        isSame,
        "seed \(seed), query \(number): \(query)\n\(found.prefix(8))\n\(expected.prefix(8))"
      )
      guard isSame else {
        Issue.record("\(try shop.planner.plan(query).sql)")
        return
      }
    }
    #expect(empty < 20, "most queries must have something to say")
  }

  private func same(_ left: [Value], _ right: [Value]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { one, two in
        guard let number = one.number, let other = two.number else { return one == two }
        return abs(number - other) <= 1e-9 * max(1, abs(number))
      }
  }

  @Test("The judge itself can say no: another figure is told apart")
  func judge() throws {
    let tables = ShopGenerator.shop(seed: 1)
    let naive = NaiveEvaluator(shop: NaiveShop(tables))
    let rows = naive.rows(Query("revenue", by: [.dimension("category")]))
    #expect(rows.count > 2)
    #expect(rows != naive.rows(Query("gross_margin", by: [.dimension("category")])))
    #expect(
      naive.rows(Query("units_sold", where: [.named("category", "Meubles")]))
        != naive.rows(Query("units_sold"))
    )
  }
}
