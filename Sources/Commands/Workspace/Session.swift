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
  /// Who is asked about questions not understood.
  private let help: (any UnderstandingHelp)?

  init(_ settings: Settings, help: (any UnderstandingHelp)? = nil) throws(Failure) {
    try self.init(settings, Knowledge.load(Home.find(settings.home)), help)
  }

  /// The same database opened anew, as of another day.
  func reopened(_ settings: Settings) throws(Failure) -> Session {
    try Session(settings, knowledge, help)
  }

  private init(
    _ settings: Settings,
    _ knowledge: Knowledge,
    _ help: (any UnderstandingHelp)?
  ) throws(Failure) {
    self.knowledge = knowledge
    self.help = help
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
      waiting: waiting,
      help: help
    )
  }
}
