import DemoData
import Foundation
import SQLiteStore
import SemanticModel
import Testing
import Values

@testable import Assistant
@testable import Commands

/// The assistant on a small demonstration shop, opened as the program opens it, with the real corpus.
enum DemoAssistant {
  /// The project's top folder, where Package.swift is.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let knowledge = Result { try Knowledge.load(Home(path: root)) }

  private static let opened = Result {
    let path = "/tmp/optiflow-golden-\(getpid()).db"
    try DemoDatabase.write(to: path, scale: 0.02, replacing: true)
    atexit {
      for ending in ["", ".computed.db", ".computed.db.lock"] {
        unlink("/tmp/optiflow-golden-\(getpid()).db\(ending)")
      }
    }
    return try Database.open(
      path,
      knowledge: knowledge.get(),
      folder: SideFolder(override: path + ".computed.db", environment: [:]),
      asOf: CalendarDay(iso: "2026-03-31")
    )
    .assistant(knowledge.get())
  }

  /// The assistant; its "now" is the last day of the demonstration.
  static func assistant() throws -> Assistant { try opened.get() }

  /// The answer to one question, its language forced where it is known.
  static func ask(_ question: String, in tongue: Tongue? = nil) throws -> Answer {
    try assistant().ask(question, tongue: tongue)
  }

  /// Expects both questions to be read as the same query.
  static func expect(
    _ query: String,
    from french: String,
    _ english: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let assistant = try assistant()
    for (text, tongue) in [(french, Tongue.french), (english, .english)] {
      let utterance = assistant.utterance(text, in: tongue)
      let read = assistant.query(utterance)
      #expect(read?.description == query, "\(text)", sourceLocation: sourceLocation)
    }
  }
}
