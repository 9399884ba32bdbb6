import Analytics
import Planning
import SemanticModel
import Values

/// What to offer a customer: what customers who bought the same bought besides.
struct Recommending: AnalysisMethod {
  let name = "recommendations"
  let findings: [String: Set<String>] = [
    "needs_customer": [], "nothing_bought": ["customer"], "none": ["customer", "owned"],
    "proposals": ["customer", "owned", "customers", "best", "nearest", "shared"],
    "thin": ["shared"],
  ]

  /// Buyers in common below which a proposal is a guess.
  private static let fewBuyers = 3
  private static let product = Key.dimension("product")

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = [Self.product]
    guard let customer = request.customer else {
      return AnalysisResult(query, findings: [Finding("needs_customer")])
    }
    // Which products may be offered restricts the offer, not what is learned from.
    let filters = request.filters(on: AnalysisRequest.productDimensions + ["supplier"])
    let figures = try PurchaseFigures(
      request.without(AnalysisRequest.productDimensions + ["supplier", "customer"])
    )
    var places: [String: Finding.Content] = [
      "customer": .member(.text(customer.name), .dimension("customer"))
    ]
    guard let number = figures.customers.known(customer.key) else {
      return AnalysisResult(query, findings: [Finding("nothing_bought", places)])
    }
    let allowed =
      filters.isEmpty
      ? nil : Set(try request.products(filters).compactMap(figures.products.known))
    let proposals = figures.matrix.proposals(for: number)
      .filter { allowed?.contains($0.thing) ?? true }
    places["owned"] = .count(figures.matrix.things(of: number).count)
    guard let best = proposals.first else {
      return AnalysisResult(query, findings: [Finding("none", places)])
    }
    let names = try request.source.names(of: "product")
    func name(_ thing: Int) -> Value {
      let key = figures.products.keys[thing]
      return names[key].map(Value.text) ?? key
    }
    places["customers"] = .count(figures.customers.count)
    places["best"] = .member(name(best.thing), Self.product)
    places["nearest"] = .member(name(best.nearest), Self.product)
    places["shared"] = .count(best.sharedBuyers)
    var told = [Finding("proposals", places)]
    if best.sharedBuyers < Self.fewBuyers {
      told.append(Finding("thin", ["shared": .count(best.sharedBuyers)]))
    }
    let prices = try request.figure("product_price", by: "product")
    let rows = proposals.prefix(request.rowLimit()).map { proposal -> [Value] in
      [
        name(proposal.thing), name(proposal.nearest), .integer(Int64(proposal.sharedBuyers)),
        .real((proposal.score * 100).rounded() / 100),
        prices[figures.products.keys[proposal.thing]].map(Value.real) ?? .null,
      ]
    }
    return AnalysisResult(query, columns: Self.columns, rows: Array(rows), findings: told)
  }

  private static let columns = [
    PlannedColumn(role: .key(product), name: "product", unit: .text),
    PlannedColumn(role: .computed("because"), name: "because", unit: .text),
    PlannedColumn(role: .computed("shared_buyers"), name: "shared_buyers", unit: .count),
    PlannedColumn(role: .computed("score"), name: "score", unit: .number),
    PlannedColumn(role: .computed("price"), name: "price", unit: .currency),
  ]
}
