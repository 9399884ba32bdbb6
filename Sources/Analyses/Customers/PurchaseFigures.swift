import Analytics
import Planning
import SemanticModel
import Values

/// Who bought which products, read by a query.
struct PurchaseFigures {
  let matrix: PurchaseMatrix
  let customers: KeyNumbers
  let products: KeyNumbers

  /// The purchases under the filters and in the period of a question.
  init(_ request: AnalysisRequest) throws(AnalysisError) {
    let query = request.query(
      of: [Measure("units_sold")],
      by: [.dimension("customer"), .dimension("product")],
      in: request.query.period
    )
    let table = try request.source.keyedFigures(of: query)
    var customers = KeyNumbers()
    var products = KeyNumbers()
    var rows: [(customer: Int, thing: Int)] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows where !row[0].isNull && !row[1].isNull {
      guard row[2].number ?? 0 > 0 else { continue }
      rows.append((customers.number(row[0]), products.number(row[1])))
    }
    matrix = PurchaseMatrix(
      rows: rows,
      customerCount: customers.count,
      thingCount: products.count
    )
    self.customers = customers
    self.products = products
  }
}
