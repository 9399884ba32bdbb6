import Values

/// Which products are still followed.
///
/// Products of the catalogue always; one taken out of it while it was sold in the last year, or (in the outlook)
/// as long as it is in stock. What is gone for good would only lengthen the lists.
enum OutlookScope {
  /// Whether a product's demand is forecast.
  static func isFollowed(_ demand: ProductDemand, now: CalendarDay) -> Bool {
    demand.product.isActive || wasSoldLately(demand.lastSale, now: now)
  }

  /// Whether the last sale is of the last 365 days.
  static func wasSoldLately(_ lastSale: CalendarDay?, now: CalendarDay) -> Bool {
    lastSale.map { $0 > now.adding(days: -365) } ?? false
  }
}
