/// Sums of decimal figures carry an error in their last bits, which must not decide anything.
///
/// What differs by less than a billionth of the figures (of 1, where they are smaller) is taken as equal.
enum BinaryNoise {
  private static let share = 1e-9

  /// Whether a figure is above another by more than noise.
  static func isAbove(_ left: Double, _ right: Double) -> Bool {
    left - right > share * max(1, abs(right))
  }

  /// A difference of figures of a scale; 0 where it is noise.
  static func settled(_ difference: Double, scale: Double) -> Double {
    abs(difference) <= share * max(1, abs(scale)) ? 0 : difference
  }

  /// The least whole number that is not below: 368 for 368.000 000 1, 12 for 11.04.
  ///
  /// What is negative or no number gives 0, what is above 10¹⁵ that.
  static func ceiling(_ value: Double) -> Int {
    guard value > 0 else { return 0 }
    let kept = min(value, 1e15)
    return max(0, Int((kept - slack(kept)).rounded(.up)))
  }

  /// The greatest whole number that is not above, no more than `limit`: 3 for 0.3 ÷ 0.1.
  static func floor(_ value: Double, limit: Int) -> Int {
    guard value > 0 else { return 0 }
    return min(limit, Int((min(value, 1e15) + slack(value)).rounded(.down)))
  }

  /// What a number of packs may be off; never so much that large numbers lose a part of a unit that counts.
  private static func slack(_ value: Double) -> Double { min(1e-3, share * max(1, value)) }
}
