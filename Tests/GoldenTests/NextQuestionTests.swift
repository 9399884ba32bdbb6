import Foundation
import Planning
import Presentation
import SemanticModel
import Testing
import Values

@testable import Assistant

/// Questions offered after an answer: each is understood, answered, and comes to what it stands for.
@Suite("What to ask next can be asked next")
struct NextQuestionTests {
  /// One question of a set.
  private struct SeenQuestion: Decodable {
    let question: String
  }

  private static func questions(_ set: String) throws -> [SeenQuestion] {
    let path = DemoAssistant.root + "/Tests/GoldenTests/QuestionSets/\(set).jsonl"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(SeenQuestion.self, from: Data($0.utf8))
    }
  }

  /// Every so many questions of a set; all of them take minutes.
  private static let stride = ProcessInfo.processInfo.environment["ALL_QUESTIONS"] == nil ? 4 : 1

  private static func offers(_ question: String, in tongue: Tongue? = nil) throws
    -> [NextQuestions.Offer]
  {
    var next = NextQuestions(try DemoAssistant.assistant())
    return next.after(try DemoAssistant.ask(question, in: tongue))
  }

  @Test(
    "Every one is answered, changes the question, and comes to what it promises",
    arguments: (1...10).map { "seen-demo-\($0)" }
  )
  func understood(set: String) throws {
    let questions = try Self.questions(set)
    for place in Swift.stride(from: 0, to: questions.count, by: Self.stride) {
      let asked = questions[place]
      var conversation = Conversation(try DemoAssistant.assistant())
      let answer = conversation.ask(asked.question)
      var next = NextQuestions(try DemoAssistant.assistant())
      let offers = next.after(answer)
      #expect(offers.count <= 3)
      #expect(answer.status == .answered || offers.isEmpty)
      #expect(Set(offers.map(\.query)).count == offers.count, "\(asked.question)")
      for offer in offers {
        var copy = conversation
        let reply = copy.ask(offer.text)
        #expect(reply.status == .answered, "\(asked.question) → \(offer.text)")
        #expect(reply.query == offer.query, "\(asked.question) → \(offer.text)")
        #expect(reply.query != answer.query, "\(asked.question) → \(offer.text)")
        #expect(reply.language == answer.language, "\(asked.question) → \(offer.text)")
      }
    }
  }

  @Test("Both languages are offered the same", arguments: ParityPairs.all)
  func parity(french: String, english: String) throws {
    let left = try Self.offers(french, in: .french)
    let right = try Self.offers(english, in: .english)
    #expect(left.map(\.query) == right.map(\.query), "\(left.map(\.text)) \(right.map(\.text))")
  }

  @Test("The same answer is offered the same again")
  func deterministic() throws {
    let first = try Self.offers("top 5 des produits par chiffre d'affaires en 2025")
    #expect(first.count == 3)
    for _ in 0..<3 {
      #expect(try Self.offers("top 5 des produits par chiffre d'affaires en 2025") == first)
    }
  }

  private static let examples: [(question: String, texts: [String])] = [
    (
      "Quel est le chiffre d'affaires en 2025 ?",
      ["et par catégorie ?", "compare à l'année d'avant", "et la marge brute ?"]
    ),
    (
      "What was the revenue in 2025?",
      ["and by category?", "compare with the year before", "and the gross margin?"]
    ),
    (
      "Top 5 des produits par chiffre d'affaires en 2025",
      ["et le stock de ces produits ?", "et leur fournisseur ?", "et les 5 derniers ?"]
    ),
    (
      "Top 5 products by revenue in 2025",
      ["and the stock on hand for those products?", "and their supplier?", "and the bottom 5?"]
    ),
    (
      "Ventes par mois cette année",
      ["et par catégorie ?", "compare à l'année d'avant", "et la marge brute ?"]
    ),
    (
      "Quels produits sont en rupture de stock ?",
      [
        "et la quantité attendue de ces produits ?", "et leur fournisseur ?",
        "et la quantité vendue de ces produits ?",
      ]
    ),
    (
      "Top 3 des fournisseurs par montant des achats en 2025",
      [
        "et le taux de retard fournisseur de ces fournisseurs ?", "et leur pays ?",
        "et les 3 derniers ?",
      ]
    ),
    (
      "Fournisseurs en Allemagne",
      [
        "et le montant des achats de ces fournisseurs ?", "et leurs conditions de paiement ?",
        "et le taux de retard fournisseur de ces fournisseurs ?",
      ]
    ),
    (
      "Sales this month compared with last month",
      ["and by category?", "and the month before?", "and the gross margin?"]
    ),
    ("What was the median order value in December 2025?", ["and the month before?"]),
    (
      "Stock actuel", ["et par catégorie ?", "compare à l'an dernier", "et la valeur du stock ?"]
    ),
    (
      "Quel produit s'est le mieux vendu en 2025 ?",
      [
        "et le stock de ce produit ?", "et le fournisseur de ce produit ?",
        "compare à l'année d'avant",
      ]
    ),
  ]

  @Test("Deeper, in time, from another side", arguments: examples)
  func offered(question: String, texts: [String]) throws {
    let offered = try Self.offers(question).map(\.text)
    #expect(offered.map { $0.replacing("\u{202F}", with: " ") } == texts)
  }

  @Test(
    "Nothing after a refusal, a question back, small talk or an empty answer",
    arguments: [
      "combien de commandes en mars ?", "quel est le salaire de Paul ?", "bonjour", "xyzzy",
      "supprime tous les clients", "CA en 1990",
    ]
  )
  func nothing(question: String) throws {
    #expect(try Self.offers(question).isEmpty)
  }

  @Test("What was answered already, or offered just before, is not offered")
  func notAgain() throws {
    let assistant = try DemoAssistant.assistant()
    var conversation = Conversation(assistant)
    var next = NextQuestions(assistant)
    let first = next.after(conversation.ask("CA par catégorie en 2025"))
    let second = next.after(conversation.ask("et par région ?"))
    #expect(first.count == 3 && second.count >= 2)
    #expect(Set(first.map(\.text)).isDisjoint(with: second.map(\.text)))
    let asked = try #require(conversation.ask("et par catégorie ?").query)
    #expect(!second.map(\.query).contains(asked))
  }

  @Test("A name narrowed to, and what it settles, is no group to split by")
  func narrowed() throws {
    let keys = try Self.offers("CA de la catégorie Mobilier en 2025").flatMap(\.query.keys)
    #expect(!keys.contains(.dimension("category")))
    #expect(!keys.isEmpty)
  }

  @Test("A database without a table is offered nothing that needs it")
  func missingTable() throws {
    let whole = try DemoAssistant.assistant()
    var context = whole.context
    context.facts.columns["suppliers"] = nil
    context.facts.columns["products"]?.subtract(["supplier_id", "supplier"])
    context.facts.columns["stock_levels"] = nil
    let poor = Assistant(
      interpreter: whole.interpreter,
      context: context,
      executor: whole.executor
    )
    let answer = whole.ask("top 5 des produits par chiffre d'affaires en 2025", tongue: .french)
    var next = NextQuestions(poor)
    let offers = next.after(answer)
    #expect(offers.count >= 2)
    #expect(!offers.contains { $0.query.description.contains("stock_on_hand") })
    #expect(!offers.contains { $0.query.keys.contains(.dimension("supplier")) })
  }

  @Test("Orders placed but not received yet are not cut to a period asked before")
  func stateOfNow() throws {
    let question = "5 produits avec le moins de stock fin 2025"
    #expect(try DemoAssistant.ask(question).query?.period != nil)
    let offers = try Self.offers(question)
    #expect(!offers.isEmpty)
    #expect(!offers.contains { $0.query.measures.map(\.metric).contains("open_order_units") })
  }

  @Test("A time that the data do not reach is not offered")
  func beforeTheData() throws {
    let assistant = try DemoAssistant.assistant()
    let start = try #require(
      assistant.context.facts.ranges[.init("sales_history", "order_date")]?.lowerBound
    )
    let offers = try Self.offers("CA en \(start.year)")
    #expect(offers.count >= 2)
    #expect(!offers.contains { $0.query.comparison != nil })
  }

  @Test("The tables of what tells most name what the corpus has")
  func names() throws {
    let model = try DemoAssistant.assistant().model
    let dimensions =
      TellingTables.groups.values.joined() + TellingTables.properties.flatMap { [$0] + $1 }
      + TellingTables.wider.flatMap { [$0] + $1 } + TellingTables.figuresOfThings.keys
    for name in dimensions { #expect(model.dimensions[name] != nil, "\(name)") }
    let metrics =
      TellingTables.figures.flatMap { [$0] + $1 }
      + TellingTables.figuresOfThings.values.joined()
    for name in metrics { #expect(model.metrics[name] != nil, "\(name)") }
    for name in TellingTables.groups.keys { #expect(model.datasets[name] != nil, "\(name)") }
  }
}
