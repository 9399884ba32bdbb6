package import Values

/// What the planner must know of a database: what is there, what is dirty, from when to when.
package struct DatabaseFacts: Sendable {
  /// A column of a table.
  package struct Column: Hashable, Sendable {
    package let table: String
    package let name: String

    package init(_ table: String, _ name: String) {
      self.table = table
      self.name = name
    }
  }

  /// Table → columns that exist and hold something.
  package var columns: [String: Set<String>]
  /// Number columns with values that are not numbers.
  package var dirtyNumbers: Set<Column>
  /// Date columns with values that are not ISO dates.
  package var dirtyDates: Set<Column>
  /// Date columns with times of day beside midnight.
  package var timed: Set<Column>
  /// First and last valid day of date columns.
  package var ranges: [Column: ClosedRange<CalendarDay>]
  /// Rows a table has.
  package var rowCounts: [String: Int]
  /// The fixed "now".
  package var now: CalendarDay

  package init(
    columns: [String: Set<String>],
    dirtyNumbers: Set<Column> = [],
    dirtyDates: Set<Column> = [],
    timed: Set<Column> = [],
    ranges: [Column: ClosedRange<CalendarDay>] = [:],
    rowCounts: [String: Int] = [:],
    now: CalendarDay
  ) {
    self.columns = columns
    self.dirtyNumbers = dirtyNumbers
    self.dirtyDates = dirtyDates
    self.timed = timed
    self.ranges = ranges
    self.rowCounts = rowCounts
    self.now = now
  }

  package func has(_ table: String) -> Bool { columns[table] != nil }

  package func has(_ table: String, _ column: String) -> Bool {
    columns[table]?.contains(column) ?? false
  }
}
