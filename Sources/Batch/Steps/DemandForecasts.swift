import Analytics
package import Diagnostics
package import Lessons
package import Planning
package import SQLiteStore
package import Values

/// Forecasts of the products of a database as of now, for the nightly run and on the spot alike.
package struct DemandForecasts: Sendable {
  /// Days after now that are forecast: a year, and the same day of the next one.
  package static let horizon = 366

  /// All products that exist, in the order of their ids.
  package let products: [Product]
  let events: [LearnedEvent]
  let reader: DemandReader
  private let calendar: DemandCalendar
  private let profiles: [String: DemandProfile]

  /// Reads what all forecasts share: catalogue, events and the shapes of categories.
  ///
  /// - Parameters:
  ///   - connection: the user's database, only read.
  ///   - facts: what it holds, and "now".
  ///   - wanted: the ids of the products that will be forecast; nil for all.
  ///   - lessons: what the user taught.
  ///   - progress: told the share that is done, 0…1.
  ///   - cancellation: a switch to stop it.
  /// - Returns: what forecasts are made with.
  /// - Throws: what can befall the database.
  package static func prepare(
    _ connection: Connection,
    _ facts: DatabaseFacts,
    for wanted: Set<Value>? = nil,
    lessons: [Lesson] = [],
    progress: (Double) -> Void = { _ in },
    cancellation: Cancellation? = nil
  ) throws(Failure) -> DemandForecasts {
    let applied = AppliedLessons(lessons)
    let reader = DemandReader(
      connection: connection,
      facts: facts,
      lessons: applied,
      cancellation: cancellation
    )
    let products = try ProductReader(connection: connection, facts: facts).products()
    let first = reader.firstDay
    let last = facts.now.adding(days: horizon)
    let known = try EventReader(connection: connection, facts: facts)
      .events(from: first, through: last)
    let events = applied.corrected(known, from: first, now: facts.now)
    let calendar = DemandCalendar(
      firstDay: first,
      now: facts.now,
      horizon: horizon,
      events: events.map { $0.calendarEvent(from: first) }
    )
    let chosen = products.filter { wanted?.contains($0.id) ?? true }.compactMap(\.category)
    return DemandForecasts(
      products: products,
      events: events,
      reader: reader,
      calendar: calendar,
      profiles: try profiles(of: Set(chosen), products, reader, calendar, progress)
    )
  }

  /// The catalogue alone, in the order of its ids.
  package static func products(
    _ connection: Connection,
    _ facts: DatabaseFacts
  ) throws(Failure) -> [Product] {
    try ProductReader(connection: connection, facts: facts).products()
  }

  /// Demand of some products, in their order.
  func demand(of products: [Product]) throws(Failure) -> [ProductDemand] {
    try reader.demand(of: products)
  }

  /// The forecast of a product; nil when it was never sold.
  func forecast(_ demand: ProductDemand) -> Forecast? {
    guard let series = demand.series else { return nil }
    let profile = demand.product.category.flatMap { profiles[$0] }
    let request = ForecastRequest(
      horizon: Self.horizon,
      profile: profile,
      multipliers: reader.lessons.multipliers(
        of: demand.product,
        after: reader.facts.now,
        days: Self.horizon
      )
    )
    return DemandForecaster.forecast(series, on: calendar, request)
  }

  /// A forecast day by day, as the side file keeps it.
  func rows(_ forecast: Forecast, of product: Product) -> [ForecastRow] {
    forecast.days.indices.map { step in
      let day = forecast.days[step]
      return ForecastRow(
        day: reader.facts.now.adding(days: step + 1),
        quantity: max(0, day.mean),
        variance: forecast.variance(step: step),
        lower: day.lower,
        upper: day.upper,
        unitPrice: product.unitPrice
      )
    }
  }

  /// The forecast of some products, computed now.
  ///
  /// - Parameters:
  ///   - products: of `products`.
  ///   - days: days after now, at most `horizon`.
  ///   - progress: told how many products are done.
  /// - Returns: a forecast a product in their order; without rows for one that was never sold.
  /// - Throws: "batch.interrupted", and what can befall the database.
  package func compute(
    _ products: [Product],
    days: Int,
    progress: (Int) -> Void = { _ in }
  ) throws(Failure) -> [ProductForecast] {
    var result: [ProductForecast] = []
    var queue = DemandQueue(products, reader)
    while case let demand = try queue.next(ForecastStep.chunkSize), !demand.isEmpty {
      result += TwoThreads.start(demand) { item in
        let isFollowed = OutlookScope.isFollowed(item, now: reader.facts.now)
        let forecast = isFollowed ? self.forecast(item) : nil
        return ProductForecast(
          product: item.product,
          rows: forecast.map { Array(self.rows($0, of: item.product).prefix(days)) } ?? []
        )
      }.results()
      if reader.cancellation?.isCancelled == true { throw .batchInterrupted }
      progress(result.count)
    }
    return result
  }

  /// The shape of each category that sells more than one product.
  private static func profiles(
    of categories: Set<String>,
    _ products: [Product],
    _ reader: DemandReader,
    _ calendar: DemandCalendar,
    _ progress: (Double) -> Void
  ) throws(Failure) -> [String: DemandProfile] {
    var sums: [String: CategoryDemand] = [:]
    let members = products.filter { $0.category.map(categories.contains) ?? false }
    var queue = DemandQueue(members, reader)
    var readCount = 0
    while case let chunk = try queue.next(DemandReader.chunkSize), !chunk.isEmpty {
      readCount += chunk.count
      progress(readingShare * Double(readCount) / Double(members.count))
      for demand in chunk {
        guard let series = demand.series, let category = demand.product.category else { continue }
        sums[category, default: CategoryDemand(count: calendar.historyCount)]
          .add(series, at: calendar.index(of: series.firstDay))
      }
    }
    let items = sums.filter { $0.value.products > 1 }.sorted { $0.key < $1.key }
    var profiles: [String: DemandProfile] = [:]
    for start in stride(from: 0, to: items.count, by: fitCount) {
      let some = Array(items[start..<min(items.count, start + fitCount)])
      let fitted = TwoThreads.start(some) { item in
        DemandProfile.fitted(
          item.value.series(from: calendar.firstDay),
          productCount: item.value.products,
          on: calendar
        )
      }.results()
      for (item, profile) in zip(some, fitted) { profiles[item.key] = profile }
      if reader.cancellation?.isCancelled == true { throw .batchInterrupted }
      progress(readingShare + (1 - readingShare) * Double(start + some.count) / Double(items.count))
    }
    return profiles
  }

  /// The share of preparing that reading takes.
  private static let readingShare = 0.4
  /// Categories fitted between two looks at the time: two for each thread.
  private static let fitCount = 4
}

/// Demand of a category's products together.
private struct CategoryDemand: Sendable {
  private(set) var products = 0
  private var units: [Double]
  /// Products in promotion on each day.
  private var promoted: [Double]

  init(count: Int) {
    units = [Double](repeating: 0, count: count)
    promoted = units
  }

  mutating func add(_ series: DemandSeries, at start: Int) {
    products += 1
    for (day, value) in series.usualQuantities.enumerated()
    where units.indices.contains(start + day) {
      units[start + day] += value
      promoted[start + day] += series.promotions[day]
    }
  }

  func series(from first: CalendarDay) -> DemandSeries {
    DemandSeries(
      firstDay: first,
      quantities: units,
      promotions: promoted.map { $0 / Double(products) }
    )
  }
}
