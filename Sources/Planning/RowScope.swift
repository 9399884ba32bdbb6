import SQL
import SemanticModel
import Values

/// The rows of one dataset in a FROM clause, with the joins that its expressions turn out to need.
///
/// Expressions are rendered through it; each relationship they walk adds one LEFT JOIN, so no row is ever
/// lost or multiplied (relationships are many-to-one).
struct RowScope {
  let model: SemanticModel
  let facts: DatabaseFacts
  let dataset: Dataset
  let alias: String
  private(set) var joins: [(alias: String, clause: SQLFragment)] = []
  /// The columns of the dataset itself that expressions and joins read.
  private(set) var columns: Set<String> = []

  init(
    model: SemanticModel,
    facts: DatabaseFacts,
    dataset: Dataset,
    alias: String? = nil
  ) throws(PlanningProblem) {
    guard facts.has(dataset.table) else { throw .missingTable(dataset.table) }
    self.model = model
    self.facts = facts
    self.dataset = dataset
    self.alias = alias ?? dataset.name
  }

  /// `sales_history AS sales`, or the subquery of a derived dataset.
  func from() throws(PlanningProblem) -> SQLFragment {
    guard let derivation = dataset.derivation else {
      let rows: SQLFragment =
        dataset.versions.flatMap { newest(of: $0) } ?? .identifier(dataset.table)
      return "\(rows) AS \(.identifier(alias))"
    }
    var query = Query()
    query.measures = [Measure(derivation.metric)]
    query.keys = [.dimension(derivation.dimension)] + (derivation.isDaily ? [.time(.day)] : [])
    let day: SQLFragment = derivation.isDaily ? ", k1 AS day" : ""
    let figures = try QueryPlanner(model: model, facts: facts).groups(query)
    return
      "(SELECT k0 AS member, m0 AS value\(day) FROM (\(figures)) WHERE k0 IS NOT NULL) AS \(.identifier(alias))"
  }

  /// The rows that no later version follows; nil where nothing tells which is the later one.
  private func newest(of versions: Dataset.Versions) -> SQLFragment? {
    let order = [versions.order, dataset.primaryKey].filter { facts.has(dataset.table, $0) }
    guard !order.isEmpty, versions.keys.allSatisfy({ facts.has(dataset.table, $0) }) else {
      return nil
    }
    let keys = versions.keys.map { key -> SQLFragment in
      key == dataset.time ? "substr(\(.identifier(key)), 1, 10)" : .identifier(key)
    }
    let places = order.map { SQLFragment.identifier($0) }.joined(", ")
    return """
      (SELECT * FROM (SELECT *, LEAD(1) OVER (PARTITION BY \(keys.joined(", ")) ORDER BY \(places)) AS is_followed
      FROM \(.identifier(dataset.table))) WHERE is_followed IS NULL)
      """
  }

  /// Whether the dataset has a column of this name.
  func has(_ owner: Dataset, _ column: String) -> Bool {
    owner.derivation.map { $0.columns.contains(column) } ?? facts.has(owner.table, column)
  }

  /// Adds a join that no relationship describes (a computed class).
  mutating func addJoin(alias: String, clause: SQLFragment) {
    if !joins.contains(where: { $0.alias == alias }) { joins.append((alias, clause)) }
  }

  /// Whether a relationship's tables and columns are there.
  func isUsable(_ owner: Dataset, _ relationship: Dataset.Relationship) -> Bool {
    guard let target = model.datasets[relationship.target] else { return false }
    return has(owner, relationship.from) && facts.has(target.table, relationship.key)
  }

  /// SQL of a per-row formula.
  mutating func sql(_ expression: Expression) throws(PlanningProblem) -> SQLFragment {
    switch expression {
    case .null: return "NULL"
    case .number(let number):
      return number == number.rounded() ? .constant(Int(number)) : .value(.real(number))
    case .text(let text): return .value(.text(text))
    case .name(let path): return try column(path)
    case .call("coalesce", let arguments): return try coalesce(arguments)
    case .call(let function, let arguments):
      var rendered: [SQLFragment] = []
      for argument in arguments { rendered.append(try sql(argument)) }
      return Self.call(function, rendered, now: facts.now)
    // The blank keeps two of them from beginning a comment.
    case .unary(.minus, let operand): return "- \(try sql(operand))"
    case .unary(.not, let operand): return "NOT (\(try sql(operand)))"
    case .binary(.divide, let left, .number(let divisor)) where divisor != 0:
      return "\(try sql(left)) / \(.constant(real: divisor))"
    case .binary(let symbol, let left, let right):
      return Self.binary(symbol, try sql(left), try sql(right))
    case .membership(let operand, let list, let negated):
      var items: [SQLFragment] = []
      for item in list { items.append(try sql(item)) }
      let keyword: SQLFragment = negated ? "NOT IN" : "IN"
      return "\(try sql(operand)) \(keyword) (\(items.joined(", ")))"
    case .isNull(let operand, let negated):
      return "\(try sql(operand)) IS \(negated ? "NOT NULL" : "NULL")"
    }
  }

  /// The column at the end of a relationship path, joined on the way, guarded where it is dirty.
  private mutating func column(_ path: [String]) throws(PlanningProblem) -> SQLFragment {
    let (owner, ownerAlias) = try join(Array(path.dropLast()))
    let name = path[path.count - 1]
    if let mark = owner.marks.first(where: { $0.name == name }) {
      return try singledOut(by: mark, owner, ownerAlias)
    }
    guard has(owner, name) else {
      throw .missingColumn(table: owner.table, column: name)
    }
    if path.count == 1 { columns.insert(name) }
    let bare = SQLFragment.column(ownerAlias, name)
    if facts.dirtyNumbers.contains(.init(owner.table, name)) {
      // Compared with a NUMERIC cast, a text becomes a number only if all of it is one: '12', not '1-2'.
      return "CASE WHEN \(bare) = CAST(\(bare) AS NUMERIC) THEN \(bare) + 0 END"
    }
    if facts.dirtyDates.contains(.init(owner.table, name)) {
      return "CASE WHEN \(Self.isISODate(bare)) THEN \(bare) END"
    }
    return bare
  }

  /// Walks relationships from this dataset; returns the dataset at the end and its alias.
  mutating func join(_ path: [String]) throws(PlanningProblem) -> (Dataset, String) {
    var owner = dataset
    var ownerAlias = alias
    for step in path {
      guard let relationship = owner.relationships.first(where: { $0.name == step }),
        let target = model.datasets[relationship.target]
      else { preconditionFailure("no relationship \(step) in \(owner.name)") }
      guard facts.has(target.table) else { throw .missingTable(target.table) }
      guard has(owner, relationship.from) else {
        throw .missingColumn(table: owner.table, column: relationship.from)
      }
      if ownerAlias == alias { columns.insert(relationship.from) }
      let targetAlias = ownerAlias == alias ? step : ownerAlias + "_" + step
      addJoin(
        alias: targetAlias,
        clause:
          "LEFT JOIN \(.identifier(target.table)) AS \(.identifier(targetAlias)) ON \(.column(targetAlias, relationship.key)) = \(.column(ownerAlias, relationship.from))"
      )
      (owner, ownerAlias) = (target, targetAlias)
    }
    return (owner, ownerAlias)
  }

  /// The first known argument; columns the database lacks are skipped, all lacking is the first one's problem.
  private mutating func coalesce(_ arguments: [Expression]) throws(PlanningProblem) -> SQLFragment {
    var present: [SQLFragment] = []
    var firstProblem: PlanningProblem?
    for argument in arguments {
      do throws(PlanningProblem) {
        present.append(try sql(argument))
      } catch {
        firstProblem = firstProblem ?? error
      }
    }
    if present.isEmpty, let firstProblem { throw firstProblem }
    return present.count == 1 ? present[0] : "COALESCE(\(present.joined(", ")))"
  }

  /// A text that begins with a real day: `2024-03-05…`, not `05/03/2024` and not `2024-02-31`.
  static func isISODate(_ column: SQLFragment) -> SQLFragment {
    "(substr(\(column), 11, 1) IN ('', ' ', 'T') AND date(substr(\(column), 1, 10), '+0 days') = substr(\(column), 1, 10))"
  }

  /// The next multiple of a step, which is at least 1; the tiny part keeps 368.0000001 from becoming 369.
  static func roundedUp(_ value: SQLFragment, to step: SQLFragment) -> SQLFragment {
    let step = "MAX(COALESCE(\(step), 1), 1)" as SQLFragment
    return "(CEIL((\(value)) * 1.0 / \(step) - 0.000001) * \(step))"
  }

  private static func call(
    _ function: String,
    _ arguments: [SQLFragment],
    now: CalendarDay
  ) -> SQLFragment {
    switch function {
    case "days":
      return
        "(julianday(substr(\(arguments[1]), 1, 10)) - julianday(substr(\(arguments[0]), 1, 10)))"
    case "day": return "substr(\(arguments[0]), 1, 10)"
    case "hour": return "CAST(substr(\(arguments[0]), 12, 2) AS INTEGER)"
    case "now": return .value(.text(now.iso))
    case "abs": return "ABS(\(arguments[0]))"
    case "if": return "CASE WHEN \(arguments[0]) THEN \(arguments[1]) ELSE \(arguments[2]) END"
    case "round_up":
      return roundedUp(arguments[0], to: arguments[1])
    case "sqrt": return "SQRT(\(arguments[0]))"
    case "contains": return "INSTR(fold(\(arguments[0])), \(arguments[1])) > 0"
    case "greatest": return "MAX(\(arguments[0]), \(arguments[1]))"
    default: preconditionFailure("no SQL for the function \(function)")
    }
  }

  /// Arithmetic and comparison; division is always real, and by zero unknown (in SQLite `7/2` is 3).
  static func binary(
    _ symbol: Expression.BinaryOperator,
    _ left: SQLFragment,
    _ right: SQLFragment
  ) -> SQLFragment {
    switch symbol {
    case .add: "(\(left) + \(right))"
    case .subtract: "(\(left) - \(right))"
    case .multiply: "\(left) * \(right)"
    case .divide: "(\(left) * 1.0 / NULLIF(\(right), 0))"
    case .equal: "\(left) = \(right)"
    case .notEqual: "\(left) <> \(right)"
    case .less: "\(left) < \(right)"
    case .lessOrEqual: "\(left) <= \(right)"
    case .greater: "\(left) > \(right)"
    case .greaterOrEqual: "\(left) >= \(right)"
    case .and: "(\(left) AND \(right))"
    case .or: "(\(left) OR \(right))"
    }
  }
}
