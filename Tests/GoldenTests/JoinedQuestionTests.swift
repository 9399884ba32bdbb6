import Language
import SemanticModel
import Testing
import Values

@testable import Assistant
@testable import Interpretation
@testable import Presentation

@Suite("Several questions in one sentence")
struct JoinedQuestionTests {
  private static func joined(
    _ text: String,
    _ tongue: Tongue = .french
  ) throws -> JoinedQuestions {
    let now = try #require(CalendarDay(iso: "2026-03-31"))
    return JoinedQuestions(Utterance(text, clock: Clock(now: now), tongue: tongue))
  }

  private static func parts(_ text: String, _ tongue: Tongue = .french) throws -> [String] {
    try joined(text, tongue).parts.map(\.text)
  }

  @Test(
    "A sentence is cut where a second question begins",
    arguments: [
      (
        "qui sont nos champions et qui perd-on ?",
        ["qui sont nos champions", "qui perd-on"]
      ),
      (
        "quelle est la marge ? Et quels produits se vendent ensemble ?",
        ["quelle est la marge", "quels produits se vendent ensemble"]
      ),
      (
        "En 2025, quels produits baissent et quels clients perd-on ?",
        ["En 2025, quels produits baissent", "En 2025, quels clients perd-on"]
      ),
    ]
  )
  func cut(text: String, parts: [String]) throws {
    #expect(try Self.parts(text) == parts)
  }

  @Test(
    "What only goes on from the first question is no question of its own",
    arguments: [
      "quels clients ont acheté du papier et combien en reste-t-il ?",
      "quels clients ont acheté en 2025 et qui n'ont rien pris depuis ?",
      "les clients qui ont acheté en 2025 et qui ont acheté en 2026",
      "quels sont nos fournisseurs et combien leur doit-on ?",
      "combien de commandes en avril, et pour quel montant ?",
      "which products are late and how many of each?",
      "stock par produit, fournisseur, entrepôt",
    ]
  )
  func whole(text: String) throws {
    #expect(try !Self.joined(text).areWhole)
  }

  @Test("A part of what was counted is counted as well")
  func countAndPart() throws {
    #expect(
      try Self.parts("combien d'alertes actives et combien sont critiques ?")
        == ["combien d'alertes actives", "combien d'alertes actives critiques"]
    )
    #expect(
      try Self.parts("how many products do we have and how many of them are dormant?", .english)
        == ["how many products do we have", "how many products do we have dormant"]
    )
    #expect(try Self.parts("combien de références et combien d'unités en stock ?").count == 2)
  }

  @Test(
    "Both questions are answered, in either language",
    arguments: [
      ("qui sont nos champions et qui perd-on ?", Tongue.french),
      ("who are our champions and which customers are we losing?", .english),
    ]
  )
  func champions(question: String, tongue: Tongue) throws {
    let answer = try DemoAssistant.ask(question, in: tongue)
    #expect(answer.query?.description == "{by customer where rfm_segment=Champions}")
    #expect(answer.further.map { $0.query?.analysis?.name } == ["churn"])
    #expect(answer.question == question)
    let model = try DemoAssistant.assistant().model
    let text = Renderer.render(answer, model: model, format: .text)
    #expect(text.contains("▸ "))
    let object = AnswerJSON.object(answer, model: model)
    #expect(object["further"]?.items?.count == 1)
    #expect(Renderer.message(answer, model: model).contains("▸ "))
    let csv = Renderer.render(answer, model: model, format: .csv)
    #expect(!csv.contains("▸"))
  }

  @Test("Plain figures stand in one row, each in its own time")
  func beside() throws {
    let answer = try DemoAssistant.ask("quel est le CA de 2025 et quel est le stock actuel ?")
    #expect(answer.further.isEmpty)
    let revenue = try DemoAssistant.ask("CA de 2025").rows
    let stock = try DemoAssistant.ask("stock actuel").rows
    #expect(answer.rows == [revenue[0] + stock[0]])
  }

  @Test("One reading that tells everything is kept")
  func kept() throws {
    let answer = try DemoAssistant.ask("combien avons-nous vendu et quel est le stock ?")
    #expect(answer.further.isEmpty)
    let short = try DemoAssistant.ask("how many SKUs and customers are in the system?")
    #expect(short.query?.description == "{product_count, customer_count}")
  }

  @Test("The only time said is that of both")
  func sharedTime() throws {
    let answer = try DemoAssistant.ask(
      "Which products sold the most and which customers bought the most in 2025?"
    )
    let periods = ([answer] + answer.further).map { $0.query?.period?.start?.iso }
    #expect(periods == ["2025-01-01", "2025-01-01"])
  }

  @Test("A part that must be asked back or has no data says so beside the other")
  func mixed() throws {
    let answer = try DemoAssistant.ask(
      "combien de produits dormants et qui est notre meilleur fournisseur ?"
    )
    #expect(answer.status == .answered)
    #expect(answer.further.map(\.status) == [.clarification])
  }

  @Test("What is counted is asked back once, and the choice counts its part as well")
  func askedOnce() throws {
    let answer = try DemoAssistant.ask(
      "how many orders did we have in 2025 and how many of those were late?"
    )
    #expect(answer.status == .clarification && answer.further.isEmpty)
    let choice = try #require(answer.choices.first { $0.label == "customer orders" })
    #expect(choice.question.hasSuffix("and how many of those were late?"))
    let chosen = try DemoAssistant.ask(choice.question)
    #expect(chosen.rows.first?.count == 2)
  }

  @Test("A conversation goes on from the question said last")
  func followUp() throws {
    var conversation = try Conversation(DemoAssistant.assistant())
    _ = conversation.ask("quels produits sont dormants et quels clients perd-on ?", tongue: nil)
    #expect(conversation.last?.query?.analysis?.name == "churn")
  }
}
