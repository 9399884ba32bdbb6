package import Planning
package import SemanticModel
package import Values

/// Where an analysis gets its figures: queries in, rows out.
package protocol FigureSource {
  /// The rows of a query, all of them.
  func figures(of query: Query) throws(AnalysisError) -> FigureTable
  /// The rows of a query that are counted and not shown: things stand by their keys as they are stored, in no order.
  func keyedFigures(of query: Query) throws(AnalysisError) -> FigureTable
  /// The names of the things of a dimension, by their keys as they are stored.
  func names(of dimension: String) throws(AnalysisError) -> [Value: String]
  /// Whether this database has what a query needs.
  func canTell(_ query: Query) -> Bool
  /// Takes note of a period that is used otherwise than by asking for figures in it: a horizon.
  func uses(_ period: Period)
  /// Takes note of a filter that is used otherwise than by asking for figures under it: whose purchases are left out.
  func uses(_ filter: Filter)
  /// What the rules of data quality come to, those that this database has the columns for.
  func checked(_ rules: [QualityRule]) throws(AnalysisError) -> [CheckedRule]
}

extension FigureSource {
  package func uses(_ period: Period) {}
  package func uses(_ filter: Filter) {}

  package func checked(_ rules: [QualityRule]) throws(AnalysisError) -> [CheckedRule] { [] }
}

/// What one rule of data quality came to.
package struct CheckedRule: Hashable, Sendable {
  package let rule: QualityRule
  /// Rows that have what the rule is about.
  package let checked: Int
  package let failing: Int
  /// The keys of some rows that fail.
  package let examples: [Value]

  package init(rule: QualityRule, checked: Int, failing: Int, examples: [Value] = []) {
    self.rule = rule
    self.checked = checked
    self.failing = failing
    self.examples = examples
  }

  /// What it is of: `sales_history.order_date`.
  var column: String { rule.table + "." + rule.columns.joined(separator: " + ") }

  /// Heavy rules and large shares are grave; ties by name.
  var gravity: (Double, String) {
    (rule.weight * Double(failing) / Double(max(1, checked)), column)
  }
}

extension FigureSource {
  /// Where keys are names already.
  package func keyedFigures(of query: Query) throws(AnalysisError) -> FigureTable {
    try figures(of: query)
  }

  /// Keys that are names tell themselves.
  package func names(of dimension: String) throws(AnalysisError) -> [Value: String] { [:] }
}

/// The rows of one query.
package struct FigureTable: Sendable {
  package let columns: [PlannedColumn]
  package let rows: [[Value]]

  package init(columns: [PlannedColumn], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The column with this role.
  package func column(_ role: PlannedColumn.Role) -> Int? {
    columns.firstIndex { $0.role == role }
  }

  /// The number of a measure in a row; nil where it has none.
  package func number(_ row: [Value], ofMeasure index: Int) -> Double? {
    column(.measure(index)).flatMap { row[$0].number }
  }
}
