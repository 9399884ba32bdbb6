/// A scale for figures: round steps that hold all of them.
///
/// ```
/// AxisScale([3, 117]).ticks → [0, 40, 80, 120]
/// ```
struct AxisScale: Hashable, Sendable {
  /// The round figures of the axis, from the lowest; always at least two.
  let ticks: [Double]

  /// The scale starts at zero, unless the figures are so close together that they would look alike.
  init(_ numbers: [Double]) {
    var low = numbers.min() ?? 0
    var high = numbers.max() ?? 0
    if low >= high || low <= high * 2 / 3 { low = min(low, 0) }
    if low >= high || high >= low * 2 / 3 { high = max(high, 0) }
    // Differences that doubles can hardly hold make no scale.
    if high - low < 1e-9 * max(1, abs(low), abs(high)) {
      high = low == 0 ? 3 : low + abs(low)
    }
    let multiples = low == 0 || high == 0 ? Self.multiplesFromZero : Self.multiples
    let step = Self.step(atLeast: (high - low) / 3, multiples)
    let first = Int((low / step).rounded(.down))
    let last = max(first + 1, Int((high / step).rounded(.up)))
    ticks = (first...last).map { Double($0) * step }
  }

  var lowest: Double { ticks[0] }
  var highest: Double { ticks[ticks.count - 1] }

  /// Where a figure stands between the lowest (0) and the highest (1).
  func fraction(_ number: Double) -> Double { (number - lowest) / (highest - lowest) }

  /// What a power of ten is taken times; from zero on, more numbers make round ticks.
  private static let multiples = [1, 2, 2.5, 5]
  private static let multiplesFromZero = [1, 2, 2.5, 3, 4, 5]

  /// The first round step that is no smaller: 39 → 50, or 40 from zero on.
  private static func step(atLeast size: Double, _ multiples: [Double]) -> Double {
    var power = 1.0
    while power > size { power /= 10 }
    while power * 10 <= size { power *= 10 }
    return (multiples.first { $0 * power >= size } ?? 10) * power
  }
}
