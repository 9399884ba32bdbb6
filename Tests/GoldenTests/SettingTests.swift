import Language
import Testing
import Values

@testable import Assistant
@testable import Interpretation

@Suite("What is said before a question")
struct SettingTests {
  private static func setting(_ text: String, _ tongue: Tongue) throws -> Setting? {
    let now = try #require(CalendarDay(iso: "2026-03-31"))
    return Setting(Utterance(text, clock: Clock(now: now), tongue: tongue))
  }

  @Test(
    "A sentence that tells why somebody asks is set apart",
    arguments: [
      ("J'ai Ken Heidel au téléphone : combien de commandes chez nous ?", 0..<5),
      ("le patron me demande combien d'argent dort en stock", 0..<4),
      ("Comme on ferme mardi, quels produits faut-il commander ?", 0..<4),
    ]
  )
  func french(text: String, said: Range<Int>) throws {
    let setting = try #require(try Self.setting(text, .french))
    #expect(setting.isSure)
    #expect(setting.said.lowerBound == said.lowerBound)
  }

  @Test(
    "English ones as well",
    arguments: [
      "Before I call them, what does each supplier charge us?",
      "Hey, thinking of clearing some shelf space. What are the 5 slowest products?",
      "I'm reviewing the safety range: what are the worst sellers?",
    ]
  )
  func english(text: String) throws {
    #expect(try #require(try Self.setting(text, .english)).isSure)
  }

  @Test(
    "A wish, a scope, or what a pronoun points back to is part of the question",
    arguments: [
      "Je voudrais le CA de mars : par région ou par ville, que proposes-tu ?",
      "We have two late suppliers. What is their reject rate?",
      "On a perdu des clients l'an dernier : lesquels ?",
      "combien de clients avons-nous ? et de fournisseurs ?",
    ]
  )
  func whole(text: String) throws {
    let setting = try Self.setting(text, text.contains("have") ? .english : .french)
    #expect(setting?.isSure != true)
  }

  @Test("A sentence without a speaker is set apart only where it must be")
  func unsure() throws {
    let text = "Hexapost nous a encore plantés. Quel transporteur livre le plus en retard ?"
    #expect(try #require(try Self.setting(text, .french)).isSure == false)
  }

  @Test(
    "Names told before count, unless the question splits by them",
    arguments: [
      ("J'ai Nordkälte AB au téléphone : combien de commandes fournisseurs ?", "Nordkälte AB, "),
      ("Je regarde Transvallée. Quel transporteur est le plus lent ?", ""),
    ]
  )
  func names(text: String, told: String) async throws {
    let interpreter = try DemoAssistant.assistant().interpreter
    let now = try #require(CalendarDay(iso: "2026-03-31"))
    let utterance = Utterance(text, clock: Clock(now: now), tongue: .french)
    let set = try #require(interpreter.behindSetting(utterance))
    #expect(set.question.text.hasPrefix(told))
    #expect(told.isEmpty == set.question.text.hasPrefix("Quel"))
  }
}
