import Assistant
import Testing
import Values

@testable import Presentation

@Suite struct UnderwayTests {
  private func sentence(_ tongue: Tongue, _ units: Double, _ days: [String], late: Double = 0)
    -> String
  {
    let orders = Answer.Underway(
      units: units,
      first: days.first.map(day),
      last: days.last.map(day),
      overdue: late
    )
    var answer = answer(tongue, query(["units_sold"]), [[.real(1)]])
    answer.assumptions = [.underway(orders)]
    return Wording(answer, model: Shop.model).assumptions[0]
  }

  @Test func `orders under way are said with their days and what is overdue`() {
    #expect(
      sentence(.french, 1_200, ["2026-04-02"])
        == "1\u{202F}200 unités sont déjà en commande, attendues le 02/04/2026\u{202F}; la quantité à commander ne les déduit pas."
    )
    #expect(
      sentence(.french, 1, ["2026-04-02"])
        == "1 unité est déjà en commande, attendue le 02/04/2026\u{202F}; la quantité à commander ne la déduit pas."
    )
    #expect(
      sentence(.english, 120, ["2026-04-02", "2026-04-09"], late: 20)
        == "120 units are already on order, expected from 2 April 2026 to 9 April 2026, 20 of them overdue; the quantity to order does not deduct them."
    )
    #expect(
      sentence(.english, 5, [], late: 5)
        == "5 units are already on order, overdue; the quantity to order does not deduct them."
    )
    #expect(
      sentence(.english, 5, [])
        == "5 units are already on order; the quantity to order does not deduct them."
    )
  }
}
