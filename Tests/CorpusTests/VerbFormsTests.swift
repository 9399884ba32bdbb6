import Testing
import Values

@testable import Corpus

@Suite("Forms of light verbs")
struct VerbFormsTests {
  @Test(
    "French verbs are conjugated by their group",
    arguments: [
      ("présenter", ["présente", "présentent", "présentait", "présentées", "présentons"]),
      ("ranger", ["rangeons", "rangeait", "rangent", "rangée"]),
      ("placer", ["plaçons", "plaçait", "placent"]),
      ("choisir", ["choisit", "choisissent", "choisie", "choisissant"]),
      ("répondre", ["répond", "répondent", "répondu"]),
      ("établir établit établi", ["établir", "établit", "établi"]),
    ]
  )
  func french(entry: String, forms: [String]) {
    let all = VerbForms.all(entry, .french)
    for form in forms { #expect(all.contains(form), "\(form)") }
    #expect(Set(all).count == all.count)
  }

  @Test("An irregular verb has no forms but those that are written")
  func irregular() {
    #expect(VerbForms.all("obtenir obtient obtenu", .french) == ["obtenir", "obtient", "obtenu"])
  }

  @Test(
    "English verbs take their regular endings",
    arguments: [
      ("state", ["states", "stated", "stating"]), ("carry", ["carries", "carried", "carrying"]),
      ("drop", ["drops", "dropped", "dropping"]), ("pull", ["pulled", "pulling"]),
      ("dig dug", ["dug", "digs", "digging"]), ("fetch", ["fetches", "fetched"]),
    ]
  )
  func english(entry: String, forms: [String]) {
    let all = VerbForms.all(entry, .english)
    for form in forms { #expect(all.contains(form), "\(form)") }
  }
}
