/// A rectangular result: columns with a meaning, rows of values.
package struct DataTable: Equatable, Sendable {
  /// What a column holds, for alignment, formatting and JSON.
  package enum Kind: String, Sendable {
    case text, integer, number, percent, currency, date, days
  }

  /// A column's name, kind and currency or unit.
  package struct Column: Equatable, Sendable {
    /// Stable machine name, the same in every language ("revenue", "product").
    package var name: String
    /// What the reader sees, in the language of the answer.
    package var label: String
    package var kind: Kind
    /// ISO currency code or a unit word; nil when the kind says it all.
    package var unit: String?

    package init(name: String, label: String, kind: Kind, unit: String? = nil) {
      self.name = name
      self.label = label
      self.kind = kind
      self.unit = unit
    }
  }

  package var columns: [Column]
  package var rows: [[Value]]

  package init(columns: [Column], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The values of one column, top to bottom.
  package func values(ofColumn index: Int) -> [Value] {
    rows.map { $0[index] }
  }
}
