import Assistant
import Diagnostics
import Presentation
import SQLiteStore
import SemanticModel
import Terminal
import Values

extension Command {
  /// `optiflow chat`: a conversation that remembers; one line a turn.
  static let chat = Command(
    name: "chat",
    summary: "a conversation: follow-ups change the question before",
    examples: [
      "optiflow chat --db optiflow.db",
      "optiflow chat -c",
      #"printf 'CA par catégorie en 2025\net en 2024 ?\n' | optiflow chat --db optiflow.db -f jsonl"#,
    ],
    usage: "chat [options]    (from a pipe: one turn a line)",
    notes: [
      "« et par région ? », \"only 2024\", « les 5 premiers », \"and last year?\" change the question before;",
      "« annule » goes back, « recommence » starts anew, « comment as-tu calculé ça ? » explains.",
      "/help lists the commands: /export FILE, /chart, /saved, /explain, /mode, /as-of, /db backup FILE …",
    ],
    options: [.continues] + Option.model,
    run: { settings throws(Failure) in try ChatCommand(settings).run() }
  )
}

/// Reads turns, answers each in the light of those before, and prints the answers.
struct ChatCommand {
  let settings: Settings

  init(_ settings: Settings) {
    self.settings = settings
  }

  /// 0, or 130 when a pipe is interrupted.
  func run() throws(Failure) -> Int32 {
    let screen = Screen(environment: settings.environment.variables)
    let isTerminal =
      screen.isInputTerminal && screen.isOutputTerminal && settings.console.isTerminal
    let isLive = isTerminal && settings.format == .text
    var chat = try ChatSession(settings, isLive: isLive)
    guard isLive else { return pipe(&chat) }
    return converse(&chat)
  }

  /// One turn a line, no prompt, no banner.
  private func pipe(_ chat: inout ChatSession) -> Int32 {
    var lines = PlainLineSource(reading: settings.console.input)
    while !chat.isOver, let line = lines.next() {
      guard let reply = chat.reply(to: line) else { continue }
      guard settings.console.print(reply) else { break }
      if Interruption.cancellation.isCancelled { return ExitCode.interrupted.rawValue }
    }
    return 0
  }

  /// Prompt, editing, history, completion; Ctrl-C stops the answer and not the program.
  private func converse(_ chat: inout ChatSession) -> Int32 {
    let tongue = settings.tongue ?? settings.interface
    if settings.has("continue") {
      if let recalled = chat.recalled() { settings.console.print(recalled) }
    } else if !settings.isQuiet {
      settings.console.print(Welcome.text(chat.session, path: settings.database, tongue: tongue))
    }
    let completion = ChatCompletion(
      chat.session.assistant.model,
      names: chat.session.database.catalog,
      tongue
    )
    let source = ReadlineSource(
      history: History(path: StateFolder(settings.environment).history),
      environment: settings.environment.variables,
      complete: { completion.completions($0, $1) }
    )
    defer { source.history.close() }
    while !chat.isOver {
      if let warning = source.history.takeWarning() { settings.console.report(warning, in: tongue) }
      switch source.next(prompt: "› ") {
      case .end:
        settings.console.print("")
        return 0
      case .interrupted: continue
      case .line(let line): show(&chat, line)
      }
    }
    return 0
  }

  /// Answers a line; a Ctrl-C until all is shown stops the answer and not the program.
  private func show(_ chat: inout ChatSession, _ line: String) {
    let environment = settings.environment.variables
    // As it is now: the window may have another size than a turn ago.
    let screen = Screen(environment: environment)
    Interruption.whileQuerying {
      // A line may open another session.
      let waiting = chat.session.waiting
      waiting.begin()
      let reply = chat.reply(to: line)
      waiting.end()
      guard let reply = reply.map(screen.wrapped), !reply.isEmpty else { return }
      Pager(screen: screen, environment: environment).show(
        reply.hasSuffix("\n") ? reply : reply + "\n"
      )
      showRewording(&chat)
    }
    Interruption.cancellation.reset()
  }

  /// The same answer in a model's words, if they come before a key is pressed; the answer itself is shown already.
  private func showRewording(_ chat: inout ChatSession) {
    guard chat.hasDraft else { return }
    let watch = KeyWatch()
    let waiting = chat.session.waiting
    waiting.begin()
    let words = chat.reworded {
      KeyWatch.isKeyPressed || Interruption.cancellation.isCancelled
    }
    waiting.end()
    withExtendedLifetime(watch) {}
    guard let words else { return }
    settings.console.print(Screen(environment: settings.environment.variables).wrapped(words))
  }
}
