/// What a forecaster would have said for the last two months and says for the next.
struct Forecast {
  /// Position in the catalogue’s products.
  var product: Int
  /// Position of the day.
  var day: Int
  /// Expected units.
  var units: Double
  /// Bounds of the 80 % interval.
  var lower: Double
  var upper: Double

  /// Days before the last one, itself included, and days after it that have a forecast.
  static let pastDays = 60
  static let futureDays = 30

  /// Forecasts of every article on sale, by product then day.
  static func all(of shop: Simulation) -> [Forecast] {
    let last = DemoCalendar.lastIndex
    var forecasts: [Forecast] = []
    for product in shop.catalogue.products where product.withdrawal == nil {
      let units = RecentSales(of: product.id - 1, in: shop)
      for day in (last - pastDays + 1)...(last + futureDays) where day >= product.launch {
        let expected = units.expected(on: day)
        let spread = 1.2816 * units.deviation(around: expected)
        forecasts.append(
          Forecast(
            product: product.id - 1,
            day: day,
            units: expected,
            lower: max(0, expected - spread),
            upper: expected + spread
          )
        )
      }
    }
    return forecasts
  }
}

/// An article's sales by day, and what the eight weeks before a day let expect of it.
struct RecentSales {
  private static let window = 56
  private let product: Int
  private let demand: Demand
  private let unitsPerLine: Double
  /// Units sold before each day.
  private var sums: [Int] = [0]

  /// Adds up the article’s sales.
  init(of product: Int, in shop: Simulation) {
    self.product = product
    demand = shop.demand
    let choices = shop.catalogue.products[product].category.quantities
    unitsPerLine =
      choices.reduce(0) { $0 + Double($1.value) * $1.weight }
      / choices.reduce(0) { $0 + $1.weight }
    sums.reserveCapacity(DemoCalendar.dayCount + 1)
    let start = product * DemoCalendar.dayCount
    for units in shop.unitsSold[start..<(start + DemoCalendar.dayCount)] {
      sums.append(sums[sums.count - 1] + units)
    }
  }

  /// Units sold on a day of the history.
  func units(on day: Int) -> Int {
    sums[day + 1] - sums[day]
  }

  /// Units sold in the days before one, that day left out.
  func units(before day: Int, days: Int) -> Int {
    sums[max(0, day)] - sums[max(0, day - days)]
  }

  /// The plan of the day, corrected by what recent plans were worth.
  func expected(on day: Int) -> Double {
    let end = min(day, DemoCalendar.dayCount)
    let plan = demand.planned(product: product, from: end - Self.window, days: Self.window)
    guard plan > 0.5 else { return demand.planned(product: product, from: day, days: 1) }
    let level = Double(units(before: end, days: Self.window)) / plan
    return demand.planned(product: product, from: day, days: 1) * min(level, 2.5)
  }

  /// How far sales stray from an expectation: lines come by chance, and hold several units.
  func deviation(around expected: Double) -> Double {
    (max(expected, 0.05) * unitsPerLine * 1.15).squareRoot()
  }
}
