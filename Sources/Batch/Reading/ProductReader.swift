import Diagnostics
import Planning
import SQLiteStore
import Values

/// Reads the catalogue.
struct ProductReader {
  let connection: Connection
  let facts: DatabaseFacts

  /// All products that exist, in the order of their ids; inactive ones too.
  func products() throws(Failure) -> [Product] {
    guard let statement = SourceQueries(facts: facts).products else { return [] }
    let rows = try connection.rows(statement)
    var seen: Set<Value> = []
    return rows.compactMap { row in
      guard let key = ProductKey.plain(row[0]), seen.insert(key).inserted else { return nil }
      return product(row)
    }
  }

  private func product(_ row: [Value]) -> Product {
    let lead = [row[6], row[7]].compactMap(\.number).first { $0 >= 0 && $0 < 3_660 }
    return Product(
      id: row[0],
      name: Self.text(row[1]) ?? Self.text(row[0]) ?? "",
      category: Self.text(row[2]),
      unitPrice: row[3].number,
      unitCost: row[4].number,
      packSize: row[5].number.flatMap { $0 > 0 ? $0 : nil },
      leadTimeDays: lead.map { Int($0.rounded()) } ?? Product.usualLeadTime,
      isActive: row[8].number.map { $0 != 0 } ?? true
    )
  }

  private static func text(_ value: Value) -> String? {
    switch value {
    case .text(let text): text.isEmpty ? nil : text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .null: nil
    }
  }
}

extension Connection {
  /// All rows of one of our own statements on the user's database.
  func rows(
    _ statement: SourceQueries.Statement,
    cancellation: Cancellation? = nil
  ) throws(Failure) -> [[Value]] {
    try query(
      statement.sql,
      parameters: statement.parameters,
      deadline: .seconds(600),
      limit: .max,
      cancellation: cancellation
    ).rows
  }
}
