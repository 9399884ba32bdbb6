/// A SELECT statement as a tree; clauses are rendered in the order SQL wants them.
package struct Select: Sendable {
  package var columns: [(expression: SQLFragment, alias: String)] = []
  package var from: SQLFragment?
  /// Whole join clauses, `LEFT JOIN products AS p ON …`.
  package var joins: [SQLFragment] = []
  /// Conditions, all of which must hold.
  package var conditions: [SQLFragment] = []
  package var grouping: [SQLFragment] = []
  package var ordering: [SQLFragment] = []
  package var limit: Int?
  /// Rows left out before the first one; only with a limit.
  package var offset = 0

  package init() {}

  /// The statement as one fragment, a clause a line.
  package var fragment: SQLFragment {
    let list = columns.map { column -> SQLFragment in
      "\(column.expression) AS \(.identifier(column.alias))"
    }
    var clauses: [SQLFragment] = ["SELECT \(list.joined(", "))"]
    if let from { clauses.append("FROM \(from)") }
    clauses += joins
    if !conditions.isEmpty { clauses.append("WHERE \(conditions.joined(" AND "))") }
    if !grouping.isEmpty { clauses.append("GROUP BY \(grouping.joined(", "))") }
    if !ordering.isEmpty { clauses.append("ORDER BY \(ordering.joined(", "))") }
    if let limit {
      clauses.append(
        offset == 0
          ? "LIMIT \(.constant(limit))" : "LIMIT \(.constant(limit)) OFFSET \(.constant(offset))"
      )
    }
    return clauses.joined("\n")
  }
}

/// A statement with named subqueries before it.
package struct Statement: Sendable {
  package var subqueries: [(name: String, body: SQLFragment)] = []
  package var body: SQLFragment

  package init(subqueries: [(name: String, body: SQLFragment)], body: SQLFragment) {
    self.subqueries = subqueries
    self.body = body
  }

  /// `WITH a AS (…), b AS (…) SELECT …`; recursive subqueries are allowed.
  package var fragment: SQLFragment {
    if subqueries.isEmpty { return body }
    let list = subqueries.map { subquery -> SQLFragment in
      "\(.identifier(subquery.name)) AS (\n\(subquery.body)\n)"
    }
    return "WITH RECURSIVE \(list.joined(",\n"))\n\(body)"
  }
}
