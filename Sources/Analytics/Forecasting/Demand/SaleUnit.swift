/// In what amounts a product sells.
struct SaleUnit {
  /// The mean of days with sales over their number, units; 1 without sales.
  let usual: Double
  /// The middle one of days with sales, units; 0 without sales.
  let middle: Double
  /// The least on a day with sales, units; 0 without sales.
  let smallest: Double
  /// Whether all quantities are whole numbers.
  let isWhole: Bool

  /// Looks at a history.
  init(_ quantities: [Double]) {
    let sold = quantities.filter { $0 > 0 }
    usual = sold.isEmpty ? 1 : sold.reduce(0, +) / Double(sold.count)
    let sorted = sold.sorted()
    middle = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    smallest = sorted.first ?? 0
    isWhole = sold.allSatisfy { $0 == $0.rounded() }
  }
}
