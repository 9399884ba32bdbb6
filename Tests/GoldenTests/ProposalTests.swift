import Foundation
import Interpretation
import Language
import Rewording
import SemanticModel
import Synchronization
import Testing
import Values

@testable import Assistant
@testable import Presentation

/// A model that says what a test wants, and remembers what it was asked.
private final class Parrot: LanguageModel {
  let name = "parrot"
  private let said: String
  private let asked = Mutex<[String]>([])

  init(_ said: String) { self.said = said }

  var requests: [String] { asked.withLock { $0 } }

  func reply(
    to request: ModelRequest,
    by end: ContinuousClock.Instant,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ModelFault) -> String {
    asked.withLock { $0.append(request.messages.map(\.content).joined(separator: "\n")) }
    return said
  }
}

/// Questions that the rules do not understand, and a model that says what they mean.
@Suite("What a model reads in a question is asked about, or dropped")
struct ProposalTests {
  private static func prompt() throws -> Prompt {
    let path = DemoAssistant.root + "/prompts/understand.md"
    return try Prompt(PromptFile(String(contentsOfFile: path, encoding: .utf8)))
  }

  private static func understanding(_ model: any LanguageModel) throws -> ModelUnderstanding {
    ModelUnderstanding(ModelLine(model, timeout: .seconds(300)), prompt: try prompt())
  }

  /// The demonstration's assistant with a model beside it.
  private static func assistant(_ help: any UnderstandingHelp) throws -> Assistant {
    let plain = try DemoAssistant.assistant()
    return Assistant(
      interpreter: plain.interpreter,
      context: plain.context,
      executor: plain.executor,
      computed: plain.computed,
      book: plain.book,
      intuition: plain.intuition,
      help: help
    )
  }

  /// A question that may be about anything that the tests below name.
  private static func question(_ tongue: Tongue = .french) -> UnclearQuestion {
    func items(_ ids: String...) -> [ProposalScope.Item] { ids.map { .init(id: $0, noun: $0) } }
    var scope = ProposalScope()
    scope.figures = items(
      "revenue",
      "gross_margin",
      "margin_rate",
      "stock_on_hand",
      "orders",
      "purchases"
    )
    scope.groups = items(
      "category",
      "region",
      "product",
      "supplier",
      "subcategory",
      "payment_method",
      "city"
    )
    scope.states = items("out_of_stock", "discounted")
    scope.analyses = items("drivers", "decomposition", "dashboard")
    let year = CalendarDay(iso: "2025-01-01").map { Period(.year, containing: $0) }
    let month = CalendarDay(iso: "2026-02-01").map { Period(.month, containing: $0) }
    scope.times = [("t1", year), ("last_month", month)].compactMap { id, period in
      period.map { ProposalScope.Time(id: id, words: id, period: $0) }
    }
    scope.numbers = [5, 20, 1_000, 15]
    return UnclearQuestion(text: "…", tongue: tongue, scope: scope)
  }

  /// What comes of a reply.
  private static func outcome(_ reply: String, _ tongue: Tongue = .french) throws -> String {
    let help = try understanding(Parrot(reply))
    let proposal = try help.proposal(for: question(tongue), by: DemoAssistant.assistant())
    return try #require(proposal?.question ?? help.counts.keys.first)
  }

  // MARK: - What is proposed

  /// A reply, and the question that it is put into in both languages.
  struct Case: CustomTestStringConvertible, Sendable {
    let reply: String
    let french: String
    let english: String

    var testDescription: String { french }
  }

  static let cases = [
    Case(
      reply: #"{"figures":["revenue"],"by":["region"],"time":"t1"}"#,
      french: "chiffre d'affaires par région en 2025",
      english: "revenue by region in 2025"
    ),
    Case(
      reply: """
        {"figures":["revenue"],"analysis":"none","by":["product"],"filters":[],"states":[],
         "conditions":[],"time":"last_month","compare":"none","sort":"descending","limit":5}
        """,
      french: "chiffre d'affaires par produit en février 2026 (5 premiers)",
      english: "revenue by product in February 2026 (top 5)"
    ),
    Case(
      reply:
        #"```json\#n{"figures":["gross_margin"],"filters":[{"dimension":"category","is":true,"value":"mobilier"}]}\#n```"#,
      french: "marge brute de la catégorie Mobilier sur tout l'historique",
      english: "gross margin for category Mobilier over the whole history"
    ),
    Case(
      reply:
        #"<think>what is it?</think>{"figures":["orders"],"by":["month"],"time":"t1","compare":"year_before"}"#,
      french: "nombre de commandes clients par mois en 2025 (comparaison avec 2024)",
      english: "number of customer orders by month in 2025 (compared with 2024)"
    ),
    Case(
      reply:
        #"{"figures":["margin_rate"],"by":["category"],"conditions":[{"figure":"margin_rate","operator":"<","number":20}]}"#,
      french:
        "taux de marge dont le taux de marge est inférieur à 20\u{202F}% par catégorie sur tout l'historique",
      english: "margin rate with margin rate below 20% by category over the whole history"
    ),
    Case(
      reply: #"{"by":["product"],"states":["out_of_stock"]}"#,
      french: "produits en rupture",
      english: "products out of stock"
    ),
    Case(
      reply: #"{"figures":["revenue"],"analysis":"decomposition"}"#,
      french: "décomposition saisonnière du chiffre d'affaires sur tout l'historique",
      english: "seasonal decomposition of the revenue over the whole history"
    ),
  ]

  @Test("A reply is put into a question that the rules read as it was meant", arguments: cases)
  func proposed(_ example: Case) throws {
    let (french, english) = try (
      Self.outcome(example.reply), Self.outcome(example.reply, .english)
    )
    #expect(french == example.french, "\(french)")
    #expect(english == example.english, "\(english)")
  }

  // MARK: - What is dropped

  static let dropped: [(reply: String, outcome: String)] = [
    ("", "refused_form"),
    ("{", "refused_form"),
    ("Le chiffre d'affaires est de 12 €.", "refused_form"),
    ("これは売上です", "refused_form"),
    ("SELECT * FROM customers", "refused_form"),
    (#"{"sql":"SELECT * FROM customers"}"#, "refused_form"),
    (#"{"figures":"revenue"}"#, "refused_form"),
    (#"{"figures":["revenue"],"figures":["orders"]}"#, "refused_form"),
    (#"{"figures":["revenue"],"compare":"year_before"}"#, "refused_form"),
    (#"{"figures":["revenue"],"by":["day","week","month","year"]}"#, "refused_form"),
    (#"{"figures":["revenue"],"by":["region"],"limit":1.5}"#, "refused_number"),
    (#"{"figures":[]}"#, "refused_nothing"),
    ("{}", "refused_nothing"),
    (#"{"figures":["SUM(sales.quantity)"]}"#, "refused_unknown_id"),
    (#"{"figures":["revenue"],"by":["customer"]}"#, "refused_unknown_id"),
    (#"{"figures":["revenue"],"by":["email"]}"#, "refused_unknown_id"),
    (#"{"figures":["revenue"],"by":["sales_history"]}"#, "refused_unknown_id"),
    (#"{"figures":["revenue"],"time":"2025-01-01"}"#, "refused_unknown_id"),
    (
      #"{"figures":["revenue"],"conditions":[{"figure":"revenue","operator":"OR 1=1 --","number":5}]}"#,
      "refused_unknown_id"
    ),
    (#"{"figures":["revenue"],"by":["region"],"limit":7}"#, "refused_number"),
    (
      #"{"figures":["revenue"],"by":["region"],"conditions":[{"figure":"revenue","operator":">","number":99}]}"#,
      "refused_number"
    ),
    (
      #"{"figures":["revenue"],"filters":[{"dimension":"category","is":true,"value":"Zorglub"}]}"#,
      "refused_value"
    ),
    (
      #"{"figures":["revenue"],"filters":[{"dimension":"category","is":true,"value":"x' OR 1=1 --"}]}"#,
      "refused_value"
    ),
    (#"{"figures":["stock_on_hand"],"by":["region"]}"#, "refused_unreachable"),
    (#"{"figures":["revenue"],"by":["product","day"]}"#, "refused_too_large"),
  ]

  @Test(
    "Whatever is not one of the things offered, or cannot be told, is dropped",
    arguments: dropped
  )
  func refused(_ example: (reply: String, outcome: String)) throws {
    let outcome = try Self.outcome(example.reply)
    #expect(outcome == example.outcome, "\(outcome): \(example.reply)")
  }

  // MARK: - What a model may know

  @Test("It is told names of the corpus and the question, no name of the data, nothing of persons")
  func scope() throws {
    let parrot = Parrot("{}")
    let text = "combien de brouzoufs on a glané sur le mobilier selon le coin le mois passé"
    let answer = try Self.assistant(Self.understanding(parrot)).ask(text)
    #expect(answer.status == .refused)
    let request = try #require(parrot.requests.first)
    #expect(request.contains(text))
    #expect(request.contains("category: catégorie") && request.contains("t1: le mois passé"))
    for dimension in try DemoAssistant.assistant().model.dimensions.values
    where dimension.isPersonal {
      #expect(!request.contains("\n\(dimension.name):"))
    }
    for name in ["Île-de-France", "Mobilier de jardin", "sales_history"] {
      #expect(!request.contains(name), "\(name)")
    }
    #expect(request.utf8.count < 8_000)
  }

  // MARK: - What may be asked about

  @Test(
    "Questions that are not understood are helped with; wishes to write, missing data, yes and talk are not",
    arguments: [
      ("combien de brouzoufs on a glané selon le coin", 1), ("zorglub bidule machin", 1),
      ("supprime toutes les commandes", 0), ("stock par région", 0), ("oui", 0), ("bonjour", 0),
      ("aucune de celles-ci", 0), ("chiffre d'affaires en 2025", 0), ("", 0),
      (String(repeating: "brouzoufs ", count: 100), 0),
    ]
  )
  func asked(_ question: String, _ count: Int) throws {
    let parrot = Parrot("{}")
    _ = try Self.assistant(Self.understanding(parrot)).ask(question, tongue: .french)
    #expect(parrot.requests.count == count)
  }

  // MARK: - Conversations

  private static let unclear = (
    french: "combien de brouzoufs on a glané sur le mobilier selon le coin le mois passé",
    english: "how much moolah did we glean on mobilier in every region nook last month"
  )
  private static let reply = """
    {"figures":["revenue"],"by":["region"],"time":"last_month",
     "filters":[{"dimension":"category","is":true,"value":"Mobilier"}]}
    """

  @Test(
    "Only a yes computes what is proposed",
    arguments: [
      ("oui", true), ("Oui, c'est ça", true), ("1", true), ("non", false), ("2", false),
      ("aucune de celles-ci", false), ("aucune", false),
    ]
  )
  func confirmed(_ reply: String, _ isComputed: Bool) throws {
    var conversation = Conversation(try Self.assistant(Self.understanding(Parrot(Self.reply))))
    let asked = conversation.ask(Self.unclear.french)
    #expect(asked.status == .clarification && asked.sql == nil && asked.rows.isEmpty)
    #expect(asked.proposal?.model == "parrot" && asked.choices.count == 2)
    let answer = conversation.ask(reply)
    #expect((answer.status == .answered) == isComputed, "\(answer.status)")
    if isComputed {
      let question = "chiffre d'affaires de la catégorie Mobilier par région en février 2026"
      #expect(answer.question == question)
      #expect(answer.rows == (try DemoAssistant.ask(question)).rows && !answer.rows.isEmpty)
      #expect(conversation.ask("et en janvier 2026 ?").status == .answered)
    } else {
      #expect(answer.reason == .declined)
      #expect(conversation.ask("oui").status != .answered)
    }
  }

  @Test("In English too, and a question of its own behind it is none to it")
  func other() throws {
    let help = try Self.understanding(Parrot(Self.reply))
    var conversation = Conversation(try Self.assistant(help))
    let asked = conversation.ask(Self.unclear.english)
    #expect(
      asked.choices.map(\.label) == [
        "revenue for category Mobilier by region in February 2026", "none of these",
      ]
    )
    let other = conversation.ask("gross margin by region in 2024")
    #expect(other.query?.measures.map(\.metric) == ["gross_margin"])
    #expect(conversation.ask("yes").status != .answered)
    #expect(help.counts == ["proposed": 1])
  }

  @Test(
    "Gone through again, a conversation asks no model: a yes is to what was shown, or to nothing"
  )
  func again() throws {
    let parrot = Parrot(Self.reply)
    let assistant = try Self.assistant(Self.understanding(parrot))
    var conversation = Conversation(assistant.rereading)
    #expect(conversation.ask(Self.unclear.french).status == .refused)
    #expect(conversation.ask("oui").status != .answered)
    #expect(parrot.requests.isEmpty)
  }

  // MARK: - How much can be said

  @Test(
    "Most plain queries of the question sets can be proposed: their words are read as they are meant"
  )
  func sayable() throws {
    let assistant = try DemoAssistant.assistant()
    var (count, said) = (0, 0)
    var missed: [String] = []
    for number in 1...10 {
      let path = DemoAssistant.root + "/Tests/GoldenTests/QuestionSets/seen-demo-\(number).jsonl"
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      for line in lines.enumerated().filter({ $0.offset.isMultiple(of: 4) }).map(\.element) {
        guard let text = try JSONReader.read(String(line))["question"]?.text else { continue }
        let utterance = assistant.utterance(text)
        guard let query = assistant.query(utterance), query.isAsked(by: query) else { continue }
        count += 1
        let texts = QuestionWords(query, utterance.tongue, model: assistant.model).texts
        let isSaid = texts.contains { text in
          assistant.query(asking: text, in: utterance.tongue).map(query.isAsked) ?? false
        }
        if isSaid { said += 1 } else { missed.append(texts[0]) }
      }
    }
    #expect(count > 80 && said * 100 >= count * 80, "\(said) of \(count): \(missed)")
  }
}
