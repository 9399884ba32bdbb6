import Batch
import Values

/// Forecasts of some products, and when they were computed.
struct ForecastReport {
  /// The "now" they begin after.
  let asOf: CalendarDay
  /// Days asked for.
  let days: Int
  /// Whether products were named; else they are all.
  let isChosen: Bool
  /// In the order asked for, or of their ids.
  var items: [ProductForecast]
  /// When the side file's were computed and until when they stand, local time; nil where they were computed now.
  var computed: (at: String, until: String)?

  /// Whether any product has days.
  var hasForecasts: Bool { items.contains { !$0.rows.isEmpty } }

  /// RFC 4180, a line a product and day.
  var csv: String {
    var output = "product_id,date,forecast,lower,upper\r\n"
    for item in items {
      for row in item.rows {
        let numbers = [row.quantity, row.lower, row.upper].map { Self.number($0).rendered }
        output += "\(Self.field(item.product.idText)),\(row.day.iso),"
        output += numbers.joined(separator: ",") + "\r\n"
      }
    }
    return output
  }

  /// One object for programs.
  var json: JSON {
    .object([
      ("as_of", .string(asOf.iso)),
      ("computed_at", computed.map { .string($0.at) } ?? .null),
      ("fresh_until", computed.map { .string($0.until) } ?? .null),
      ("horizon", .integer(Int64(days))),
      ("level", .number(0.8)),
      ("products", .array(items.map(Self.item))),
    ])
  }

  private static func item(_ item: ProductForecast) -> JSON {
    let total = item.total
    return .object([
      ("product_id", JSON(item.product.id)),
      ("product", .string(item.product.name)),
      ("forecast", total.map { number($0.quantity) } ?? .null),
      ("lower", total.map { number($0.range.lowerBound) } ?? .null),
      ("upper", total.map { number($0.range.upperBound) } ?? .null),
      ("days", .array(item.rows.map(day))),
    ])
  }

  private static func day(_ row: ForecastRow) -> JSON {
    .object([
      ("date", .string(row.day.iso)),
      ("forecast", number(row.quantity)),
      ("lower", number(row.lower)),
      ("upper", number(row.upper)),
    ])
  }

  /// Units to a ten-thousandth: what comes behind is noise.
  private static func number(_ value: Double) -> JSON {
    .number((value * 10_000).rounded() / 10_000)
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
