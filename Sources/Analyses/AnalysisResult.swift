package import Diagnostics
package import Planning
package import SemanticModel
package import Values

/// What an analysis came to: a table, and what is to be said of it.
package struct AnalysisResult: Sendable {
  /// The query as it was carried out, with the periods and figures that the question left open.
  package var query: Query
  package var columns: [PlannedColumn]
  /// Aligned with `columns`.
  package var rows: [[Value]]
  package var findings: [Finding]

  package init(
    _ query: Query,
    columns: [PlannedColumn] = [],
    rows: [[Value]] = [],
    findings: [Finding]
  ) {
    self.query = query
    self.columns = columns
    self.rows = rows
    self.findings = findings
  }
}

/// Why an analysis cannot be carried out.
package enum AnalysisError: Error {
  /// The database lacks a table or column, or a figure cannot be split that way.
  case planning(PlanningProblem)
  case failure(Failure)
}
