/// Where numbers usually are and how far they usually stray, which a few wild ones among them do not move.
package struct RobustScale: Hashable, Sendable {
  package let median: Double
  private let spread: Double

  /// |score| from which a number is out of the ordinary (Iglewicz and Hoaglin, 1993).
  package static let threshold = 3.5

  /// The scale of some numbers; nil where there are none, or all are the same.
  ///
  /// The spread is the MAD ÷ 0.6745; where over half of the numbers are the same, 1.253314 × the mean deviation.
  package init?(_ numbers: [Double]) {
    guard let median = PriceIndex.median(numbers) else { return nil }
    let deviations = numbers.map { abs($0 - median) }
    let middle = PriceIndex.median(deviations) ?? 0
    let mean = deviations.reduce(0, +) / Double(deviations.count)
    let spread = middle > 1e-9 ? middle / 0.6745 : 1.253314 * mean
    guard spread > 1e-12 else { return nil }
    self.median = median
    self.spread = spread
  }

  /// The robust z-score of a number.
  package func score(of number: Double) -> Double { (number - median) / spread }
}
