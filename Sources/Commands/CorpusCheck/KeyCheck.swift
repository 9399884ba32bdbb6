import Diagnostics
import SQL
import SQLiteStore
import SemanticModel
import Values

/// A declared key that the data hold more than once: joins to it would multiply rows.
struct KeyProblem: Hashable {
  /// `table.column`.
  let place: String
  /// How many values stand in several rows.
  let count: Int
  /// One of them.
  let example: String

  /// The problem in one line.
  func text(in tongue: Tongue) -> String {
    tongue.pick(
      "\(place): [data.duplicate-key] \(count) valeur(s) en plusieurs lignes, par exemple « \(example) »",
      "\(place): [data.duplicate-key] \(count) value(s) in several rows, for example '\(example)'"
    )
  }
}

/// Verifies on the data that the columns which joins go to are keys.
struct KeyCheck {
  let model: SemanticModel
  let connection: Connection

  /// Every column that is joined to and has a value twice; tables and columns that are not there are passed over.
  func problems() throws(Failure) -> [KeyProblem] {
    let schema = try SchemaReader.read(connection)
    var problems: [KeyProblem] = []
    for key in keys {
      guard let table = schema.table(named: key.table), table.column(named: key.column) != nil
      else { continue }
      if let problem = try problem(key.table, key.column) { problems.append(problem) }
    }
    return problems
  }

  /// Table and column of each key that a relationship names, once, in order.
  private var keys: [(table: String, column: String)] {
    var keys: [(table: String, column: String)] = []
    for dataset in model.datasets.values.sorted(by: { $0.name < $1.name }) {
      for relationship in dataset.relationships {
        guard let target = model.datasets[relationship.target] else { continue }
        let isKnown = keys.contains { $0.table == target.table && $0.column == relationship.key }
        if !isKnown { keys.append((target.table, relationship.key)) }
      }
    }
    return keys.sorted { ($0.table, $0.column) < ($1.table, $1.column) }
  }

  private func problem(_ table: String, _ column: String) throws(Failure) -> KeyProblem? {
    let name = SQLFragment.identifier(column)
    let statement: SQLFragment = """
      SELECT count(*), min(k) FROM (SELECT \(name) AS k FROM \(.identifier(table)) \
      WHERE \(name) IS NOT NULL GROUP BY 1 HAVING count(*) > 1)
      """
    let row = try connection.query(statement.prepared.sql, deadline: .seconds(120)).rows.first ?? []
    guard row.count == 2, let count = row[0].number, count > 0 else { return nil }
    let example: String =
      switch row[1] {
      case .text(let text): text
      case .integer(let number): String(number)
      case .real(let number): String(number)
      case .null: ""
      }
    return KeyProblem(place: "\(table).\(column)", count: Int(count), example: example)
  }
}
