/// One scalar of a result or of a bound parameter, with SQLite's storage classes.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  /// The number this value holds; nil for text and null.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .null, .text: nil
    }
  }

  /// The text this value holds; nil for numbers and null.
  package var text: String? {
    if case .text(let value) = self { value } else { nil }
  }

  /// Whether the value is null.
  package var isNull: Bool { self == .null }
}
