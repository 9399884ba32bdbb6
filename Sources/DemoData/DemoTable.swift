import Values

/// A table's rows, made one at a time so that they never all lie in memory.
struct DemoTable {
  /// Name and columns.
  var layout: TableLayout
  /// Number of rows.
  var count: Int
  /// The values of a row (0…), in the order of the layout's columns.
  var row: (Int) -> [Value]

  /// A table whose rows are made from the elements of an array.
  init<Element>(
    _ layout: TableLayout,
    _ elements: [Element],
    row: @escaping (Int, Element) -> [Value]
  ) {
    self.layout = layout
    count = elements.count
    self.row = { row($0, elements[$0]) }
  }
}

extension Value {
  /// A whole number.
  static func int(_ number: Int) -> Value { .integer(Int64(number)) }

  /// The key of what has this position: keys start at 1.
  static func key(_ position: Int) -> Value { .int(position + 1) }

  /// The key of what has this position, if any.
  static func key(_ position: Int?) -> Value { position.map { .int($0 + 1) } ?? .null }

  /// Cents as euros.
  static func euros(_ cents: Int) -> Value { .real(Double(cents) / 100) }

  /// A number with two decimals.
  static func hundredths(_ number: Double) -> Value { .real((number * 100).rounded() / 100) }

  /// Yes as 1, no as 0.
  static func flag(_ flag: Bool) -> Value { .integer(flag ? 1 : 0) }

  /// The ISO date of a position.
  static func date(_ index: Int) -> Value { .text(DemoCalendar.iso(index)) }

  /// The ISO date of a position, if any.
  static func date(_ index: Int?) -> Value { index.map { .text(DemoCalendar.iso($0)) } ?? .null }

  /// The date of a position, at the hour of the nightly run.
  static func night(_ index: Int) -> Value { .text(DemoCalendar.iso(index) + " 00:30:00") }

  /// The text of a named case.
  static func text<Case: RawRepresentable>(of value: Case) -> Value where Case.RawValue == String {
    .text(value.rawValue)
  }
}
