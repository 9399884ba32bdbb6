import Glibc
import SeedSupport
import Values

@testable import Analytics

/// Demand drawn from known effects, the same for the same seed.
struct SeededDemand {
  private var chance: SplitMix64

  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
  }

  /// A number in [0, 1).
  mutating func unit() -> Double { chance.unit() }

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
