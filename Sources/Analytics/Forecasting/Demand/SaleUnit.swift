/// In what amounts a product sells.
struct SaleUnit {
  /// The mean of days with sales over their number, units; 1 without sales.
  let usual: Double
  /// Whether all quantities are whole numbers.
  let isWhole: Bool

  /// Looks at a history.
  init(_ quantities: [Double]) {
    let sold = quantities.filter { $0 > 0 }
    usual = sold.isEmpty ? 1 : sold.reduce(0, +) / Double(sold.count)
    isWhole = sold.allSatisfy { $0 == $0.rounded() }
  }
}
