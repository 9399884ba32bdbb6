package import Analytics
package import Values

/// The forecast of one product and day, as the side file keeps it.
package struct ForecastRow: Hashable, Sendable {
  /// A day after now.
  package let day: CalendarDay
  /// Expected units, at least 0.
  package let quantity: Double
  /// What the day brings to the variance of the days it is told with.
  package let variance: DayVariance
  /// Lower end of the 80 % interval, units.
  package let lower: Double
  /// Upper end of the 80 % interval, units.
  package let upper: Double
  /// The selling price of now; nil where none is known.
  package let unitPrice: Double?

  /// Quantity times the price; nil without a price.
  package var revenue: Double? { unitPrice.map { $0 * quantity } }
}
