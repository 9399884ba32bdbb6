package import Values

/// The rows a query gave, as SQLite typed them.
package struct QueryResult: Equatable, Sendable {
  /// Names of the columns, as the SELECT calls them.
  package var columns: [String]
  /// One array a row, as long as `columns`.
  package var rows: [[Value]]
  /// Whether more rows existed than the limit let through.
  package var isTruncated: Bool

  package init(columns: [String], rows: [[Value]], isTruncated: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.isTruncated = isTruncated
  }
}
