package import Diagnostics
import Values

/// Reads which tables and columns a database has, without looking at a single row.
package enum SchemaReader {
  /// The schema of a database.
  ///
  /// A view or virtual table that SQLite cannot use (its table or module is gone) is left out.
  package static func read(_ connection: Connection) throws(Failure) -> DatabaseSchema {
    try connection.withHandle { (handle) throws(Failure) in
      let names = try handle.select(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') "
          + "AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
      )
      return DatabaseSchema(
        tables: names.rows.compactMap { row in row.first?.text.flatMap { table($0, in: handle) } }
      )
    }
  }

  /// The columns come from a prepared SELECT: PRAGMA table_info is closed to read-only connections.
  private static func table(_ name: String, in handle: Handle) -> DatabaseSchema.Table? {
    guard let statement = try? handle.prepare("SELECT * FROM \(quoted(identifier: name))") else {
      return nil
    }
    let columns = zip(statement.columnNames, statement.declaredTypes)
    return DatabaseSchema.Table(
      name: name,
      columns: columns.map { DatabaseSchema.Column(name: $0, declaredType: $1) }
    )
  }
}
