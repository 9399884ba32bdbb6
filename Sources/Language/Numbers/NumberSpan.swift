/// A number read in a question: where it stands, its value and what it counts.
package struct NumberSpan: Hashable, Sendable {
  /// What the words around the digits say about the number.
  package enum Unit: Sendable {
    case plain, percent, currency, ordinal
  }

  /// Indexes of the tokens it was read from, sign and unit included.
  package let tokens: Range<Int>
  /// The value as said: 20 for "20 %", 2 for "2nd".
  package let value: Double
  /// What it counts.
  package let unit: Unit
  /// ISO code of the currency; nil for other units.
  package let currency: String?

  package init(tokens: Range<Int>, value: Double, unit: Unit, currency: String? = nil) {
    self.tokens = tokens
    self.value = value
    self.unit = unit
    self.currency = currency
  }
}
