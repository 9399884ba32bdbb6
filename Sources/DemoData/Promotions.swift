/// Which article is discounted on which day.
struct Promotions {
  private let dayCount: Int
  /// Percent, product after product.
  private var percents: [UInt8]

  /// Draws all offers.
  init(seed: UInt64, catalogue: Catalogue) {
    dayCount = DemoCalendar.dayCount + DemoCalendar.horizon
    percents = [UInt8](repeating: 0, count: catalogue.products.count * dayCount)
    var random = SplitMix64(seed: seed, stream: .promotions)
    for (position, product) in catalogue.products.enumerated() {
      addOwn(position, &random)
      for event in DemoEvent.all where !event.discounts.isEmpty {
        let concerned = event.impacts.contains { $0.category == product.category }
        for window in event.windows where concerned && random.chance(event.discountShare) {
          fill(position, window, UInt8(random.pick(event.discounts)))
        }
      }
    }
  }

  /// The discount in percent, 0 without one.
  func percent(product: Int, day: Int) -> Int {
    Int(percents[product * dayCount + day])
  }

  /// How much more is sold at a discount: +4 % for each percent.
  func uplift(product: Int, day: Int) -> Double {
    1 + 0.04 * Double(percent(product: product, day: day))
  }

  /// The article's own offers, a few days every few months.
  private mutating func addOwn(_ product: Int, _ random: inout SplitMix64) {
    var day = random.below(120)
    while day < DemoCalendar.dayCount {
      let length = 5 + random.below(6)
      fill(product, day...(day + length), UInt8(random.pick([10, 10, 15, 20])))
      day += length + 60 + random.below(110)
    }
  }

  private mutating func fill(_ product: Int, _ days: ClosedRange<Int>, _ percent: UInt8) {
    for day in days where (0..<dayCount).contains(day) {
      percents[product * dayCount + day] = percent
    }
  }
}
