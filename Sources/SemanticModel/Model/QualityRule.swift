/// What the rows of a table must fulfil to be sound.
package struct QualityRule: Hashable, Sendable {
  /// What is checked.
  package enum Check: Hashable, Sendable {
    /// Something is entered.
    case filled
    /// What is entered is a number.
    case number
    /// What is entered is an ISO date.
    case date
    /// No two rows have the same texts, case and accents aside.
    case unique
    /// The number lies between these; nil: without end.
    case range(from: Double?, to: Double?)
    /// One of these texts.
    case allowed([String])
    /// The key of a row of another table.
    case reference(table: String, key: String)
    /// The second column's day is not before the first one's.
    case order
    /// The newest day is at most so many days old.
    case fresh(days: Int)

    /// The name of the kind, as the corpus words it.
    package var kind: String {
      switch self {
      case .filled: "filled"
      case .number: "number"
      case .date: "date"
      case .unique: "unique"
      case .range: "range"
      case .allowed: "allowed"
      case .reference: "reference"
      case .order: "order"
      case .fresh: "fresh"
      }
    }
  }

  package let table: String
  /// The column that names a row.
  package let key: String
  package let columns: [String]
  package let check: Check
  /// How much it counts in the score.
  package let weight: Double

  package init(
    table: String,
    key: String,
    columns: [String],
    check: Check,
    weight: Double
  ) {
    self.table = table
    self.key = key
    self.columns = columns
    self.check = check
    self.weight = weight
  }
}
