import Analytics
import Diagnostics
import Planning
import SQLiteStore
import Values

/// Stock and supplier orders of all products, by their plain ids.
struct StockFacts: Sendable {
  /// Units on hand now; a product without a snapshot has none, which is unknown and not 0.
  private(set) var onHand: [Value: Double] = [:]
  /// Mean units on hand over the snapshots of the last 30 days.
  private(set) var meanStock: [Value: Double] = [:]
  /// Orders under way whose day is known, days counted from now.
  private(set) var receipts: [Value: [ExpectedReceipt]] = [:]
  /// Units of all orders under way, also those overdue or without a day.
  private(set) var openQuantity: [Value: Double] = [:]

  /// Reads them, as far as the database has them.
  static func read(_ connection: Connection, _ facts: DatabaseFacts) throws(Failure) -> StockFacts {
    let queries = SourceQueries(facts: facts)
    var result = StockFacts()
    if let statement = queries.stock {
      result.onHand = amounts(try connection.rows(statement))
    }
    if let statement = queries.meanStock {
      result.meanStock = amounts(try connection.rows(statement))
    }
    if let statement = queries.openOrders {
      for row in try connection.rows(statement) {
        guard let key = ProductKey.plain(row[0]), let units = row[1].number, units > 0 else {
          continue
        }
        result.openQuantity[key, default: 0] += units
        guard let day = row[2].text.flatMap({ CalendarDay(iso: $0) }) else { continue }
        result.receipts[key, default: []].append(
          ExpectedReceipt(day: day.ordinal - facts.now.ordinal, quantity: units)
        )
      }
    }
    return result
  }

  private static func amounts(_ rows: [[Value]]) -> [Value: Double] {
    rows.reduce(into: [:]) { result, row in
      if let key = ProductKey.plain(row[0]), let units = row[1].number {
        result[key, default: 0] += units
      }
    }
  }
}
