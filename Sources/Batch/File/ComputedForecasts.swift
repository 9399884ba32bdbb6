package import Diagnostics
import SQLiteStore
import Values

/// The forecasts that a side file keeps.
package enum ComputedForecasts {
  /// Products asked for at once.
  private static let chunkSize = 256

  /// Reads the forecasts of some products.
  ///
  /// - Parameters:
  ///   - path: the side file, of a state that was found right by `ComputedState`.
  ///   - products: as `DemandForecasts` has them.
  ///   - days: days after now.
  /// - Returns: a forecast a product in their order; without rows for one that has none.
  /// - Throws: what can befall the file.
  package static func read(
    _ path: String,
    of products: [Product],
    days: Int
  ) throws(Failure) -> [ProductForecast] {
    let connection = try Connection.readOnly(path: path)
    var result: [ProductForecast] = []
    for start in stride(from: 0, to: products.count, by: chunkSize) {
      let chunk = products[start..<min(products.count, start + chunkSize)]
      var rows: [Value: [ForecastRow]] = [:]
      for id in chunk.map(\.id) { rows[id] = [] }
      let marks = Array(repeating: "?", count: chunk.count).joined(separator: ", ")
      let found = try connection.query(
        """
        SELECT product_id, forecast_day, quantity, variance, lower, upper, revenue
        FROM optiflow_forecasts WHERE product_id IN (\(marks)) ORDER BY id
        """,
        parameters: chunk.map(\.id),
        limit: .max
      ).rows
      for row in found where (rows[row[0]]?.count ?? days) < days {
        if let entry = entry(row) { rows[row[0]]?.append(entry) }
      }
      result += chunk.map { ProductForecast(product: $0, rows: rows[$0.id] ?? []) }
    }
    return result
  }

  private static func entry(_ row: [Value]) -> ForecastRow? {
    guard let day = row[1].text.flatMap({ CalendarDay(iso: $0) }) else { return nil }
    return ForecastRow(
      day: day,
      quantity: row[2].number ?? 0,
      variance: row[3].number ?? 0,
      lower: row[4].number ?? 0,
      upper: row[5].number ?? 0,
      revenue: row[6].number
    )
  }
}
