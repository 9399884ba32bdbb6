package import Values

/// The forecast of one product and day, as the side file keeps it.
package struct ForecastRow: Hashable, Sendable {
  /// A day after now.
  package let day: CalendarDay
  /// Expected units, at least 0.
  package let quantity: Double
  /// What the day adds to the variance of all days up to it, units², at least 0.
  package let variance: Double
  /// Lower end of the 80 % interval, units.
  package let lower: Double
  /// Upper end of the 80 % interval, units.
  package let upper: Double
  /// Quantity times the selling price; nil without a price.
  package let revenue: Double?
}
