import SQL
import SemanticModel
import Values

extension ArmBuilder {
  /// SQL of a filter on the rows of a dataset.
  func filter(
    _ filter: Filter,
    date: SQLFragment?,
    dataset: Dataset,
    _ scope: inout RowScope
  ) throws(PlanningProblem) -> SQLFragment {
    switch filter {
    case .values(let name, let values, let negated):
      let key = try self.key(of: name, dataset, &scope)
      var list = values.map { SQLFragment.value($0.key) }.joined(", ")
      if let computation = planner.model.dimensions[name]?.computation {
        let (classes, column) = try planner.computedClass(computation)
        list = "SELECT member FROM (\(classes)) WHERE \(column) IN (\(list))"
      }
      return negated ? "(\(key) NOT IN (\(list)) OR \(key) IS NULL)" : "\(key) IN (\(list))"
    case .nameMatches(let name, let words, let negated):
      let key = try self.key(of: name, dataset, &scope)
      let members = try planner.members(of: name, named: words)
      return negated
        ? "(\(key) NOT IN (\(members)) OR \(key) IS NULL)" : "\(key) IN (\(members))"
    case .missing(let name):
      let key = try self.key(of: name, dataset, &scope)
      return "(\(key) IS NULL OR \(key) = '')"
    case .compare(let name, let comparison, let value):
      let key = try self.key(of: name, dataset, &scope)
      return RowScope.binary(comparison.binary, key, .value(value))
    case .weekdays(let days):
      guard let date else { throw .undated(dataset: dataset.name) }
      let list = days.map { SQLFragment.constant($0) }.joined(", ")
      return "\(TimeAxis.label(date, .weekday)) IN (\(list))"
    case .hours(let hours):
      return TimeAxis.isWithin(hours, try clock(of: dataset, &scope))
    case .membership(let name, let query, let negated):
      let key = try self.key(of: name, dataset, &scope)
      let members = try planner.members(query)
      return negated
        ? "(\(key) NOT IN (\(members)) OR \(key) IS NULL)" : "\(key) IN (\(members))"
    case .segment(let name, let days, let negated):
      return try segment(name, days: days, negated: negated, dataset, &scope)
    }
  }

  /// SQL of a dimension's key; of the member's key for a computed class.
  private func key(
    of name: String,
    _ dataset: Dataset,
    _ scope: inout RowScope
  ) throws(PlanningProblem) -> SQLFragment {
    guard let dimension = planner.model.dimensions[name] else {
      preconditionFailure("no dimension \(name)")
    }
    let binding = try DimensionBinding.find(dimension, from: dataset, in: scope)
    return DimensionBinding.tidy(try scope.sql(binding.key), dimension)
  }

  private func segment(
    _ name: String,
    days: Int?,
    negated: Bool,
    _ dataset: Dataset,
    _ scope: inout RowScope
  ) throws(PlanningProblem) -> SQLFragment {
    guard let segment = planner.model.segments[name] else {
      preconditionFailure("no segment \(name)")
    }
    switch segment.scope {
    case .rows(let home, let condition):
      let path = try relationshipPath(from: dataset, to: home, scope, segment: name)
      let sql = try scope.sql(condition.under(path))
      return negated ? "NOT COALESCE(\(sql), 0)" : "(\(sql))"
    case .entity(let dimension, let condition):
      let key = try self.key(of: dimension, dataset, &scope)
      let members = try planner.members(of: dimension, where: condition, days: days, at: places)
      return negated
        ? "(\(key) NOT IN (\(members)) OR \(key) IS NULL)" : "\(key) IN (\(members))"
    }
  }

  private func relationshipPath(
    from dataset: Dataset,
    to home: String,
    _ scope: RowScope,
    segment: String
  ) throws(PlanningProblem) -> [String] {
    do throws(SemanticModel.JoinProblem) {
      return try planner.model.joinPath(from: dataset.name, to: home, usable: scope.isUsable)
    } catch {
      switch error {
      case .unreachable:
        throw PlanningProblem.unreachable(dataset: dataset.name, dimension: segment)
      case .ambiguous: throw PlanningProblem.ambiguous(dataset: dataset.name, dimension: segment)
      }
    }
  }
}

extension ComparisonOperator {
  /// The same comparison as a formula's operator.
  var binary: Expression.BinaryOperator {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }
}
