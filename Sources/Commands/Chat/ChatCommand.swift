import Assistant
import Diagnostics
import Presentation
import SQLiteStore
import SemanticModel
import Values

extension Command {
  /// `optiflow chat`: a conversation that remembers; one line a turn.
  static let chat = Command(
    name: "chat",
    summary: "a conversation: follow-ups change the question before",
    examples: [
      "optiflow chat --db optiflow.db",
      #"printf 'CA par catégorie en 2025\net en 2024 ?\n' | optiflow chat --db optiflow.db -f jsonl"#,
    ],
    usage: "chat [options]    (from a pipe: one turn a line)",
    notes: [
      "« et par région ? », \"only 2024\", « les 5 premiers », \"and last year?\" change the question before;",
      "« annule » goes back, « recommence » starts anew, « comment as-tu calculé ça ? » explains.",
    ],
    run: { settings throws(Failure) in try ChatCommand(settings).run() }
  )
}

/// Reads turns, answers each in the light of those before, and prints the answers.
struct ChatCommand {
  let settings: Settings

  init(_ settings: Settings) {
    self.settings = settings
  }

  /// 0, or 130 when interrupted.
  func run() throws(Failure) -> Int32 {
    let assistant = try Session(settings).assistant
    var conversation = Conversation(assistant)
    var lines = LineReader(settings.console.input)
    while let line = lines.next() {
      let text = PlainText.of(line)
      let answer = Interruption.whileQuerying {
        conversation.ask(text, tongue: settings.tongue)
      }
      let format = settings.format == .json ? .jsonl : settings.format
      let shown = Renderer.render(
        answer,
        model: assistant.model,
        format: format,
        options: settings.rendering
      )
      guard settings.console.print(shown) else { break }
      if Interruption.cancellation.isCancelled { return 130 }
    }
    return 0
  }
}
