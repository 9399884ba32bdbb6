/// Why a query cannot be compiled against this database.
package enum PlanningProblem: Error, Hashable, Sendable {
  /// A table the figure needs is not in the database.
  case missingTable(String)
  /// A column the figure needs is not in the database, or holds nothing.
  case missingColumn(table: String, column: String)
  /// The figure's rows do not carry what it should be split or filtered by.
  case unreachable(dataset: String, dimension: String)
  /// There are two ways to join, which could give two truths.
  case ambiguous(dataset: String, dimension: String)
  /// The rows have no date to place them on a time axis or in a period.
  case undated(dataset: String)
  /// The rows have dates without times of day.
  case untimed(dataset: String)
}
