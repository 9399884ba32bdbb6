/// A day on which an article sold far more or far less than expected.
struct Anomaly {
  /// What the `anomaly_type` column holds.
  enum Kind: String {
    /// Far more than expected; far less.
    case spike, drop
    /// A lasting change of level.
    case structuralChange = "structural_change"
  }

  /// Position in the catalogue’s products.
  var product: Int
  /// Position of the day.
  var day: Int
  /// Units sold.
  var actual: Int
  /// Units expected.
  var expected: Double
  /// Which sort it is.
  var kind: Kind
  /// "pending", "validated", "ignored" or "seasonal".
  var status: String
  /// How sure the detection is, 0…1.
  var confidence: Double

  /// Gap to the expectation in percent.
  var deviationPercent: Double {
    (Double(actual) - expected) / expected * 100
  }

  /// Grows with the gap: above 75 % medium, 100 % high, 200 % critical.
  var severity: String {
    switch abs(deviationPercent) {
    case ...75: "low"
    case ...100: "medium"
    case ...200: "high"
    default: "critical"
    }
  }

  /// Whether the day is left out when the forecaster learns.
  var isExcluded: Bool { status == "validated" || status == "ignored" }

  private static let days = 400
  private static let fewest = 3.0

  /// Those of the last thirteen months, by day then product.
  static func all(of shop: Simulation, seed: UInt64) -> [Anomaly] {
    var random = SplitMix64(seed: seed, stream: .predictions)
    var found: [Anomaly] = []
    for product in shop.catalogue.products where product.withdrawal == nil {
      let sales = RecentSales(of: product.id - 1, in: shop)
      let start = max(DemoCalendar.lastIndex - days, product.launch + 60)
      for day in stride(from: start, through: DemoCalendar.lastIndex, by: 1) {
        let expected = sales.expected(on: day)
        let actual = sales.units(on: day)
        let gap = Double(actual) - expected
        let score = gap / sales.deviation(around: expected)
        guard isOdd(actual, expected: expected, score: score, on: day) else { continue }
        found.append(
          Anomaly(
            product: product.id - 1,
            day: day,
            actual: actual,
            expected: expected,
            kind: gap > 0 ? .spike : .drop,
            status: status(day, &random),
            confidence: min(0.99, 0.6 + abs(score) / 25)
          )
        )
      }
      if product.story == .dormant { found.append(standstill(of: product, sales)) }
    }
    return found.sorted { ($0.day, $0.product) < ($1.day, $1.product) }
  }

  /// Whether a day is worth a look.
  ///
  /// Rarely sold articles must stand out more; on the days of the breakdown little is enough.
  private static func isOdd(_ actual: Int, expected: Double, score: Double, on day: Int) -> Bool {
    if Shock.outage.days.contains(day) { return expected > 2.5 && Double(actual) < 0.4 * expected }
    if expected < fewest { return score > 7.5 && actual > 8 }
    let isNearlyNothing = Double(actual) < 0.2 * expected
    return score > (expected > 5 ? 3.6 : 5) || (score < -2.2 && isNearlyNothing)
  }

  private static func status(_ day: Int, _ random: inout SplitMix64) -> String {
    if day > DemoCalendar.lastIndex - 14 { return "pending" }
    return random.weighted([
      ("validated", 48), ("ignored", 20), ("seasonal", 17), ("pending", 15),
    ])
  }

  /// The day it became plain that an article sells no more.
  private static func standstill(of product: Product, _ sales: RecentSales) -> Anomaly {
    let day = DemoCalendar.lastIndex - 35
    let expected = sales.units(before: day - 90, days: 56)
    return Anomaly(
      product: product.id - 1,
      day: day,
      actual: 0,
      expected: max(0.1, Double(expected) / 56),
      kind: .structuralChange,
      status: "validated",
      confidence: 0.93
    )
  }
}
