import Analyses
import SemanticModel
import Testing
import Values

@testable import Assistant

/// Suppliers, margins and data quality in words, on the small demonstration shop.
@Suite("Suppliers, scenarios and sound data")
struct SupplierQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "et si je baisse le prix de 10 % ?", "what if I cut the price by 10%?",
        "{revenue analysed: simulation (price -0.1)}"
      ),
      (
        "que se passe-t-il si j'augmente les prix de 5 % avec 10 % de volume en moins en 2025 ?",
        "what happens if I raise prices by 5% with 10% less volume in 2025?",
        "{revenue | [2025-01-01, 2026-01-01) analysed: simulation (price 0.05, volume -0.1)}"
      ),
      (
        "et si les coûts d'achat augmentent de 8 % ?", "what if purchase costs rise by 8%?",
        "{revenue analysed: simulation (cost 0.08)}"
      ),
      (
        "et si je baisse les prix de 5 % à volume constant ?",
        "what if I cut prices by 5% at constant volume?",
        "{revenue analysed: simulation (price -0.05)}"
      ),
      ("simulation de marge à -5 %", "margin simulation at -5%", "{revenue analysed: simulation}"),
      (
        "quel est le meilleur fournisseur en privilégiant le délai ?",
        "who is the best supplier prioritising lead time?",
        "{product_count analysed: best_supplier (lead_time)}"
      ),
      (
        "compare les fournisseurs avec le prix à 60 %", "compare the suppliers, weight price 60%",
        "{product_count analysed: best_supplier (price 0.6)}"
      ),
      (
        "lance le contrôle qualité", "run the data quality check",
        "{product_count analysed: data_quality}"
      ),
      (
        "y a-t-il des doublons clients ?", "any duplicate customers?",
        "{product_count analysed: duplicate_records on customer}"
      ),
      (
        "combien de capital est immobilisé ?", "how much capital is tied up?",
        "{stock_value analysed: dormant_capital}"
      ),
      (
        "quels produits ont un stock qui a sauté brusquement ?",
        "which products had their stock jump suddenly?",
        "{snapshot_quantity analysed: stock_jumps on product}"
      ),
      (
        "variations brutales de stock le mois dernier", "sudden drops in stock last month",
        "{snapshot_quantity | [2026-02-01, 2026-03-01) analysed: stock_jumps}"
      ),
    ]
  )
  func parity(french: String, english: String, query: String) throws {
    try DemoAssistant.expect(query, from: french, english)
  }

  @Test("A price cut takes its share of the revenue, and all of it from the margin")
  func priceCut() throws {
    let answer = try DemoAssistant.ask("et si je baisse le prix de 10 % ?")
    let figures = answer.rows[0].compactMap(\.number)
    #expect(abs(figures[1] - figures[0] * 0.9) < 0.01)
    #expect(abs(figures[4] - (figures[1] - figures[0])) < 0.01)
    let whole = try DemoAssistant.ask("marge brute")
    #expect(abs((whole.rows[0][0].number ?? 0) - figures[2]) < 0.01)
  }

  @Test("Groups of a scenario add up to the whole; one without a change is asked back")
  func groups() throws {
    let whole = try DemoAssistant.ask("et si j'augmente les prix de 5 % ?")
    let groups = try DemoAssistant.ask("et si j'augmente les prix de 5 % par catégorie ?")
    let sum = groups.rows.reduce(0) { $0 + ($1[2].number ?? 0) }
    #expect(abs(sum - (whole.rows[0][1].number ?? 0)) < 0.01)
    #expect(try DemoAssistant.ask("simulation de marge").findings.map(\.name) == ["needs_change"])
  }

  @Test("The planted jump of purchase prices is found with its supplier and its day")
  func costJump() throws {
    let answer = try DemoAssistant.ask("un fournisseur a-t-il brutalement augmenté ses prix ?")
    #expect(answer.rows.first?[1] == .text("Werkzeug Brandt GmbH"))
    #expect(answer.rows.first?[2] == .text("2025-10-06"))
  }

  @Test("Shares of suppliers add up to all of the revenue")
  func dependency() throws {
    let answer = try DemoAssistant.ask("de quels fournisseurs dépendons-nous trop ?")
    let shares = answer.rows.compactMap { $0[2].number }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9 && shares == shares.sorted(by: >))
  }

  @Test("The demonstration has sound data, and what is asked of filters is refused")
  func quality() throws {
    let all = try DemoAssistant.ask("lance le contrôle qualité")
    #expect(all.findings.map(\.name) == ["score", "clean"] && all.rows.count > 100)
    let some = try DemoAssistant.ask("y a-t-il des doublons clients ?")
    #expect(some.findings.map(\.name) == ["clean"])
  }

  @Test("What no table records is said, with what is known instead")
  func unknown() throws {
    #expect(
      try DemoAssistant.ask("quel écart entre stock système et inventaire ?").findings.first?.name
        == "no_counts"
    )
    #expect(
      try DemoAssistant.ask("how much have alerts saved us?").findings.first?.name == "missing"
    )
  }
}
