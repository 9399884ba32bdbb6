/// A source of chance that gives the same numbers for the same seed (SplitMix64, Steele, Lea & Flood 2014).
struct SeededChance {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// From 0 to below 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number below another, not 0.
  mutating func below(_ count: Int) -> Int { Int(unit() * Double(count)) }
}
