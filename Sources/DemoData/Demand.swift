import Values

/// How many lines of each article customers want on each day.
struct Demand {
  /// Days covered: the history and the horizon after it.
  let dayCount = DemoCalendar.dayCount + DemoCalendar.horizon
  /// Wanted lines, surprises included, product after product.
  private(set) var wanted: [Double]
  /// Units a planner would expect, product after product.
  private(set) var planned: [Double]
  /// Sum of `planned` before each day, product after product (one more entry than days).
  private var plannedSums: [Double] = []

  /// The demand for `linesPerDay` lines a day on average, all articles together.
  init(
    seed: UInt64,
    catalogue: Catalogue,
    promotions: Promotions,
    companions: [(companion: Int, share: Double)?],
    linesPerDay: Double
  ) {
    var random = SplitMix64(seed: seed, stream: .demand)
    let popularity = catalogue.products.reduce(0) { $0 + $1.popularity }
    wanted = [Double](repeating: 0, count: catalogue.products.count * dayCount)
    planned = wanted
    var rhythms: [Rhythm] = []
    for category in Category.allCases {
      rhythms.append(Rhythm(category, days: dayCount, &random))
    }
    for (position, product) in catalogue.products.enumerated() {
      let base = linesPerDay * product.popularity / popularity
      let rhythm = rhythms[product.category.rawValue]
      let units = Self.unitsPerLine(product.category)
      let crazes = Shock.crazes.filter { $0.article == product.name }
      for day in max(0, product.launch)..<min(dayCount, product.withdrawal ?? dayCount) {
        let season = 1 + product.seasonality * (rhythm.season[day] - 1)
        let plan =
          base * season * rhythm.planned[day] * Self.growth(product, day)
          * promotions.uplift(product: position, day: day)
        let craze = crazes.first { $0.days.contains(day) }?.factor ?? 1
        planned[position * dayCount + day] += plan * units
        wanted[position * dayCount + day] =
          Self.isAsleep(product, day) ? 0 : plan * rhythm.surprise[day] * craze
        // What comes along with another article is planned for, but is not drawn by itself.
        if let link = companions[position], day >= catalogue.products[link.companion].launch {
          let others = Self.unitsPerLine(catalogue.products[link.companion].category)
          planned[link.companion * dayCount + day] += plan * link.share * others
        }
      }
    }
    plannedSums = Self.sums(of: planned, days: dayCount)
  }

  /// Units a planner expects from a day on, for so many days.
  func planned(product: Int, from day: Int, days: Int) -> Double {
    let row = product * (dayCount + 1)
    let start = min(max(0, day), dayCount)
    let end = min(max(0, day + days), dayCount)
    return plannedSums[row + end] - plannedSums[row + start]
  }

  private static func sums(of values: [Double], days: Int) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(values.count / days * (days + 1))
    var total = 0.0
    for (position, value) in values.enumerated() {
      if position % days == 0 {
        total = 0
        result.append(0)
      }
      total += value
      result.append(total)
    }
    return result
  }

  /// Mean units of a line; companies take more, hence the factor.
  private static func unitsPerLine(_ category: Category) -> Double {
    let choices = category.quantities
    let weight = choices.reduce(0) { $0 + $1.weight }
    return 1.3 * choices.reduce(0) { $0 + Double($1.value) * $1.weight } / weight
  }

  /// The slow change of an article's demand: its trend, and its first weeks on the shelf.
  private static func growth(_ product: Product, _ day: Int) -> Double {
    let middle = Double(DemoCalendar.dayCount) / 2
    let trend = max(0.05, 1 + product.yearlyTrend * (Double(day) - middle) / 365)
    let age = day - product.launch
    return product.launch > 0 && age < 40 ? trend * Double(age + 5) / 45 : trend
  }

  /// Whether nobody asks for the article any more, or yet.
  private static func isAsleep(_ product: Product, _ day: Int) -> Bool {
    switch product.story {
    case .dormant: day > DemoCalendar.lastIndex - 55 - product.id % 60
    case .never: true
    default: false
    }
  }
}

/// A category's demand factors, day by day.
private struct Rhythm {
  /// The season's, alone because it does not apply to every article alike.
  var season: [Double]
  /// Weekday, quiet days and planned events.
  var planned: [Double]
  /// What nobody plans: weather, breakdowns, good and bad weeks.
  var surprise: [Double]

  init(_ category: Category, days: Int, _ random: inout SplitMix64) {
    season = []
    planned = []
    surprise = []
    var mood = 1.0
    for index in 0..<days {
      let day = DemoCalendar.day(at: index)
      let (_, month, dayOfMonth) = day.components
      if day.weekday == 1 { mood = random.between(0.88, 1.12) }
      season.append(Self.interpolated(category.season, day))
      let quiet = Shock.isQuietDay(month: month, day: dayOfMonth) ? 0.3 : 1
      planned.append(category.week[day.weekday - 1] * quiet)
      surprise.append(mood * (Shock.outage.days.contains(index) ? Shock.outage.factor : 1))
    }
    for event in DemoEvent.all {
      for impact in event.impacts where impact.category == category {
        for window in event.windows {
          for index in window where season.indices.contains(index) {
            if event.isPlanned {
              planned[index] *= impact.factor
            } else {
              surprise[index] *= impact.factor
            }
          }
        }
      }
    }
  }

  /// The value between the middles of the two months around the day.
  private static func interpolated(_ season: [Double], _ day: CalendarDay) -> Double {
    let (year, month, dayOfMonth) = day.components
    let length = Double(CalendarDay.length(ofMonth: month, year: year))
    let offset = (Double(dayOfMonth) - 0.5) / length - 0.5
    let here = season[month - 1]
    let neighbour = season[(month + (offset < 0 ? 10 : 12)) % 12]
    return here + (neighbour - here) * abs(offset)
  }
}
