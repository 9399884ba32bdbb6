/// How much hangs on few suppliers.
package enum SupplyConcentration {
  /// How concentrated a market of that index is.
  package enum Level: String, Hashable, Sendable {
    case low, moderate, high
  }

  /// Σ share²: 1 ÷ n for n equal ones, 1 for a single one (Herfindahl and Hirschman); nil without any positive part.
  package static func index(_ parts: [Double]) -> Double? {
    let positive = parts.filter { $0 > 0 }
    let sum = positive.reduce(0, +)
    guard sum > 0 else { return nil }
    return positive.reduce(0) { $0 + ($1 / sum) * ($1 / sum) }
  }

  /// Below 0.15 low, above 0.25 high (Horizontal Merger Guidelines, 2010).
  package static func level(_ index: Double) -> Level {
    index < 0.15 ? .low : index > 0.25 ? .high : .moderate
  }
}
