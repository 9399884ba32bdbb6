import Planning
import SemanticModel
import Values

/// Figures by supplier, and prices by product and supplier, where the database has them.
struct SupplierFigures {
  static let supplier = Key.dimension("supplier")
  static let product = Key.dimension("product")

  let request: AnalysisRequest

  /// A figure of each supplier, by name; nothing where the database cannot tell it.
  func figures(_ metric: String, in period: Period? = nil) throws(AnalysisError) -> [String: Double]
  {
    let query = request.query(of: [Measure(metric)], by: [Self.supplier], in: period)
    guard request.source.canTell(query) else { return [:] }
    let table = try request.source.figures(of: query)
    guard let name = table.column(.key(Self.supplier)) else { return [:] }
    var figures: [String: Double] = [:]
    for row in table.rows {
      guard let supplier = row[name].text, let number = table.number(row, ofMeasure: 0) else {
        continue
      }
      figures[supplier] = number
    }
    return figures
  }

  /// A figure that suppliers have by themselves, of those who supply what is asked.
  func own(_ metric: String) throws(AnalysisError) -> [String: Double] {
    var query = Query()
    query.measures = [Measure(metric)]
    query.keys = [Self.supplier]
    guard request.source.canTell(query) else { return [:] }
    let table = try request.source.figures(of: query)
    guard let name = table.column(.key(Self.supplier)) else { return [:] }
    let asked = try figures("product_count")
    var figures: [String: Double] = [:]
    for row in table.rows {
      guard let supplier = row[name].text, asked[supplier] ?? 0 > 0 else { continue }
      figures[supplier] = table.number(row, ofMeasure: 0)
    }
    return figures
  }

  /// The newest price of each product from each supplier that offers it; nothing where no price list is known.
  func prices() throws(AnalysisError) -> [String: [String: Double]] {
    let measure = Measure("last_purchase_price")
    let query = request.query(of: [measure], by: [Self.product, Self.supplier])
    guard request.source.canTell(query) else { return [:] }
    let table = try request.source.figures(of: query)
    guard let product = table.column(.key(Self.product)),
      let supplier = table.column(.key(Self.supplier))
    else { return [:] }
    var prices: [String: [String: Double]] = [:]
    for row in table.rows {
      guard let name = row[product].text, let source = row[supplier].text,
        let price = table.number(row, ofMeasure: 0)
      else { continue }
      prices[name, default: [:]][source] = price
    }
    return prices
  }

  /// A figure of each product, by name.
  func products(_ metric: String, in period: Period? = nil) throws(AnalysisError) -> [String:
    Double]
  {
    let query = request.query(of: [Measure(metric)], by: [Self.product], in: period)
    guard request.source.canTell(query) else { return [:] }
    let table = try request.source.figures(of: query)
    guard let name = table.column(.key(Self.product)) else { return [:] }
    var figures: [String: Double] = [:]
    for row in table.rows {
      guard let product = row[name].text, let number = table.number(row, ofMeasure: 0) else {
        continue
      }
      figures[product, default: 0] += number
    }
    return figures
  }
}
