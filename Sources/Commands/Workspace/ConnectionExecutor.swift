import Assistant
import Diagnostics
import SQLiteStore
import Values

/// Runs the assistant's statements on a read-only connection.
struct ConnectionExecutor: QueryExecutor {
  let connection: Connection
  let cancellation: Cancellation?
  /// The longest a statement may take.
  let deadline: Duration

  func run(_ sql: String, parameters: [Value], limit: Int) throws(Failure) -> QueryRows {
    let result = try connection.query(
      sql,
      parameters: parameters,
      deadline: deadline,
      limit: limit,
      cancellation: cancellation
    )
    return QueryRows(rows: result.rows, isTruncated: result.isTruncated)
  }
}
