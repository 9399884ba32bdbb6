import Values

/// Selling prices and purchase costs as they moved over the years.
struct PriceBook {
  /// A price from a day on.
  struct Step {
    /// Position of its first day.
    var day: Int
    var cents: Int
  }

  /// Selling prices of each product, oldest first.
  private(set) var prices: [[Step]] = []
  /// Purchase costs from its supplier, oldest first.
  private(set) var costs: [[Step]] = []
  /// Costs another supplier quoted; empty without one.
  private(set) var quotes: [[Step]] = []

  /// Draws the history of every price.
  init(seed: UInt64, catalogue: Catalogue) {
    var random = SplitMix64(seed: seed, stream: .prices)
    for product in catalogue.products {
      let prices = Self.prices(product, &random)
      let start = prices[0].cents * product.costPercent / 100
      let costs = Self.costs(from: start, raised: product.supplier == Supplier.raising, &random)
      self.prices.append(prices)
      self.costs.append(costs)
      guard let other = product.otherSupplier else {
        quotes.append([])
        continue
      }
      let quote = Int(Double(start) * random.between(0.94, 1.12))
      quotes.append(Self.costs(from: quote, raised: other == Supplier.raising, &random))
    }
  }

  /// The selling price of a day, in cents.
  func price(product: Int, day: Int) -> Int {
    Self.value(prices[product], day)
  }

  /// The purchase cost of a day, in cents.
  func cost(product: Int, day: Int) -> Int {
    Self.value(costs[product], day)
  }

  private static func value(_ steps: [Step], _ day: Int) -> Int {
    (steps.last { $0.day <= day } ?? steps[0]).cents
  }

  /// Three small rises that lead to today's price.
  private static func prices(_ product: Product, _ random: inout SplitMix64) -> [Step] {
    let days = [140, 480, 820].map { $0 + random.below(70) }
    var steps = [Step(day: days[2], cents: product.priceCents)]
    for day in [days[1], days[0], 0] {
      let before = Double(steps[0].cents) / random.between(1.005, 1.04)
      steps.insert(Step(day: day, cents: rounded(before)), at: 0)
    }
    return steps
  }

  /// To 0.90 above 50 euros, to the next 0.05 below.
  private static func rounded(_ cents: Double) -> Int {
    let whole = Int(cents)
    return whole >= 5000 ? whole / 100 * 100 + 90 : (whole + 4) / 5 * 5
  }

  /// Whole euros from 20 euros on, cents below.
  private static func negotiated(_ cents: Double) -> Int {
    cents >= 2000 ? Int((cents / 100).rounded()) * 100 : max(1, Int(cents.rounded()))
  }

  /// A revision on the first day of every quarter, and the one big jump of one supplier.
  private static func costs(
    from start: Int,
    raised: Bool,
    _ random: inout SplitMix64
  ) -> [Step] {
    var steps = [Step(day: 0, cents: negotiated(Double(start)))]
    var cost = Double(start)
    for quarter in 1..<12 {
      let day = DemoCalendar.index(DemoCalendar.firstDay.adding(months: 3 * quarter))
      cost *= random.between(0.996, 1.009)
      steps.append(Step(day: day, cents: negotiated(cost)))
      if raised, quarter == 10 {
        cost *= Supplier.jumpFactor
        steps.append(Step(day: Supplier.jumpDay, cents: negotiated(cost)))
      }
    }
    return steps
  }
}
