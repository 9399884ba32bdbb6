import Assistant
import Interpretation
import SemanticModel
import Testing
import Values

/// Orders to the conversation itself, as people word them, and words that only look like one.
@Suite("What is asked of the conversation itself")
struct ConversationOrderTests {
  private static let orders: [(ConversationOrder, [String])] = [
    (
      .undo,
      [
        "annule", "annule ça stp", "hmm, undo that", "non annule ça", "reviens en arrière",
        "go back",
      ]
    ),
    (.restart, ["recommence", "nvm, start over", "on repart de zéro", "nouvelle conversation"]),
    (
      .explain(.method),
      [
        "comment as-tu calculé ça ?", "how did you get that number?", "c'est calculé comment ?",
        "t'as calculé ça comment",
      ]
    ),
    (
      .explain(.source),
      [
        "d'où vient ce chiffre ?", "where does this number come from", "ça sort d'où ?",
        "which tables did you use?",
      ]
    ),
    (
      .explain(.statement),
      [
        "montre-moi le SQL", "show me the SQL please", "can I see the query?",
        "tu peux m'afficher la requête SQL ?",
      ]
    ),
    (.reason, ["pourquoi ?", "and why?", "comment ça se fait ?", "how come?"]),
    (.elapsed, ["combien de temps ça a pris ?", "how long did that take?"]),
    (.chart, ["en graphique", "fais-moi un graphique", "plot it", "as a chart please"]),
    (.export(nil), ["exporte", "export it", "télécharge ça", "save that to a file"]),
    (
      .export(.workbook),
      [
        "exporte ça en Excel", "export it to a spreadsheet", "mets ça dans un fichier excel stp",
        "can you put this in a spreadsheet?",
      ]
    ),
    (.export(.csv), ["exporte en csv", "save it as csv", "en csv"]),
    (.export(.json), ["export as json"]), (.export(.markdown), ["exporte en markdown"]),
  ]

  @Test("orders", arguments: Self.orders)
  func taken(order: ConversationOrder, texts: [String]) throws {
    let conversation = Conversation(try DemoAssistant.assistant())
    for text in texts { #expect(conversation.order(text) == order, "\(text)") }
  }

  @Test(
    "questions about the data",
    arguments: [
      "CA par mois en 2025", "reviens à toute l'année", "le mois précédent ?",
      "pourquoi la marge a baissé en mars ?",
      "combien de retours", "ventes à l'export", "et en graphique par région", "the first one",
      "how many orders were cancelled?",
    ]
  )
  func questions(text: String) throws {
    #expect(Conversation(try DemoAssistant.assistant()).order(text) == nil)
  }

  @Test("the rows come along when a picture or a file is wanted, and the way when it is asked for")
  func answers() throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    #expect(conversation.ask("montre le SQL").talk == .nothingYet)
    let answer = conversation.ask("CA par canal en 2025")
    let file = conversation.ask("exporte ça en excel")
    #expect(file.talk == .request(.file(ending: "xlsx")) && file.rows == answer.rows)
    #expect(conversation.ask("show me the SQL").sql == answer.sql)
    #expect(conversation.ask("d'où vient ce chiffre ?").receipt.tables.contains("sales_history"))
    #expect(conversation.ask("et en 2024 ?").query?.keys == answer.query?.keys)
  }

  @Test("a new topic inherits nothing, another language tells the same")
  func openings() throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    let answer = conversation.ask("CA par canal en 2025")
    let english = conversation.ask("in English please")
    #expect(english.language == .english && english.query == answer.query)
    let other = conversation.ask("nouvelle question : marge brute en 2024")
    #expect(other.query?.description == "{gross_margin | [2024-01-01, 2025-01-01)}")
    #expect(other.carried == nil)
  }

  @Test("a list without figures has no best line, and says so instead of trapping")
  func noEnd() throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    #expect(conversation.ask("Which suppliers are based in Germany?").query?.measures == [])
    #expect(conversation.ask("which is the best?").status != .answered)
    #expect(conversation.ask("stock value").status == .answered)
  }

  @Test("a bare thing behind a question is asked about, a list that is wanted is given")
  func bareThings() throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    _ = conversation.ask("valeur du stock")
    #expect(conversation.ask("transporteurs").status == .clarification)
    #expect(conversation.ask("liste des fournisseurs").status == .answered)
    var asked = Conversation(try DemoAssistant.assistant())
    let question = asked.ask("combien de commandes le mois dernier ?")
    #expect(question.status == .clarification)
    #expect(asked.ask("fournisseur ?").status != .refused)
    #expect(asked.ask("combien de commandes le mois dernier ?").choices == question.choices)
    #expect(asked.ask("la 1").status == .answered)
    var fresh = Conversation(try DemoAssistant.assistant())
    #expect(fresh.ask("fournisseurs").status == .answered)
  }

  @Test("a follow-up on a question that got no answer is asked about")
  func lostThread() throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    _ = conversation.ask("CA par canal en 2025")
    #expect(conversation.ask("marge brute des zorglubs par région en 2024").status != .answered)
    let lost = conversation.ask("et par mois ?")
    #expect(lost.status == .clarification)
    #expect(conversation.ask("marge brute par région en 2024").status == .answered)
    #expect(conversation.ask("et par mois ?").status == .answered)
  }
}
