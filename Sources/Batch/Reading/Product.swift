package import Values

/// A product of the user's database, as far as forecasts and orders need it.
package struct Product: Sendable, Equatable {
  /// Its id as the database has it.
  package let id: Value
  /// Its name; its id where it has none.
  package let name: String
  /// Its category; nil where the database has none.
  package let category: String?
  /// Selling price of a unit; nil where it is missing or no number.
  package let unitPrice: Double?
  /// Cost of a unit; nil where it is missing or no number.
  package let unitCost: Double?
  /// Units that are ordered together, above 0; nil where the database does not say.
  package let packSize: Double?
  /// Days from order to receipt: its own, else its supplier's, else 5.
  package let leadTimeDays: Int
  /// Whether it is still in the catalogue.
  package let isActive: Bool

  /// Days taken for a lead time nobody knows.
  package static let usualLeadTime = 5

  /// Its id as text: "12".
  package var idText: String {
    switch id {
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .null: ""
    }
  }
}
