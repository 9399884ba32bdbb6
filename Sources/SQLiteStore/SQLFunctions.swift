import CSQLite
import Values

/// The SQL functions every connection of ours has, all deterministic.
///
/// - `fold(text)`: `Values.Fold`, as LIKE, lower() and NOCASE know ASCII only.
/// - `median(x)`, `stddev(x)`: aggregates; what is not a number counts as missing.
/// - `square_sums(x, thing)`: an aggregate, the squares of each thing's sum.
/// - `optiflow_number_profile(x)`, `optiflow_date_profile(x)`: what a column holds, in one pass.
enum SQLFunctions {
  /// Innocuous, so that views may use them although the schema is not trusted.
  private static let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS

  /// The values SQLite calls a function with.
  typealias Arguments = UnsafeMutablePointer<OpaquePointer?>
  private typealias Step = @convention(c) (OpaquePointer?, Int32, Arguments?) -> Void

  /// Registers all of them.
  static func register(in database: OpaquePointer) {
    let fold = sqlite3_create_function_v2(
      database,
      "fold",
      1,
      flags,
      nil,
      { context, _, arguments in SQLFunctions.fold(context, arguments) },
      nil,
      nil,
      nil
    )
    // "sqlite3_create_function … fails only on misuse or lack of memory."
    precondition(fold == SQLITE_OK, "SQLite refused the function fold")
    register("median", in: database) { context, _, arguments in
      SQLFunctions.step(context, arguments) { Median() }
    }
    register("stddev", in: database) { context, _, arguments in
      SQLFunctions.step(context, arguments) { SampleDeviation() }
    }
    register("square_sums", arguments: 2, in: database) { context, _, arguments in
      SQLFunctions.step(context, arguments) { SquareSums() }
    }
    register("optiflow_number_profile", in: database) { context, _, arguments in
      SQLFunctions.step(context, arguments) { NumberProfile() }
    }
    register("optiflow_date_profile", in: database) { context, _, arguments in
      SQLFunctions.step(context, arguments) { DateProfile() }
    }
  }

  private static func register(
    _ name: String,
    arguments: Int32 = 1,
    in database: OpaquePointer,
    step: Step
  ) {
    let code = sqlite3_create_function_v2(
      database,
      name,
      arguments,
      flags,
      nil,
      nil,
      step,
      { context in SQLFunctions.finish(context) },
      nil
    )
    precondition(code == SQLITE_OK, "SQLite refused the function \(name)")
  }

  private static func fold(_ context: OpaquePointer?, _ arguments: Arguments?) {
    guard let argument = arguments?[0], let bytes = sqlite3_value_text(argument) else {
      return sqlite3_result_null(context)
    }
    let count = Int(sqlite3_value_bytes(argument))
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    setResult(Fold.fold(text), in: context)
  }

  /// Hands a text to SQLite as the result of a function.
  static func setResult(_ text: String, in context: OpaquePointer?) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // The empty text must not become NULL.
        guard let base = characters.baseAddress else {
          return optiflow_sqlite3_result_text(context, "", 0)
        }
        optiflow_sqlite3_result_text(context, base, Int32(clamping: characters.count))
      }
    }
  }

  /// One row of an aggregate: SQLite keeps eight zeroed bytes a group, in them the retained object.
  private static func step(
    _ context: OpaquePointer?,
    _ arguments: Arguments?,
    make: () -> Accumulator
  ) {
    guard let arguments else { return }
    let size = Int32(MemoryLayout<UnsafeMutableRawPointer?>.size)
    guard let memory = sqlite3_aggregate_context(context, size) else {
      return sqlite3_result_error_nomem(context)
    }
    let slot = memory.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
    if let known = slot.pointee {
      Unmanaged<Accumulator>.fromOpaque(known).takeUnretainedValue().add(arguments)
    } else {
      let accumulator = make()
      slot.pointee = Unmanaged.passRetained(accumulator).toOpaque()
      accumulator.add(arguments)
    }
  }

  /// The end of a group, which SQLite also reaches when a query is stopped: lets the object go.
  private static func finish(_ context: OpaquePointer?) {
    // Zero bytes asked: no memory means that `step` was never called.
    guard let memory = sqlite3_aggregate_context(context, 0) else {
      return sqlite3_result_null(context)
    }
    let slot = memory.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
    guard let known = slot.pointee else { return sqlite3_result_null(context) }
    slot.pointee = nil
    Unmanaged<Accumulator>.fromOpaque(known).takeRetainedValue().finish(in: context)
  }
}
