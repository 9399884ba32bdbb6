import Foundation
import SocketSupport
import Testing

@testable import Commands

/// The small shop with the project's prompts, for what a model does to its answers.
struct ModelHome {
  let home: TemporaryHome

  init(database: String = "") throws {
    home = try TemporaryHome(withDatabase: false)
    try home.makeDatabase(changedBy: database)
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/prompts",
      withDestinationPath: ServedHome.project + "/prompts"
    )
  }

  /// The question that is asked, and its template sentence.
  static let question = "CA par produit en 2024"

  /// Asks with a model.
  func ask(
    _ server: ScriptedServer,
    _ arguments: [String] = [],
    timeout: String = "100",
    question: String = question,
    variables: [String: String] = [:]
  ) -> Run {
    Run(
      ["ask", "--db", home.database, "--home", ServedHome.project, "--cache", home.path + "/cache"]
        + ["--llm-url", server.url, "--llm-timeout", timeout] + arguments + [question],
      variables: variables,
      folder: home.path
    )
  }
}

extension ScriptedServer {
  /// A server whose model says something about the sentences it is given.
  convenience init(saying said: @escaping @Sendable (String) -> String) {
    self.init { connection in
      connection.respond(200, ModelReplies.whole(said(ModelReplies.draft(in: connection.request))))
    }
  }
}
