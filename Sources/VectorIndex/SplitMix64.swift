/// A seeded generator: the same seed gives the same numbers on every machine.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
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

  /// A whole number in 0 ..< count; `count` is above zero.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// True with this probability (0 … 1).
  mutating func chance(_ probability: Float) -> Bool {
    Float(next() >> 40) * 0x1p-24 < probability
  }

  /// Puts the elements in a random order (Fisher and Yates).
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for index in elements.indices.reversed().dropLast() {
      elements.swapAt(index, below(index + 1))
    }
  }
}
