import Batch
import Presentation
import Values

/// Forecasts for people: a table a product that was named, else a line a product.
struct ForecastText {
  let report: ForecastReport
  let tongue: Tongue
  let width: Int
  /// Without picture and receipt.
  let isQuiet: Bool

  private static let mostProducts = 40
  private static let mostDays = 40

  init(_ report: ForecastReport, _ tongue: Tongue, width: Int = 100, isQuiet: Bool = false) {
    self.report = report
    self.tongue = tongue
    self.width = width
    self.isQuiet = isQuiet
  }

  private func pick(_ french: String, _ english: String) -> String { tongue.pick(french, english) }

  /// The whole, without a final newline.
  var rendered: String {
    guard report.hasForecasts else { return nothing + "\n" + until }
    let blocks = report.isChosen ? report.items.map(block) : [overview]
    return (blocks + (isQuiet ? [] : [footer])).joined(separator: "\n\n")
  }

  /// That nothing was ever sold.
  var nothing: String {
    let names = report.items.map(\.product.name)
    guard report.isChosen, !names.isEmpty else {
      return pick(
        "Aucune vente dans la base, donc aucune prévision.",
        "Nothing was ever sold, so there is no forecast."
      )
    }
    return names.map(neverSold).joined(separator: "\n")
  }

  private func neverSold(_ name: String) -> String {
    pick(
      "\(name)\u{202F}: aucune vente, ou plus depuis un an\u{202F}; donc aucune prévision.",
      "\(name): never sold, or not for a year; so there is no forecast."
    )
  }

  // MARK: - One product

  private func block(_ item: ProductForecast) -> String {
    guard let (quantity, range) = item.total else { return neverSold(item.product.name) }
    let sum = pick(
      "\(item.product.name)\u{202F}: \(number(quantity)) unités en \(days(item)), entre \(number(range.lowerBound)) et \(number(range.upperBound)) quatre fois sur cinq.",
      "\(item.product.name): \(number(quantity)) units in \(days(item)), between \(number(range.lowerBound)) and \(number(range.upperBound)) four times out of five."
    )
    let head = [
      pick("jour", "day"), pick("prévision", "forecast"), pick("de", "from"), pick("à", "to"),
    ]
    let rows = item.rows.prefix(Self.mostDays).map { row in
      [DateFormat(tongue).day(row.day)] + [row.quantity, row.lower, row.upper].map(number)
    }
    var lines =
      [sum] + (isQuiet ? [] : [picture(item)])
      + Columns.lines([head] + rows, right: [1, 2, 3], indent: 2)
    if item.rows.count > Self.mostDays {
      lines.append(
        pick(
          "  … \(item.rows.count) jours en tout (--format csv les donne tous)",
          "  … \(item.rows.count) days in all (--format csv gives them all)"
        )
      )
    }
    return lines.joined(separator: "\n")
  }

  private func days(_ item: ProductForecast) -> String {
    NumberFormat(tongue).days(Double(item.rows.count))
  }

  /// The days as a row of blocks, a few days each where there is no room.
  private func picture(_ item: ProductForecast) -> String {
    let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let size = max(1, (item.rows.count + width - 5) / max(1, width - 4))
    let means = stride(from: 0, to: item.rows.count, by: size).map { start in
      let part = item.rows[start..<min(item.rows.count, start + size)]
      return part.reduce(0) { $0 + $1.quantity } / Double(part.count)
    }
    let highest = max(means.max() ?? 0, 1e-9)
    return "  " + means.map { blocks[min(7, Int($0 / highest * 8))] }.joined()
  }

  // MARK: - All products

  private var overview: String {
    let items = report.items.sorted { left, right in
      let (first, second) = (left.total?.quantity ?? -1, right.total?.quantity ?? -1)
      return first != second ? first > second : left.product.name < right.product.name
    }
    let head = [
      pick("produit", "product"), pick("prévision", "forecast"), pick("de", "from"),
      pick("à", "to"),
    ]
    let rows = items.prefix(Self.mostProducts).map { item -> [String] in
      guard let (quantity, range) = item.total else { return [item.product.name, "—", "—", "—"] }
      return [item.product.name] + [quantity, range.lowerBound, range.upperBound].map(number)
    }
    let title = pick(
      "Unités prévues du \(period), bornes tenues quatre fois sur cinq.",
      "Units expected \(period); the bounds hold four times out of five."
    )
    var lines = [title] + Columns.lines([head] + rows, right: [1, 2, 3], indent: 2)
    if items.count > Self.mostProducts {
      lines.append(
        pick(
          "  … \(items.count) produits en tout (--format csv les donne tous)",
          "  … \(items.count) products in all (--format csv gives them all)"
        )
      )
    }
    return lines.joined(separator: "\n")
  }

  private var period: String {
    let first = DateFormat(tongue).day(report.asOf.adding(days: 1))
    let last = DateFormat(tongue).day(report.asOf.adding(days: report.days))
    return pick("\(first) au \(last)", "from \(first) to \(last)")
  }

  // MARK: - Pieces

  private var until: String {
    pick("Données jusqu'au : ", "Data until: ") + DateFormat(tongue).day(report.asOf)
  }

  private var footer: String {
    guard let time = report.computed else {
      return until + "\n" + pick("Calculé à l'instant.", "Computed just now.")
    }
    let (at, end) = (DateFormat(tongue).moment(time.at), DateFormat(tongue).moment(time.until))
    return until + "\n"
      + pick(
        "Calculé le : \(at), valable jusqu'au \(end) si les données ne changent pas",
        "Computed on: \(at), stands until \(end) unless the data change"
      )
  }

  private func number(_ value: Double) -> String {
    NumberFormat(tongue).decimal(value, digits: value < 100 ? 1 : 0)
  }
}
