import Analyses
import SemanticModel
import Testing
import Values

@testable import Assistant

/// Deliveries foretold in words, on the small demonstration shop.
@Suite("Deliveries that are to come")
struct DeliveryQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "quand arrivera la commande 7 ?", "when will order 7 arrive?",
        "{delivery_time where customer_order=7 analysed: delivery_prediction}"
      ),
      (
        "ma commande 7 arrivera quand ?", "in how many days will order #7 arrive?",
        "{delivery_time where customer_order=7 analysed: delivery_prediction}"
      ),
      (
        "quelle date promettre au client à 90 % ?",
        "what date should we promise with 90% certainty?",
        "{delivery_time analysed: delivery_prediction (level 0.9)}"
      ),
      (
        "et si on l'envoie en Express ?", "what if we ship it Express?",
        "{delivery_time where ship_mode=Express analysed: delivery_prediction}"
      ),
      (
        "quelles commandes sont à haut risque de retard ?",
        "which orders are at high risk of delay?",
        "{late_rate analysed: delivery_risk on customer_order}"
      ),
      (
        "pourquoi y a-t-il des retards ?", "why are there delays?",
        "{delivery_time analysed: delay_factors}"
      ),
      (
        "écart moyen entre délai prédit et réel", "average gap between predicted and real delay",
        "{delivery_time analysed: delivery_accuracy}"
      ),
    ]
  )
  func parity(french: String, english: String, query: String) throws {
    try DemoAssistant.expect(query, from: french, english)
  }

  @Test("The carrier that is late is found to drive the delays")
  func drivers() throws {
    let answer = try DemoAssistant.ask("qu'est-ce qui cause les retards par transporteur ?")
    #expect(answer.rows.first?.first == .text("Transvallée"))
  }

  @Test("An order nobody placed is said to be none; a follow-up takes another one")
  func unknownOrder() throws {
    var talk = Conversation(try DemoAssistant.assistant())
    #expect(
      talk.ask("quand arrivera la commande 99999999 ?").findings.map(\.name) == ["unknown_order"]
    )
    let first = talk.ask("quand arrivera la commande 7 ?")
    #expect(first.rows.count == 1)
    let other = talk.ask("et la commande 8 ?")
    #expect(other.rows.count == 1 && other.rows != first.rows)
  }

  @Test("« pourquoi » with a change still asks for what a change is made of")
  func change() throws {
    let answer = try DemoAssistant.ask("pourquoi le taux de retard a augmenté en mars ?")
    #expect(answer.query?.analysis?.name == "drivers")
  }

  @Test("An order's number makes no order to change anything")
  func noWrite() throws {
    #expect(try DemoAssistant.ask("commande 20 climatiseurs").reason == .writeRequest)
    #expect(try DemoAssistant.ask("où en est la commande 7 ?").reason != .writeRequest)
  }
}
