import SQL
import SemanticModel

extension RowScope {
  /// Whether a row is singled out by rows of another table: 1, or something else than 1.
  ///
  /// The rows that single out are looked up as one set, so that no row is multiplied by them; a database without
  /// their table has none of them.
  func singledOut(
    by mark: Dataset.Mark,
    _ owner: Dataset,
    _ alias: String
  ) throws(PlanningProblem) -> SQLFragment {
    guard let source = model.datasets[mark.source] else {
      preconditionFailure("no dataset \(mark.source)")
    }
    guard facts.has(source.table) else { return .constant(0) }
    var scope = try RowScope(model: model, facts: facts, dataset: source)
    var own: [SQLFragment] = []
    var select = Select()
    for (column, match) in mark.matches.sorted(by: { $0.key < $1.key }) {
      guard has(owner, column) else { throw .missingColumn(table: owner.table, column: column) }
      let isDay = column == owner.time
      let theirs = try scope.sql(.name([match]))
      own.append(Self.compared(.column(alias, column), isDay: isDay))
      select.columns.append((Self.compared(theirs, isDay: isDay), "m\(own.count)"))
    }
    if let condition = mark.condition { select.conditions.append(try scope.sql(condition)) }
    select.from = try scope.from()
    select.joins = scope.joins.map(\.clause)
    return "((\(own.joined(", "))) IN (\(select.fragment)))"
  }

  private static func compared(_ column: SQLFragment, isDay: Bool) -> SQLFragment {
    isDay ? "substr(\(column), 1, 10)" : column
  }
}
