import Assistant
import Diagnostics
import Planning
import Presentation
import Values

/// Commands that change how the conversation goes on.
extension ChatSession {
  /// « /mode bref ».
  mutating func setMode(_ rest: String) -> String {
    let all = ChatMode.allCases.map { $0.name(interface) }.joined(separator: ", ")
    guard let wanted = ChatMode.named(rest) else {
      return interface.pick(
        "Mode \(mode.name(interface)). Modes possibles\u{202F}: \(all).",
        "Mode \(mode.name(interface)). Possible modes: \(all)."
      )
    }
    mode = wanted
    return interface.pick("Mode \(mode.name(interface)).", "Mode: \(mode.name(interface)).")
  }

  /// « /lang en ».
  mutating func setLanguage(_ rest: String) -> String {
    switch Fold.fold(rest) {
    case "fr", "francais", "french": tongue = .french
    case "en", "anglais", "english": tongue = .english
    case "auto", "":
      tongue = nil
      return interface.pick(
        "Je réponds dans la langue de chaque question.",
        "I answer in the language of each question."
      )
    default:
      return interface.pick(
        "Langues possibles\u{202F}: fr, en, auto.",
        "Possible languages: fr, en, auto."
      )
    }
    return interface.pick("Je réponds en français.", "I answer in English.")
  }

  /// « /as-of 2024-06-30 »: another day taken for today; « /as-of auto » takes the data's own.
  mutating func setDay(_ rest: String) -> String {
    guard !rest.isEmpty else { return today }
    let isOwn = ["auto", "now", "maintenant"].contains(Fold.fold(rest))
    let day = isOwn ? nil : CalendarDay(iso: rest)
    guard isOwn || day != nil && rest.utf8.count == 10 else {
      return interface.pick(
        "Indiquez un jour, par exemple /as-of 2024-06-30, ou /as-of auto.",
        "Give a day, for example /as-of 2024-06-30, or /as-of auto."
      )
    }
    do throws(Failure) {
      try reopen(asOf: day)
      return today
    } catch {
      return describe(error)
    }
  }

  private var today: String {
    let day = DateFormat(interface).day(session.assistant.context.facts.now)
    return interface.pick("Aujourd'hui est le \(day).", "Today is \(day).")
  }
}
