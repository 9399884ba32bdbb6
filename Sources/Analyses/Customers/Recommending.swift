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
    // Which products may be offered restricts the offer, not what is learned from.
    let offered = AnalysisRequest.productDimensions + ["supplier"]
    let filters = request.filters(on: offered)
    let buyer: NamedBuyer
    switch try NamedBuyer.search(request, without: offered) {
    case .found(let found): buyer = found
    case .missing(let finding): return AnalysisResult(query, findings: [finding])
    }
    let figures = buyer.figures
    var places = buyer.places
    let allowed =
      filters.isEmpty
      ? nil : Set(try request.products(filters).compactMap(figures.products.known))
    let proposals = figures.matrix.proposals(for: buyer.number)
      .filter { allowed?.contains($0.thing) ?? true }
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

  private static let columns: [PlannedColumn] = [
    .key(product),
    .computed("because", .text),
    .computed("shared_buyers", .count),
    .computed("score", .number),
    .computed("price", .currency),
  ]
}
