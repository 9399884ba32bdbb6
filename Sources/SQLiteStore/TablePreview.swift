package import Diagnostics
import Values

extension Connection {
  /// The first rows of a table or view, in the order they are stored.
  ///
  /// - Parameters:
  ///   - table: its name, in either case.
  ///   - columns: the columns wanted, in order; none for all.
  ///   - limit: rows to return at most; beyond, the result says that it is truncated.
  /// - Returns: whole values; names as the database writes them.
  /// - Throws: "db.unknown-table", "db.unknown-column", and what can befall a query.
  package func preview(
    of table: String,
    columns: [String] = [],
    limit: Int
  ) throws(Failure) -> QueryResult {
    let schema = try SchemaReader.read(self)
    guard let found = schema.table(named: table) else {
      throw .unknownTable(table, among: schema.tables.map(\.name))
    }
    var names = found.columns.map(\.name)
    if !columns.isEmpty {
      names = try columns.map { (name) throws(Failure) in
        guard let column = found.column(named: name) else {
          throw .unknownColumn(name, of: found.name, among: names)
        }
        return column.name
      }
    }
    let list = names.map(quoted(identifier:)).joined(separator: ", ")
    // An index that holds all these columns would give its own order.
    let sql = "SELECT \(list) FROM \(quoted(identifier: found.name)) NOT INDEXED"
    return try query(sql, limit: limit)
  }
}
