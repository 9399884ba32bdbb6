import Assistant
import Diagnostics
import Interpretation
import Language
import Lessons
import Planning
import Presentation
import SemanticModel
import Testing
import Values

/// Lessons are told with absolute dates, noted after a yes and never else.
@Suite("Lessons in a conversation")
struct LessonDialogueTests {
  /// Runs nothing: these turns are about the journal.
  private struct NoRows: QueryExecutor {
    func run(_ sql: String, parameters: [Value], limit: Int) throws(Failure) -> QueryRows {
      QueryRows(rows: [], isTruncated: false)
    }
  }

  private let book = MemoryBook()

  private func assistant(_ book: MemoryBook) throws -> Assistant {
    let demo = try DemoAssistant.assistant()
    return Assistant(
      interpreter: demo.interpreter,
      context: demo.context,
      executor: NoRows(),
      book: book
    )
  }

  private func text(_ answer: Answer) throws -> String {
    Wording(answer, model: try DemoAssistant.assistant().model).text
  }

  @Test(
    "a yes notes it, in both languages",
    arguments: [
      (
        "ajoute le Black Friday le 28 novembre, x1,7", "oui", "le 28/11/2026", "multipliées par 1,7"
      ),
      (
        "add Black Friday on 28 November, times 1.7", "yes", "on 28 November 2026",
        "multiplied by 1.7"
      ),
      ("samedi c'était un match, n'en tiens pas compte", "oui", "le 28/03/2026", "(match)"),
      ("ignore last Saturday, it was a match", "go ahead", "on 28 March 2026", "(match)"),
      ("valide l'anomalie du 3 mars", "ok", "03/03/2026", "validée"),
      ("the anomaly of 3 March is normal", "yes", "3 March 2026", "ignored"),
    ]
  )
  func agreed(text said: String, yes: String, day: String, detail: String) throws {
    var conversation = Conversation(try assistant(book))
    let told = conversation.ask(said)
    #expect(told.status == .clarification)
    #expect(try text(told).contains(day))
    #expect(try text(told).contains(detail))
    #expect(try book.lessons() == [])
    let noted = conversation.ask(yes)
    #expect(noted.status == .answered)
    #expect(try book.lessons().count == 1)
    _ = conversation.ask(yes)
    #expect(try book.lessons().count == 1, "the same yes notes nothing twice")
  }

  @Test("anything but a yes notes nothing, and a new question is answered for itself")
  func notAgreed() throws {
    for other in ["non", "no", "CA en 2025", "oui mais le 3 mars", "", "'; DROP TABLE x; --", "1"] {
      var conversation = Conversation(try assistant(book))
      _ = conversation.ask("ajoute le Black Friday le 28 novembre, x1,7")
      let answer = conversation.ask(other)
      if other == "CA en 2025" { #expect(answer.query != nil) }
      _ = conversation.ask("oui")
      #expect(try book.lessons() == [], "\(other)")
    }
  }

  @Test("asked once, nothing waits: the answer says which command notes it")
  func oneShot() throws {
    let answer = try assistant(book).ask("ajoute le Black Friday le 28 novembre, x1,7")
    #expect(answer.status == .clarification)
    #expect(try text(answer).contains("optiflow learn event 'Black Friday' 2026-11-28 1.7 --yes"))
    var conversation = Conversation(try assistant(book), isWaiting: false)
    _ = conversation.ask("ajoute le Black Friday le 28 novembre, x1,7")
    _ = conversation.ask("oui")
    #expect(try book.lessons() == [])
  }

  @Test(
    "what makes no sense is refused or asked about, with the next step",
    arguments: [
      ("ajoute le Black Friday le 28 novembre x0", "n'a pas de sens"),
      ("ajoute le Black Friday le 28 novembre x-1", "n'a pas de sens"),
      ("add Black Friday on 28 November, x1000", "makes no sense"),
      ("ajoute le Black Friday le 28 novembre", "Par combien"),
      ("ajoute la braderie, x2", "De quel jour"),
      ("ignore samedi prochain", "encore à venir"),
      ("ignore le 3 mars 2001", "hors des données"),
      ("ignore 2025", "trop de jours"),
      ("change le multiplicateur du Carnaval à 2", "ne connais pas"),
      ("ajoute un événement le 5 juin x2", "s'appelle l'événement"),
      ("ajoute le Black Friday le 28 novembre 2030, x2", "ne vont que jusqu'au"),
      ("annule la dernière leçon", "pas de telle leçon"),
      ("marque l'alerte comme traitée", "De quel produit"),
    ]
  )
  func problems(said: String, expected: String) throws {
    var conversation = Conversation(try assistant(book))
    let answer = conversation.ask(said)
    let told = try text(answer)
    #expect(told.contains(expected), "\(told)")
    #expect(answer.status == .clarification || answer.status == .refused)
    _ = conversation.ask("oui")
    #expect(try book.lessons() == [])
  }

  @Test("a change takes the days that the event has already")
  func changed() throws {
    var conversation = Conversation(try assistant(book))
    #expect(
      try text(conversation.ask("change le multiplicateur du Black Friday à 2")).contains(
        "27/11/2026"
      )
    )
    _ = conversation.ask("oui")
    _ = conversation.ask("ajoute le Black Friday le 28 novembre x3")
    _ = conversation.ask("oui")
    #expect(
      try text(conversation.ask("passe le multiplicateur du Black Friday à 4")).contains(
        "28/11/2026"
      )
    )
    _ = conversation.ask("oui")
    #expect(try book.lessons().events.map(\.multiplier) == [4])
  }

  @Test("undoing asks too, and the list says who taught what and when")
  func undo() throws {
    var conversation = Conversation(try assistant(book))
    _ = conversation.ask("ignore samedi")
    _ = conversation.ask("oui")
    #expect(try text(conversation.ask("annule la dernière leçon")).contains("leçon 1"))
    #expect(try book.lessons().filter(\.isInForce).count == 1)
    _ = conversation.ask("oui")
    #expect(try book.lessons().filter(\.isInForce).isEmpty)
    let list = try text(conversation.ask("qu'as-tu appris ?"))
    #expect(list.contains("par ana, 2026-03-31 10:00:00, annulée 2026-03-31 11:00:00"))
  }

  @Test("a failure to write is said, and nothing is noted")
  func failure() throws {
    let fault = Failure(.environment, code: "x.y", french: "Plein.", english: "Full.")
    var conversation = Conversation(try assistant(MemoryBook(failing: fault)))
    _ = conversation.ask("ignore samedi")
    let answer = conversation.ask("oui")
    #expect(answer.status == .error)
    #expect(try text(answer).contains("Plein."))
  }

  @Test(
    "hostile texts are told as they stand, without what steers terminals, and not at any length"
  )
  func hostile() throws {
    var conversation = Conversation(try assistant(book))
    _ = conversation.ask("ajoute l'événement \"x'); DROP TABLE a;--\u{1B}[31m\u{7}\" le 5 juin, x2")
    _ = conversation.ask("oui")
    let names = try book.lessons().events.map(\.name)
    #expect(names.count == 1)
    #expect(names.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    let long = conversation.ask(
      "ajoute " + String(repeating: "Foire ", count: 200_000) + "le 5 juin, x2"
    )
    #expect(long.status != .clarification)
    #expect(try book.lessons().count == 1)
  }
}

/// What was dealt with is no longer among what there is to do.
@Suite("Handled alerts in answers")
struct HandledAlertTests {
  /// Keeps what it was given to run.
  private struct Recorder: QueryExecutor {
    func run(_ sql: String, parameters: [Value], limit: Int) throws(Failure) -> QueryRows {
      QueryRows(rows: [], isTruncated: false)
    }
  }

  private let book = MemoryBook()

  private func assistant() throws -> Assistant {
    let demo = try DemoAssistant.assistant()
    return Assistant(
      interpreter: demo.interpreter,
      context: demo.context,
      executor: Recorder(),
      book: book
    )
  }

  private func handle(_ product: Value, status: String?) throws {
    let day = try #require(CalendarDay(iso: "2026-03-31"))
    let taught = TaughtProduct(id: product, name: "Lampe")
    _ = try book.note(.alertHandled(HandledAlert(product: taught, day: day, status: status)))
  }

  private func isLeftOut(_ question: String, _ product: Value) throws -> Bool {
    let answer = try assistant().ask(question)
    return answer.parameters.contains(product)
      && answer.assumptions.contains { $0.isOfAlerts }
  }

  @Test(
    "it leaves the list until the status changes, and comes back when undone",
    arguments: ["quels produits sont à commander ?", "which products are to order?"]
  )
  func toOrder(question: String) throws {
    let product = Value.integer(987_654)
    book.setState(AlertState(status: "CRITIQUE", isRecorded: false), of: product)
    #expect(try !isLeftOut(question, product))
    try handle(product, status: "CRITIQUE")
    #expect(try isLeftOut(question, product))
    book.setState(AlertState(status: "ATTENTION", isRecorded: false), of: product)
    #expect(try !isLeftOut(question, product))
    book.setState(AlertState(status: "CRITIQUE", isRecorded: false), of: product)
    _ = try book.undo(nil)
    #expect(try !isLeftOut(question, product))
  }

  @Test("recorded alerts up to that day leave the active ones; states are told with a remark")
  func recorded() throws {
    let product = Value.integer(987_654)
    book.setState(AlertState(status: "CRITIQUE", isRecorded: true), of: product)
    try handle(product, status: "CRITIQUE")
    #expect(try isLeftOut("alertes actives", product))
    #expect(try isLeftOut("how many active alerts?", product))
    let critical = try assistant().ask("produits critiques")
    #expect(!critical.parameters.contains(product))
    #expect(critical.assumptions.contains { $0.isOfAlerts })
    #expect(try assistant().ask("CA en 2025").assumptions.allSatisfy { !$0.isOfAlerts })
  }

  @Test("events that were taught are said where events or their days are told")
  func events() throws {
    let day = try #require(CalendarDay(iso: "2026-04-28"))
    let event = TaughtEvent(name: "Braderie", days: day...day, multiplier: 2, scope: .everything)
    _ = try book.note(.event(event))
    for (question, isSaid) in [
      ("événements à venir", true), ("which events are coming?", true),
      ("prévision des ventes en avril", true), ("prévision des ventes en juin", false),
      ("CA en 2025", false),
    ] {
      let said = try assistant().ask(question).assumptions.contains(.taughtEvents([event]))
      #expect(said == isSaid, "\(question)")
    }
  }
}

extension Answer.Assumption {
  /// Whether it tells of alerts that were dealt with.
  fileprivate var isOfAlerts: Bool {
    if case .handledAlerts = self { true } else { false }
  }
}
