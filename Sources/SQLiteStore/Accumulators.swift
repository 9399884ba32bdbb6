import CSQLite
import Values

/// The state of one group of an aggregate function.
class Accumulator {
  /// Takes one more row: the function's arguments, each an `sqlite3_value` that is valid during the call only.
  func add(_ row: SQLFunctions.Arguments) {
    if let value = row[0] { add(value) }
  }

  /// The same for functions of one argument.
  func add(_ value: OpaquePointer) {}

  /// Gives the result to SQLite.
  func finish(in context: OpaquePointer?) {
    sqlite3_result_null(context)
  }

  /// The number a value is, numeric text included ('12.5'); nil for all else.
  static func number(_ value: OpaquePointer) -> Double? {
    switch sqlite3_value_numeric_type(value) {
    case SQLITE_INTEGER, SQLITE_FLOAT: sqlite3_value_double(value)
    default: nil
    }
  }
}

/// `median(x)`: the middle value, the mean of the two middle ones for an even count.
final class Median: Accumulator {
  private var numbers: [Double] = []

  override func add(_ value: OpaquePointer) {
    if let number = Self.number(value) { numbers.append(number) }
  }

  override func finish(in context: OpaquePointer?) {
    guard !numbers.isEmpty else { return sqlite3_result_null(context) }
    numbers.sort()
    let middle = numbers.count / 2
    let isOdd = numbers.count % 2 == 1
    let median =
      isOdd ? numbers[middle] : numbers[middle - 1] + (numbers[middle] - numbers[middle - 1]) / 2
    sqlite3_result_double(context, median)
  }
}

/// `stddev(x)`: the standard deviation of a sample, NULL below two numbers.
///
/// Welford's update (Technometrics 4:3, 1962), which does not lose digits on large means:
/// s = √(Σ(x − mean)² ÷ (n − 1)).
final class SampleDeviation: Accumulator {
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  override func add(_ value: OpaquePointer) {
    guard let number = Self.number(value) else { return }
    count += 1
    let distance = number - mean
    mean += distance / count
    squares += distance * (number - mean)
  }

  override func finish(in context: OpaquePointer?) {
    guard count > 1 else { return sqlite3_result_null(context) }
    sqlite3_result_double(context, (squares / (count - 1)).squareRoot())
  }
}

/// `square_sums(x, thing)`: Σ over the things of (Σ x)²; rows without a number or a thing count for nothing.
///
/// The variance that the errors of things add when those of one thing go together, but not those of two.
final class SquareSums: Accumulator {
  private var sums: [String: Double] = [:]

  override func add(_ row: SQLFunctions.Arguments) {
    guard let value = row[0], let number = Self.number(value), let key = row[1],
      let bytes = sqlite3_value_text(key)
    else { return }
    let text = UnsafeBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(key)))
    sums[String(decoding: text, as: UTF8.self), default: 0] += number
  }

  override func finish(in context: OpaquePointer?) {
    guard !sums.isEmpty else { return sqlite3_result_null(context) }
    // In one order, so that the last digits are the same each time.
    sqlite3_result_double(context, sums.values.map { $0 * $0 }.sorted().reduce(0, +))
  }
}

/// `optiflow_number_profile(x)`: "present unfit", how many are not NULL and how many no number.
final class NumberProfile: Accumulator {
  private var present = 0
  private var unfit = 0

  override func add(_ value: OpaquePointer) {
    switch sqlite3_value_type(value) {
    case SQLITE_NULL: return
    case SQLITE_INTEGER, SQLITE_FLOAT: break
    default: if Self.number(value) == nil { unfit += 1 }
    }
    present += 1
  }

  override func finish(in context: OpaquePointer?) {
    SQLFunctions.setResult("\(present) \(unfit)", in: context)
  }
}

/// `optiflow_date_profile(x)`: "present unfit first last timed", the days written yyyymmdd; timed are those with a time that is
/// not midnight.
///
/// A date is a text that begins with a day of the calendar, YYYY-MM-DD, and then ends or goes on
/// after a blank or a T with a time. In plain SQL: `substr(x, 11, 1) IN ('', ' ', 'T') AND
/// date(substr(x, 1, 10), '+0 days') = substr(x, 1, 10)`.
final class DateProfile: Accumulator {
  private var present = 0
  private var unfit = 0
  private var first = Int.max
  private var last = Int.min
  private var timed = 0

  override func add(_ value: OpaquePointer) {
    let type = sqlite3_value_type(value)
    guard type != SQLITE_NULL else { return }
    present += 1
    guard type == SQLITE_TEXT, let start = sqlite3_value_text(value) else {
      unfit += 1
      return
    }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    guard let day = Self.packedDay(bytes) else {
      unfit += 1
      return
    }
    if bytes.dropFirst(11).contains(where: { (0x31...0x39).contains($0) }) { timed += 1 }
    if day < first { first = day }
    if day > last { last = day }
  }

  override func finish(in context: OpaquePointer?) {
    guard first <= last else { return SQLFunctions.setResult("\(present) \(unfit)", in: context) }
    SQLFunctions.setResult("\(present) \(unfit) \(first) \(last) \(timed)", in: context)
  }

  /// The day a text begins with as the number yyyymmdd, which orders as days do; nil for no day.
  private static func packedDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    guard bytes.count == 10 || bytes[10] == 0x20 || bytes[10] == 0x54 else { return nil }
    var packed = 0
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = Int(bytes[index]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      packed = packed * 10 + digit
    }
    let month = packed / 100 % 100
    let day = packed % 100
    guard (1...12).contains(month), day >= 1,
      day <= 28 || day <= CalendarDay.length(ofMonth: month, year: packed / 10_000)
    else { return nil }
    return packed
  }
}
