import Analyses
import Planning
import SemanticModel
import Testing
import Values

@testable import Assistant

/// Orders within a budget and drafts for suppliers, on the small demonstration shop.
@Suite("Orders are put together from what is suggested")
struct OrderAnalysisTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "Je n'ai que 1 000, que commander ?", "I only have 1,000, what should I order?",
        "{order_quantity analysed: budgeted_order of 1000.0}"
      ),
      (
        "que commander avec 800 € de budget ?", "what should we order with $800?",
        "{order_quantity analysed: budgeted_order of 800.0}"
      ),
      (
        "optimise la commande avec un budget de 2 000 euros",
        "optimise the order with a budget of 2,000 euros",
        "{order_quantity analysed: budgeted_order of 2000.0}"
      ),
      ("optimise la commande", "optimise the order", "{order_quantity analysed: budgeted_order}"),
      (
        "prépare la commande de tous les produits critiques",
        "draft the order for critical products",
        "{order_quantity where critical_products analysed: purchase_draft}"
      ),
      (
        "que commander pour moins de 500 € jusqu'au 15 mai avec 10 % de marge ?",
        "what should we order with 500 euros until 15 May with a 10% margin?",
        "{order_quantity_until+0.1 | [2026-04-01, 2026-05-16) analysed: budgeted_order of 500.0}"
      ),
    ]
  )
  func parity(french: String, english: String, query: String) throws {
    try DemoAssistant.expect(query, from: french, english)
  }

  @Test("A budget is never passed, and more money avoids no less loss")
  func budget() throws {
    var avoided = 0.0
    for budget in [200, 500, 1_000, 5_000] {
      let answer = try DemoAssistant.ask("que commander avec \(budget) € ?")
      let cost = try #require(answer.columns.firstIndex { $0.role == .computed("cost") })
      let loss = try #require(answer.columns.firstIndex { $0.role == .computed("loss_avoided") })
      let spent = answer.rows.reduce(0) { $0 + ($1[cost].number ?? 0) }
      let saved = answer.rows.reduce(0) { $0 + ($1[loss].number ?? 0) }
      #expect(spent <= Double(budget) && saved >= avoided - 1e-6)
      avoided = saved
    }
  }

  @Test("The drafts of all suppliers hold what is to be ordered, to the unit")
  func drafts() throws {
    let drafts = try DemoAssistant.ask("prépare les bons de commande")
    let column = try #require(drafts.columns.firstIndex { $0.role == .computed("quantity") })
    let units = drafts.rows.reduce(0) { $0 + ($1[column].number ?? 0) }
    let total = try DemoAssistant.ask("quantité à commander au total")
    #expect(units > 0 && units == total.rows.first?.first?.number)
    let suppliers = drafts.rows.map { $0[0].text ?? "" }
    #expect(suppliers == suppliers.sorted(), "one supplier after the other")
  }

  @Test("The steps to the quantity for one product come to it; a number in its name is no year")
  func steps() throws {
    let answer = try DemoAssistant.ask(
      "Combien de climatiseurs mobiles Polaire 9000 commander jusqu'au 31 mai avec 20 % de marge ?"
    )
    #expect(answer.query?.period?.description == "[2026-04-01, 2026-06-01)")
    let steps = Dictionary(
      uniqueKeysWithValues: answer.steps.map { ($0.metric, $0.value.number ?? 0) }
    )
    let forecast = try #require(steps["forecast_units"])
    let stock = try #require(steps["stock_on_hand"])
    let pack = max(1, steps["pack_size"] ?? 1)
    let needed = max(0, forecast - stock) * 1.2
    let packs = (needed / pack).rounded(.up)
    #expect(answer.rows.first?.first?.number == packs * pack)
    let several = try DemoAssistant.ask("quantité à commander de la catégorie Jardin")
    #expect(several.steps.isEmpty, "sums of steps are no steps of sums")
  }

  @Test("A time that an order cannot cover is named, not dropped")
  func past() throws {
    #expect(try DemoAssistant.ask("que commander jusqu'au 31 mai 2024 ?").status == .refused)
  }

  @Test(
    "A margin that no order can have is refused with the ones it can",
    arguments: [
      "combien de climatiseurs commander avec 80 % de marge ?",
      "how many climatiseurs to order with a 60% margin?",
    ]
  )
  func margin(question: String) throws {
    let answer = try DemoAssistant.ask(question)
    guard case .marginOutside(let margin)? = answer.reason else {
      Issue.record("\(question): \(String(describing: answer.reason))")
      return
    }
    #expect(answer.status == .refused && margin > 50)
  }

  @Test("What an event changes is asked, and nothing to be changed")
  func change() throws {
    let asked = try DemoAssistant.ask("que change le Black Friday dans la prévision ?")
    #expect(asked.query?.measures.first?.metric == "measured_effect")
    #expect(try DemoAssistant.ask("change le prix du ventilateur à 20").reason == .writeRequest)
  }

  @Test("Without a sum of money it is asked for, with what all would cost")
  func withoutBudget() throws {
    let answer = try DemoAssistant.ask("optimise la commande")
    #expect(answer.findings.map(\.name) == ["needs_budget"] && answer.rows.isEmpty)
  }
}
