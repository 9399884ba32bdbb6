import Assistant
import Diagnostics
import Planning
import Values

/// Questions kept under a name.
extension ChatSession {
  /// « /favoris garde NOM », « lance NOM », « oublie NOM », « liste ».
  mutating func saved(_ rest: String) -> String {
    let words = rest.split(separator: " ", maxSplits: 1).map(String.init)
    let verb = words.first.map { Fold.fold($0) } ?? "list"
    let name = words.count > 1 ? words[1] : ""
    switch verb {
    case "list", "liste": return savedList
    case "save", "garde", "garder", "enregistre": return save(as: name)
    case "run", "lance", "lancer": return runSaved(name)
    case "delete", "oublie", "supprime", "remove": return forget(name)
    default:
      // « /favoris ventes-du-mois » can only mean to run it.
      return SavedQuestions(settings.environment).entry(rest) == nil ? savedUsage : runSaved(rest)
    }
  }

  private var savedUsage: String {
    interface.pick(
      "/favoris garde NOM (la dernière question), lance NOM, oublie NOM ou liste",
      "/saved save NAME (the last question), run NAME, delete NAME or list"
    )
  }

  private var savedList: String {
    let entries = SavedQuestions(settings.environment).entries
    if entries.isEmpty {
      return interface.pick("Aucune question gardée. ", "No question is saved. ") + savedUsage
    }
    return entries.map { "  \($0.name)\(interface == .french ? "\u{202F}" : ""): \($0.text)" }
      .joined(separator: "\n")
  }

  private func save(as name: String) -> String {
    guard !name.isEmpty else { return savedUsage }
    guard !conversation.topic.isEmpty else { return nothingYet }
    do throws(Failure) {
      try SavedQuestions(settings.environment).save(conversation.topic, as: name)
      return interface.pick(
        "Gardé sous « \(name) »\u{202F}; /favoris lance \(name) la repose.",
        "Saved as “\(name)”; /saved run \(name) asks it again."
      )
    } catch {
      return describe(error)
    }
  }

  private mutating func runSaved(_ name: String) -> String {
    guard let entry = SavedQuestions(settings.environment).entry(name) else { return unknown(name) }
    let now = session.assistant.context.facts.now
    guard conversation.recall(entry.topic.map { $0.on(now) }),
      let answer = Interruption.whileQuerying({ conversation.retell() })
    else {
      return interface.pick(
        "« \(name) » ne se comprend plus sur cette base.",
        "“\(name)” is not understood on this database any more."
      )
    }
    return present(answer)
  }

  private func forget(_ name: String) -> String {
    do throws(Failure) {
      guard try SavedQuestions(settings.environment).remove(name) else { return unknown(name) }
      return interface.pick("« \(name) » est oublié.", "“\(name)” is forgotten.")
    } catch {
      return describe(error)
    }
  }

  private func unknown(_ name: String) -> String {
    let names = SavedQuestions(settings.environment).entries.map(\.name)
    let near = Diagnostics.nearest(to: name, among: names)
    return interface.pick(
      "Rien n'est gardé sous « \(name) »."
        + (near.map { " Vouliez-vous dire « \($0) »\u{202F}?" } ?? ""),
      "Nothing is saved as “\(name)”." + (near.map { " Did you mean “\($0)”?" } ?? "")
    )
  }
}
