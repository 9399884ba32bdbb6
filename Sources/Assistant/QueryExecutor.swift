package import Diagnostics
package import Values

/// Runs compiled statements against the user's database, read-only.
package protocol QueryExecutor: Sendable {
  /// The rows of one SELECT, at most `limit` of them.
  func run(_ sql: String, parameters: [Value], limit: Int) throws(Failure) -> QueryRows
}

/// What came back, and whether there was more.
package struct QueryRows: Sendable {
  package var rows: [[Value]]
  package var isTruncated: Bool

  package init(rows: [[Value]], isTruncated: Bool) {
    self.rows = rows
    self.isTruncated = isTruncated
  }
}
