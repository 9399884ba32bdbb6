import Assistant
import Interpretation
import Language
import Lessons
import SemanticModel
import Testing
import Values

@testable import Commands

/// What sentences teach, in both languages, and which sentences teach nothing.
@Suite("Sentences that teach")
struct LessonSentenceTests {
  /// A draft in short: kind, name, days, multiplier, thing and reason.
  private static func short(_ wish: LessonWish?) -> String? {
    switch wish {
    case nil: return nil
    case .list: return "list"
    case .undo(let id): return "undo" + (id.map { " \($0)" } ?? "")
    case .teach(let draft):
      let kind =
        switch draft.kind {
        case .exceptionalDays: "day"
        case .event(let isChange): isChange ? "change" : "event"
        case .anomaly(let verdict): verdict.rawValue
        case .alertHandled: "handled"
        }
      let days = draft.days.map { "\($0.start?.iso ?? "")/\($0.lastDay?.iso ?? "")" }
      let parts = [
        draft.name, days, draft.multiplier.map { "x\($0)" }, draft.thing?.words,
        draft.reason.isEmpty ? nil : "(\(draft.reason))",
        draft.unexplained.isEmpty ? nil : "?" + draft.unexplained.joined(separator: " "),
      ]
      return ([kind] + parts.compactMap { $0 }).joined(separator: " ")
    }
  }

  private func read(_ text: String) throws -> String? {
    let clock = Clock(now: try #require(CalendarDay(iso: "2026-03-31")))
    return Self.short(
      try DemoAssistant.assistant().interpreter.lessonWish(Utterance(text, clock: clock))
    )
  }

  @Test(
    "days that were not as others",
    arguments: [
      ("Samedi c'était un match, n'en tiens pas compte", "day 2026-03-28/2026-03-28 (match)"),
      ("Saturday was a match, ignore it", "day 2026-03-28/2026-03-28 (match)"),
      ("ignore last Saturday, it was a match", "day 2026-03-28/2026-03-28 (match)"),
      ("ignore la journée de samedi", "day 2026-03-28/2026-03-28"),
      ("le 14 juillet était exceptionnel", "day 2025-07-14/2025-07-14"),
      ("14 July was exceptional", "day 2025-07-14/2025-07-14"),
      ("peux-tu ignorer le 3 mars ?", "day 2026-03-03/2026-03-03"),
      ("can you ignore 3 March?", "day 2026-03-03/2026-03-03"),
      ("on 3 March we were closed, don't count it", "day 2026-03-03/2026-03-03"),
      ("le 3 mars le magasin était fermé", "day 2026-03-03/2026-03-03"),
      ("ne tiens pas compte du 3 mars pour le mobilier", "day 2026-03-03/2026-03-03 mobilier"),
      (
        "la semaine dernière était exceptionnelle à cause de la grève",
        "day 2026-03-23/2026-03-29 (grève)"
      ),
      (
        "the week of 2 March was exceptional because of a strike",
        "day 2026-03-02/2026-03-08 (strike)"
      ),
      ("n'apprends rien du 3 au 5 mars (inventaire)", "day 2026-03-03/2026-03-05 (inventaire)"),
      ("note that 14 July was an unusual day", "day 2025-07-14/2025-07-14"),
    ]
  )
  func exceptional(text: String, expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "events and their multipliers",
    arguments: [
      (
        "ajoute le Black Friday le 28 novembre, x1,7",
        "event Black Friday 2026-11-28/2026-11-28 x1.7"
      ),
      (
        "add Black Friday on 28 November, times 1.7",
        "event Black Friday 2026-11-28/2026-11-28 x1.7"
      ),
      ("Black Friday le 28 novembre ×1.7", "event Black Friday 2026-11-28/2026-11-28 x1.7"),
      (
        "ajoute la fête du quartier le 5 juin, +30 %",
        "event fête du quartier 2026-06-05/2026-06-05 x1.3"
      ),
      ("add the school fair on 5 June, 30% more", "event school fair 2026-06-05/2026-06-05 x1.3"),
      (
        "ajoute Noël le 25 décembre x1,5 pour le mobilier",
        "event Noël 2026-12-25/2026-12-25 x1.5 mobilier"
      ),
      ("ajoute l'événement \"Jour J\" le 6 juin x3", "event Jour J 2026-06-06/2026-06-06 x3.0"),
      (
        "prends en compte la braderie du 5 au 7 juin : 50 % de ventes en plus",
        "event braderie 2026-06-05/2026-06-07 x1.5"
      ),
      ("ajoute le 14 juillet, x0,8", "event 14 juillet 2026-07-14/2026-07-14 x0.8"),
      ("change le multiplicateur du Black Friday à 2", "change Black Friday x2.0"),
      ("set the Black Friday multiplier to 2", "change Black Friday x2.0"),
      ("mets le Black Friday à x2", "change Black Friday x2.0"),
      ("ajoute le Black Friday", "event Black Friday"),
      ("ajoute un événement le 5 juin x2", "event 2026-06-05/2026-06-05 x2.0"),
    ]
  )
  func events(text: String, expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "anomalies, alerts, and the journal itself",
    arguments: [
      ("valide l'anomalie du 3 mars", "validated 2026-03-03/2026-03-03"),
      (
        "mark the 15 September anomaly as a promotion",
        "validated 2025-09-15/2025-09-15 (promotion)"
      ),
      ("cette anomalie est normale", "ignored"), ("ignore this anomaly", "ignored"),
      ("l'anomalie du 3 mars est une fausse alerte", "ignored 2026-03-03/2026-03-03"),
      ("l'alerte du ventilateur est traitée", "handled ventilateur"),
      ("mark the fan alert as handled", "handled fan"),
      ("j'ai commandé, marque l'alerte comme traitée", "handled"),
      ("qu'as-tu appris ?", "list"), ("what have I taught you?", "list"),
      ("annule la dernière leçon", "undo"), ("undo lesson 3", "undo 3"),
    ]
  )
  func others(text: String, expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test(
    "questions, changes of the user's own data, and everything else teach nothing",
    arguments: [
      "quel a été l'effet du Black Friday ?", "what was the effect of Black Friday?",
      "quand a lieu le Black Friday", "was last Saturday exceptional?",
      "quelles alertes ont été traitées ?", "combien d'alertes traitées en mars ?",
      "how many alerts were handled", "list the validated anomalies",
      "change le prix du ventilateur à 20",
      "mets le seuil à 20", "set the threshold to 20", "ajoute 20 unités au stock le 28 novembre",
      "add a customer on 5 June", "ajoute un produit x2", "ajoute 30 % de plus au prix le 5 juin",
      "supprime les commandes de mars", "valide la commande 12", "ignore les retours",
      "CA sans mars",
      "quels événements avez-vous appris ?", "annule", "oui", "ventes du 28 novembre", "",
    ]
  )
  func nothing(text: String) throws {
    #expect(try read(text) == nil)
  }

  @Test("commands of the chat say the same in one sentence", arguments: [Tongue.french, .english])
  func commands(tongue: Tongue) throws {
    let cases: [(LessonForm, String, String?)] = [
      (
        .event, "add Fête du quartier 2026-06-05 x1,4",
        "event Fête du quartier 2026-06-05/2026-06-05 x1.4"
      ),
      (.event, "Black Friday 2026-11-28 x2", "event Black Friday 2026-11-28/2026-11-28 x2.0"),
      (.day, "2026-03-28 match de foot", "day 2026-03-28/2026-03-28 (match de foot)"),
      (.day, "28/03/2026", "day 2026-03-28/2026-03-28"),
      (.validated, "2026-03-03", "validated 2026-03-03/2026-03-03"),
      (.ignored, "2026-03-03 mobilier", "ignored 2026-03-03/2026-03-03 mobilier"),
      (.handled, "ventilateur", "handled ventilateur"), (.undo, "", "undo"), (.undo, "3", "undo 3"),
      (.event, "", nil), (.day, " ", nil), (.handled, "", nil),
    ]
    for (form, arguments, expected) in cases {
      let sentence = form.sentence(arguments, tongue)
      #expect(try sentence.map { try read($0) } == expected.map { .some($0) }, "\(sentence ?? "")")
    }
  }

  @Test("words nothing explains are handed on instead of being dropped")
  func unexplained() throws {
    #expect(try read("ignore le 3 mars les zorglubs")?.hasSuffix("?zorglubs") == true)
  }

  @Test("yes and no are told from everything else")
  func consent() throws {
    let assistant = try DemoAssistant.assistant()
    let clock = Clock(now: try #require(CalendarDay(iso: "2026-03-31")))
    let consent = { assistant.interpreter.consent(Utterance($0, clock: clock)) }
    for text in ["oui", "Oui, vas-y !", "yes please", "ok", "go ahead"] {
      #expect(consent(text) == true, "\(text)")
    }
    for text in ["non", "no, don't", "non merci", "laisse tomber"] {
      #expect(consent(text) == false, "\(text)")
    }
    for text in ["", "oui mais le 3 mars", "CA en 2025", "?", "maybe"] {
      #expect(consent(text) == nil, "\(text)")
    }
  }
}
