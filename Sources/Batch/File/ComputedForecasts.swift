import Analytics
package import Diagnostics
import SQLiteStore
package import Values

/// The forecasts that a side file keeps.
package enum ComputedForecasts {
  /// Products asked for at once.
  private static let chunkSize = 256

  /// Reads the forecasts of some products.
  ///
  /// - Parameters:
  ///   - path: the side file, of a state that was found right by `ComputedState`.
  ///   - products: as `DemandForecasts` has them.
  ///   - now: the day they were computed for.
  ///   - days: days after now.
  /// - Returns: a forecast a product in their order, without rows for one that has none; nil when a run has
  ///   replaced them meanwhile by those of another day.
  /// - Throws: what can befall the file.
  package static func read(
    _ path: String,
    of products: [Product],
    asOf now: CalendarDay,
    days: Int
  ) throws(Failure) -> [ProductForecast]? {
    let connection = try Connection.readOnly(path: path)
    var result: [ProductForecast] = []
    for start in stride(from: 0, to: products.count, by: chunkSize) {
      let chunk = products[start..<min(products.count, start + chunkSize)]
      var rows: [Value: [ForecastRow]] = [:]
      for id in chunk.map(\.id) { rows[id] = [] }
      let marks = Array(repeating: "?", count: chunk.count).joined(separator: ", ")
      let found = try connection.query(
        """
        SELECT product_id, forecast_day, quantity, own_variance, shared_deviation, lower, upper, unit_price
        FROM optiflow_forecasts WHERE product_id IN (\(marks)) AND forecast_day > ? AND forecast_day <= ? ORDER BY id
        """,
        parameters: chunk.map(\.id) + [.text(now.iso), .text(now.adding(days: days).iso)],
        limit: .max
      ).rows
      for row in found {
        if let entry = entry(row) { rows[row[0]]?.append(entry) }
      }
      guard rows.values.allSatisfy({ $0.isEmpty || $0.count == days }) else { return nil }
      result += chunk.map { ProductForecast(product: $0, rows: rows[$0.id] ?? []) }
    }
    return result
  }

  private static func entry(_ row: [Value]) -> ForecastRow? {
    guard let day = row[1].text.flatMap({ CalendarDay(iso: $0) }) else { return nil }
    return ForecastRow(
      day: day,
      quantity: row[2].number ?? 0,
      variance: DayVariance(own: row[3].number ?? 0, shared: row[4].number ?? 0),
      lower: row[5].number ?? 0,
      upper: row[6].number ?? 0,
      unitPrice: row[7].number
    )
  }
}
