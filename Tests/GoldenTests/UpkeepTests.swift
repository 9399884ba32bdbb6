import Assistant
import SemanticModel
import Testing
import Values

@testable import Commands

@Suite("Orders about the program's own work")
struct UpkeepTests {
  @Test(
    "are told the command that does it",
    arguments: [
      ("Lance le batch", "Run the batch", Upkeep.batch),
      ("peux-tu relancer les calculs de la nuit ?", "how do I rerun the nightly run?", .batch),
      ("mets à jour les prévisions", "refresh the forecasts", .batch),
      ("Vide le cache", "clear the cache please", .clearing),
      ("réentraîne les modèles", "retrain the models", .training),
      ("sauvegarde la base", "back up the database", .backup),
      ("analyse rapide sur un échantillon", "quick analysis on a sample", .sample),
    ]
  )
  func orders(french: String, english: String, upkeep: Upkeep) throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    for question in [french, english] {
      let answer = conversation.ask(question)
      #expect(answer.talk == .upkeep(upkeep), "\(question)")
      #expect(answer.query == nil, "\(question)")
      // One question alone is told the same.
      #expect(try DemoAssistant.ask(question).talk == .upkeep(upkeep), "\(question)")
    }
  }

  @Test(
    "Whatever says more is no such order",
    arguments: [
      "Le batch de cette nuit a-t-il réussi ?", "prévisions de ventes en avril",
      "how old are the forecasts?", "mets à jour le stock du ventilateur à 20",
      "which models forecast best?",
    ]
  )
  func others(question: String) throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    let answer = conversation.ask(question)
    if case .upkeep = answer.talk { Issue.record("\(question)") }
  }
}
