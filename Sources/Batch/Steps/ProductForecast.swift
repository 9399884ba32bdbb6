import Analytics

/// A product with its forecast.
package struct ProductForecast: Sendable {
  package let product: Product
  /// From the day after now; empty for a product that was never sold.
  package let rows: [ForecastRow]

  /// Units of all days together, with their 80 % range; nil without days.
  package var total: (quantity: Double, lower: Double, upper: Double)? {
    guard !rows.isEmpty else { return nil }
    let demand = DemandTotal(
      mean: rows.reduce(0) { $0 + $1.quantity },
      variance: rows.reduce(0) { $0 + $1.variance }
    )
    let range = demand.range(level: 0.8)
    return (demand.mean, range.lowerBound, range.upperBound)
  }
}
