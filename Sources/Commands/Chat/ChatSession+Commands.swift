import Assistant
import Diagnostics
import Presentation
import SemanticModel
import Values

/// Finding what a command does.
extension ChatSession {
  /// What is shown for a command.
  mutating func run(_ name: String, _ rest: String) -> String {
    if let family = CommandFamily.named(name) { return run(family, rest) }
    guard let command = SlashCommand.named(name) else {
      return SlashCommand.unknown(name, interface)
    }
    switch command {
    case .help: return help
    case .sql: return lastAnswer()?.sql ?? nothingYet
    case .explain: return explain()
    case .chart: return chart(rest)
    case .all: return all()
    case .export: return export(rest)
    case .feedback: return feedback(rest)
    case .saved: return saved(rest)
    case .mode: return setMode(rest)
    case .language: return setLanguage(rest)
    case .asOf: return setDay(rest)
    case .tables: return tables
    case .schema: return schema(rest)
    case .figures: return figures(rest)
    case .reset:
      conversation.reset()
      return interface.pick("C'est oublié.", "Forgotten.")
    case .history: return typed.joined(separator: "\n")
    case .quit:
      isOver = true
      return ""
    }
  }

  private mutating func run(_ family: CommandFamily, _ rest: String) -> String {
    switch family.action(rest) {
    case .ask(let french, let english):
      let question = interface.pick(french, english)
      let spoken = interface
      return tell { conversation, _ in conversation.askAfresh(question, tongue: spoken) }
    case .askOf(let french, let english, let count):
      let words = family.arguments(rest).split(separator: " ").map(String.init)
      guard words.count >= count else { return family.usage(interface) }
      let first = words.dropLast(count - 1).joined(separator: " ")
      let values = [first] + words.suffix(count - 1)
      var question = interface.pick(french, english)
      for (place, value) in values.enumerated() {
        question = question.replacing("{\(place + 1)}", with: value)
      }
      let spoken = interface
      let asked = question
      return tell { conversation, _ in conversation.askAfresh(asked, tongue: spoken) }
    case .askAll(let questions):
      let spoken = interface
      return questions.map { question in
        tell { conversation, _ in
          conversation.askAfresh(question[spoken], tongue: spoken)
        }
      }.joined(separator: "\n\n")
    case .schema: return schema(family.arguments(rest))
    case .statistics: return statistics
    case .check: return check
    case .batch: return batch
    case .teach(let form):
      guard let sentence = form.sentence(family.arguments(rest), interface) else {
        return family.usage(interface)
      }
      let spoken = interface
      return tell { conversation, _ in conversation.askAfresh(sentence, tongue: spoken) }
    case .backup: return backup(family.arguments(rest))
    case .preview: return preview(family.arguments(rest))
    case nil: return family.usage(interface)
    }
  }

  private var help: String {
    let intro = interface.pick(
      "Posez une question, puis changez-la\u{202F}: « et par région\u{202F}? », « seulement 2024 », « les 5 premiers », « ces produits, il en reste combien\u{202F}? », "
        + "« annule », « recommence », « comment as-tu calculé ça\u{202F}? ».",
      "Ask a question, then change it: \"and by region?\", \"only 2024\", \"the top 5\", \"how many of them are left?\", "
        + "\"undo\", \"start over\", \"how did you calculate that?\"."
    )
    let commands = SlashCommand.allCases.map { command in
      let name = command.name(interface)
      return "  " + name + String(repeating: " ", count: max(1, 14 - name.count))
        + command.summary(interface)
    }
    let families = CommandFamily.all.map { "  " + $0.usage(interface) }
    return ([intro] + commands + families).joined(separator: "\n")
  }
}
