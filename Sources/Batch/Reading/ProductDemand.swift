import Analytics
import Values

/// A product with its daily demand.
struct ProductDemand: Sendable {
  let product: Product
  /// From its first sale to now; nil when it was never sold.
  let series: DemandSeries?
  /// The day of its last sale.
  let lastSale: CalendarDay?

  /// Units of the last `count` days to now, the newest last; fewer for a younger product.
  func recent(_ count: Int) -> [Double] {
    series.map { Array($0.quantities.suffix(count)) } ?? []
  }
}
