import SQL
import SemanticModel
import Values

/// Where a dataset finds a dimension: by which joins, and the formulas of its key and name there.
struct DimensionBinding {
  /// A key as values are told apart: « Freinage » with a blank behind it is « Freinage ».
  ///
  /// Only plain columns of text that name no thing: keys of things and computed ones are what they are.
  static func tidy(_ sql: SQLFragment, _ dimension: Dimension) -> SQLFragment {
    guard dimension.type == .text, !dimension.isEntity, dimension.computation == nil,
      dimension.key == dimension.label, case .name = dimension.key
    else { return sql }
    return "TRIM(\(sql))"
  }

  let path: [String]
  let key: Expression
  let label: Expression

  /// The nearest dataset, by usable many-to-one joins, that carries the dimension itself or by an override.
  ///
  /// Two equally near ones are an error, unless one of them is on the dataset itself.
  static func find(
    _ dimension: Dimension,
    from dataset: Dataset,
    in scope: RowScope
  ) throws(PlanningProblem) -> DimensionBinding {
    if let found = try search(dimension, from: dataset, model: scope.model, usable: scope.isUsable)
    {
      return found
    }
    guard
      let ideal = try search(dimension, from: dataset, model: scope.model, usable: { _, _ in true })
    else { throw .unreachable(dataset: dataset.name, dimension: dimension.name) }
    throw missing(on: ideal.path, from: dataset, in: scope)
  }

  private static func search(
    _ dimension: Dimension,
    from start: Dataset,
    model: SemanticModel,
    usable: (Dataset, Dataset.Relationship) -> Bool
  ) throws(PlanningProblem) -> DimensionBinding? {
    var frontier: [(dataset: Dataset, path: [String])] = [(start, [])]
    var seen: Set<String> = [start.name]
    while !frontier.isEmpty {
      let hits = frontier.compactMap { candidate in
        carried(dimension, by: candidate.dataset, candidate.path)
      }
      if hits.count > 1 { throw .ambiguous(dataset: start.name, dimension: dimension.name) }
      if let hit = hits.first { return hit }
      var next: [(dataset: Dataset, path: [String])] = []
      for (dataset, path) in frontier {
        for relationship in dataset.relationships where usable(dataset, relationship) {
          guard let target = model.datasets[relationship.target], !seen.contains(target.name) else {
            continue
          }
          next.append((target, path + [relationship.name]))
        }
      }
      seen.formUnion(next.map(\.dataset.name))
      frontier = next
    }
    return nil
  }

  private static func carried(
    _ dimension: Dimension,
    by dataset: Dataset,
    _ path: [String]
  ) -> DimensionBinding? {
    if let override = dimension.overrides[dataset.name] {
      return DimensionBinding(
        path: path,
        key: override.key.under(path),
        label: override.label.under(path)
      )
    }
    guard dimension.dataset == dataset.name else { return nil }
    return DimensionBinding(
      path: path,
      key: dimension.key.under(path),
      label: dimension.label.under(path)
    )
  }

  /// The first table or column that the joins need and the database lacks.
  private static func missing(
    on path: [String],
    from dataset: Dataset,
    in scope: RowScope
  ) -> PlanningProblem {
    var owner = dataset
    for step in path {
      guard let relationship = owner.relationships.first(where: { $0.name == step }),
        let target = scope.model.datasets[relationship.target]
      else { break }
      if !scope.facts.has(target.table) { return .missingTable(target.table) }
      if !scope.has(owner, relationship.from) {
        return .missingColumn(table: owner.table, column: relationship.from)
      }
      owner = target
    }
    return .unreachable(dataset: dataset.name, dimension: owner.name)
  }
}

extension Expression {
  /// The same formula seen from a dataset that reaches this one by a relationship path.
  func under(_ path: [String]) -> Expression {
    if path.isEmpty { return self }
    switch self {
    case .null, .number, .text: return self
    case .name(let name): return .name(path + name)
    case .call(let function, let arguments):
      return .call(function, arguments.map { $0.under(path) })
    case .unary(let symbol, let operand): return .unary(symbol, operand.under(path))
    case .binary(let symbol, let left, let right):
      return .binary(symbol, left.under(path), right.under(path))
    case .membership(let operand, let list, let negated):
      return .membership(operand.under(path), list.map { $0.under(path) }, negated: negated)
    case .isNull(let operand, let negated): return .isNull(operand.under(path), negated: negated)
    }
  }
}
