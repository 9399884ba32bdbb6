import Analytics
import Diagnostics
import Planning
import SQLiteStore
import Values

/// Reads daily demand, some products at a time, so that memory does not grow with the catalogue.
///
/// By the contract: sales of cancelled or suspected orders count for nothing, dates that are none or after now
/// are left out, quantities that are no number are missing, and days without a sale are days of 0.
struct DemandReader {
  let connection: Connection
  let facts: DatabaseFacts
  /// What the user taught of days.
  var lessons = AppliedLessons.none
  /// A switch that stops the reading.
  var cancellation: Cancellation?

  /// Products read at once.
  static let chunkSize = 256
  /// Longest history that is read, days: six years.
  static let historyLimit = 2_192
  /// Longest pause inside a promotion, days.
  private static let promotionPause = 3

  /// The first day of the longest history; now where nothing was sold.
  var firstDay: CalendarDay {
    let sales = facts.ranges[.init("sales_history", "order_date")]
    let earliest = facts.now.adding(days: 1 - Self.historyLimit)
    return min(facts.now, max(earliest, sales?.lowerBound ?? facts.now))
  }

  /// Demand of some products, in their order.
  func demand(of products: [Product]) throws(Failure) -> [ProductDemand] {
    guard !products.isEmpty,
      let statement = SourceQueries(facts: facts).demand(of: products.map(\.id), from: firstDay)
    else { return products.map { ProductDemand(product: $0, series: nil, lastSale: nil) } }
    var places: [Value: Int] = [:]
    for (place, product) in products.enumerated() {
      if let key = ProductKey.plain(product.id) { places[key] = place }
    }
    var days = [[SaleDay]](repeating: [], count: products.count)
    for row in try connection.rows(statement, cancellation: cancellation) {
      guard let key = ProductKey.plain(row[0]), let place = places[key],
        let text = row[1].text, let day = CalendarDay(iso: text), let units = row[2].number
      else { continue }
      days[place].append(
        SaleDay(ordinal: day.ordinal, units: units, isPromoted: (row[3].number ?? 0) > 0)
      )
    }
    return zip(products, days).map(demand)
  }

  /// A day with sales.
  private struct SaleDay {
    let ordinal: Int
    let units: Double
    let isPromoted: Bool
  }

  private func demand(_ product: Product, _ days: [SaleDay]) -> ProductDemand {
    guard let first = days.map(\.ordinal).min(), let last = days.map(\.ordinal).max() else {
      return ProductDemand(product: product, series: nil, lastSale: nil)
    }
    let count = facts.now.ordinal - first + 1
    var units = [Double](repeating: 0, count: count)
    var promoted = [Double](repeating: 0, count: count)
    for day in days where day.ordinal - first < count {
      units[day.ordinal - first] += day.units
      if day.isPromoted { promoted[day.ordinal - first] = 1 }
    }
    Self.fillPauses(&promoted)
    return ProductDemand(
      product: product,
      series: DemandSeries(
        firstDay: CalendarDay(ordinal: first),
        quantities: units,
        promotions: promoted,
        exceptional: lessons.exceptionalDays(
          of: product,
          from: CalendarDay(ordinal: first),
          count: count
        )
      ),
      lastSale: CalendarDay(ordinal: last)
    )
  }

  /// A promotion goes on over a few days without a promotional sale: nobody bought, or nothing was left.
  static func fillPauses(_ promoted: inout [Double]) {
    var last: Int?
    for day in promoted.indices where promoted[day] > 0 {
      if let last, day - last - 1 <= promotionPause {
        for pause in last..<day { promoted[pause] = 1 }
      }
      last = day
    }
  }
}
