import CSQLite
import Values

/// A prepared statement; the only owner of its `sqlite3_stmt`, finalised with it.
///
/// Never leaves the lock of its connection, and so needs none of its own.
final class Statement {
  private let pointer: OpaquePointer

  /// Takes over a pointer that nobody else will finalise.
  init(owning pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    // "If the most recent evaluation of statement S failed, then sqlite3_finalize(S) returns the
    // appropriate error code": that error was reported by `step` already.
    sqlite3_finalize(pointer)
  }

  /// Whether SQLite itself says that running the statement writes nothing.
  var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

  /// Number of `?` in the text.
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(pointer)) }

  /// Number of columns a row has.
  var columnCount: Int { Int(sqlite3_column_count(pointer)) }

  /// Names of the columns.
  var columnNames: [String] {
    (0..<sqlite3_column_count(pointer)).map { index in
      sqlite3_column_name(pointer, index).map { String(cString: $0) } ?? ""
    }
  }

  /// Type each column was declared with in its table; empty for expressions and untyped columns.
  var declaredTypes: [String] {
    (0..<sqlite3_column_count(pointer)).map { index in
      sqlite3_column_decltype(pointer, index).map { String(cString: $0) } ?? ""
    }
  }

  /// Binds all parameters, in order.
  ///
  /// - Returns: SQLite's result code (too large a text is the only way to fail).
  func bind(_ values: [Value]) -> Int32 {
    precondition(
      values.count == parameterCount,
      "\(parameterCount) parameters in the SQL, \(values.count) values given"
    )
    var index: Int32 = 1
    for value in values {
      let code = bind(value, at: index)
      guard code == SQLITE_OK else { return code }
      index += 1
    }
    return SQLITE_OK
  }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(pointer, index)
    case .integer(let integer): return sqlite3_bind_int64(pointer, index, integer)
    case .real(let real): return sqlite3_bind_double(pointer, index, real)
    case .text(var text):
      return text.withUTF8 { bytes in
        // A null pointer would bind NULL instead of the empty text.
        guard let base = bytes.baseAddress else {
          return optiflow_sqlite3_bind_text(pointer, index, "", 0)
        }
        return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
          optiflow_sqlite3_bind_text(pointer, index, characters, Int32(clamping: bytes.count))
        }
      }
    }
  }

  /// Runs to the next row.
  ///
  /// - Returns: SQLITE_ROW, SQLITE_DONE or an error code.
  func step() -> Int32 {
    sqlite3_step(pointer)
  }

  /// Makes the statement ready to run again and lets go of the bound values.
  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  /// The values of the current row.
  func row(columns count: Int) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<Int32(count) {
      values.append(value(at: index))
    }
    return values
  }

  /// One value of the current row; a blob counts as missing, no column of ours is one.
  private func value(at index: Int32) -> Value {
    switch sqlite3_column_type(pointer, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, index))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(pointer, index))
    case SQLITE_TEXT:
      guard let bytes = sqlite3_column_text(pointer, index) else { return .null }
      let count = Int(sqlite3_column_bytes(pointer, index))
      return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    default: return .null
    }
  }
}
