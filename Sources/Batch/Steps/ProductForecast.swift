/// A product with its forecast.
package struct ProductForecast: Sendable {
  package let product: Product
  /// From the day after now; empty for a product that was never sold.
  package let rows: [ForecastRow]
}
