import Assistant
import Diagnostics
import Glibc
import SQLiteStore
import Values

/// Everything one run needs: knowledge, the open database, the assistant over both.
struct Session: Sendable {
  let knowledge: Knowledge
  let database: Database
  let assistant: Assistant
  /// What is shown while an answer is computed.
  let waiting: Waiting

  init(_ settings: Settings) throws(Failure) {
    try self.init(settings, Knowledge.load(Home.find(settings.home)))
  }

  /// The same database opened anew, as of another day.
  func reopened(_ settings: Settings) throws(Failure) -> Session {
    try Session(settings, knowledge)
  }

  private init(_ settings: Settings, _ knowledge: Knowledge) throws(Failure) {
    self.knowledge = knowledge
    let folder = SideFolder(override: settings.cache, environment: settings.environment.variables)
    database = try Database.open(
      settings.database,
      knowledge: knowledge,
      folder: folder,
      asOf: settings.asOf
    )
    waiting = Waiting(settings)
    assistant = database.assistant(
      knowledge,
      cancellation: Interruption.cancellation,
      waiting: waiting
    )
  }
}
