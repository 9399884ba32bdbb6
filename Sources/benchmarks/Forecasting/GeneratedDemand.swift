import Glibc
import Values

/// Invented daily demand, with weeks, years, promotions and events.
enum GeneratedDemand {
  /// The same products for the same seed.
  static func products(count: Int, days: Int, seed: UInt64) -> DemandSet {
    var state = seed
    let first = CalendarDay(ordinal: 19_000)
    let products = (0..<count).map { number in
      let level = exp(4 * unit(&state) - 1)
      let swing = 0.4 * unit(&state)
      var promotions = [Double](repeating: 0, count: days)
      var quantities: [Double] = []
      for day in 0..<days {
        if unit(&state) < 0.01 {
          for later in day..<min(days, day + 7) { promotions[later] = 1 }
        }
        let year = 1 + swing * sin(2 * Double.pi * Double(day) / 365.25)
        let week = day % 7 < 5 ? 1.1 : 0.7
        let mean = level * year * week * (1 + promotions[day]) * (0.5 + unit(&state))
        quantities.append((mean + unit(&state) - 0.5).rounded())
      }
      return DemandSet.Product(
        name: "\(number)",
        group: "",
        quantities: quantities,
        promotions: promotions,
        firstDay: first
      )
    }
    var set = DemandSet(products: products)
    for event in 0..<10 {
      for year in 0..<4 {
        let start = first.adding(days: 30 * event + 365 * year)
        set.occurrences.append(("event \(event)", start, start.adding(days: 5)))
      }
    }
    return set
  }

  private static func unit(_ state: inout UInt64) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
