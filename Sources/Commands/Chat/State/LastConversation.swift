import Assistant
import Diagnostics
import SQLiteStore
import Values

/// The last conversation about a database, kept so that `-c` goes on with it.
struct LastConversation: Sendable {
  private let folder: StateFolder
  private let name: String

  /// That of one database: another one's questions would make no sense on it.
  init(_ settings: Settings, _ database: Database) {
    folder = StateFolder(settings.environment)
    let key = (try? database.connection.fingerprint().databaseName) ?? "unknown"
    name = "conversations/\(key).json"
  }

  /// Goes on with it.
  ///
  /// - Throws: "chat.nothing-to-continue" when there is none, or none that is understood any more.
  func resume(_ conversation: inout Conversation) throws(Failure) {
    let topic = (folder.json(name)?["topic"]?.items ?? []).compactMap { Said($0) }
    guard !topic.isEmpty, conversation.recall(topic) else { throw Self.nothing }
  }

  /// Keeps what was asked last; that it cannot be kept hinders nothing.
  func keep(_ conversation: Conversation) {
    let topic = conversation.topic
    guard !topic.isEmpty, folder.path != nil else { return }
    try? folder.keep(.object([("topic", .array(topic.map(\.json)))]), in: name)
  }

  private static let nothing = Failure(
    .usage,
    code: "chat.nothing-to-continue",
    french: "Il n'y a pas de conversation à continuer sur cette base.",
    english: "There is no conversation to continue about this database.",
    frenchHint: "Posez d'abord une question, sans --continue.",
    englishHint: "Ask a question first, without --continue."
  )
}
