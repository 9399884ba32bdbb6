package import Values

/// A day of a product.
package struct ProductDay: Hashable, Sendable {
  /// The product's id.
  package let product: String
  /// The day.
  package let day: CalendarDay

  /// A day of a product.
  package init(product: String, day: CalendarDay) {
    self.product = product
    self.day = day
  }
}
