import SemanticModel
import Testing
import Values

@testable import Assistant

/// Figures told without what was returned, on the small demonstration shop.
@Suite("Without the returns")
struct NetOfReturnsTests {
  @Test(
    "Said in the question, in either language",
    arguments: [
      (
        "CA hors retours en 2025", "revenue excluding returns in 2025",
        "{net_revenue | [2025-01-01, 2026-01-01)}"
      ),
      (
        "quantité vendue sans les retours par région", "units sold without returns by region",
        "{net_units_sold by region}"
      ),
      (
        "CA net des retours en 2025", "revenue net of returns in 2025",
        "{net_revenue | [2025-01-01, 2026-01-01)}"
      ),
    ]
  )
  func asked(french: String, english: String, query: String) throws {
    try DemoAssistant.expect(query, from: french, english)
  }

  @Test("As a change of the question before, of every figure told; it is revenue less refunds")
  func followUp() throws {
    var talk = Conversation(try DemoAssistant.assistant())
    let gross = try #require(talk.ask("CA et remboursements en 2025").rows.first)
    _ = talk.ask("CA en 2025")
    let net = talk.ask("sans les retours")
    let expected = (gross[0].number ?? 0) - (gross[1].number ?? 0)
    #expect(abs((net.rows.first?.first?.number ?? 0) - expected) < 0.001)
    _ = talk.ask("combien de clients par région ?")
    #expect(talk.ask("sans les retours").status == .clarification)
  }
}
