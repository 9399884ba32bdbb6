/// A small reproducible source of chance.
///
/// After Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. Only whole
/// numbers, the four operations and square roots follow from it, so that every machine draws the
/// same numbers: the C library's exp and log are not the same everywhere.
struct SplitMix64 {
  private var state: UInt64

  /// The sequence that starts from these 64 bits.
  init(state: UInt64) {
    self.state = state
  }

  /// An independent sequence for each concept: a change in one leaves the others as they were.
  init(seed: UInt64, stream: Stream) {
    state = seed ^ (stream.rawValue &* 0xD1B5_4A32_D192_ED03)
    _ = next()
  }

  /// What a sequence is used for.
  enum Stream: UInt64 {
    case catalogue = 1
    case customers, promotions, demand, prices, orders, delivery, stock, purchasing, returns
    case predictions
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in [0, 1).
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in [low, high).
  mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// An integer in 0..<bound.
  mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "an empty range has no element to draw")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True with this probability.
  mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// One element, all as likely.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A bell-shaped number of mean 0 and deviation 1: four uniform draws added (Irwin–Hall).
  mutating func bell() -> Double {
    (unit() + unit() + unit() + unit() - 2) * 3.0.squareRoot()
  }

  /// A whole number around a mean, spread as a Poisson count is.
  mutating func count(around mean: Double) -> Int {
    if mean < 4 {
      // A bell would often fall below zero here: many small trials instead.
      let trials = 16
      return (0..<trials).reduce(0) { total, _ in total + (chance(mean / Double(trials)) ? 1 : 0) }
    }
    return max(0, Int((mean + mean.squareRoot() * bell()).rounded()))
  }

  /// The position of a draw in weights added up from left to right.
  mutating func index(inCumulative sums: [Double], from lower: Int = 0, to upper: Int? = nil) -> Int
  {
    let end = upper ?? sums.count
    let floor = lower == 0 ? 0 : sums[lower - 1]
    let target = floor + (sums[end - 1] - floor) * unit()
    var low = lower
    var high = end - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// One of the values, by weight.
  mutating func weighted<Element>(_ choices: [(value: Element, weight: Double)]) -> Element {
    var target = unit() * choices.reduce(0) { $0 + $1.weight }
    for choice in choices {
      target -= choice.weight
      if target < 0 { return choice.value }
    }
    return choices[choices.count - 1].value
  }
}
