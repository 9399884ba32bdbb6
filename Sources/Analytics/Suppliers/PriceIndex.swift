/// What a supplier asks against the others for the same products.
package enum PriceIndex {
  /// Mean over a supplier's products of its price ÷ the median price of that product among all who offer it.
  ///
  /// 1 is as dear as the others. Products that only one supplier offers say nothing, unless there are no others.
  package static func of(_ prices: [String: [String: Double]]) -> [String: Double] {
    var ratios: [String: [Double]] = [:]
    var lone: Set<String> = []
    for offers in prices.values {
      let known = offers.filter { $0.value > 0 }
      guard known.count > 1, let middle = median(Array(known.values)) else {
        lone.formUnion(known.keys)
        continue
      }
      for (supplier, price) in known { ratios[supplier, default: []].append(price / middle) }
    }
    var index = ratios.mapValues { $0.reduce(0, +) / Double($0.count) }
    for supplier in lone where index[supplier] == nil { index[supplier] = 1 }
    return index
  }

  /// The middle of some numbers, the mean of the two middle ones where they are even; nil without any.
  package static func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
