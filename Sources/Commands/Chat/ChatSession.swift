import Assistant
import Diagnostics
import Export
import Planning
import Presentation
import SemanticModel
import Values

/// One conversation at a terminal or through a pipe: takes lines, gives texts.
struct ChatSession {
  let settings: Settings
  let session: Session
  private(set) var conversation: Conversation
  private var tongue: Tongue?
  /// What was typed in this run, for `/history` where no history is kept.
  private(set) var typed: [String] = []
  private(set) var isOver = false

  init(_ settings: Settings) throws(Failure) {
    self.settings = settings
    session = try Session(settings)
    conversation = Conversation(session.assistant)
    tongue = settings.tongue
  }

  private var model: SemanticModel { session.assistant.model }

  /// The language of messages: that of the last answer.
  private var interface: Tongue { tongue ?? conversation.last?.language ?? settings.interface }

  /// What is shown for a line; nil for an empty one.
  mutating func reply(to line: String) -> String? {
    let text = PlainText.of(line)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    typed.append(text)
    if let command = SlashCommand.split(text) { return run(command.name, command.rest) }
    let answer = Interruption.whileQuerying { conversation.ask(text, tongue: tongue) }
    return render(answer)
  }

  private func render(_ answer: Answer) -> String {
    let format = settings.format == .json ? .jsonl : settings.format
    return Renderer.render(answer, model: model, format: format, options: settings.rendering)
  }

  // MARK: - Commands

  private mutating func run(_ name: String, _ rest: String) -> String {
    if let family = CommandFamily.named(name) { return run(family, rest) }
    guard let command = SlashCommand.named(name) else {
      return SlashCommand.unknown(name, interface)
    }
    switch command {
    case .help: return help
    case .sql: return conversation.last?.sql ?? nothingYet
    case .export: return export(to: rest)
    case .language: return setLanguage(rest)
    case .tables: return tables
    case .figures: return figures
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
      return render(Interruption.whileQuerying { conversation.askAfresh(question, tongue: spoken) })
    case .tables: return tables
    case .later:
      return interface.pick(
        "Ce calcul n'est pas encore disponible. Essayez \(family.usage)",
        "This computation is not available yet. Try \(family.usage)"
      )
    case nil: return family.usage
    }
  }

  private var help: String {
    let commands = SlashCommand.allCases.map { command in
      let name = command.name(interface)
      return "  " + name + String(repeating: " ", count: max(1, 14 - name.count))
        + command.summary(interface)
    }
    let intro = interface.pick(
      "Posez une question, puis changez-la\u{202F}: « et par région\u{202F}? », « seulement 2024 », « les 5 premiers », « ces produits, il en reste combien\u{202F}? », "
        + "« annule », « recommence », « comment as-tu calculé ça\u{202F}? ».",
      "Ask a question, then change it: \"and by region?\", \"only 2024\", \"the top 5\", \"how many of them are left?\", "
        + "\"undo\", \"start over\", \"how did you calculate that?\"."
    )
    let families = CommandFamily.all.map { "  " + $0.usage }
    return intro + "\n" + (commands + families).joined(separator: "\n")
  }

  private var nothingYet: String {
    interface.pick("Il n'y a pas encore de réponse.", "There is no answer yet.")
  }

  private func export(to rest: String) -> String {
    guard let answer = conversation.last else { return nothingYet }
    let words = rest.split(separator: " ").map(String.init)
    guard let path = words.first(where: { $0 != "--force" }) else {
      return interface.pick(
        "Indiquez un fichier, par exemple /export ventes.xlsx",
        "Name a file, for example /export sales.xlsx"
      )
    }
    do throws(Failure) {
      let rows = try ExportFile.write(
        answer,
        to: path,
        model: model,
        replacing: words.contains("--force"),
        database: settings.database
      )
      return interface.pick(
        "\(rows) lignes écrites dans \(path).",
        "\(rows) rows written to \(path)."
      )
    } catch {
      return describe(error)
    }
  }

  private func describe(_ failure: Failure) -> String {
    let text = interface.pick(failure.french, failure.english)
    let hint = interface.pick(failure.frenchHint, failure.englishHint)
    return hint.isEmpty ? text : text + "\n  → " + hint
  }

  private mutating func setLanguage(_ rest: String) -> String {
    switch Fold.fold(rest) {
    case "fr", "francais", "french": tongue = .french
    case "en", "anglais", "english": tongue = .english
    case "auto", "": tongue = nil
    default:
      return interface.pick(
        "Langues possibles\u{202F}: fr, en, auto.",
        "Possible languages: fr, en, auto."
      )
    }
    return interface.pick("Je réponds en français.", "I answer in English.")
  }

  private var tables: String {
    let rows = session.database.context.facts.rowCounts.sorted { $0.key < $1.key }
    let width = rows.map(\.key.count).max() ?? 0
    return rows.map { name, count in
      "  " + name + String(repeating: " ", count: width - name.count + 2) + String(count)
    }.joined(separator: "\n")
  }

  private var figures: String {
    model.metrics.values.map { $0.noun.singular[interface] }.sorted().map { "  " + $0 }.joined(
      separator: "\n"
    )
  }
}
