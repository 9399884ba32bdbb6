import Analytics

/// A product with its forecast.
package struct ProductForecast: Sendable {
  package let product: Product
  /// From the day after now; empty for a product that was never sold.
  package let rows: [ForecastRow]

  /// Units of all days together, with their 80 % range; nil without days.
  package var total: (quantity: Double, range: ClosedRange<Double>)? {
    guard let first = rows.first else { return nil }
    var variance = TotalVariance()
    for row in rows { variance.add(row.variance) }
    let quantity = rows.reduce(0) { $0 + $1.quantity }
    // A single day has its own.
    let range =
      rows.count == 1
      ? first.lower...first.upper : DemandTotal(mean: quantity, variance: variance.value).told
    return (quantity, range)
  }
}
