import Assistant
import Corpus
import Diagnostics
import Planning
import SQLiteStore
import Server
import Values

/// What first questions would else wait for, done beforehand: what reads them, the file in the system's memory, the
/// forecasts.
struct WarmUp {
  let opened: ServedDatabase.Opened
  let knowledge: Knowledge
  /// Ends it after the statement, or the product, that is under way.
  let cancellation: Cancellation

  /// Does all of it; what fails is left to the questions, which say why.
  func run() {
    _ = knowledge.intuition.content
    for completion in opened.completions.values { _ = completion.content }
    if let connection = try? Connection.readOnly(path: opened.database.connection.path) {
      askOpeners(over: connection)
      computeTables(over: connection)
    }
    opened.database.connection.dropPages()
    FreeMemory.giveBack()
  }

  /// What is asked most at the beginning goes through every stage once.
  private func askOpeners(over connection: Connection) {
    let assistant = opened.assistant(knowledge, over: connection, cancellation)
    for opener in knowledge.corpus.openers {
      for tongue in Tongue.allCases where !cancellation.isCancelled {
        _ = assistant.ask(opener[tongue], tongue: tongue)
      }
    }
  }

  private func computeTables(over connection: Connection) {
    let facts = opened.database.context.facts
    guard facts.has("optiflow_forecasts") else { return }
    let tables = NightlyTables(
      connection: connection,
      facts: facts,
      folder: opened.database.folder,
      rules: opened.database.rules,
      cancellation: cancellation
    )
    _ = try? tables.makeReady()
  }
}

extension ServedDatabase.Opened {
  /// An assistant that reads over a connection of its own.
  func assistant(
    _ knowledge: Knowledge,
    over connection: Connection,
    _ cancellation: Cancellation,
    help: (any UnderstandingHelp)? = nil
  ) -> Assistant {
    database.reading(over: connection)
      .assistant(
        knowledge,
        interpreter: interpreter.content,
        cancellation: cancellation,
        help: help
      )
  }
}
