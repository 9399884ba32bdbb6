import Glibc
import Values

@testable import Analytics

/// Demand drawn from known effects, the same for the same seed.
struct SeededDemand {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number in [0, 1) (SplitMix64: Steele, Lea and Flood, 2014).
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }

  /// A Poisson count (Knuth's product of uniforms, in parts of 20 for large means).
  mutating func poisson(_ mean: Double) -> Double {
    var rest = mean
    var count = 0.0
    while rest > 0 {
      let part = min(20, rest)
      rest -= part
      var product = unit()
      while product > exp(-part) {
        count += 1
        product *= unit()
      }
    }
    return count
  }

  /// Means with a week (Saturdays double), a year and a level.
  static func means(days: Int, level: Double, firstDay: CalendarDay) -> [Double] {
    (0..<days).map { index in
      let day = firstDay.adding(days: index)
      let year = 1 + 0.3 * sin(2 * Double.pi * Double(day.ordinal) / 365.25)
      return level * year * (day.weekday == 6 ? 2 : 1)
    }
  }

  /// 1 January 2023, a Sunday.
  static let firstDay = CalendarDay(year: 2023, month: 1, day: 1) ?? CalendarDay(ordinal: 19_358)
}
