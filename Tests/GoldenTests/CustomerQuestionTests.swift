import Analyses
import SemanticModel
import Testing
import Values

@testable import Assistant

/// Customers and recommendations asked in words, on the small demonstration shop, whose "now" is 31 March 2026.
@Suite("Customers, baskets and what to offer")
struct CustomerQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "Quelles catégories sont achetées ensemble en 2025 ?",
        "Which categories are bought together in 2025?",
        "{orders by category | [2025-01-01, 2026-01-01) analysed: association_rules}"
      ),
      (
        "Regroupe mes clients en 4 groupes", "Cluster my customers into 4 groups",
        "{revenue analysed: customer_clusters in 4.0}"
      ),
      (
        "Y a-t-il des clients atypiques ?", "Are there atypical customers?",
        "{revenue analysed: unusual_customers}"
      ),
      (
        "Quels clients risquent de partir ?", "Which customers are likely to leave?",
        "{orders analysed: churn}"
      ),
      (
        "Que faire des clients à risque ?", "What should we do with at-risk customers?",
        "{revenue where rfm_segment=À risque analysed: segment_actions}"
      ),
      (
        "Quels bons clients n'achètent plus ?", "Which good customers have stopped buying?",
        "{revenue analysed: lapsed_customers}"
      ),
      (
        "Que dois-je faire aujourd'hui ?", "What should I do today?",
        "{revenue analysed: daily_decisions}"
      ),
      (
        "Où sont nos groupes de clients ?", "Where are our customer groups?",
        "{revenue analysed: customer_places}"
      ),
      ("rétention par cohorte", "cohort retention", "{orders analysed: retention}"),
      (
        "Quels produits mettre en promotion ?", "Which products should I put on promotion?",
        "{stock_on_hand analysed: promotion_candidates}"
      ),
    ]
  )
  func parity(french: String, english: String, query: String) throws {
    let assistant = try DemoAssistant.assistant()
    for (text, tongue) in [(french, Tongue.french), (english, .english)] {
      var read = assistant.query(assistant.utterance(text, in: tongue))
      // « today » is when it is asked, and a list may be cut.
      read?.limit = nil
      if read?.analysis?.name == "daily_decisions" { read?.period = nil }
      #expect(read?.description == query, "\(text)")
    }
  }

  @Test("What the demonstration shop plants is found: what goes with an air conditioner")
  func planted() throws {
    let answer = try DemoAssistant.ask("Que proposer avec un climatiseur ?")
    #expect(answer.query?.analysis?.name == "cross_sell")
    #expect(answer.rows.first?.first == .text("Kit de calfeutrage pour fenêtre"))
    let english = try DemoAssistant.ask("What should I offer with an air conditioner?")
    #expect(english.rows == answer.rows)
  }

  @Test("A class of customers is averaged over its customers, in both languages")
  func meanOfClass() throws {
    let french = try DemoAssistant.ask("Quel est le CA moyen des clients à risque ?")
    let english = try DemoAssistant.ask("What is the average revenue of at-risk customers?")
    let figures = [french, english].compactMap { $0.rows.first?.last?.number }
    #expect(figures.count == 2 && abs(figures[0] - figures[1]) < 0.01)
  }

  @Test(
    "One customer's profile, next order and proposals; without a name the customer is asked for"
  )
  func oneCustomer() throws {
    let best = try DemoAssistant.ask("Quel est notre meilleur client ?")
    let name = try #require(best.rows.first?.first?.text)
    for (question, finding) in [
      ("Résume le client \(name)", "summary"), ("Summarise customer \(name)", "summary"),
      ("Que recommander à \(name) ?", "proposals"), ("Quand \(name) va-t-il recommander ?", "next"),
      ("Quels clients ressemblent à \(name) ?", "similar"), ("Résume le client", "needs_customer"),
    ] {
      let answer = try DemoAssistant.ask(question)
      #expect(answer.findings.first?.name == finding, "\(question)")
    }
  }

  @Test("VIPs have five orders, returning customers two")
  func counts() throws {
    let customers = try DemoAssistant.ask("combien de clients avec au moins 5 commandes ?")
    let vips = try DemoAssistant.ask("Combien de clients VIP ?")
    #expect(vips.query?.filters.map(\.description) == ["vip_customers"])
    #expect(vips.rows.first?.first?.number == customers.rows.first?.first?.number)
    let returning = try DemoAssistant.ask("how many returning customers?")
    #expect(returning.query?.filters.map(\.description) == ["returning_customers"])
  }
}
