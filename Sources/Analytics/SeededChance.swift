/// A seeded source of chance (SplitMix64, Steele, Lea and Flood 2014), so that the same data always give the same results.
struct SeededChance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to below 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number below another, not 0.
  mutating func below(_ count: Int) -> Int { Int(unit() * Double(count)) }

  /// So many different numbers below a bound, in order; all of them where there are no more.
  mutating func sample(_ count: Int, of bound: Int) -> [Int] {
    guard count < bound else { return Array(0..<bound) }
    var numbers = Array(0..<bound)
    for place in 0..<count {
      numbers.swapAt(place, Int.random(in: place..<bound, using: &self))
    }
    return numbers[..<count].sorted()
  }
}
