import Diagnostics
import Planning
import SQLiteStore
import Values

/// What a database says of itself, in its table system_metadata.
struct Metadata {
  private let connection: Connection
  private let facts: DatabaseFacts

  init(_ connection: Connection, _ facts: DatabaseFacts) {
    self.connection = connection
    self.facts = facts
  }

  /// The text under a key; nil where there is none.
  func text(_ key: String) throws(Failure) -> String? {
    guard facts.has("system_metadata", "key"), facts.has("system_metadata", "value") else {
      return nil
    }
    let rows = try connection.query(
      "SELECT value FROM system_metadata WHERE key = ?",
      parameters: [.text(key)]
    ).rows
    return rows.first?.first?.text
  }
}
