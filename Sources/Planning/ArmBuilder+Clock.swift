import SQL
import SemanticModel

extension ArmBuilder {
  /// The date whose time of day is that of a dataset's rows: of its clock, or its own.
  func clock(of dataset: Dataset, _ scope: inout RowScope) throws(PlanningProblem) -> SQLFragment {
    guard let time = dataset.time else { throw .undated(dataset: dataset.name) }
    let places: [Expression] =
      switch dataset.clock {
      case .call("coalesce", let places): places
      case let place?: [place]
      case nil: [.name([time])]
      }
    // A date without times would stand before one that has them.
    let timed = places.filter { isTimed($0, from: dataset) }
    guard let first = timed.first else { throw .untimed(dataset: dataset.name) }
    return try scope.sql(timed.count == 1 ? first : .call("coalesce", timed))
  }

  /// Whether the column that a path ends at has times of day.
  private func isTimed(_ expression: Expression, from dataset: Dataset) -> Bool {
    guard case .name(let path) = expression, let column = path.last else { return false }
    var owner = dataset
    for step in path.dropLast() {
      guard let relationship = owner.relationships.first(where: { $0.name == step }),
        let target = planner.model.datasets[relationship.target]
      else { return false }
      owner = target
    }
    return planner.facts.timed.contains(.init(owner.table, column))
  }
}
